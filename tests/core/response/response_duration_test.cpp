#include "core/response/response_duration.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

TEST(TimeToResponse, IsTheMiddleOfTheTimesAndTheirRange) {
  const TimeToResponse odd = timeToResponse({3, 1, 9});
  EXPECT_EQ(odd.median, 3);
  EXPECT_EQ(odd.shortest, 1);
  EXPECT_EQ(odd.longest, 9);
  EXPECT_EQ(timeToResponse({3, 1, 9, 5}).median, 4);
  const TimeToResponse alone = timeToResponse({2});
  EXPECT_EQ(alone.median, 2);
  EXPECT_EQ(alone.longest, 2);
}

// Durations ascend, each with its own event; 3.3 - 1.1 and 2.2 are one time.
TEST(ResponseDurations, CountFromTheFirstResponse) {
  const SurvivalData durations = responseDurations({1, 1.1, 2, 0}, {6, 3.3, 2, 2.2}, {1, 0, 1, 1});
  ASSERT_EQ(durations.time.size(), 4U);
  EXPECT_EQ(durations.time[0], 0);
  EXPECT_EQ(durations.time[1], durations.time[2]);
  EXPECT_EQ(durations.time[3], 5);
  EXPECT_EQ(durations.event[0], 1);
  EXPECT_EQ(durations.event[1] + durations.event[2], 1);
  EXPECT_EQ(durations.event[3], 1);
}

}  // namespace
}  // namespace riskset
