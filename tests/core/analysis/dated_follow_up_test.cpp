// Endpoints composed of dates, by hand: days are written as days since 1970-01-01, and every start
// is day 100, so that a date minus 100 is the follow-up.

#include "core/analysis/dated_follow_up.h"

#include <gtest/gtest.h>

#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

using nlohmann::json;

json dates(const std::vector<std::string>& names) {
  json columns = json::object();
  for (const auto& name : names)
    columns[name] = {{"type", "date"}};
  return columns;
}

json analyze(const std::string& csv, const json& endpoint, const json& more = json::object()) {
  json rest{{"riskset", 1},
            {"columns", dates({"start", "pd", "death", "scan", "contact", "next", "seen"})},
            {"endpoints", {{"E", endpoint}}}};
  rest["columns"]["status"] = {{"type", "category"}};
  rest["columns"]["arm"] = {{"type", "category"}};
  json analysis{{"id", "e"}, {"method", "kaplanMeier"}, {"endpoint", "E"}};
  analysis.update(more);
  return analyzeOne(csv, rest, analysis);
}

json endpoint(const std::string& keys) {
  json spec = json::parse("{" + keys + "}");
  spec["start"] = "start";
  spec["unit"] = "days";
  return spec;
}

// The steps as "time: events/censored" of each time, ascending.
std::string steps(const json& result) {
  if (!result["ok"]) return result.dump();
  const auto& own = result["value"]["groups"][0]["steps"];
  std::string text;
  for (std::size_t i = 0; i < own["time"].size(); ++i) {
    if (!text.empty()) text += ", ";
    text += std::to_string(own["time"][i].get<int>()) + ": " +
            std::to_string(own["events"][i].get<int>()) + "/" +
            std::to_string(own["censored"][i].get<int>());
  }
  return text;
}

void expectProblem(const json& result, const std::string& code, const std::string& column,
                   const std::vector<int>& rows = {}) {
  ASSERT_FALSE(result["ok"]) << result.dump();
  EXPECT_EQ(result["problem"]["code"], code) << result["problem"].dump();
  EXPECT_EQ(result["problem"]["column"], column) << result["problem"].dump();
  EXPECT_EQ(result["problem"]["rows"], json(rows)) << result["problem"].dump();
}

const std::string kCohort =
    "start,pd,death,scan,contact,next\n"
    "100,150,190,140,190,\n"   // progressed, then died
    "100,,160,130,160,\n"      // died without progression
    "100,,,170,200,\n"         // alive without progression
    "100,180,,175,210,120\n"   // new therapy before progression, not scanned until then
    "100,,,165,220,145\n"      // new therapy, then scanned without progression
    "100,185,,110,230,115\n";  // new therapy after a scan, then progressed

TEST(DatedFollowUp, EndsAtTheFirstEventOrTheLastDayWithout) {
  const auto pfs = R"("eventDates": ["pd", "death"], "censoringDates": ["scan"])";
  EXPECT_EQ(steps(analyze(kCohort, endpoint(pfs))),
            "50: 1/0, 60: 1/0, 65: 0/1, 70: 0/1, 80: 1/0, 85: 1/0");
}

TEST(DatedFollowUp, CensorsAtTheLatestOfSeveralDates) {
  const auto contact = R"("eventDates": ["pd", "death"], "censoringDates": ["scan", "contact"])";
  EXPECT_EQ(steps(analyze(kCohort, endpoint(contact))),
            "50: 1/0, 60: 1/0, 80: 1/0, 85: 1/0, 100: 0/1, 120: 0/1");
}

TEST(DatedFollowUp, CensorsDeathsOfTimeToProgressionAtDeath) {
  const auto ttp = R"("eventDates": ["pd"], "censoringDates": ["scan", "death"])";
  EXPECT_EQ(steps(analyze(kCohort, endpoint(ttp))),
            "50: 1/0, 60: 0/1, 65: 0/1, 70: 0/1, 80: 1/0, 85: 1/0");
}

