// What the entry point refuses to plan, and fragility from the rows of a cohort.

#include <gtest/gtest.h>

#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

using nlohmann::json;

json asked(const std::string& method, json options) {
  options["method"] = method;
  return analyzeOne("\n", {{"riskset", 1}}, options);
}

void expectRefusal(const std::string& method, const json& options, const std::string& code,
                   const std::string& detail) {
  const json result = asked(method, options);
  ASSERT_FALSE(result["ok"]) << result.dump();
  EXPECT_EQ(result["problem"]["code"], code);
  EXPECT_EQ(result["problem"]["detail"], detail);
}

void expectNotAllowed(const std::string& method, const json& options, const std::string& detail) {
  expectRefusal(method, options, "valueNotAllowed", detail);
}

TEST(DesignAnalysis, RefusesWhatNoTrialCanBe) {
  expectRefusal("sampleSize", json::object(), "missingKey", "hazardRatio");
  expectNotAllowed("sampleSize", {{"hazardRatio", 1}}, "hazardRatio must differ from 1");
  expectNotAllowed("sampleSize", {{"hazardRatio", 0}}, "hazardRatio must be above 0");
  expectNotAllowed("sampleSize", {{"hazardRatio", 0.5}, {"sides", 3}}, "sides must be 1 or 2");
  expectNotAllowed("sampleSize", {{"hazardRatio", 0.5}, {"power", 0.02}},
                   "power must lie between alpha and 1");
  expectNotAllowed("sampleSize", {{"hazardRatio", 0.5}, {"allocation", 1}},
                   "allocation must lie between 0 and 1");
  expectNotAllowed("sampleSize", {{"hazardRatio", 0.5}, {"eventProbability", 0}},
                   "eventProbability must be above 0 and at most 1");
  expectRefusal("logRankPower", {{"hazardRatio", 0.5}}, "missingKey", "events");
  expectNotAllowed("logRankPower", {{"hazardRatio", 0.5}, {"events", 0}}, "events must be above 0");
  expectRefusal("twoProportionsPower", {{"p1", 0.5}, {"p2", 0.4}}, "missingKey", "n1 and n2");
  expectNotAllowed("twoProportionsPower", {{"p1", 0.5}, {"p2", 0.4}, {"n1", 0}, {"n2", 3}},
                   "n1 and n2 must be at least 1");
  expectRefusal("twoProportionsSampleSize", {{"p1", 0.5}}, "missingKey", "p1 and p2");
  expectNotAllowed("twoProportionsSampleSize", {{"p1", 0.5}, {"p2", 0.5}}, "p1 and p2 must differ");
  expectRefusal("simonTwoStage", {{"p0", 0.2}}, "missingKey", "p0 and p1");
  expectNotAllowed("simonTwoStage", {{"p0", 0.2}, {"p1", 0.1}},
                   "p0 and p1 must lie between 0 and 1, p1 above p0");
  expectRefusal("simonTwoStage", {{"p0", 0.2}, {"p1", 0.4}, {"nMax", 20}}, "notEstimable", "20");
  expectNotAllowed("eValue", {{"estimate", 2}, {"lower", 3}},
                   "estimate must lie between lower and upper");
  expectNotAllowed("eValue", {{"estimate", -1}}, "estimate, lower and upper must be above 0");
  expectRefusal("adjustP", json::object(), "missingKey", "p");
  expectNotAllowed("adjustP", {{"p", {0.1, 1.1}}}, "p must lie between 0 and 1");
  expectNotAllowed("fragility", {{"counts", {{"x1", 3}, {"n1", 2}, {"x2", 0}, {"n2", 1}}}},
                   "counts: 3 of 2");
}

TEST(DesignAnalysis, SaysWhereTheTablesAreTooManyForFisher) {
  const json result =
      asked("twoProportionsPower", {{"p1", 0.5}, {"p2", 0.4}, {"n1", 2000}, {"n2", 2000}});
  EXPECT_EQ(result["value"]["fisherPower"], nullptr);
  EXPECT_EQ(result["warnings"][0]["code"], "notTested");
}

// The response rates of the example cohort are those of the bank's first case of fragility.
TEST(DesignAnalysis, CountsFragilityAmongTheArmsOfACohort) {
  const json file = {
      {"riskset", 1},
      {"columns",
       {{"arm", {{"type", "category"}, {"levels", {"Chemotherapy", "Immunotherapy rechallenge"}}}},
        {"best_response", {{"type", "category"}}}}},
      {"arm", "arm"},
      {"response", {{"column", "best_response"}}}};
  const json result = analyzeOne(readFile("tests/reference/data/rechallenge_cohort.csv"), file,
                                 {{"method", "fragility"}, {"response", "orr"}});
  ASSERT_TRUE(result["ok"]) << result.dump();
  EXPECT_EQ(result["value"]["index"], 2);
  EXPECT_EQ(result["value"]["changed"], "Chemotherapy");
}

}  // namespace
}  // namespace riskset
