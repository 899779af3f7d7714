// What the entry point answers to a logistic analysis, good and bad.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

using nlohmann::json;

// Nobody in arm A responds; three responses are not evaluable or missing.
const std::string kCohort =
    "arm,age,best,site\n"
    "A,60,SD,x\nA,55,PD,x\nA,71,PD,y\nA,48,SD,y\nA,66,NE,x\nA,59,PD,y\n"
    "B,61,PR,x\nB,52,PD,y\nB,70,CR,x\nB,47,SD,y\nB,58,PR,x\nB,64,,y\nB,49,PD,x\nB,68,NE,y\n";

json file() {
  return {{"riskset", 1},
          {"columns",
           {{"arm", {{"type", "category"}, {"levels", {"A", "B"}}}},
            {"age", {{"type", "number"}}},
            {"best", {{"type", "category"}}},
            {"site", {{"type", "category"}}}}},
          {"response", {{"column", "best"}}}};
}

json answer(json options) {
  options["id"] = "m";
  options["method"] = "logistic";
  return analyzeOne(kCohort, file(), options);
}

json warning(const json& result, const std::string& code) {
  for (const json& own : result["warnings"]) {
    if (own["code"] == code) return own;
  }
  return nullptr;
}

void expectProblem(const json& result, const std::string& code, const std::string& column = "") {
  ASSERT_FALSE(result["ok"]) << result.dump();
  EXPECT_EQ(result["problem"]["code"], code);
  EXPECT_EQ(result["problem"]["column"], column);
}

TEST(LogisticAnalysis, NamesTheLevelWithoutResponders) {
  const json result = answer({{"response", "orr"}, {"terms", {"arm"}}});
  ASSERT_TRUE(result["ok"]) << result.dump();
  const json separation = warning(result, "separation");
  EXPECT_EQ(separation["column"], "arm");
  EXPECT_EQ(separation["levels"], json({"A"}));
  EXPECT_EQ(separation["detail"], "0 / 6");
  EXPECT_EQ(std::count_if(result["warnings"].begin(), result["warnings"].end(),
                          [](const json& own) { return own["code"] == "separation"; }),
            1);
  for (const char* number : {"coef", "oddsRatio", "upper", "profileLower", "p"})
    EXPECT_TRUE(result["value"]["terms"][1][number].is_null()) << number;
}

TEST(LogisticAnalysis, HasAnOddsRatioUnderFirthAndDoesNotWarnOfSeparation) {
  const json result = answer({{"response", "orr"}, {"terms", {"arm"}}, {"penalty", "firth"}});
  ASSERT_TRUE(result["ok"]) << result.dump();
  EXPECT_TRUE(warning(result, "separation").is_null());
  EXPECT_NEAR(result["value"]["terms"][1]["oddsRatio"], (3.5 * 6.5) / (5.5 * 0.5), 1e-8)
      << "0 of 6 against 3 of 8, each cell with one half more";
  EXPECT_TRUE(result["value"]["aic"].is_null());
}

TEST(LogisticAnalysis, LeavesOutWhoseResponseWasNotEvaluatedWhenAskedTo) {
  json options = {{"response", "dcr"}, {"terms", {"arm"}}};
  EXPECT_EQ(answer(options)["used"], 14);
  options["denominator"] = "evaluable";
  const json result = answer(options);
  EXPECT_EQ(result["used"], 11);
  EXPECT_EQ(result["value"]["n"], 11);
  ASSERT_EQ(result["excluded"].size(), 3u);
  EXPECT_EQ(result["excluded"][0]["row"], 5);
  EXPECT_EQ(result["excluded"][0]["column"], "best");
}

TEST(LogisticAnalysis, IsTheSameFromAColumnAndItsLevels) {
  const json rate = answer({{"response", "dcr"}, {"denominator", "evaluable"}, {"terms", {"age"}}});
  const json column = answer({{"outcome", "best"},
                              {"levels", {"CR", "PR", "SD"}},
                              {"terms", {"age"}},
                              {"where", {{"column", "best"}, {"in", {"CR", "PR", "SD", "PD"}}}}});
  EXPECT_EQ(rate["value"], column["value"]);
}

TEST(LogisticAnalysis, SaysWhichNumberOrLevelSeparatesWithOthers) {
  const json result = answer({{"outcome", "site"}, {"levels", {"x"}}, {"terms", {"site"}}});
  const json separation = warning(result, "separation");
  EXPECT_EQ(separation["levels"], json({"x"})) << "everybody of the reference, first to be named";
  EXPECT_EQ(separation["detail"], "7 / 7");

  const json number = answer(
      {{"outcome", "age"}, {"levels", {59, 60, 61, 64, 66, 68, 70, 71}}, {"terms", {"age"}}});
  const json sorted = warning(number, "separation");
  EXPECT_EQ(sorted["column"], "age");
  EXPECT_EQ(sorted["levels"], json::array());
  EXPECT_EQ(sorted["detail"], "age");
}

