// Duration of response and time to it, from columns of a cohort.

#include <gtest/gtest.h>

#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

using nlohmann::json;

const std::string kHead = "arm,best,start,response,end,months,first,pfs\n";
// Months are days / 30.4375; the third patient's response ends on the day it is seen.
const std::string kRows =
    "A,PR,100,161,283,6.012320328542094,2.004106776180698,1\n"
    "A,CR,100,130,400,9.856262833675565,0.9856262833675565,0\n"
    "B,PR,200,261,261,2.004106776180698,2.004106776180698,1\n"
    "B,PD,200,,230,0.9856262833675565,,1\n";

json file(const std::string& firstResponse, const json& endpoint) {
  json column = json::object();
  for (const char* name : {"start", "response", "end"})
    column[name] = {{"type", "date"}};
  for (const char* name : {"months", "first", "pfs"})
    column[name] = {{"type", "number"}};
  column["arm"] = column["best"] = {{"type", "category"}};
  json pfs = endpoint;
  pfs.update({{"event", "pfs"}, {"eventLevels", "1"}});
  return {{"riskset", 1},
          {"columns", column},
          {"arm", "arm"},
          {"endpoints", {{"PFS", pfs}}},
          {"response", {{"column", "best"}, {"firstResponse", firstResponse}}}};
}

const json kDates{{"start", "start"}, {"end", "end"}};
const json kTimes{{"time", "months"}};
const json kDuration{{"method", "responseDuration"}, {"endpoint", "PFS"}};

TEST(ResponseDuration, IsTheSameFromDatesAndFromTimes) {
  const json dates = analyzeOne(kHead + kRows, file("response", kDates), kDuration);
  const json times = analyzeOne(kHead + kRows, file("first", kTimes), kDuration);
  json mixed = file("response", kTimes);
  mixed["response"]["start"] = "start";
  const json both = analyzeOne(kHead + kRows, mixed, kDuration);
  ASSERT_TRUE(dates["ok"]) << dates.dump();
  EXPECT_EQ(dates["used"], 3);
  EXPECT_TRUE(dates["excluded"].empty()) << "who did not respond is not left out: " << dates;
  for (const json& other : {times, both}) {
    ASSERT_TRUE(other["ok"]) << other.dump();
    for (std::size_t g = 0; g < 2; ++g) {
      const json& a = dates["value"]["groups"][g];
      const json& b = other["value"]["groups"][g];
      EXPECT_EQ(a["patients"], 2);
      EXPECT_NEAR(a["timeToResponse"]["median"].get<double>(),
                  b["timeToResponse"]["median"].get<double>(), 1e-12);
      EXPECT_NEAR(a["duration"]["median"]["value"].get<double>(),
                  b["duration"]["median"]["value"].get<double>(), 1e-12);
    }
  }
  // One response ends after 122 days, the other goes on at 270: half last from the one to the
  // other.
  EXPECT_NEAR(dates["value"]["groups"][0]["duration"]["median"]["value"].get<double>(),
              (122 + 270) / 2.0 / 30.4375, 1e-12);
}

TEST(ResponseDuration, WarnsOfResponsesThatEndAtOnceAndOfTimesWithoutResponse) {
  const std::string stable = "B,SD,200,240,290,2.956878850102669,1.314168377823409,0\n";
  const json result = analyzeOne(kHead + kRows + stable, file("response", kDates), kDuration);
  ASSERT_TRUE(result["ok"]) << result.dump();
  std::map<std::string, json> warnings;
  for (const json& warning : result["warnings"])
    warnings[warning["code"]] = warning;
  EXPECT_EQ(warnings["eventAtTimeZero"]["rows"], json({3}));
  EXPECT_EQ(warnings["responseTimeIgnored"]["rows"], json({5}));
  EXPECT_EQ(result["used"], 3);
}

TEST(ResponseDuration, RefusesAResponseOutsideFollowUp) {
  const auto refused = [](const std::string& row) {
    return analyzeOne(kHead + kRows + row, file("response", kDates), kDuration)["problem"];
  };
  const json late = refused("A,PR,100,300,290,6,6,1\n");
  EXPECT_EQ(late["code"], "responseAfterEnd");
  EXPECT_EQ(late["column"], "response");
  EXPECT_EQ(late["rows"], json({5}));
  EXPECT_EQ(refused("A,PR,100,90,290,6,6,1\n")["code"], "timeNegative");
}

TEST(ResponseDuration, NeedsEachPatientFromTheStart) {
  json late = file("first", kTimes);
  late["endpoints"]["PFS"]["entry"] = "first";
  const json problem = analyzeOne(kHead + kRows, late, kDuration)["problem"];
  EXPECT_EQ(problem["code"], "entryNotSupported");
  EXPECT_EQ(problem["column"], "first");
}

TEST(ResponseDuration, SaysWhatItLacks) {
  json without = file("response", kDates);
  without["response"].erase("firstResponse");
  const auto problem = [](const json& in) {
    return analyzeOne(kHead + kRows, in, kDuration)["problem"];
  };
  EXPECT_EQ(problem(without)["detail"], "response.firstResponse");
  EXPECT_EQ(problem(file("response", kTimes))["detail"], "response.start");
  EXPECT_EQ(problem(file("arm", kTimes))["code"], "columnWrongType");
}

TEST(ResponseDuration, LeavesOutWhoseTimesAreMissing) {
  const std::string unknown = "A,PR,100,,300,6.570842,,1\n";
  const json result = analyzeOne(kHead + kRows + unknown, file("response", kDates), kDuration);
  ASSERT_TRUE(result["ok"]) << result.dump();
  EXPECT_EQ(result["used"], 3);
  EXPECT_EQ(result["excluded"][0]["row"], 5);
  EXPECT_EQ(result["value"]["groups"][0]["patients"], 3);
  EXPECT_EQ(result["value"]["groups"][0]["duration"]["n"], 2);
}

}  // namespace
}  // namespace riskset
