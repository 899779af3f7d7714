// What the entry point answers to good and to bad input.

#include "core/analysis/analyze.h"

#include <gtest/gtest.h>

#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

using nlohmann::json;

const std::string kCohort =
    "arm,months,dead,age,sex,response,start,stop\n"
    "B,5,1,60,m,PR,10,160\n"
    "A,3,1,55,f,PD,20,110\n"
    "B,9,0,,m,SD,30,300\n"
    "A,4,1,70,m,,40,160\n"
    "B,7,1,66,f,CR,50,260\n"
    "A,6,0,48,f,SD,60,240\n"
    "B,2,1,59,m,NE,70,130\n"
    "A,1,1,63,f,PD,80,110\n";

json file() {
  return {{"riskset", 1},
          {"columns",
           {{"months", {{"type", "number"}}},
            {"dead", {{"type", "number"}}},
            {"age", {{"type", "number"}}},
            {"arm", {{"type", "category"}, {"levels", {"A", "B"}}}},
            {"sex", {{"type", "category"}, {"levels", {"f", "m"}}}},
            {"response", {{"type", "category"}}}}},
          {"arm", "arm"},
          {"response", {{"column", "response"}}},
          {"endpoints", {{"OS", {{"time", "months"}, {"event", "dead"}, {"eventLevels", {"1"}}}}}}};
}

json curves() {
  return {{"id", "os"}, {"method", "kaplanMeier"}, {"endpoint", "OS"}, {"by", "arm"}};
}

json with(json analysis, const std::string& key, const json& value) {
  analysis[key] = value;
  return analysis;
}

json cohortWith(const std::string& from, const std::string& to, const json& rest,
                const json& analysis) {
  std::string csv = kCohort;
  csv.replace(csv.find(from), from.size(), to);
  return analyzeOne(csv, rest, analysis);
}

void expectProblem(const json& result, const std::string& code, const std::string& column,
                   const std::vector<int>& rows = {}) {
  ASSERT_FALSE(result["ok"]) << result.dump();
  EXPECT_EQ(result["problem"]["code"], code) << result["problem"].dump();
  EXPECT_EQ(result["problem"]["column"], column) << result["problem"].dump();
  EXPECT_EQ(result["problem"]["rows"], json(rows)) << result["problem"].dump();
}

bool hasWarning(const json& result, const std::string& code) {
  for (const auto& warning : result["warnings"]) {
    if (warning["code"] == code) return true;
  }
  return false;
}

TEST(Analyze, AnswersWithTheRowsUsedAndThoseLeftOut) {
  const json result = analyzeOne(
      kCohort, file(), {{"id", "x"}, {"method", "cox"}, {"endpoint", "OS"}, {"terms", "age"}});
  EXPECT_EQ(result["used"], 7);
  EXPECT_EQ(result["excluded"],
            json::parse(R"([{"row": 3, "why": "missing", "column": "age", "detail": ""}])"));
}

TEST(Analyze, FollowsTheOrderOfTheLevelsNotOfTheRows) {
  const json result = analyzeOne(kCohort, file(), curves());
  EXPECT_EQ(result["value"]["groups"][0]["label"], "A");
  EXPECT_EQ(result["value"]["groups"][1]["label"], "B");
}

TEST(Analyze, ExcludesRowsThatTheFileExcludesWithItsReason) {
  const json rest =
      with(file(), "exclude", json::parse(R"([{"row": 1, "why": "withdrew consent"}])"));
  const json result = analyzeOne(kCohort, rest, curves());
  EXPECT_EQ(result["used"], 7);
  EXPECT_EQ(result["excluded"][0]["detail"], "withdrew consent");
}

TEST(Analyze, KeepsTheRowsOnWhichEveryConditionHolds) {
  const auto used = [](const char* where) {
    return analyzeOne(kCohort, file(), with(curves(), "where", json::parse(where)))["used"];
  };
  EXPECT_EQ(used(R"({"column": "sex", "in": ["m"]})"), 4);
  EXPECT_EQ(used(R"({"column": "age", "atLeast": 60})"), 4);
  EXPECT_EQ(used(R"({"column": "age", "below": 60})"), 3);
  EXPECT_EQ(used(R"({"column": "age", "missing": true})"), 1);
  EXPECT_EQ(used(R"([{"column": "sex", "in": "m"}, {"column": "age", "missing": false}])"), 3);
  EXPECT_EQ(used(R"({"column": "dead", "in": [1]})"), 6);
}