TEST(DatedFollowUp, CensorsAtTheLastAssessmentBeforeANewTherapy) {
  const auto fda =
      R"("eventDates": ["pd", "death"], "censoringDates": ["scan"], "newTherapy": "next")";
  EXPECT_EQ(steps(analyze(kCohort, endpoint(fda))),
            "10: 0/1, 20: 0/1, 45: 0/1, 50: 1/0, 60: 1/0, 70: 0/1");
}

// Assessed on day 130, then not until the event on 160, or never after the start.
TEST(DatedFollowUp, CensorsAtTheAssessmentBeforeMissedVisits) {
  const std::string csv =
      "start,pd,death,scan,seen\n"
      "100,160,,130,\n"     // 30 days after the last scan
      "100,160,,120,130\n"  // the same, with the later scan in another column
      "100,161,,130,170\n"  // 31 days; a scan after the event bridges no gap
      "100,,140,,\n"        // never scanned: 40 days after the start
      "100,,125,,\n"        // 25 days after the start
      "100,,,190,\n";       // no event: nothing changes
  const auto pfs = [&](const std::string& more) {
    return steps(analyze(
        csv,
        endpoint(R"("eventDates": ["pd", "death"], "censoringDates": ["scan", "seen"])" + more)));
  };
  EXPECT_EQ(pfs(""), "25: 1/0, 40: 1/0, 60: 2/0, 61: 1/0, 90: 0/1");
  EXPECT_EQ(pfs(R"(, "longestGap": 30)"), "0: 0/1, 25: 1/0, 30: 0/1, 60: 2/0, 90: 0/1");
  EXPECT_EQ(pfs(R"(, "longestGap": 31)"), "0: 0/1, 25: 1/0, 60: 2/0, 61: 1/0, 90: 0/1");
  const auto code = [&](const std::string& keys) {
    return analyze(csv, endpoint(keys))["problem"]["code"];
  };
  EXPECT_EQ(code(R"("eventDates": ["pd"], "cutoff": "1971-01-01", "longestGap": 30)"),
            "valueNotAllowed");
  EXPECT_EQ(code(R"("eventDates": ["pd"], "censoringDates": ["scan"], "longestGap": 0)"),
            "valueNotAllowed");
}

// Started 2020-01-01, progressed on 2020-09-01, scanned again on 2020-11-01: one column of the last
// scan does not say that those before the progression were missed.
TEST(DatedFollowUp, KeepsAnEventBeforeEveryAssessmentThatIsKnown) {
  const auto pfs = endpoint(R"("eventDates": ["pd"], "censoringDates": ["scan"],
                               "longestGap": 120)");
  const json kept = analyze("start,pd,scan\n2020-01-01,2020-09-01,2020-11-01\n", pfs);
  EXPECT_EQ(steps(kept), "244: 1/0");
  EXPECT_EQ(kept["warnings"], json::array());
}

TEST(DatedFollowUp, NamesTheRowsWhoseEventsTheMissedVisitsTake) {
  const std::string csv =
      "start,pd,death,scan,next\n"
      "100,160,,120,\n"     // taken
      "100,160,,130,\n"     // 30 days: counts
      "100,,140,,\n"        // never assessed: taken
      "100,190,,120,150\n"  // did not count after the new therapy anyway
      "100,220,,120,\n"     // nor after the cut-off
      ",160,,120,\n";       // no follow-up
  const auto keys = R"("eventDates": ["pd", "death"], "censoringDates": ["scan"],
                       "newTherapy": "next", "cutoff": "1970-07-20", "longestGap": 30)";
  EXPECT_EQ(analyze(csv, endpoint(keys))["warnings"][0],
            json::parse(R"({"code": "eventAfterMissedVisits", "column": "pd", "rows": [1, 3],
                            "detail": "30", "levels": []})"));
}

TEST(DatedFollowUp, LooksForMissedVisitsBeforeTheNewTherapy) {
  const std::string csv = "start,pd,scan,next\n100,190,120,150\n100,190,170,150\n";
  const auto keys = R"("eventDates": ["pd"], "censoringDates": ["scan"], "newTherapy": "next",
                       "longestGap": 30)";
  EXPECT_EQ(steps(analyze(csv, endpoint(keys))), "20: 0/1, 50: 0/1");
}

