#include <gtest/gtest.h>

#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

using nlohmann::json;

const std::string kCohort =
    "arm,age,sex,site,grade\n"
    "A,60,F,x,1\nA,62,M,y,2\nA,70,F,x,1\nA,,M,x,3\n"
    "B,50,F,y,1\nB,58,F,x,\nB,64,M,y,2\nB,71,F,y,3\nB,66,,x,1\n";

json tableOf(const std::string& csv, json more = json::object()) {
  json analysis{
      {"method", "tableOne"},
      {"by", "arm"},
      {"smd", true},
      {"variables", {"age", "sex", "site", {{"column", "grade"}, {"summary", "counts"}}}}};
  analysis.update(more);
  return analyzeOne(csv, {{"columns", {{"arm", {{"type", "category"}}}}}}, analysis);
}

// By hand: the median of 60, 62, 70 is 62; two of four in A are female, three of the four known in
// B.
TEST(TableOne, MatchesHandCounts) {
  const json result = tableOf(kCohort);
  const json& table = result["value"];
  EXPECT_EQ(table["n"], 9);
  EXPECT_EQ(table["arms"], json::parse(R"([{"label":"A","n":4},{"label":"B","n":5}])"));
  const json& age = table["rows"][0];
  EXPECT_EQ(age["summary"], "median");
  EXPECT_EQ(age["perArm"][0]["median"], 62);
  EXPECT_EQ(age["perArm"][0]["n"], 3);
  EXPECT_EQ(age["perArm"][0]["missing"], 1);
  EXPECT_EQ(age["overall"]["min"], 50);
  EXPECT_EQ(age["overall"]["percent"], nullptr);
  const json& female = table["rows"][1];
  EXPECT_EQ(female["level"], "F");
  EXPECT_EQ(female["perArm"][0]["percent"], 50);
  EXPECT_EQ(female["perArm"][1]["percent"], 75) << "of the four whose sex is known";
  EXPECT_EQ(female["perArm"][1]["missing"], 1);
  EXPECT_EQ(female["overall"]["percent"], 62.5);
  EXPECT_EQ(table["rows"][5]["variable"], "grade");
  EXPECT_EQ(table["rows"][5]["level"], "1");
  EXPECT_EQ(table["tests"][0]["name"], "wilcoxonExact");
  EXPECT_EQ(table["tests"][1]["name"], "fisher");
  EXPECT_EQ(table["tests"][0]["adjustedP"], nullptr);
}

TEST(TableOne, SaysWhereSmallExpectedCountsChangedTheTest) {
  const json result = tableOf(kCohort);
  EXPECT_EQ(result["warnings"].dump().find("smallExpectedCounts") == std::string::npos, false);
  const json asked = tableOf(kCohort, {{"variables", {{{"column", "sex"}, {"test", "fisher"}}}}});
  EXPECT_EQ(asked["warnings"].dump().find("smallExpectedCounts"), std::string::npos)
      << "a test that was chosen is no news";
}

std::string withArms(std::string csv, char a, char b) {
  for (std::size_t i = 0; i < csv.size(); ++i) {
    if (csv[i] == '\n' && i + 1 < csv.size()) csv[i + 1] = csv[i + 1] == 'A' ? a : b;
  }
  return csv;
}

TEST(TableOne, MirrorsWhenTheArmsChangeNames) {
  const json there = tableOf(kCohort)["value"];
  const json back = tableOf(withArms(kCohort, 'B', 'A'))["value"];
  for (std::size_t row = 0; row < there["rows"].size(); ++row) {
    EXPECT_EQ(there["rows"][row]["overall"], back["rows"][row]["overall"]);
    json own = there["rows"][row]["perArm"][0], other = back["rows"][row]["perArm"][1];
    own.erase("label");
    other.erase("label");
    EXPECT_EQ(own, other);
  }
  for (std::size_t i = 0; i < there["tests"].size(); ++i) {
    EXPECT_NEAR(there["tests"][i]["p"].get<double>(), back["tests"][i]["p"].get<double>(), 1e-14);
    const double one = there["smd"][i]["value"], other = back["smd"][i]["value"];
    const bool severalLevels = i == 3;
    EXPECT_NEAR(one, severalLevels ? other : -other, 1e-14);
  }
}