TEST(Analyze, CutsANumberIntoIntervalsClosedOnTheLeft) {
  json rest =
      with(file(), "derived",
           json::parse(R"({"old": {"cut": "age", "at": [60], "labels": ["<60", ">=60"]}})"));
  const json result = analyzeOne(kCohort, rest, with(curves(), "by", "old"));
  EXPECT_EQ(result["value"]["groups"][0]["n"], 3);
  EXPECT_EQ(result["value"]["groups"][1]["n"], 4) << "60 itself is >=60";
}

TEST(Analyze, MergesLevels) {
  json rest = file();
  rest["columns"]["response"] = json::parse(R"({"type": "category", "levels": ["no", "yes"],
    "merge": {"no": ["SD", "PD", "NE"], "yes": ["CR", "PR"]}})");
  const json result = analyzeOne(kCohort, rest, with(curves(), "by", "response"));
  EXPECT_EQ(result["value"]["groups"][0]["n"], 5);
  EXPECT_EQ(result["value"]["groups"][1]["n"], 2);
}

TEST(Analyze, MeasuresTimeBetweenTwoDates) {
  json rest = file();
  rest["columns"]["start"] = rest["columns"]["stop"] = {{"type", "number"}};
  rest["endpoints"]["OS"] =
      json::parse(R"({"start": "start", "end": "stop", "event": "dead", "eventLevels": "1"})");
  expectProblem(analyzeOne(kCohort, rest, curves()), "columnWrongType", "start");
}

TEST(Analyze, WarnsOfCurvesThatCrossWithTheirNamesAndTheTime) {
  std::string csv = "arm,months,dead\n";
  const auto add = [&](int patients, const char* row) {
    for (int i = 0; i < patients; ++i)
      csv += row;
  };
  add(20, "A | C: 2,1,1\n");
  add(80, "A | C: 2,20,0\n");
  for (const char* row : {"B | D,5,1\n", "B | D,6,1\n", "B | D,7.5,1\n", "B | D,8,1\n"})
    add(10, row);
  add(60, "B | D,20,0\n");
  json rest = file();
  rest["columns"]["arm"]["levels"] = {"A | C: 2", "B | D"};
  const json result = analyzeOne(csv, rest, curves());
  ASSERT_TRUE(hasWarning(result, "curvesCross"));
  const json& crossing = result["warnings"][2];
  EXPECT_EQ(crossing["detail"], "7.5") << result["warnings"].dump();
  EXPECT_EQ(crossing["levels"], json({"A | C: 2", "B | D"}))
      << "whatever characters the labels hold";
  EXPECT_FALSE(hasWarning(analyzeOne(csv, rest, with(curves(), "reverse", true)), "curvesCross"))
      << "follow-up may cross";
}

TEST(Analyze, RestrictsMeansToTimesAboveZero) {
  expectProblem(analyzeOne(kCohort, file(), with(curves(), "restrictTo", 0)), "valueNotAllowed",
                "");
  const json result = analyzeOne(kCohort, file(), with(curves(), "restrictTo", {4, 7}));
  EXPECT_EQ(result["value"]["restrictedMeanContrast"].size(), 2);
  EXPECT_TRUE(result["value"]["groups"][0]["restrictedMean"][1]["value"].is_null())
      << "arm A is followed to 6 months";
  EXPECT_TRUE(hasWarning(result, "meanBeyondFollowUp"));
}

TEST(Analyze, WarnsOfRestrictedMeansWithoutErrorAndOfLimitsThatCannotBe) {
  const json result = analyzeOne(kCohort, file(), with(curves(), "restrictTo", {0.5, 2.5}));
  std::vector<json> told;
  for (const json& warning : result["warnings"]) {
    if (warning["code"] == "meanWithoutError" || warning["code"] == "meanLimitOutOfRange")
      told.push_back({warning["code"], warning["levels"], warning["detail"]});
  }
  EXPECT_EQ(told, (std::vector<json>{{"meanWithoutError", {"A"}, "0.5"},
                                     {"meanLimitOutOfRange", {"A"}, "2.5"},
                                     {"meanWithoutError", {"B"}, "0.5"},
                                     {"meanLimitOutOfRange", {"B"}, "2.5"}}))
      << result["warnings"].dump();
  EXPECT_TRUE(result["value"]["restrictedMeanContrast"][0]["difference"]["p"].is_null()) << "both";
  EXPECT_TRUE(result["value"]["restrictedMeanContrast"][1]["difference"]["p"].is_number());
}

