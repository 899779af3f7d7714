// What the Cox methods answer to choices that belong together, and to those that do not.
#include <gtest/gtest.h>

#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

using nlohmann::json;

std::string cohort() {
  std::string csv = "arm,months,dead,age,from,share,site\n";
  for (int row = 0; row < 40; ++row) {
    const int months = 2 + row * 7 % 19;
    csv += std::string(row % 2 ? "A" : "B") + "," + std::to_string(months) + "," +
           std::to_string(row % 3 > 0) + "," + std::to_string(40 + row * 11 % 37) + "," +
           std::to_string(months / 4) + "," + std::to_string(1 + row % 5) + ".5," +
           std::to_string(row % 6) + "\n";
  }
  return csv;
}

json answer(const json& options) {
  const json number{{"type", "number"}}, category{{"type", "category"}};
  const json file{
      {"riskset", 1},
      {"columns",
       {{"arm", category},
        {"site", category},
        {"months", number},
        {"dead", number},
        {"age", number},
        {"from", number},
        {"share", number}}},
      {"arm", "arm"},
      {"endpoints", {{"OS", {{"time", "months"}, {"event", "dead"}, {"eventLevels", {"1"}}}}}}};
  json analysis{{"id", "x"}, {"method", "cox"}, {"endpoint", "OS"}, {"terms", {"arm", "age"}}};
  analysis.update(options);
  return analyzeOne(cohort(), file, analysis);
}

TEST(CoxAnalysis, RefusesChoicesThatRuleEachOtherOut) {
  for (const json& options : {
           json{{"ties", "exact"}, {"weights", "share"}},
           json{{"ties", "exact"}, {"cluster", "site"}},
           json{{"ties", "exact"}, {"variance", "robust"}},
           json{{"ties", "exact"}, {"penalty", "firth"}},
           json{{"ties", "exact"}, {"residuals", "martingale"}},
           json{{"penalty", "firth"}, {"cluster", "site"}},
           json{{"penalty", "firth"}, {"weights", "share"}},
           json{{"penalty", "firth"}, {"baseline", true}},
           json{{"cluster", "site"}, {"variance", "model"}},
           json{{"at", {{{"arm", "A"}, {"age", 50}, {"site", "1"}}}}},
           json{{"at", {{{"arm", "A"}, {"age", 50}}}}, {"times", {-1}}},
           json{{"splitAt", {6, 3}}},
           json{{"splitAt", {6}}, {"splitTerm", "site"}},
           json{{"splitAt", {6}}, {"terms", {"arm", "age", "arm:age"}}},
           json{{"terms", {"arm", {{"spline", "age"}, {"knots", 2}}}}},
       }) {
    const json result = answer(options);
    ASSERT_FALSE(result["ok"]) << options.dump();
    EXPECT_EQ(result["problem"]["code"], "valueNotAllowed") << options.dump();
  }
  EXPECT_EQ(answer({{"at", {{{"arm", "A"}}}}})["problem"]["code"], "missingKey");
  EXPECT_EQ(answer({{"at", {{{"arm", "C"}, {"age", 50}}}}})["problem"]["code"], "levelAbsent");
  EXPECT_EQ(answer({{"terms", {{{"spline", "arm"}}}}})["problem"]["code"], "columnWrongType");
}

TEST(CoxAnalysis, SaysWhyProportionalHazardsAreNotTested) {
  const auto detailOf = [](const json& result) {
    for (const auto& warning : result["warnings"]) {
      if (warning["code"] == "notTested") return warning["detail"].get<std::string>();
    }
    return std::string();
  };
  EXPECT_EQ(detailOf(answer(json::object())), "");
  for (const auto& [options, detail] :
       {std::pair(json{{"ties", "exact"}}, "hazardsOfExactTies"),
        std::pair(json{{"penalty", "firth"}}, "hazardsOfPenalty")}) {
    const json result = answer(options);
    EXPECT_TRUE(result["value"]["proportionalHazards"].is_null());
    EXPECT_EQ(detailOf(result), detail);
  }
  EXPECT_TRUE(answer({{"penalty", "firth"}})["value"]["aic"].is_null());
}

TEST(CoxAnalysis, IsRobustWithClustersAndWithWeightsThatAreNotWhole) {
  const auto robust = [](const json& options) {
    return !answer(options)["value"]["terms"][1]["robustSe"].is_null();
  };
  EXPECT_FALSE(robust(json::object()));
  EXPECT_TRUE(robust({{"cluster", "site"}}));
  EXPECT_TRUE(robust({{"weights", "share"}}));
  EXPECT_FALSE(robust({{"weights", "share"}, {"variance", "model"}}));
}

TEST(CoxAnalysis, GivesResidualsByRowAndOnlyThoseAskedFor) {
  const json residuals = answer({{"residuals", "martingale"}})["value"]["residuals"];
  ASSERT_EQ(residuals["rows"].size(), 40U);
  EXPECT_EQ(residuals["rows"][0], 1);
  EXPECT_EQ(residuals["rows"][39], 40);
  EXPECT_EQ(residuals["martingale"].size(), 40U);
  EXPECT_TRUE(residuals["dfbeta"].empty());
  EXPECT_TRUE(residuals["eventRows"].empty());
}

TEST(CoxAnalysis, KeepsTheUnivariableModelsWhereTheMultivariableOneIsRefused) {
  const json result = answer({{"method", "coxTable"},
                              {"terms", {"arm", "share", "site", "from"}},
                              {"entry", "all"},
                              {"where", {{{"column", "months"}, {"below", 8}}}}});
  ASSERT_TRUE(result["ok"]) << result.dump();
  EXPECT_EQ(result["value"]["refused"]["code"], "tooFewEvents");
  EXPECT_TRUE(result["value"]["model"].is_null());
  for (const json& row : result["value"]["rows"]) {
    EXPECT_FALSE(row["univariable"].is_null());
    EXPECT_TRUE(row["multivariable"].is_null());
  }
}

}  // namespace
}  // namespace riskset
