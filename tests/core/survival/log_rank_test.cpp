#include "core/survival/log_rank.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

using Times = std::vector<double>;
using Events = std::vector<std::uint8_t>;
using Codes = std::vector<int>;

const Times kTimes{6, 7, 10, 15, 19, 25, 3, 5, 5, 8, 12, 30};
const Events kEvents{1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1, 0};
const Codes kGroups{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};

// By hand: two patients, one per group; the first event leaves O - E = 1/2 with variance 1/4.
TEST(LogRank, MatchesHandCalculationOfTwoPatients) {
  const LogRank result = logRank(Times{1, 2}, Events{1, 1}, Codes{0, 1}, 2);
  EXPECT_NEAR(result.test->chiSquare, 1, 1e-14);
  EXPECT_EQ(result.test->df, 1);
  EXPECT_NEAR(result.groups[0].expected, 0.5, 1e-15);
  EXPECT_NEAR(result.groups[1].expected, 1.5, 1e-15);
}

TEST(LogRank, ExpectsAsManyEventsAsItObserves) {
  const LogRank result = logRank(kTimes, kEvents, kGroups, 2);
  EXPECT_NEAR(result.groups[0].expected + result.groups[1].expected,
              result.groups[0].observed + result.groups[1].observed, 1e-12);
}

TEST(LogRank, DoesNotChangeWhenTimeIsScaledOrGroupsAreRelabelled) {
  Times days;
  Codes swapped;
  for (const double time : kTimes)
    days.push_back(30.4375 * time);
  for (const int code : kGroups)
    swapped.push_back(1 - code);
  const double chiSquare = logRank(kTimes, kEvents, kGroups, 2).test->chiSquare;
  EXPECT_NEAR(logRank(days, kEvents, kGroups, 2).test->chiSquare, chiSquare, 1e-12);
  EXPECT_NEAR(logRank(kTimes, kEvents, swapped, 2).test->chiSquare, chiSquare, 1e-12);
}

TEST(LogRank, StratifiedByAConstantIsUnstratified) {
  EXPECT_EQ(logRank(kTimes, kEvents, kGroups, 2, Codes(kTimes.size(), 0)).test->chiSquare,
            logRank(kTimes, kEvents, kGroups, 2).test->chiSquare);
}

TEST(LogRank, HasNoTestWhenOneGroupIsNeverAtRisk) {
  EXPECT_FALSE(logRank(Times{5, 6, 1}, Events{1, 1, 0}, Codes{0, 0, 1}, 2).test);
}

// Strata q and s hold A and B, stratum p only C: C is compared with nobody.
TEST(LogRank, CountsOnlyGroupsThatAreComparedWithEachOther) {
  const LogRank result = logRank(Times{3.956, 1.262, 0.0216, 0.384, 1.409, 0.971, 0.737, 0.114},
                                 Events{1, 1, 0, 1, 1, 1, 1, 0}, Codes{0, 1, 1, 0, 0, 2, 1, 1}, 3,
                                 Codes{0, 1, 2, 0, 0, 2, 0, 3});
  EXPECT_EQ(result.test->df, 1);
}

}  // namespace
}  // namespace riskset