TEST(TableOne, OfADuplicatedArmHasNoDifference) {
  std::string csv = "arm,age,sex,site,grade\n";
  for (const std::string arm : {"A", "B"})
    csv += arm + ",50,F,x,1\n" + arm + ",61,M,y,2\n" + arm + ",61,F,x,3\n" + arm + ",70,F,x,1\n";
  for (const std::string summary : {"median", "mean"}) {
    const json table = tableOf(csv, {{"variables",
                                      {{{"column", "age"}, {"summary", summary}},
                                       "sex",
                                       "site",
                                       {{"column", "grade"}, {"summary", "counts"}}}}})["value"];
    for (const json& test : table["tests"])
      EXPECT_NEAR(test["p"].get<double>(), 1, 1e-12) << test.dump();
    for (const json& smd : table["smd"])
      EXPECT_EQ(smd["value"], 0) << smd.dump();
  }
}

TEST(TableOne, DoesNotDependOnTheOrderOfRows) {
  const std::string shuffled =
      "arm,age,sex,site,grade\n"
      "B,66,,x,1\nA,70,F,x,1\nB,50,F,y,1\nA,,M,x,3\nA,62,M,y,2\n"
      "B,71,F,y,3\nB,58,F,x,\nA,60,F,x,1\nB,64,M,y,2\n";
  const json columns{{"columns",
                      {{"arm", {{"type", "category"}, {"levels", {"A", "B"}}}},
                       {"sex", {{"type", "category"}, {"levels", {"F", "M"}}}},
                       {"site", {{"type", "category"}, {"levels", {"x", "y"}}}}}}};
  const json analysis{{"method", "tableOne"},
                      {"by", "arm"},
                      {"smd", true},
                      {"variables", {"age", "sex", "site", "grade"}}};
  EXPECT_EQ(analyzeOne(kCohort, columns, analysis)["value"],
            analyzeOne(shuffled, columns, analysis)["value"]);
}

TEST(TableOne, WithoutAnArmDescribesAll) {
  const json table = analyzeOne(kCohort, json::object(),
                                {{"method", "tableOne"}, {"variables", {"age", "sex"}}})["value"];
  EXPECT_TRUE(table["arms"].empty());
  EXPECT_TRUE(table["tests"].empty());
  EXPECT_TRUE(table["rows"][0]["perArm"].empty());
  EXPECT_EQ(table["rows"][0]["overall"]["n"], 8);
}

TEST(TableOne, LeavesOutPatientsWithoutAnArm) {
  const json result = tableOf(kCohort + ",40,F,x,1\n");
  EXPECT_EQ(result["used"], 9);
  EXPECT_EQ(result["excluded"][0]["row"], 10);
}

TEST(TableOne, KeepsAVariableThatNobodyHas) {
  const json result =
      tableOf("arm,age,sex,site,grade\nA,,,x,1\nA,,,y,2\nB,,,x,1\n",
              {{"variables", {{{"column", "age"}, {"summary", "median"}}, "site"}}});
  const json& age = result["value"]["rows"][0];
  EXPECT_EQ(age["overall"]["missing"], 3);
  EXPECT_EQ(age["overall"]["median"], nullptr);
  EXPECT_EQ(result["value"]["tests"][0]["name"], nullptr);
  EXPECT_EQ(result["value"]["smd"][0]["value"], nullptr);
  EXPECT_EQ(result["warnings"].dump().find("notTested") == std::string::npos, false);
}

TEST(TableOne, AdjustsTheTestsForEachOther) {
  const json table = tableOf(kCohort, {{"adjust", "bonferroni"}})["value"];
  for (const json& test : table["tests"])
    EXPECT_NEAR(test["adjustedP"].get<double>(), std::min(1.0, 4 * test["p"].get<double>()), 1e-15);
}

TEST(TableOne, TakesAutoForItsRules) {
  const json asked = {{{"column", "age"}, {"summary", "auto"}, {"test", "auto"}}};
  EXPECT_EQ(tableOf(kCohort, {{"variables", asked}})["value"]["tests"],
            tableOf(kCohort, {{"variables", {"age"}}})["value"]["tests"]);
}

