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

TEST(CoxAnalysis, LeavesOutWhatIsNotWanted) {
  const json all = answer(json::object());
  const json fit = answer({{"leaveOut", {"termTests", "concordance", "proportionalHazards"}}});
  ASSERT_TRUE(fit["ok"]) << fit;
  EXPECT_TRUE(all["value"]["concordance"].is_object());
  EXPECT_EQ(fit["value"]["terms"], all["value"]["terms"]);
  EXPECT_EQ(fit["value"]["tests"], all["value"]["tests"]);
  EXPECT_TRUE(fit["value"]["concordance"].is_null());
  EXPECT_TRUE(fit["value"]["proportionalHazards"].is_null());
  EXPECT_TRUE(fit["value"]["termTests"].empty());
  for (const json& warning : fit["warnings"])  // nobody asked
    EXPECT_NE(warning["code"], "notTested");
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
           json{{"adjustedBy", "site"}},
           json{{"adjustedBy", "arm"}, {"at", {{"arm", "A"}}}},
           json{{"adjustedBy", "arm"}, {"at", {{"site", "1"}}}},
           json{{"adjustedBy", "arm"}, {"at", {{{"age", 50}}, {{"age", 60}}}}},
           json{{"adjustedBy", "arm"}, {"ties", "exact"}},
           json{{"functionalForm", "share"}},
           json{{"functionalForm", "age"}, {"penalty", "firth"}},
       }) {
    const json result = answer(options);
    ASSERT_FALSE(result["ok"]) << options.dump();
    EXPECT_EQ(result["problem"]["code"], "valueNotAllowed") << options.dump();
  }
  EXPECT_EQ(answer({{"at", {{{"arm", "A"}}}}})["problem"]["code"], "missingKey");
  EXPECT_EQ(answer({{"at", {{{"arm", "C"}, {"age", 50}}}}})["problem"]["code"], "levelAbsent");
  EXPECT_EQ(answer({{"terms", {{{"spline", "arm"}}}}})["problem"]["code"], "columnWrongType");
  EXPECT_EQ(answer({{"adjustedBy", "age"}})["problem"]["code"], "columnWrongType");
  EXPECT_EQ(answer({{"functionalForm", "arm"}})["problem"]["code"], "columnWrongType");
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

// One curve for each level in each stratum, at the same covariates.
TEST(CoxAnalysis, PredictsAdjustedCurvesInEachStratum) {
  const json value =
      answer({{"adjustedBy", "arm"}, {"strata", "site"}, {"at", {{"age", 50}}}})["value"];
  const json& adjusted = value["adjusted"];
  EXPECT_TRUE(value["predicted"].empty());
  EXPECT_EQ(adjusted["covariates"],
            (json::array({{{"name", "age"}, {"value", "50"}, {"given", true}}})));
  ASSERT_EQ(adjusted["curves"].size(), 12);
  EXPECT_EQ(adjusted["curves"][5]["level"], "A");
  EXPECT_EQ(adjusted["curves"][5]["stratum"], "5");
  EXPECT_EQ(adjusted["curves"][6]["level"], "B");
  EXPECT_EQ(adjusted["curves"][6]["stratum"], "0");
}

// Without its only term a model is that of no covariate, whose residuals sum to 0 too; and a spline
// leaves with all its columns.
TEST(CoxAnalysis, ShowsTheResidualsOfTheModelWithoutANumber) {
  const json alone = answer({{"terms", "age"}, {"functionalForm", "age"}})["value"];
  const json spline =
      answer({{"terms", {{{"spline", "age"}, {"knots", 3}}}}, {"functionalForm", "age"}})["value"];
  double sum = 0;
  for (const double residual : alone["functionalForm"]["residual"])
    sum += residual;
  EXPECT_NEAR(sum, 0, 1e-12);
  EXPECT_EQ(alone["functionalForm"], spline["functionalForm"]);
  EXPECT_EQ(alone["functionalForm"]["rows"].size(), 40);
}

// What runs to infinity has no influence, and takes none from the others.
TEST(CoxAnalysis, HasNoInfluenceOnWhatIsNotEstimable) {
  std::string csv = "x,z,time,event\n";
  for (int row = 0; row < 24; ++row) {
    csv += std::to_string(row % 2) + "," + std::to_string(row * 5 % 7) + "," +
           std::to_string(1 + row * 11 % 23) + "," + std::to_string(row % 2) + "\n";
  }
  const json number{{"type", "number"}};
  const json file{
      {"riskset", 1},
      {"columns", {{"x", number}, {"z", number}, {"time", number}, {"event", number}}},
      {"endpoints", {{"E", {{"time", "time"}, {"event", "event"}, {"eventLevels", {"1"}}}}}}};
  const json separated = analyzeOne(csv, file,
                                    {{"id", "x"},
                                     {"method", "cox"},
                                     {"endpoint", "E"},
                                     {"terms", {"x", "z"}},
                                     {"residuals", {"dfbeta", "dfbetas", "hrWithout"}}})["value"];
  ASSERT_TRUE(separated["terms"][0]["diverging"]);
  for (const char* kind : {"dfbetas", "hrWithout"}) {
    EXPECT_TRUE(separated["residuals"][kind][0][0].is_null());
    EXPECT_TRUE(separated["residuals"][kind][0][1].is_number());
  }
}

}  // namespace
}  // namespace riskset
