// A list of printed results through the entry point, without a cohort.
#include <gtest/gtest.h>

#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

using nlohmann::json;

TEST(ClaimsAnalysis, ChecksAListWithoutData) {
  const json analyses = json::parse(R"([
    {"id": "orr", "method": "checkClaim", "kind": "percentOfN", "n": "34", "percent": "6.0"},
    {"id": "trae", "method": "checkClaim", "kind": "twoArmCounts", "p": "0.049", "test": null,
     "arms": [{"count": null, "n": 49, "percent": "26.5"}, {"n": "34", "percent": ["35.3"]}]},
    {"id": "stage", "method": "checkClaim", "kind": "twoArmCounts", "p": "0.891",
     "arms": [{"count": ["12", "9", "11"]}, {"count": [26, 16, 19]}]},
    {"id": "pfs", "method": "checkClaim", "kind": "twoMedians", "p": "P<0.01",
     "arms": [{"value": "4.57"}, {"value": "2.20"}]}])");
  const json results = analyzeCsv("\n", {{"riskset", 1}, {"analyses", analyses}})["results"];
  EXPECT_EQ(results[0]["value"]["verdict"], "impossible");
  EXPECT_EQ(results[1]["value"]["verdict"], "decisionError");
  EXPECT_EQ(results[2]["value"]["verdict"], "consistent");
  EXPECT_EQ(results[2]["value"]["reproducedBy"], json::parse(R"(["pearson", "likelihoodRatio"])"));
  EXPECT_EQ(results[3]["value"]["verdict"], "cannotCheck");
  EXPECT_EQ(results[0]["value"]["recomputed"]["ratio"], nullptr);
}

TEST(ClaimsAnalysis, RefusesWithASentence) {
  const auto refusal = [](const json& claim) {
    json analysis = claim;
    analysis["method"] = "checkClaim";
    const json result = analyzeOne("\n", {{"riskset", 1}}, analysis);
    EXPECT_FALSE(result["ok"]);
    return result["problem"]["detail"].get<std::string>();
  };
  EXPECT_EQ(refusal({{"kind", "percentOfN"}, {"n", "abc"}, {"percent", "6.0"}}),
            "n is “abc”, which is no number of patients");
  EXPECT_EQ(refusal({{"kind", "pValue"}, {"p", std::string(40, '1')}}),
            "p is “" + std::string(40, '1') + "”, which is no number");
  EXPECT_EQ(refusal({{"kind", "pValue"}, {"p", "0.1"}, {"level", 1}}),
            "level must lie between 0 and 1");
}

}  // namespace
}  // namespace riskset