json curvesOf(const std::string& csv, const json& endpoint, const json& more = json::object()) {
  json rest{{"riskset", 1},
            {"columns",
             {{"t", {{"type", "number"}}},
              {"e", {{"type", "number"}}},
              {"w", {{"type", "number"}}},
              {"from", {{"type", "number"}}},
              {"id", {{"type", "category"}}}}},
            {"endpoints", {{"OS", endpoint}}}};
  json analysis{{"id", "os"}, {"method", "kaplanMeier"}, {"endpoint", "OS"}};
  analysis.update(more);
  return analyzeOne(csv, rest, analysis);
}

const json kTimed{{"time", "t"}, {"event", "e"}, {"eventLevels", {"1"}}};
const json kLate{{"time", "t"}, {"entry", "from"}, {"event", "e"}, {"eventLevels", {"1"}}};

TEST(Analyze, RefusesNegativeWeightsAndSaysWhichAreZeroOrMissing) {
  const std::string head = "t,e,w\n1,1,";
  const json weighted{{"weights", "w"}};
  expectProblem(curvesOf(head + "1\n2,0,-0.5\n3,1,-2\n", kTimed, weighted), "weightNegative", "w",
                {2, 3});
  expectProblem(curvesOf(head + "0\n2,0,0\n", kTimed, weighted), "weightsZero", "w");
  const json result = curvesOf(head + "2\n2,0,0\n3,1,\n4,0,1\n", kTimed, weighted);
  EXPECT_EQ(result["used"], 3);
  EXPECT_EQ(result["excluded"][0]["column"], "w");
  EXPECT_EQ(result["warnings"][0]["code"], "weightZero");
  EXPECT_EQ(result["warnings"][0]["rows"], json({2}));
  EXPECT_EQ(result["value"]["groups"][0]["n"], 3) << "counts are of patients";
  EXPECT_DOUBLE_EQ(result["value"]["groups"][0]["steps"]["survival"][0].get<double>(), 1.0 / 3);
}

TEST(Analyze, ChoosesTheVarianceAsSurvfitDoes) {
  const auto varianceOf = [](const std::string& weight, const json& more) {
    json asked{{"weights", "w"}};
    asked.update(more);
    const json result =
        curvesOf("t,e,w,id\n1,1," + weight + ",a\n2,0,1,b\n3,1,1,a\n", kTimed, asked);
    return result["ok"] ? result["value"]["variance"] : result["problem"]["code"];
  };
  EXPECT_EQ(varianceOf("2", json::object()), "greenwood");
  EXPECT_EQ(varianceOf("1.5", json::object()), "robust");
  EXPECT_EQ(varianceOf("1.5", {{"variance", "greenwood"}}), "greenwood");
  EXPECT_EQ(varianceOf("2", {{"cluster", "id"}}), "robust");
  EXPECT_EQ(varianceOf("2", {{"cluster", "id"}, {"variance", "greenwood"}}), "valueNotAllowed");
}

TEST(Analyze, NamesTheRowsWhoseEntryIsNotBeforeTheirTime) {
  const json result = curvesOf("t,e,from\n5,1,0\n3,0,3\n4,1,6\n", kLate);
  expectProblem(result, "entryNotBeforeTime", "from", {2, 3});
  EXPECT_EQ(result["problem"]["detail"], "3 >= 3");
  expectProblem(curvesOf("t,e,from\n0.3,1,0\n0.7,0,0.1\n0.30000000000000004,1,0.3\n", kLate),
                "entryNotBeforeTime", "from", {3});
}

TEST(Analyze, LeavesOutRowsWithoutEntry) {
  const json result = curvesOf("t,e,from\n5,1,0\n3,0,\n4,1,2\n", kLate);
  EXPECT_EQ(result["used"], 2);
  EXPECT_EQ(result["excluded"][0]["column"], "from");
}