TEST(DatedFollowUp, TakesTheDayOfDeathBeforeTheLastContactOfTheDead) {
  const std::string csv =
      "start,death,contact,status\n"
      "100,150,140,1\n"  // last seen before the death
      "100,,160,1\n"     // the day of death is not known otherwise
      "100,,170,0\n"
      "100,180,170,0\n";  // a day of death beside a status that says alive
  const auto os = R"("eventDates": ["death"], "end": "contact", "event": "status",
                     "eventLevels": ["1"])";
  EXPECT_EQ(steps(analyze(csv, endpoint(os))), "50: 1/0, 60: 1/0, 70: 0/1, 80: 1/0");
}

TEST(DatedFollowUp, MovesEventsOnTheDayOfTheStartByHalfADay) {
  const std::string csv = "start,pd,scan\n100,100,\n100,,100\n100,101,\n";
  auto spec = endpoint(R"("eventDates": ["pd"], "censoringDates": ["scan"])");
  const auto times = [&] { return analyze(csv, spec)["value"]["groups"][0]["steps"]["time"]; };
  EXPECT_EQ(times(), json::parse("[0, 1]"));
  spec["eventsAtStart"] = "halfDayLater";
  EXPECT_EQ(times(), json::parse("[0, 0.5, 1]")) << "who is censored on that day stays";
  spec["unit"] = "weeks";
  EXPECT_EQ(times()[1], 0.5 / 7);
}

TEST(DatedFollowUp, CountsAProgressionOnTheDayOfTheNewTherapy) {
  const auto fda = R"("eventDates": ["pd"], "censoringDates": ["scan"], "newTherapy": "next")";
  EXPECT_EQ(steps(analyze("start,pd,scan,next\n100,150,140,150\n100,151,140,150\n", endpoint(fda))),
            "40: 0/1, 50: 1/0");
}

TEST(DatedFollowUp, EndsEverybodysFollowUpAtTheCutoff) {
  // Day 165 is 1970-06-15.
  const auto cut =
      R"("eventDates": ["pd", "death"], "censoringDates": ["contact"], "cutoff": "1970-06-15")";
  const json result = analyze(kCohort, endpoint(cut));
  EXPECT_EQ(steps(result), "50: 1/0, 60: 1/0, 65: 0/4");
  const auto sameDay =
      R"("eventDates": ["pd", "death"], "censoringDates": ["contact"], "cutoff": "1970-05-31")";
  EXPECT_EQ(steps(analyze(kCohort, endpoint(sameDay))), "50: 1/5") << "day 150 counts";
}

TEST(DatedFollowUp, IsNotChangedByACutoffAfterEveryDate) {
  auto spec = endpoint(R"("eventDates": ["pd"], "censoringDates": ["scan"], "newTherapy": "next")");
  const auto before = analyze(kCohort, spec)["value"];
  spec["cutoff"] = "1971-01-01";
  EXPECT_EQ(analyze(kCohort, spec)["value"], before);
}

TEST(DatedFollowUp, CensorsTheLivingAtTheCutoffWhereNoDateSaysMore) {
  const auto os = R"("eventDates": ["death"], "cutoff": "1970-07-20")";  // day 200
  EXPECT_EQ(steps(analyze(kCohort, endpoint(os))), "60: 1/0, 90: 1/0, 100: 0/4");
}

TEST(DatedFollowUp, LeavesOutRowsThatStartAfterTheCutoff) {
  const json result = analyze(
      "start,death,contact\n100,150,150\n170,,190\n165,,190\n",
      endpoint(
          R"("eventDates": ["death"], "censoringDates": ["contact"], "cutoff": "1970-06-15")"));
  EXPECT_EQ(steps(result), "0: 0/1, 50: 1/0");
  EXPECT_EQ(result["excluded"],
            json::parse(R"([{"row": 2, "why": "afterCutoff", "column": "start", "detail": ""}])"));
}

