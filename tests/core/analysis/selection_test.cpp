// Which rows every analysis of a file works on: exclusions, derived columns cut at quantiles, and
// the conditions of the whole file, in this order.
#include <gtest/gtest.h>

#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

using nlohmann::json;

const std::string kCohort =
    "arm,age,months,dead\nA,40,1,1\nA,50,2,0\nA,60,3,1\nB,70,4,1\nB,80,5,0\nB,,6,1\nB,99,7,1\n";

json file(const char* more = "{}") {
  json keys = json::parse(R"({
    "columns": {"arm": {"type": "category"}, "age": {"type": "number"},
                "months": {"type": "number"}, "dead": {"type": "category"}},
    "endpoints": {"OS": {"time": "months", "event": "dead", "eventLevels": ["1"]}}})");
  keys.update(json::parse(more));
  return keys;
}

json curves(const char* more = "{}") {
  json options = json::parse(R"({"id": "os", "method": "kaplanMeier", "endpoint": "OS"})");
  options.update(json::parse(more));
  return options;
}

TEST(Selection, AppliesTheConditionsOfTheFileToEveryAnalysis) {
  const json rest = file(R"({"where": {"column": "age", "atLeast": 50}})");
  const json all = analyzeOne(kCohort, rest, curves());
  EXPECT_EQ(all["used"], 5);
  EXPECT_EQ(all["excluded"], json::parse(R"([{"row": 6, "why": "missing", "column": "age",
                                              "detail": ""}])"))
      << "who is younger is not excluded, but no part of the question";
  const json both =
      analyzeOne(kCohort, rest, curves(R"({"where": {"column": "arm", "in": ["B"]}})"));
  EXPECT_EQ(both["used"], 3);
  const json table = analyzeOne(kCohort, rest, {{"method", "tableOne"}, {"variables", {"arm"}}});
  EXPECT_EQ(table["value"]["n"], 5);
}

TEST(Selection, RefusesEveryAnalysisUnderAConditionThatCannotHold) {
  const json result =
      analyzeOne(kCohort, file(R"({"where": {"column": "sex", "in": ["m"]}})"), curves());
  EXPECT_EQ(result["problem"]["code"], "columnMissing");
  EXPECT_EQ(result["problem"]["column"], "sex");
}

// The median of 40, 50, 60, 70, 80, 99 is 65; without row 7 it is 60, which is "old".
TEST(Selection, CutsAtQuantilesOfTheRowsThatAreNotExcluded) {
  const char* derived =
      R"({"derived": {"old": {"cut": "age", "quantiles": [0.5], "labels": ["young", "old"]}}})";
  const auto sizes = [&](const json& rest) {
    const json groups = analyzeOne(kCohort, rest, curves(R"({"by": "old"})"))["value"]["groups"];
    return std::pair(groups[0]["n"].get<int>(), groups[1]["n"].get<int>());
  };
  EXPECT_EQ(sizes(file(derived)), std::pair(3, 3));
  json rest = file(derived);
  rest["exclude"] = json::parse(R"([{"row": 7, "why": "99 means unknown"}])");
  EXPECT_EQ(sizes(rest), std::pair(2, 3));
}

// As rows: 40 five times, 50, 60, 70, whose median is 40. As patients 40, 50, 60, 70: 55. Rows that
// name nobody count each.
TEST(Selection, CutsAtQuantilesOfPatients) {
  const std::string csv =
      "id,age,months,dead\na,,1,1\na,40,1,1\na,40,2,0\na,40,3,1\na,40,4,1\na,40,5,0\n"
      "b,50,6,1\nc,60,7,1\nc,60,8,1\nd,70,9,0\n";
  json rest = json::parse(R"({
    "columns": {"id": {"type": "category"}, "age": {"type": "number"},
                "months": {"type": "number"}, "dead": {"type": "category"}},
    "endpoints": {"OS": {"time": "months", "event": "dead", "eventLevels": ["1"]}},
    "derived": {"old": {"cut": "age", "quantiles": [0.5], "labels": ["young", "old"],
                        "patient": "id"}}})");
  const auto sizes = [&](const std::string& rows) {
    const json result = analyzeOne(rows, rest, curves(R"({"by": "old"})"));
    const json& groups = result["value"]["groups"];
    return std::pair(groups[0]["n"].get<int>(), groups[1]["n"].get<int>());
  };
  EXPECT_EQ(sizes(csv), std::pair(6, 3));
  const json cut = {{"method", "cutPoints"}, {"cut", "age"}, {"quantiles", {0.5}}};
  EXPECT_EQ(analyzeOne(csv, rest, cut)["problem"]["code"], "tooFewValues") << "nobody is below 40";
  json once = cut;
  once["patient"] = "id";
  EXPECT_EQ(analyzeOne(csv, rest, once)["value"]["at"], json::parse("[55]"));
  EXPECT_EQ(sizes(csv + ",70,1,1\n,70,1,1\n"), std::pair(8, 3)) << "40, 50, 60, 70, 70, 70: 65";
  rest["exclude"] = json::parse(R"([{"row": 10}])");
  EXPECT_EQ(sizes(csv), std::pair(5, 3)) << "40, 50, 60: 50 is old";
  rest["derived"]["old"]["patient"] = "age";
  EXPECT_EQ(analyzeOne(csv, rest, curves(R"({"by": "old"})"))["problem"]["code"],
            "columnWrongType");
}