TEST(Analyze, MeasuresEntryBetweenDatesToo) {
  const json endpoint{{"start", "start"}, {"end", "stop"}, {"entry", "seen"},
                      {"unit", "days"},   {"event", "e"},  {"eventLevels", {"1"}}};
  json rest{{"riskset", 1},
            {"columns",
             {{"start", {{"type", "date"}}},
              {"stop", {{"type", "date"}}},
              {"seen", {{"type", "date"}}},
              {"e", {{"type", "number"}}}}},
            {"endpoints", {{"OS", endpoint}}}};
  const json result = analyzeOne("start,stop,seen,e\n10,20,10,1\n10,40,25,1\n", rest,
                                 {{"id", "os"}, {"method", "kaplanMeier"}, {"endpoint", "OS"}});
  EXPECT_EQ(result["value"]["groups"][0]["steps"]["atRisk"], json({1, 1})) << result.dump();
  EXPECT_TRUE(hasWarning(result, "riskSetEmptied"));
}

TEST(Analyze, RecountsTheArmsAtALandmark) {
  json analysis = with(with(curves(), "method", "landmark"), "at", 4);
  const json result = analyzeOne(kCohort, file(), analysis);
  EXPECT_EQ(result["used"], 5) << "months 4 (A, dead), 6 (A), 5 and 7 and 9 (B)";
  EXPECT_EQ(result["value"]["leftOut"],
            json::parse(R"([{"label": "A", "eventsBefore": 2, "censoredBefore": 0,
                             "enteredAfter": 0},
                            {"label": "B", "eventsBefore": 1, "censoredBefore": 0,
                             "enteredAfter": 0}])"));
  EXPECT_EQ(result["value"]["groups"][0]["n"], 2);
  EXPECT_EQ(result["value"]["groups"][0]["steps"]["time"], json({0.0, 2.0}));
  analysis.erase("at");
  expectProblem(analyzeOne(kCohort, file(), analysis), "missingKey", "");
  const json late = analyzeOne(kCohort, file(), with(analysis, "at", 7));
  EXPECT_TRUE(hasWarning(late, "landmarkEmpty"));
  EXPECT_EQ(late["value"]["groups"].size(), 1U);
  expectProblem(analyzeOne(kCohort, file(), with(analysis, "at", 100)), "noRows", "");
}

TEST(Analyze, AnswersConditionalSurvivalForEachLaterTime) {
  json analysis = with(with(curves(), "times", {3, 5, 30}), "conditionalOn", {2, 4});
  analysis.erase("by");
  const json result = analyzeOne(kCohort, file(), analysis);
  const json& found = result["value"]["groups"][0]["conditional"];
  ASSERT_EQ(found.size(), 5U) << "3, 5 and 30 after 2; 5 and 30 after 4";
  EXPECT_EQ(found[3]["given"], 4);
  EXPECT_EQ(found[3]["time"], 5);
  EXPECT_TRUE(found[4]["survival"].is_null());
  EXPECT_TRUE(hasWarning(result, "conditionalNotEstimable"));
}

TEST(Analyze, PassesOverWhateverThePageKeepsForItself) {
  const json plain = analyzeOne(kCohort, file(), curves());
  for (const char* kept : {R"({"options": [1, {"id": null}]})", "[]", "\"x\"", "7", "null"}) {
    EXPECT_EQ(analyzeOne(kCohort, with(file(), "page", json::parse(kept)), curves()), plain);
  }
}

TEST(Analyze, RefusesAnUnknownKeyOfTheFileAndOfAnAnalysisByName) {
  EXPECT_EQ(analyzeCsv(kCohort, with(file(), "colour", 1))["problem"]["detail"], "colour");
  const json result = analyzeOne(kCohort, file(), with(curves(), "intervall", "log"));
  expectProblem(result, "unknownKey", "");
  EXPECT_EQ(result["problem"]["detail"], "analyses[0].intervall");
}

TEST(Analyze, RefusesALaterFormatWithBothNumbers) {
  const json results = analyzeCsv(kCohort, with(with(file(), "riskset", 2), "new", 1));
  EXPECT_EQ(results["problem"]["code"], "versionTooNew");
  EXPECT_EQ(results["problem"]["detail"], "2 > 1");
}

