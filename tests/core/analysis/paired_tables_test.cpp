// Two ratings of the same patients, from columns and from counts.

#include <gtest/gtest.h>

#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

using nlohmann::json;

const std::string kRatings =
    "before,after,first,second,local,central,day\n"
    "no,yes,1,1,SD,SD,19723\n"
    "no,no,1,2,SD,PR,19723\n"
    "yes,yes,2,2,PD,PD,19723\n"
    "no,yes,4,2,PR,PR,19723\n"
    "yes,no,4,4,PD,CR,19723\n"
    "no,yes,2,,SD,SD,19723\n";

json file() {
  json category{{"type", "category"}};
  return {{"riskset", 1},
          {"columns",
           {{"before", category},
            {"after", category},
            {"first", {{"type", "number"}}},
            {"second", {{"type", "number"}}},
            {"local", category},
            {"central", category},
            {"day", {{"type", "date"}}}}}};
}

json rated(const char* method, const char* rows, const char* columns, json options = {}) {
  options["method"] = method;
  options["rows"] = rows;
  options["columns"] = columns;
  return analyzeOne(kRatings, file(), options);
}

void expectProblem(const json& result, const std::string& code, const std::string& column) {
  ASSERT_FALSE(result["ok"]) << result.dump();
  EXPECT_EQ(result["problem"]["code"], code);
  EXPECT_EQ(result["problem"]["column"], column);
}

// By hand: three patients changed to yes, one to no.
TEST(PairedTables, AreCountedFromTwoColumns) {
  const json result = rated("mcnemar", "before", "after");
  EXPECT_EQ(result["used"], 6);
  EXPECT_EQ(result["value"]["levels"], json({"no", "yes"}));
  EXPECT_EQ(result["value"]["table"], json::parse("[[1, 3], [1, 1]]"));
  EXPECT_DOUBLE_EQ(result["value"]["test"]["chiSquare"], 1);
  EXPECT_DOUBLE_EQ(result["value"]["oddsRatio"], 3);
  const json counted = analyzeOne(
      "\n", {{"riskset", 1}}, {{"method", "mcnemar"}, {"counts", json::parse("[[1, 3], [1, 1]]")}});
  EXPECT_EQ(counted["value"]["exactP"], result["value"]["exactP"]);
}

TEST(PairedTables, LeaveOutPairsThatLackARating) {
  const json result = rated("kappa", "first", "second");
  EXPECT_EQ(result["used"], 5);
  EXPECT_EQ(result["excluded"][0]["row"], 6);
  EXPECT_EQ(result["value"]["levels"], json({"1", "2", "4"}));
  EXPECT_EQ(result["value"]["table"], json::parse("[[1, 1, 0], [0, 1, 0], [0, 1, 1]]"));
}

// A level that one rating never gave has a row or a column of its own all the same.
TEST(PairedTables, HaveTheLevelsOfBothColumns) {
  const json result = rated("kappa", "local", "central");
  EXPECT_EQ(result["value"]["levels"], json({"PD", "PR", "SD", "CR"}));
  EXPECT_EQ(result["value"]["table"],
            json::parse("[[1, 0, 0, 1], [0, 1, 0, 0], [0, 1, 2, 0], [0, 0, 0, 0]]"));
}

TEST(PairedTables, AreWeighedOnlyOnOneScale) {
  expectProblem(rated("kappa", "local", "central", {{"weights", "linear"}}), "valueNotAllowed",
                "central");
  json declared = file();
  for (const char* column : {"local", "central"})
    declared["columns"][column]["levels"] = {"CR", "PR", "SD", "PD"};
  const json result = analyzeOne(
      kRatings, declared,
      {{"method", "kappa"}, {"rows", "local"}, {"columns", "central"}, {"weights", "linear"}});
  // By hand: of six pairs four agree, one is one step and one three steps of three apart.
  EXPECT_DOUBLE_EQ(result["value"]["agreement"], (4 + 2.0 / 3) / 6);
}

TEST(PairedTables, SayWhatTheyCannotCompare) {
  expectProblem(rated("kappa", "first", "local"), "columnWrongType", "local");
  expectProblem(rated("kappa", "day", "day"), "columnWrongType", "day");
  expectProblem(rated("mcnemar", "local", "central"), "twoGroupsOnly", "local");
  expectProblem(analyzeOne(kRatings, file(), {{"method", "kappa"}, {"rows", "first"}}),
                "missingKey", "");
  for (const char* counts :
       {"[]", "[[1]]", "[[1, 2]]", "[[1, 2], [3, -1]]", "[[1, 2, 3], [1, 2]]"}) {
    expectProblem(
        analyzeOne("\n", {{"riskset", 1}}, {{"method", "kappa"}, {"counts", json::parse(counts)}}),
        "valueNotAllowed", "");
  }
  expectProblem(analyzeOne("\n", {{"riskset", 1}},
                           {{"method", "kappa"}, {"counts", json::parse("[[3, 1], [0, 0]]")}}),
                "notEstimable", "");
}

// All patients with one rating: nothing changed.
TEST(PairedTables, AnswerWhereNobodyChanges) {
  const json result = rated("mcnemar", "before", "before");
  EXPECT_EQ(result["value"]["exactP"], 1);
  EXPECT_EQ(result["value"]["test"], nullptr);
  json none = file();
  none["analyses"] = json::parse(
      R"([{"method": "mcnemar", "rows": "before", "columns": "after",
           "where": [{"column": "before", "in": ["yes"]}, {"column": "after", "in": ["yes"]}]}])");
  EXPECT_EQ(analyzeCsv(kRatings, none)["results"][0]["value"]["table"], json::parse("[[1]]"));
}

}  // namespace
}  // namespace riskset