TEST(DatedFollowUp, LeavesOutRowsWithoutAnyEndAndNamesTheDateTheyLack) {
  const auto pfs = R"("eventDates": ["pd"], "censoringDates": ["scan"])";
  const json result = analyze("start,pd,scan\n100,150,\n100,,\n,160,\n", endpoint(pfs));
  EXPECT_EQ(result["used"], 1);
  EXPECT_EQ(result["excluded"][0]["row"], 2);
  EXPECT_EQ(result["excluded"][0]["column"], "scan");
  EXPECT_EQ(result["excluded"][1]["row"], 3);
  EXPECT_EQ(result["excluded"][1]["column"], "start");
}

TEST(DatedFollowUp, CensorsAtTheStartWhereNoOtherDateIsKnown) {
  const auto csv = "start,pd,scan,next\n100,,,\n100,150,,\n100,170,165,160\n";
  const auto pfs =
      R"("eventDates": ["pd"], "censoringDates": ["start", "scan"], "newTherapy": "next")";
  EXPECT_EQ(steps(analyze(csv, endpoint(pfs))), "0: 0/1, 50: 1/0, 60: 0/1")
      << "the start is no assessment before a new therapy";
}

// What came after the new therapy does not decide where the follow-up before it ends.
TEST(DatedFollowUp, CensorsWhoWasNeverWatchedAtTheStartWhateverFollowedTheTherapy) {
  const auto pfs =
      R"("eventDates": ["pd"], "censoringDates": ["start", "scan"], "newTherapy": "next")";
  EXPECT_EQ(steps(analyze("start,pd,scan,next\n100,170,,160\n100,,,160\n", endpoint(pfs))),
            "0: 0/2");
}

TEST(DatedFollowUp, LeavesOutAnEventWhoseDayIsUnknown) {
  const std::string csv =
      "start,scan,contact,status\n100,130,,dead\n100,140,150,dead\n100,140,160,alive\n";
  const auto os =
      R"("end": "contact", "event": "status", "eventLevels": "dead", "censoringDates": ["scan"])";
  const json result = analyze(csv, endpoint(os));
  EXPECT_EQ(steps(result), "50: 1/0, 60: 0/1");
  ASSERT_EQ(result["excluded"].size(), 1u);
  EXPECT_EQ(result["excluded"][0]["row"], 1);
  EXPECT_EQ(result["excluded"][0]["why"], "missing");
}

TEST(DatedFollowUp, JoinsAStatusWithItsDateToOtherEvents) {
  const std::string csv =
      "start,pd,contact,status\n100,150,190,dead\n100,,160,dead\n100,,200,alive\n100,130,180,\n100,"
      ","
      "170,\n";
  const auto pfs =
      R"("end": "contact", "event": "status", "eventLevels": "dead", "eventDates": ["pd"])";
  const json result = analyze(csv, endpoint(pfs));
  EXPECT_EQ(steps(result), "30: 1/0, 50: 1/0, 60: 1/0, 100: 0/1");
  EXPECT_EQ(result["excluded"],
            json::parse(R"([{"row": 5, "why": "missing", "column": "status", "detail": ""}])"));
}

TEST(DatedFollowUp, AppliesACutoffToStartEndAndStatusToo) {
  const auto os =
      R"("end": "contact", "event": "status", "eventLevels": "dead", "cutoff": "1970-06-15")";
  EXPECT_EQ(steps(analyze("start,contact,status\n100,190,dead\n100,160,dead\n100,140,alive\n",
                          endpoint(os))),
            "40: 0/1, 60: 1/0, 65: 0/1");
}

TEST(DatedFollowUp, NamesTheDateBeforeTheStartAndItsRows) {
  const auto pfs =
      R"("eventDates": ["pd", "death"], "censoringDates": ["scan"], "newTherapy": "next")";
  const std::string head = "start,pd,death,scan,next\n100,150,,,\n";
  expectProblem(analyze(head + "100,90,,,\n100,,80,,\n100,95,,,\n", endpoint(pfs)), "timeNegative",
                "pd", {2, 4});
  expectProblem(analyze(head + "100,,,99,\n", endpoint(pfs)), "timeNegative", "scan", {2});
  expectProblem(analyze(head + "100,170,,,60\n", endpoint(pfs)), "timeNegative", "next", {2});
}