TEST(Analyze, AnswersTheOthersWhenOneAnalysisIsBad) {
  json rest = file();
  rest["analyses"] = {{{"id", "bad"}, {"method", "nonsense"}}, curves()};
  const json results = analyzeCsv(kCohort, rest)["results"];
  EXPECT_EQ(results[0]["problem"]["code"], "unknownMethod");
  EXPECT_TRUE(results[1]["ok"]);
}

TEST(Analyze, NamesMissingColumnsEndpointsAndLevels) {
  expectProblem(analyzeOne(kCohort, file(), with(curves(), "by", "weight")), "columnMissing",
                "weight");
  EXPECT_EQ(analyzeOne(kCohort, file(), with(curves(), "endpoint", "PFS"))["problem"]["detail"],
            "PFS");
  const json absent = analyzeOne(
      kCohort, file(), with(curves(), "where", json::parse(R"({"column": "sex", "in": ["x"]})")));
  expectProblem(absent, "levelAbsent", "sex");
  EXPECT_EQ(absent["problem"]["detail"], "x");
}

TEST(Analyze, NamesTheRowsOfAValueThatTheLevelsDoNotList) {
  json rest = file();
  rest["columns"]["sex"]["levels"] = {"f"};
  expectProblem(analyzeOne(kCohort, rest, with(curves(), "by", "sex")), "levelUndeclared", "sex",
                {1, 3, 4, 7});
}

TEST(Analyze, NamesTheRowsOfTextInANumberColumnAndOfNegativeTimes) {
  expectProblem(cohortWith("B,9,0", "B,nine,0", file(), curves()), "notANumber", "months", {3});
  expectProblem(cohortWith("B,9,0", "B,-9,0", file(), curves()), "timeNegative", "months", {3});
}

TEST(Analyze, DoesNotTakeAMisspeltEventLevelForNobodyDied) {
  json rest = file();
  rest["endpoints"]["OS"]["eventLevels"] = {"dead"};
  expectProblem(analyzeOne(kCohort, rest, curves()), "levelAbsent", "dead");
  rest["endpoints"]["OS"]["eventLevels"] = {"2"};
  const json nobody = analyzeOne(kCohort, rest, curves());
  EXPECT_TRUE(nobody["ok"]) << "a number that could have been there";
  EXPECT_TRUE(hasWarning(nobody, "noEvents"));
  EXPECT_TRUE(nobody["value"]["groups"][0]["median"]["value"].is_null());
}

TEST(Analyze, WarnsWhenSeveralValuesCountAsCensored) {
  const json result = cohortWith("B,9,0", "B,9,7", file(), curves());
  ASSERT_TRUE(hasWarning(result, "eventValuesCensored"));
  EXPECT_EQ(result["warnings"][0]["levels"], json({"0", "7"}));
}

TEST(Analyze, RunsEverySingleGroupAndSaysWhyAComparisonIsAbsent) {
  json rest = file();
  rest.erase("arm");
  EXPECT_TRUE(analyzeOne(kCohort, rest,
                         {{"id", "a"}, {"method", "kaplanMeier"}, {"endpoint", "OS"}})["ok"]);
  const json response = analyzeOne(kCohort, rest, {{"id", "r"}, {"method", "bestResponse"}});
  EXPECT_TRUE(response["ok"]);
  EXPECT_TRUE(hasWarning(response, "oneGroup"));
  EXPECT_TRUE(response["value"]["sets"]["all"]["comparisons"].is_null());

  json oneArm = file();
  oneArm["analyses"] = {};
  const json where = json::parse(R"({"column": "arm", "in": ["A"]})");
  const json test = {{"id", "t"}, {"method", "logRank"}, {"endpoint", "OS"}, {"where", where}};
  expectProblem(analyzeOne(kCohort, file(), test), "oneGroup", "arm");
}

TEST(Analyze, RefusesAModelWithFewerThanTwoEventsPerVariable) {
  const json model = {{"id", "m"},
                      {"method", "cox"},
                      {"endpoint", "OS"},
                      {"terms", {"arm", "age", "sex", "start"}}};
  expectProblem(analyzeOne(kCohort, file(), model), "tooFewEvents", "");
  EXPECT_TRUE(hasWarning(analyzeOne(kCohort, file(), with(model, "terms", {"arm", "sex"})),
                         "fewEventsPerVariable"));
}

