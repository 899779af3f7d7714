// Trends over groups and two groups within strata, from columns of a cohort.

#include <gtest/gtest.h>

#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

using nlohmann::json;

const std::string kHead = "arm,site,dose,dead,best\n";
const std::vector<std::string> kRows{
    "A,x,0,0,PD\n", "A,x,1,1,PR\n", "A,y,1,0,SD\n", "A,y,2,0,NE\n", "A,y,2,1,\n",
    "B,x,0,1,CR\n", "B,x,1,1,PR\n", "B,y,2,1,PD\n", "B,y,2,0,PR\n", "B,,2,1,PR\n",
};

std::string csv(const std::vector<std::string>& rows) {
  std::string text = kHead;
  for (const auto& row : rows)
    text += row;
  return text;
}

json file() {
  return {{"riskset", 1},
          {"columns",
           {{"arm", {{"type", "category"}, {"levels", {"A", "B"}}}},
            {"site", {{"type", "category"}}},
            {"dose", {{"type", "number"}}},
            {"dead", {{"type", "number"}}},
            {"best", {{"type", "category"}}}}},
          {"arm", "arm"},
          {"response", {{"column", "best"}}}};
}

const json kStrata{
    {"method", "cochranMantelHaenszel"}, {"column", "dead"}, {"levels", "1"}, {"strata", "site"}};
const json kTrend{
    {"method", "cochranArmitage"}, {"column", "dead"}, {"levels", "1"}, {"by", "dose"}};

json with(json analysis, const json& more) {
  analysis.update(more);
  return analysis;
}

json resultOf(const json& analysis, const std::vector<std::string>& rows = kRows) {
  return analyzeOne(csv(rows), file(), analysis);
}

void expectProblem(const json& result, const std::string& code, const std::string& column) {
  ASSERT_FALSE(result["ok"]) << result.dump();
  EXPECT_EQ(result["problem"]["code"], code) << result["problem"].dump();
  EXPECT_EQ(result["problem"]["column"], column) << result["problem"].dump();
}

TEST(StratifiedTables, CompareTheArmWithItsReferenceInEachStratum) {
  const json result = resultOf(kStrata);
  EXPECT_EQ(result["used"], 9);
  EXPECT_EQ(result["excluded"][0]["column"], "site");
  EXPECT_EQ(result["value"]["a"], "B");
  EXPECT_EQ(result["value"]["b"], "A");
  EXPECT_EQ(result["value"]["strata"], json::parse(R"([{"label": "x", "table": [[2, 0], [1, 1]]},
                                                       {"label": "y", "table": [[1, 1], [1, 2]]}])"));
  const json counted =
      analyzeOne("\n", {{"riskset", 1}},
                 {{"method", "cochranMantelHaenszel"},
                  {"counts", json::parse("[[[2, 0], [1, 1]], [[1, 1], [1, 2]]]")}});
  EXPECT_EQ(counted["value"]["test"], result["value"]["test"]);
  EXPECT_EQ(counted["value"]["oddsRatio"], result["value"]["oddsRatio"]);
  EXPECT_EQ(result["value"]["exact"], nullptr);
}

TEST(StratifiedTables, CountResponsesOfTheEvaluable) {
  json of{{"method", "cochranMantelHaenszel"}, {"strata", "site"}, {"response", "orr"}};
  EXPECT_EQ(resultOf(of)["value"]["strata"][1]["table"], json::parse("[[1, 1], [0, 3]]"));
  of["denominator"] = "evaluable";
  EXPECT_EQ(resultOf(of)["value"]["strata"][1]["table"], json::parse("[[1, 1], [0, 1]]"));
}

TEST(StratifiedTables, DoNotDependOnTheOrderOfRows) {
  std::vector<std::string> shuffled(kRows.rbegin(), kRows.rend());
  std::swap(shuffled[1], shuffled[6]);
  for (const json& analysis : {with(kStrata, {{"exact", true}}), kTrend}) {
    json one = resultOf(analysis), other = resultOf(analysis, shuffled);
    EXPECT_EQ(one["value"]["test"], other["value"]["test"]);
    EXPECT_EQ(one["value"].value("exact", json{}), other["value"].value("exact", json{}));
  }
}