TEST(LogisticAnalysis, RefusesWhatCannotBeModelled) {
  expectProblem(answer({{"terms", {"arm"}}}), "missingKey");
  expectProblem(answer({{"response", "orr"}}), "missingKey");
  expectProblem(answer({{"outcome", "best"}, {"terms", {"arm"}}}), "missingKey");
  expectProblem(answer({{"outcome", "best"}, {"levels", {"XX"}}, {"terms", {"arm"}}}),
                "levelAbsent", "best");
  const json armA = {{"column", "arm"}, {"in", {"A"}}};
  expectProblem(answer({{"response", "orr"}, {"terms", {"age"}}, {"where", armA}}), "noEvents",
                "best");
  expectProblem(
      answer({{"outcome", "arm"}, {"levels", {"A"}}, {"terms", {"age"}}, {"where", armA}}),
      "notEstimable", "arm");
  expectProblem(answer({{"response", "dcr"}, {"terms", {"arm"}}, {"where", armA}}), "oneGroup",
                "arm");
  expectProblem(answer({{"response", "orr"}, {"terms", {"age", "site"}}}), "tooFewEvents");
  expectProblem(answer({{"response", "orr"}, {"terms", {"age"}}, {"penalty", "ridge"}}),
                "valueNotAllowed");
}

json table(json options) {
  options["id"] = "t";
  options["method"] = "logisticTable";
  return analyzeOne(kCohort, file(), options);
}

TEST(LogisticAnalysis, TabulatesEachTermAloneAndTogether) {
  const json dcr = {{"response", "dcr"}};
  const auto with = [](json options, const std::string& key, const json& value) {
    options[key] = value;
    return options;
  };
  const json terms = {"age", "arm"};
  const json result = table(with(dcr, "terms", terms));
  ASSERT_TRUE(result["ok"]) << result.dump();
  const json& rows = result["value"]["rows"];
  ASSERT_EQ(rows.size(), 3u);
  const json together = answer(with(dcr, "terms", terms))["value"];
  EXPECT_EQ(result["value"]["model"], together);
  EXPECT_EQ(result["value"]["multivariableTests"], together["termTests"]);
  EXPECT_NEAR(result["value"]["eventsPerVariable"], 6 / 2.0, 1e-15) << "6 of 14 have the outcome";
  for (const std::size_t i : {0u, 2u}) {
    const json alone = answer(with(dcr, "terms", {rows[i]["name"]}))["value"];
    EXPECT_EQ(result["value"]["univariableTests"][i / 2], alone["termTests"][0]);
    for (const char* number :
         {"oddsRatio", "lower", "upper", "p", "profileLower", "profileUpper", "profileP"}) {
      EXPECT_EQ(rows[i]["univariable"][number], alone["terms"][i == 0 ? 0 : 1][number]) << number;
      EXPECT_EQ(rows[i]["multivariable"][number], together["terms"][i][number]) << number;
    }
  }
  EXPECT_EQ(rows[0]["n"], 14);
  EXPECT_EQ(rows[0]["events"], 6);
  EXPECT_EQ(rows[1]["reference"], true);
  EXPECT_EQ(rows[1]["n"], 6);
  EXPECT_EQ(rows[1]["events"], 2);
  EXPECT_EQ(rows[2]["n"], 8);
  EXPECT_EQ(rows[2]["events"], 4);
}

TEST(LogisticAnalysis, EntersTermsIntoTheTableByRule) {
  json options = {{"response", "dcr"}, {"terms", {"age", "arm"}}, {"entry", "chosen"}};
  options["chosen"] = {"arm"};
  const json chosen = table(options)["value"];
  EXPECT_TRUE(chosen["rows"][0]["multivariable"].is_null());
  EXPECT_EQ(chosen["rows"][2]["multivariable"], chosen["rows"][2]["univariable"]);
  options.erase("chosen");
  options["entry"] = 1e-9;
  const json none = table(options);
  EXPECT_TRUE(none["value"]["model"].is_null());
  EXPECT_EQ(none["used"], 14);
  options["entry"] = 2;
  expectProblem(table(options), "valueNotAllowed");
  options["entry"] = "all";
  options["chosen"] = {"arm"};
  expectProblem(table(options), "valueNotAllowed");
  expectProblem(table({{"response", "dcr"}, {"terms", {"age", "age:arm"}}}), "valueNotAllowed",
                "age:arm");
}

TEST(LogisticAnalysis, KeepsTheUnivariableModelsWhereThereAreTooFewEventsForAll) {
  const json result = table({{"response", "orr"}, {"terms", {"age", "site"}}});
  ASSERT_TRUE(result["ok"]) << result.dump();
  EXPECT_EQ(result["value"]["refused"]["code"], "tooFewEvents");
  EXPECT_EQ(result["value"]["refused"]["detail"], "3 / 2");
  EXPECT_TRUE(result["value"]["model"].is_null());
  EXPECT_FALSE(result["value"]["rows"][0]["univariable"].is_null());
}

TEST(LogisticAnalysis, WarnsOfSeparationInATableOnce) {
  const json result = table({{"response", "orr"}, {"terms", {"arm"}}});
  ASSERT_TRUE(result["ok"]) << result.dump();
  EXPECT_EQ(std::count_if(result["warnings"].begin(), result["warnings"].end(),
                          [](const json& own) { return own["code"] == "separation"; }),
            1);
  EXPECT_TRUE(result["value"]["rows"][1]["univariable"]["diverging"]);
  const json firth = table({{"response", "orr"}, {"terms", {"arm"}}, {"penalty", "firth"}});
  EXPECT_FALSE(firth["value"]["rows"][1]["multivariable"]["profileLower"].is_null());
}

}  // namespace
}  // namespace riskset