TEST(Analyze, WarnsOfFewEventsBesideARatioThatRunsOff) {
  const std::string csv =
      "arm,months,dead,sex\n"
      "A,5,0,f\nA,9,0,m\nA,3,0,f\nA,7,0,m\nB,4,1,m\nB,6,1,f\nB,2,1,m\nB,8,1,f\nB,1,0,f\n";
  for (const json& terms : {json{"arm"}, json{"arm", "sex"}}) {
    const json result = analyzeOne(
        csv, file(), {{"id", "m"}, {"method", "cox"}, {"endpoint", "OS"}, {"terms", terms}});
    EXPECT_TRUE(hasWarning(result, "monotoneLikelihood")) << result.dump();
    EXPECT_TRUE(hasWarning(result, "fewEventsPerVariable")) << terms;
  }
}

TEST(Analyze, SaysWhichColumnItReadAsGuessed) {
  EXPECT_TRUE(hasWarning(
      analyzeOne(kCohort, file(),
                 {{"id", "c"}, {"method", "cox"}, {"endpoint", "OS"}, {"terms", "start"}}),
      "columnTypeGuessed"));
}

TEST(Analyze, EntersTermsIntoTheMultivariableModelByRule) {
  json table = {{"id", "t"},         {"method", "coxTable"},
                {"endpoint", "OS"},  {"terms", {"arm", "sex"}},
                {"entry", "chosen"}, {"chosen", {"sex"}}};
  const json rows = analyzeOne(kCohort, file(), table)["value"]["rows"];
  EXPECT_TRUE(rows[1]["multivariable"].is_null());
  EXPECT_FALSE(rows[3]["multivariable"].is_null());
  EXPECT_EQ(rows[3]["multivariable"]["hr"], rows[3]["univariable"]["hr"]) << "alone in the model";
  const json none = analyzeOne(kCohort, file(), with(table, "entry", 1e-9));
  ASSERT_FALSE(none["ok"]) << "chosen is given without entry 'chosen'";
}

TEST(Analyze, BringsTheModelOfATableAsCoxHasIt) {
  const json table = {{"id", "t"},
                      {"method", "coxTable"},
                      {"endpoint", "OS"},
                      {"terms", {"arm", "sex"}},
                      {"entry", "chosen"},
                      {"chosen", {"arm"}},
                      {"hazardRatioOverTime", true}};
  const json model = {{"id", "m"},
                      {"method", "cox"},
                      {"endpoint", "OS"},
                      {"terms", {"arm"}},
                      {"hazardRatioOverTime", true}};
  const json found = analyzeOne(kCohort, file(), table)["value"];
  ASSERT_FALSE(found["model"]["proportionalHazards"]["curves"].empty());
  json alone = analyzeOne(kCohort, file(), model)["value"];
  for (const char* ofCoxOnly : {"splines", "piecewise", "adjusted", "functionalForm"})
    alone.erase(ofCoxOnly);
  EXPECT_EQ(found["model"], alone);
  EXPECT_TRUE(found["proportionalHazards"]["curves"].empty()) << "once is enough";
}

TEST(Analyze, DoesNotChainMerges) {
  json rest = file();
  rest["columns"]["arm"] =
      json::parse(R"({"type": "category", "merge": {"A": ["B"], "B": ["A"]}})");
  const json groups = analyzeOne(kCohort, rest, curves())["value"]["groups"];
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0]["label"], "A");
  EXPECT_EQ(groups[0]["events"], 3) << "A and B have changed their names";
}

TEST(Analyze, DoesNotTakeAMisspeltLevelOfARateForZero) {
  const auto rate = [](const json& levels) {
    return analyzeOne(
        kCohort, file(),
        {{"id", "p"}, {"method", "proportion"}, {"column", "response"}, {"levels", levels}});
  };
  expectProblem(rate({"CR", "pr"}), "levelAbsent", "response");
  EXPECT_EQ(rate({"CR ", " PR"})["value"]["groups"][0]["events"], 2);
}