TEST(DatedFollowUp, KeepsAnEventOnTheDayOfTheStart) {
  const auto pfs = R"("eventDates": ["pd"], "censoringDates": ["scan"])";
  const json result = analyze("start,pd,scan\n100,100,\n100,,130\n", endpoint(pfs));
  EXPECT_EQ(steps(result), "0: 1/0, 30: 0/1");
  EXPECT_EQ(result["warnings"][0]["code"], "eventAtTimeZero");
  EXPECT_EQ(result["warnings"][0]["column"], "pd");
}

TEST(DatedFollowUp, ScalesMediansByTheDaysOfAMonthAndNoTest) {
  const std::string csv =
      "arm,start,pd,scan\na,100,150,\na,100,170,\na,100,,210\nb,100,220,\nb,100,160,\nb,100,260,\n"
      "a,100,205,\nb,100,280,\n";
  const auto monthsOf = [&](double days, const json& more) {
    auto spec = endpoint(R"("eventDates": ["pd"], "censoringDates": ["scan"])");
    spec["unit"] = "months";
    spec["daysPerMonth"] = days;
    return analyze(csv, spec, more)["value"];
  };
  const auto median = [&](double days) {
    return monthsOf(days, json::object())["groups"][0]["median"]["value"].get<double>();
  };
  EXPECT_NEAR(median(30) * 30, median(30.4375) * 30.4375, 1e-9);
  const json test{{"method", "logRank"}, {"by", "arm"}};
  EXPECT_DOUBLE_EQ(monthsOf(30, test)["p"], monthsOf(30.4375, test)["p"]);
  const json model{{"method", "cox"}, {"terms", "arm"}};
  EXPECT_NEAR(monthsOf(30, model)["terms"][1]["hr"], monthsOf(30.4375, model)["terms"][1]["hr"],
              1e-12);
}

TEST(DatedFollowUp, CountsLateEntryFromTheStart) {
  auto spec = endpoint(R"("eventDates": ["pd"], "censoringDates": ["scan"], "entry": "seen")");
  const json result = analyze("start,pd,scan,seen\n100,150,,110\n100,,130,100\n", spec);
  EXPECT_EQ(result["value"]["groups"][0]["steps"]["atRisk"], json({2, 1})) << result.dump();
}

TEST(DatedFollowUp, RefusesWhatDoesNotMakeAnEndpoint) {
  const auto refused = [&](const std::string& keys) { return analyze(kCohort, endpoint(keys)); };
  expectProblem(refused(R"("censoringDates": ["scan"])"), "missingKey", "");
  expectProblem(refused(R"("eventDates": ["pd"])"), "missingKey", "");
  expectProblem(refused(R"("eventDates": ["pd"], "censoringDates": ["pd"])"), "valueNotAllowed",
                "pd");
  expectProblem(refused(R"("eventDates": ["start"], "censoringDates": ["scan"])"),
                "valueNotAllowed", "start");
  expectProblem(refused(R"("eventDates": ["pd"], "censoringDates": ["scan"], "event": "status")"),
                "valueNotAllowed", "");
  expectProblem(refused(R"("eventDates": ["pd"], "cutoff": "30.06.1970")"), "valueNotAllowed", "");
  expectProblem(refused(R"("eventDates": ["pd"], "censoringDates": ["arm"])"), "columnMissing",
                "arm");
  expectProblem(analyze("start,pd,scan,status\n100,150,,1\n",
                        endpoint(R"("eventDates": ["pd"], "censoringDates": ["status"])")),
                "columnWrongType", "status");
  json times =
      json::parse(R"({"time": "t", "event": "e", "eventLevels": "1", "cutoff": "1970-06-15"})");
  expectProblem(analyze("t,e\n5,1\n", times), "valueNotAllowed", "");
}

}  // namespace
}  // namespace riskset