TEST(TableOne, RefusesWhatDoesNotFit) {
  const auto code = [](const json& more) { return tableOf(kCohort, more)["problem"]["code"]; };
  EXPECT_EQ(code({{"variables", json::array()}}), "missingKey");
  EXPECT_EQ(code({{"variables", {"nobody"}}}), "columnMissing");
  EXPECT_EQ(code({{"variables", {{{"column", "sex"}, {"summary", "mean"}}}}}), "columnWrongType");
  EXPECT_EQ(code({{"variables", {{{"column", "age"}, {"test", "fisher"}}}}}), "valueNotAllowed");
  EXPECT_EQ(code({{"variables", {{{"column", "sex"}, {"test", "welch"}}}}}), "valueNotAllowed");
  EXPECT_EQ(code({{"variables", {{{"column", "age"}, {"test", "median"}}}}}), "valueNotAllowed");
  EXPECT_EQ(code({{"quantileType", 5}}), "valueNotAllowed");
}

TEST(CompareNumbers, SetsTheLaterArmAgainstTheFirst) {
  const json value = analyzeOne(kCohort, {{"arm", "arm"}},
                                {{"method", "compareNumbers"}, {"column", "age"}})["value"];
  EXPECT_EQ(value["a"], "B");
  EXPECT_EQ(value["b"], "A");
  EXPECT_NEAR(value["welch"]["difference"]["value"].get<double>(), 61.8 - 64, 1e-13);
  EXPECT_EQ(value["groups"][0]["missing"], 1);
}

TEST(CompareNumbers, SetsTheFirstOfTwoListsAgainstTheSecond) {
  const json value = analyzeOne(
      "\n", json::object(),
      {{"method", "compareNumbers"}, {"values", {{1, 2, nullptr, 6}, {2, 2.5}}}})["value"];
  EXPECT_EQ(value["a"], "1");
  EXPECT_EQ(value["welch"]["difference"]["value"], 0.75);
  EXPECT_EQ(value["groups"][0]["missing"], 1);
}

TEST(CompareNumbers, RefusesWhatDoesNotFit) {
  const auto code = [](json analysis) {
    return analyzeOne(kCohort, json::object(), analysis)["problem"]["code"];
  };
  EXPECT_EQ(code({{"method", "compareNumbers"}, {"column", "age"}}), "missingKey");
  EXPECT_EQ(code({{"method", "compareNumbers"}, {"values", {{1, 2}}}}), "oneGroup");
  EXPECT_EQ(code({{"method", "describe"}}), "missingKey");
  EXPECT_EQ(code({{"method", "describe"}, {"column", "sex"}}), "columnWrongType");
  EXPECT_EQ(code({{"method", "describe"}, {"column", "age"}, {"quantiles", 1.5}}),
            "valueNotAllowed");
  EXPECT_EQ(code({{"method", "correlation"}, {"values", {{1, 2}, {1}}}}), "valueNotAllowed");
  EXPECT_EQ(code({{"method", "correlation"}, {"values", {{1, 1}, {1, 2}}}}), "notEstimable");
  EXPECT_EQ(code({{"method", "correlation"}, {"x", "age"}}), "missingKey");
  EXPECT_EQ(code({{"method", "standardizedDifference"}, {"counts", {{1, 1}}}}), "valueNotAllowed");
  EXPECT_EQ(code({{"method", "standardizedDifference"}, {"column", "sex"}, {"by", "grade"}}),
            "twoGroupsOnly");
}

// What the one method says of a column, the other says in its table.
TEST(StandardizedDifference, IsTheOneOfTableOne) {
  const json smd = tableOf(kCohort)["value"]["smd"];
  for (std::size_t i = 0; i < 3; ++i) {
    const json value =
        analyzeOne(kCohort, {{"arm", "arm"}},
                   {{"method", "standardizedDifference"}, {"column", smd[i]["variable"]}})["value"];
    EXPECT_EQ(value["difference"], smd[i]["value"]);
    EXPECT_EQ(value["a"], "B");
  }
}

}  // namespace
}  // namespace riskset