TEST(Analyze, TakesOneColumnForStartAndEndAsAMistake) {
  json rest = file();
  rest["endpoints"]["OS"] =
      json::parse(R"({"start": "start", "end": "start", "event": "dead", "eventLevels": "1"})");
  expectProblem(analyzeOne(kCohort, rest, curves()), "valueNotAllowed", "start");
  rest["endpoints"]["OS"]["time"] = "months";
  expectProblem(analyzeOne(kCohort, rest, curves()), "valueNotAllowed", "");
}

TEST(Analyze, DoesNotRefuseForARowThatTheFileExcludes) {
  json rest = file();
  rest["columns"]["arm"]["levels"] = {"A", "B"};
  rest["exclude"] = json::parse(R"([{"row": 2}])");
  EXPECT_TRUE(cohortWith("A,3,1", "Z,3,1", rest, curves())["ok"]);
  rest.erase("exclude");
  expectProblem(cohortWith("A,3,1", "Z,3,1", rest, curves()), "levelUndeclared", "arm", {2});
}

TEST(Analyze, OrdersTheLevelsOfADerivedColumn) {
  json rest =
      with(file(), "derived",
           json::parse(R"({"old": {"cut": "age", "at": [60], "labels": ["<60", ">=60"]}})"));
  rest["columns"]["old"] = {{"type", "category"}, {"levels", {">=60", "<60"}}};
  EXPECT_EQ(analyzeOne(kCohort, rest, with(curves(), "by", "old"))["value"]["groups"][0]["label"],
            ">=60");
}

TEST(Analyze, RefusesAnIdThatIsNoText) {
  json rest = file();
  rest["analyses"] = json::array({with(curves(), "id", 5)});
  EXPECT_EQ(analyzeCsv(kCohort, rest)["problem"]["detail"], "analyses[0].id must be a text");
}

TEST(Analyze, SaysWhichLevelTheMultivariableModelComparesWith) {
  // Nobody in arm A has a sex: the adjusted model knows arm B and C only.
  const std::string csv =
      "arm,months,dead,sex\nA,1,1,\nA,4,1,\nA,6,0,\nB,2,1,m\nB,3,1,f\nB,5,1,m\nB,8,1,f\n"
      "C,2.5,1,f\nC,7,1,m\nC,9,1,f\nC,10,0,m\n";
  json rest = {
      {"endpoints", {{"OS", {{"time", "months"}, {"event", "dead"}, {"eventLevels", "1"}}}}}};
  const json rows = analyzeOne(csv, rest,
                               {{"id", "t"},
                                {"method", "coxTable"},
                                {"endpoint", "OS"},
                                {"terms", {"arm", "sex"}}})["value"]["rows"];
  EXPECT_TRUE(rows[0]["multivariable"].is_null());
  EXPECT_TRUE(rows[1]["multivariable"]["reference"]) << "B in place of A";
  EXPECT_FALSE(rows[1]["univariable"]["reference"]);
}

json logRankTest(const json& test) {
  return {{"id", "t"}, {"method", "logRank"}, {"endpoint", "OS"}, {"test", test}};
}

json threeArms(const json& analysis) {
  const std::string csv =
      "arm,months,dead\nA,1,1\nA,4,1\nA,6,0\nB,2,1\nB,3,1\nB,8,1\nC,2.5,1\nC,7,1\nD,0.5,0\n";
  json rest = {
      {"arm", "arm"},
      {"endpoints", {{"OS", {{"time", "months"}, {"event", "dead"}, {"eventLevels", "1"}}}}}};
  return analyzeOne(csv, rest, analysis);
}

void expectDetail(const json& result, const std::string& code, const std::string& detail) {
  expectProblem(result, code, "");
  EXPECT_EQ(result["problem"]["detail"], detail);
}

TEST(Analyze, RefusesALogRankTestThatDoesNotExist) {
  const std::string at = "analyses[0].test";
  const auto refuse = [&](const json& test) {
    return analyzeOne(kCohort, file(), logRankTest(test));
  };
  expectDetail(refuse("wilcoxon"), "valueNotAllowed",
               at + " is 'wilcoxon'; allowed: logRank, gehan, taroneWare, petoPeto, "
                    "modifiedPetoPeto");
  expectDetail(refuse({{"rho", 1}, {"gama", 0}}), "unknownKey", at + ".gama");
  expectDetail(refuse({{"rho", "1"}}), "wrongType", at + ".rho must be a number");
  expectDetail(refuse({{"rho", -1}}), "valueNotAllowed", "rho and gamma must be 0 or above");
}

