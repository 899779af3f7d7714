// What the entry point refuses to be asked of a distribution.

#include <gtest/gtest.h>

#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

using nlohmann::json;

json resultOf(json options) {
  options["method"] = "distribution";
  return analyzeOne("\n", {{"riskset", 1}}, options);
}

void expectRefusal(const json& options, const std::string& code, const std::string& detail) {
  const json result = resultOf(options);
  ASSERT_FALSE(result["ok"]) << result.dump();
  EXPECT_EQ(result["problem"]["code"], code);
  EXPECT_EQ(result["problem"]["detail"], detail);
}

TEST(DistributionAnalysis, RefusesWhatItsDistributionDoesNotHave) {
  expectRefusal({{"distribution", "normal"}}, "missingKey", "x or p");
  expectRefusal({{"distribution", "normal"}, {"x", 1}, {"p", 0.5}}, "missingKey", "x or p");
  expectRefusal({{"distribution", "normal"}, {"p", 1.5}}, "valueNotAllowed",
                "p must lie between 0 and 1");
  expectRefusal({{"distribution", "t"}, {"x", 1}}, "missingKey", "df");
  expectRefusal({{"distribution", "t"}, {"x", 1}, {"df", 0.5}}, "valueNotAllowed",
                "df must be at least 1");
  expectRefusal({{"distribution", "chiSquare"}, {"x", 1}, {"df", 0}}, "valueNotAllowed",
                "df must be above 0");
  expectRefusal({{"distribution", "rankSum"}, {"x", 1}, {"m", 3}}, "missingKey", "m and n");
  expectRefusal({{"distribution", "rankSum"}, {"x", 1}, {"m", 1000000}, {"n", 1000000}},
                "valueNotAllowed", "m and n must be at least 1, m n at most 10000");
}

TEST(DistributionAnalysis, LeavesOutInfiniteQuantiles) {
  EXPECT_EQ(resultOf({{"distribution", "normal"}, {"p", {0, 0.5, 1}}})["value"]["values"],
            json({nullptr, 0.0, nullptr}));
  EXPECT_EQ(resultOf({{"distribution", "t"}, {"df", 3}, {"p", {0, 0.5, 1}}})["value"]["values"],
            json({nullptr, 0.0, nullptr}));
  EXPECT_EQ(resultOf({{"distribution", "chiSquare"}, {"df", 3}, {"p", {0, 1}}})["value"]["values"],
            json({0.0, nullptr}));
  EXPECT_EQ(resultOf({{"distribution", "chiSquare"}, {"df", 3}, {"x", -1}})["value"]["values"],
            json({0.0}));
}

}  // namespace
}  // namespace riskset