TEST(Selection, LetsConditionsComeAfterTheCut) {
  json rest = file(R"({
    "derived": {"old": {"cut": "age", "quantiles": [0.5], "labels": ["young", "old"]}},
    "where": {"column": "old", "in": ["old"]}})");
  EXPECT_EQ(analyzeOne(kCohort, rest, curves())["used"], 3);
  const json cut =
      analyzeOne(kCohort, rest, {{"method", "cutPoints"}, {"cut", "age"}, {"quantiles", {0.5}}});
  EXPECT_EQ(cut["value"]["at"], json::parse("[65]")) << "of everybody, not of the old";
  EXPECT_EQ(cut["used"], 6);
}

// Days 100, 200 and 300 after 1970-01-01 are 1970-04-11, 1970-07-20 and 1970-10-28.
TEST(Selection, ComparesDatesWithDaysAndCutsAtThem) {
  const std::string csv = "start,months,dead\n100,1,1\n200,2,0\n300,3,1\n,4,1\n";
  json rest = json::parse(R"({
    "columns": {"start": {"type": "date"}, "months": {"type": "number"},
                "dead": {"type": "category"}},
    "endpoints": {"OS": {"time": "months", "event": "dead", "eventLevels": ["1"]}},
    "derived": {"era": {"cut": "start", "dates": ["1970-07-20"], "labels": ["early", "late"]}}})");
  const auto asked = [&](const char* more) { return analyzeOne(csv, rest, curves(more)); };
  EXPECT_EQ(asked(R"({"where": {"column": "start", "atLeast": "1970-07-20"}})")["used"], 2);
  EXPECT_EQ(asked(R"({"where": {"column": "start", "below": "1970-07-20"}})")["used"], 1);
  const json groups = asked(R"({"by": "era"})")["value"]["groups"];
  EXPECT_EQ(groups[0]["n"], 1);
  EXPECT_EQ(groups[1]["n"], 2);

  const auto code = [&](const char* more) { return asked(more)["problem"]["code"]; };
  EXPECT_EQ(code(R"({"where": {"column": "start", "atLeast": 100}})"), "columnWrongType");
  EXPECT_EQ(code(R"({"where": {"column": "months", "below": "1970-07-20"}})"), "columnWrongType");
  EXPECT_EQ(code(R"({"where": {"column": "dead", "below": "1970-07-20"}})"), "columnWrongType");
  EXPECT_EQ(code(R"({"where": {"column": "start", "below": "20.7.1970"}})"), "valueNotAllowed");
  json whole = rest;
  whole["derived"]["era"]["dates"] = json::array({"1970-02-30"});
  whole["analyses"] = json::array();
  EXPECT_EQ(analyzeCsv(csv, whole)["problem"]["code"], "valueNotAllowed");
  rest["derived"]["era"] =
      json::parse(R"({"cut": "months", "dates": ["1970-07-20"], "labels": ["early", "late"]})");
  EXPECT_EQ(code(R"({"by": "era"})"), "columnWrongType");
}

TEST(Selection, SaysWhyANumberCannotBeCut) {
  const auto problem = [](const char* more) {
    json options = json::parse(R"({"method": "cutPoints", "cut": "age"})");
    options.update(json::parse(more));
    return analyzeOne(kCohort, file(), options)["problem"];
  };
  EXPECT_EQ(problem(R"({"cut": "arm", "quantiles": [0.5]})")["code"], "columnWrongType");
  EXPECT_EQ(problem(R"({"at": [1], "quantiles": [0.5]})")["code"], "valueNotAllowed");
  EXPECT_EQ(problem("{}")["code"], "valueNotAllowed");
  EXPECT_EQ(problem(R"({"at": [60, 60]})")["code"], "valueNotAllowed");
  EXPECT_EQ(problem(R"({"quantiles": [0, 0.5]})")["code"], "valueNotAllowed");
  const json few = problem(R"({"quantiles": [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]})");
  EXPECT_EQ(few["code"], "tooFewValues");
  EXPECT_EQ(few["column"], "age");
  EXPECT_EQ(few["detail"], "10") << "ten groups of six values";
}

TEST(Selection, RefusesOnlyWhatReadsAColumnThatCannotBeCut) {
  json rest = file(R"({"derived": {"one": {"cut": "months", "quantiles": [0.5],
                                           "labels": ["early", "late"]}}})");
  const std::string csv = "arm,age,months,dead\nA,40,3,1\nA,50,3,0\nB,60,3,1\n";
  EXPECT_EQ(analyzeOne(csv, rest, curves(R"({"by": "one"})"))["problem"]["code"], "tooFewValues");
  EXPECT_TRUE(analyzeOne(csv, rest, curves())["ok"]);
}

}  // namespace
}  // namespace riskset