TEST(Analyze, RefusesTrendScoresThatDoNotFitTheGroups) {
  const auto refuse = [&](const json& trend) {
    return threeArms(with(logRankTest("gehan"), "trend", trend));
  };
  expectDetail(refuse({1, 2}), "valueNotAllowed", "trend must hold 4 scores, one a group");
  expectDetail(refuse({2, 2, 2, 2}), "valueNotAllowed", "trend must hold scores that differ");
  expectDetail(refuse({1, "x", 2, 3}), "wrongType", "analyses[0].trend[1] must be a number");
  EXPECT_TRUE(refuse(true)["ok"]);
  EXPECT_TRUE(refuse(false)["value"]["trend"].is_null());
}

// D leaves before the first event: it is compared with nobody.
TEST(Analyze, NamesThePairsThatCannotBeCompared) {
  const json result = threeArms(with(logRankTest("logRank"), "pairwise", "holm"));
  ASSERT_TRUE(result["ok"]) << result.dump();
  ASSERT_EQ(result["value"]["pairs"].size(), 6u);
  const json& pair = result["value"]["pairs"][2];
  EXPECT_EQ(pair["a"], "A");
  EXPECT_EQ(pair["b"], "D");
  EXPECT_TRUE(pair["p"].is_null());
  EXPECT_TRUE(pair["adjustedP"].is_null());
  EXPECT_TRUE(hasWarning(result, "notTested"));
  EXPECT_TRUE(threeArms(logRankTest("logRank"))["value"]["pairs"].empty());
}

TEST(Analyze, RefusesAMaxComboOfThreeGroups) {
  const json combo = {{"id", "c"}, {"method", "maxCombo"}, {"endpoint", "OS"}};
  expectProblem(threeArms(combo), "twoGroupsOnly", "arm");
  EXPECT_EQ(threeArms(combo)["problem"]["detail"], "4");
  EXPECT_TRUE(threeArms(with(combo, "where", {{"column", "arm"}, {"in", {"A", "B"}}}))["ok"]);
  expectDetail(analyzeOne(kCohort, file(), with(combo, "tests", json::array())), "valueNotAllowed",
               "tests must hold between 1 and 6 tests");
  const json seven(7, {{"rho", 0}, {"gamma", 1}});
  expectDetail(analyzeOne(kCohort, file(), with(combo, "tests", seven)), "valueNotAllowed",
               "tests must hold between 1 and 6 tests");
}

TEST(Analyze, WarnsThatPermutedLabelsAssumeEqualEntry) {
  const char* csv = "t,e,from,arm\n5,1,0,a\n3,0,1,a\n4,1,2,b\n6,1,0,b\n";
  const json permuted{{"method", "permutationLogRank"}, {"by", "arm"}};
  EXPECT_TRUE(hasWarning(curvesOf(csv, kLate, permuted), "permutedLateEntry"));
  EXPECT_FALSE(hasWarning(curvesOf(csv, kTimed, permuted), "permutedLateEntry"));
}

TEST(Analyze, CallsNoDrawnPermutationTestExact) {
  const json permutation = {{"id", "p"}, {"method", "permutationLogRank"}, {"endpoint", "OS"}};
  const json few = analyzeOne(kCohort, file(), permutation);
  EXPECT_EQ(few["value"]["exact"], true);
  EXPECT_TRUE(few["value"]["interval"].is_null());
  std::string csv = "arm,months,dead\n";
  for (int i = 0; i < 40; ++i)
    csv += std::string(i % 2 ? "A," : "B,") + std::to_string(i * 7 % 41) + ",1\n";
  json rest = file();
  rest.erase("response");
  const json many = analyzeOne(csv, rest, with(with(permutation, "draws", 500), "seed", 3));
  EXPECT_EQ(many["value"]["exact"], false);
  EXPECT_EQ(many["value"]["labellings"], 500);
  EXPECT_LT(many["value"]["interval"]["lower"], many["value"]["p"]);
  expectDetail(analyzeOne(kCohort, file(), with(permutation, "draws", 0)), "valueNotAllowed",
               "draws must be 1 or above");
}

}  // namespace
}  // namespace riskset
