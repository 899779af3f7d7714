// Adverse events through the entry point: rows that are events, and what is refused.

#include <gtest/gtest.h>

#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

using nlohmann::json;

const json kFile = {{"riskset", 1},
                    {"columns",
                     {{"id", {{"type", "category"}}},
                      {"arm", {{"type", "category"}, {"levels", {"A", "B"}}}},
                      {"term", {{"type", "category"}, {"levels", {"rash", "nausea"}}}},
                      {"grade", {{"type", "number"}}},
                      {"related", {{"type", "category"}}},
                      {"time", {{"type", "number"}}}}},
                    {"arm", "arm"}};

json asked(const std::string& csv, json options) {
  options["method"] = "adverseEvents";
  return analyzeOne(csv, kFile, options);
}

const json kRows = {{"patient", "id"}, {"term", "term"}, {"grade", "grade"}};

json withRows(const json& more) {
  json options = kRows;
  options.update(more);
  return options;
}

// Patient 1 has rash twice and nausea once; patient 4 has a rash that nobody graded; 3 had nothing.
const std::string kLong =
    "id,arm,term,grade,related,time\n"
    "1,A,rash,1,yes,10\n"
    "2,B,rash,2,no,5\n"
    "1,A,rash,4,no,10\n"
    "1,A,nausea,2,yes,10\n"
    "3,A,,,,20\n"
    "4,B,rash,,,8\n";

TEST(AdverseEventsAnalysis, CountsEachPatientOnceAtTheWorstGrade) {
  const json result = asked(kLong, kRows);
  ASSERT_TRUE(result["ok"]) << result.dump();
  EXPECT_EQ(result["used"], 4);
  const json& terms = result["value"]["terms"];
  ASSERT_EQ(terms.size(), 2u);
  EXPECT_EQ(terms[0]["term"], "rash");
  const json& a = terms[0]["perArm"][0];
  EXPECT_EQ(a["n"], 2);
  EXPECT_EQ(a["any"], 1);
  EXPECT_EQ(a["grade3plus"], 1);
  EXPECT_EQ(a["worst"], json({1, 0, 0, 0, 1, 0}));
  // The rash without a grade occurred; whether it was severe is not known.
  EXPECT_EQ(terms[0]["perArm"][1]["any"], 2);
  EXPECT_EQ(terms[0]["grade3plus"]["groups"][1]["n"], 1);
  // Any term: no sum over the terms, of which patient 1 has two.
  EXPECT_EQ(result["value"]["anyTerm"]["perArm"][0]["any"], 1);
  EXPECT_EQ(result["value"]["anyTerm"]["perArm"][0]["n"], 2);
}

TEST(AdverseEventsAnalysis, IsTheSameHoweverOftenAnEventIsRepeatedOrOrdered) {
  const json once = asked(kLong, kRows);
  const json again = asked(kLong + "1,A,rash,4,no,10\n1,A,rash,3,yes,10\n2,B,rash,2,no,5\n", kRows);
  EXPECT_TRUE(once["value"] == again["value"]);
}

// Conditions on events leave the patients in the denominator.
TEST(AdverseEventsAnalysis, KeepsPatientsWhoseEventsDoNotCount) {
  const json result = asked(kLong, withRows({{"events", {{"column", "related"}, {"in", "yes"}}}}));
  ASSERT_TRUE(result["ok"]) << result.dump();
  EXPECT_EQ(result["used"], 4);
  const json& rash = result["value"]["terms"][0];
  EXPECT_EQ(rash["perArm"][0]["worst"], json({1, 1, 0, 0, 0, 0}));
  EXPECT_EQ(rash["perArm"][1]["n"], 2);
  EXPECT_EQ(rash["perArm"][1]["any"], 0);
  // Rows 5 and 6 do not say whether they are related.
  EXPECT_EQ(result["excluded"].size(), 2u);
}

TEST(AdverseEventsAnalysis, AddsTheExposureOfEachPatientOnce) {
  const json result = asked(kLong, withRows({{"exposure", "time"}}));
  const json& groups = result["value"]["terms"][0]["any"]["exposureAdjusted"]["groups"];
  EXPECT_EQ(groups[0]["time"], 30);
  EXPECT_EQ(groups[1]["time"], 13);
}