TEST(StratifiedTables, NeedTwoGroupsAndStrata) {
  expectProblem(resultOf(with(kStrata, {{"by", "dose"}})), "twoGroupsOnly", "dose");
  expectProblem(resultOf(with(kStrata, {{"where", {{"column", "arm"}, {"in", {"A"}}}}})),
                "oneGroup", "arm");
  json without = kStrata;
  without.erase("strata");
  expectProblem(resultOf(without), "missingKey", "");
  expectProblem(resultOf(with(kStrata, {{"strata", "arm"}})), "notEstimable", "");
}

TEST(Trend, ScoresTheGroupsInTheirOrder) {
  const json result = resultOf(kTrend);
  EXPECT_EQ(result["used"], 10);
  EXPECT_EQ(result["value"]["groups"],
            json::parse(R"([{"label": "0", "events": 1, "n": 2, "score": 1.0},
                            {"label": "1", "events": 2, "n": 3, "score": 2.0},
                            {"label": "2", "events": 3, "n": 5, "score": 3.0}])"));
  const json counted =
      analyzeOne("\n", {{"riskset", 1}},
                 {{"method", "cochranArmitage"}, {"counts", {{"x", {1, 2, 3}}, {"n", {2, 3, 5}}}}});
  EXPECT_EQ(counted["value"]["z"], result["value"]["z"]);
  // Only how far scores are apart matters.
  const json moved = resultOf(with(kTrend, {{"scores", {-4, 0, 4}}}));
  EXPECT_NEAR(moved["value"]["z"].get<double>(), result["value"]["z"].get<double>(), 1e-14);
}

TEST(Trend, RefusesScoresThatDoNotFit) {
  expectProblem(resultOf(with(kTrend, {{"scores", {1, 2}}})), "valueNotAllowed", "");
  expectProblem(resultOf(with(kTrend, {{"scores", {2, 2, 2}}})), "notEstimable", "");
  expectProblem(resultOf(with(kTrend, {{"where", {{"column", "dose"}, {"below", 1}}}})), "oneGroup",
                "dose");
  expectProblem(
      analyzeOne("\n", {{"riskset", 1}},
                 {{"method", "cochranArmitage"}, {"counts", {{"x", {1, 2}}, {"n", {3}}}}}),
      "valueNotAllowed", "");
}

// A sentence stands for each kind of table that says nothing.
TEST(Tables, SayWhatHoldsNoInformation) {
  const auto detailOf = [](json analysis, const char* counts) {
    analysis["counts"] = json::parse(counts);
    const json result = analyzeOne("\n", {{"riskset", 1}}, analysis);
    EXPECT_EQ(result["problem"]["code"], "notEstimable") << result.dump();
    return result["problem"]["detail"];
  };
  EXPECT_EQ(detailOf({{"method", "contingency"}}, "[[3, 4], [0, 0]]"), "table");
  EXPECT_EQ(detailOf({{"method", "contingency"}}, "[]"), "table");
  EXPECT_EQ(detailOf({{"method", "cochranArmitage"}}, R"({"x": [0, 0], "n": [4, 5]})"), "trend");
  EXPECT_EQ(detailOf({{"method", "cochranMantelHaenszel"}}, "[[[3, 4], [0, 0]]]"), "strata");
  EXPECT_EQ(detailOf({{"method", "kappa"}}, "[[3, 0], [0, 0]]"), "kappa");
}

TEST(Tables, WarnOfAnExactTestThatIsNotMade) {
  const auto warned = [](json analysis, const json& counts) {
    analysis["counts"] = counts;
    analysis["exact"] = true;
    const json result = analyzeOne("\n", {{"riskset", 1}}, analysis);
    return result["warnings"].at(0)["code"] == "notTested" ? result["warnings"][0]["detail"]
                                                           : json{};
  };
  EXPECT_EQ(warned({{"method", "contingency"}}, json::parse("[[200000, 5], [7, 9], [3, 4]]")),
            "fisher");
  EXPECT_EQ(warned({{"method", "cochranMantelHaenszel"}},
                   std::vector<json>(30, json::parse("[[500000, 500000], [500000, 500000]]"))),
            "exact");
}

}  // namespace
}  // namespace riskset