// The same patients as columns of grades.
TEST(AdverseEventsAnalysis, AgreesWithOneColumnPerTerm) {
  json file = kFile;
  file["columns"]["rash"] = {{"type", "category"}};
  const json wide = analyzeOne("arm,rash,nausea\nA,4,2\nB,G2,0\nA,0,0\nB,yes,0\n", file,
                               {{"method", "adverseEvents"},
                                {"terms", {"rash", "nausea"}},
                                {"grades", {{"G2", 2}, {"yes", nullptr}}}});
  ASSERT_TRUE(wide["ok"]) << wide.dump();
  EXPECT_TRUE(wide["value"] == asked(kLong, kRows)["value"]);
}

// Relabelled arms mirror the differences and leave p alone.
TEST(AdverseEventsAnalysis, MirrorsWithTheArms) {
  json mirrored = kFile;
  mirrored["columns"]["arm"]["levels"] = {"B", "A"};
  json options = kRows;
  options["method"] = "adverseEvents";
  const json result = asked(kLong, kRows), other = analyzeOne(kLong, mirrored, options);
  for (const auto* term : {"/value/terms/0", "/value/terms/1", "/value/anyTerm"}) {
    const json& own = result[json::json_pointer(term)];
    const json& its = other[json::json_pointer(term)];
    EXPECT_NEAR(own["difference"]["value"], -its["difference"]["value"].get<double>(), 1e-15);
    EXPECT_NEAR(own["difference"]["lower"], -its["difference"]["upper"].get<double>(), 1e-15);
    EXPECT_NEAR(own["p"], its["p"], 1e-15);
  }
}

void expectProblem(const json& result, const std::string& code, const std::string& column,
                   const json& rows, const std::string& detail) {
  ASSERT_FALSE(result["ok"]) << result.dump();
  EXPECT_EQ(result["problem"]["code"], code);
  EXPECT_EQ(result["problem"]["column"], column);
  EXPECT_EQ(result["problem"]["rows"], rows);
  EXPECT_EQ(result["problem"]["detail"], detail);
}

TEST(AdverseEventsAnalysis, RefusesWhatItCannotCount) {
  const json no = json::array();
  expectProblem(asked(kLong, json::object()), "missingKey", "", no,
                "terms, worst, or patient, term and grade");
  expectProblem(asked(kLong, {{"term", "term"}}), "missingKey", "", no, "patient, term and grade");
  expectProblem(asked(kLong, withRows({{"worst", "grade"}})), "valueNotAllowed", "", no,
                "terms or worst beside term");
  expectProblem(asked(kLong + "5,A,rash,6,no,1\n", kRows), "valueNotAllowed", "grade", {7}, "6");
  expectProblem(asked(kLong + "3,B,rash,1,no,20\n", kRows), "valueNotAllowed", "arm", {7},
                "differs within a patient");
  expectProblem(asked(kLong + "5,B,rash,1,no,-2\n", withRows({{"exposure", "time"}})),
                "timeNegative", "time", {7}, "-2");
}

// The rows come joined; the file says which column names their patients.
TEST(AdverseEventsAnalysis, TakesThePatientFromTheLinkOfATable) {
  const std::string joined =
      "id,arm,events.term,events.grade\n"
      "1,A,rash,1\n"
      "1,A,rash,3\n"
      ",,rash,4\n"
      "2,A,,\n"
      "3,B,,\n";
  json file = {{"riskset", 1}, {"arm", "arm"}};
  const json options = {{"method", "adverseEvents"},
                        {"table", "events"},
                        {"term", "events.term"},
                        {"grade", "events.grade"}};
  EXPECT_EQ(analyzeOne(joined, file, options)["problem"]["code"], "tableMissing");
  file["tables"] = {{"events", {{"columns", json::object()}}}};
  EXPECT_EQ(analyzeOne(joined, file, options)["problem"]["detail"], "tables.events.patient");
  for (const json& spec :
       {json{{"patient", "id"}}, json{{"patient", "subject"}, {"cohortPatient", "id"}}}) {
    file["tables"]["events"] = spec;
    const json result = analyzeOne(joined, file, options);
    ASSERT_TRUE(result["ok"]) << result.dump();
    EXPECT_EQ(result["used"], 3);
    EXPECT_EQ(result["excluded"][0]["row"], 3);
    EXPECT_EQ(result["excluded"][0]["column"], "id");
    const json& arms = result["value"]["terms"][0]["perArm"];
    EXPECT_EQ(arms[0]["n"], 2);
    EXPECT_EQ(arms[0]["worst"], json({1, 0, 0, 1, 0, 0}));
    EXPECT_EQ(arms[1]["any"], 0);
  }
}

}  // namespace
}  // namespace riskset
