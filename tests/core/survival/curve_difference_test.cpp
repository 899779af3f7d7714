#include "core/survival/curve_difference.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace riskset {
namespace {

using Times = std::vector<double>;
using Events = std::vector<std::uint8_t>;

// `before` events at each of the times, and `left` patients censored at 100.
SurvivalSteps curve(const Times& eventTimes, int before, int left) {
  Times time;
  for (const double now : eventTimes)
    time.insert(time.end(), static_cast<std::size_t>(before), now);
  Events event(time.size(), 1);
  time.insert(time.end(), static_cast<std::size_t>(left), 100);
  event.resize(time.size(), 0);
  return kaplanMeier(time, event);
}

// By hand: 2 of 4 against 1 of 4 have died: 3/4 - 1/2, with Greenwood's variances 3/64 and 4/64.
TEST(SurvivalDifference, HasTheSumOfGreenwoodsVariances) {
  const SurvivalSteps a = kaplanMeier(Times{1, 2, 9, 9}, Events{1, 1, 0, 0});
  const SurvivalSteps b = kaplanMeier(Times{1, 9, 9, 9}, Events{1, 0, 0, 0});
  const auto found =
      survivalDifference(survivalAt(a, 3), survivalAt(b, 3), std::erf(1 / std::sqrt(2)));
  EXPECT_EQ(found.time, 3);
  EXPECT_DOUBLE_EQ(*found.value, 0.25);
  EXPECT_NEAR(*found.stdError, std::sqrt(7.0 / 64), 1e-15);
  EXPECT_NEAR(*found.upper, 0.25 + std::sqrt(7.0 / 64), 1e-12);
  EXPECT_NEAR(*found.p, std::erfc(0.25 / std::sqrt(7.0 / 64) / std::sqrt(2)), 1e-15);
}

TEST(SurvivalDifference, IsEmptyBeyondTheFollowUpOfEither) {
  const SurvivalSteps a = kaplanMeier(Times{1, 2}, Events{1, 0});
  const SurvivalSteps b = kaplanMeier(Times{1, 5}, Events{1, 0});
  EXPECT_TRUE(survivalDifference(survivalAt(a, 2), survivalAt(b, 2), 0.95).value);
  EXPECT_FALSE(survivalDifference(survivalAt(a, 3), survivalAt(b, 3), 0.95).value);
  EXPECT_FALSE(survivalDifference(survivalAt(b, 3), survivalAt(a, 3), 0.95).p);
}

TEST(SurvivalDifference, HasNoErrorWhereACurveIsAtZeroOrBothAtOne) {
  const SurvivalSteps dead = kaplanMeier(Times{1, 2}, Events{1, 1});
  const SurvivalSteps alive = kaplanMeier(Times{4, 5}, Events{0, 0});
  const auto found = survivalDifference(survivalAt(dead, 3), survivalAt(alive, 3), 0.95);
  EXPECT_EQ(found.value, 1);
  EXPECT_FALSE(found.stdError);
  EXPECT_FALSE(found.lower);
  const SurvivalSteps some = kaplanMeier(Times{1, 5}, Events{1, 0});
  for (const auto& [a, b] : {std::pair(alive, some), std::pair(some, alive)}) {
    const auto one = survivalDifference(survivalAt(a, 3), survivalAt(b, 3), 0.95);
    EXPECT_EQ(std::abs(*one.value), 0.5);
    EXPECT_DOUBLE_EQ(*one.stdError, 0.5 * std::sqrt(0.5)) << "that of the other, as in R";
  }
  const auto none = survivalDifference(survivalAt(alive, 1), survivalAt(alive, 1), 0.95);
  EXPECT_EQ(none.value, 0);
  EXPECT_FALSE(none.p) << "an error of 0 tests nothing";
}

// By hand: the first loses one of 4 at 1 and at 2, the second one of 4 at 2, then of 3 at 5; both
// end at 9, the first follow-up. Errors before the second group has an event would be those of the
// first.
TEST(DifferenceCurve, StepsWithEitherAndEndsWithTheShorter) {
  const SurvivalSteps a = kaplanMeier(Times{1, 2, 9, 9}, Events{1, 1, 0, 0});
  const SurvivalSteps b = kaplanMeier(Times{2, 5, 9, 12}, Events{1, 1, 0, 1});
  const DifferenceCurve curve = differenceCurve(a, b, std::erf(1 / std::sqrt(2)));
  EXPECT_EQ(curve.time, (Times{0, 1, 2, 5, 9}));
  EXPECT_EQ(curve.value, (Times{0, 0.25, 0.25, 0, 0}));
  EXPECT_FALSE(curve.lower[0]);
  EXPECT_FALSE(curve.lower[1]) << "nobody of the second has had an event";
  EXPECT_NEAR(*curve.lower[2], 0.25 - std::sqrt(7.0 / 64), 1e-12);
  EXPECT_NEAR(*curve.upper[3], std::sqrt(8.0 / 64), 1e-12);
}

TEST(DifferenceCurve, ChangesItsSignWithTheOrderOfTheGroups) {
  const SurvivalSteps a = curve({1, 3, 4}, 20, 80);
  const SurvivalSteps b = curve({3, 5, 7, 8}, 10, 60);
  const DifferenceCurve ab = differenceCurve(a, b, 0.9);
  const DifferenceCurve ba = differenceCurve(b, a, 0.9);
  ASSERT_EQ(ab.time, ba.time);
  for (std::size_t j = 0; j < ab.time.size(); ++j) {
    EXPECT_EQ(ab.value[j], -ba.value[j]);
    EXPECT_EQ(ab.lower[j].has_value(), ba.upper[j].has_value());
    if (!ab.lower[j]) continue;
    EXPECT_DOUBLE_EQ(*ab.lower[j], -*ba.upper[j]);
  }
}

// By hand, 100 patients each. Of the first 20 die at 1 and nobody later: S = 0.80, error 0.040. Of
// the second nobody dies until 5, 6, 7 and 8, when 10 die each: S = 0.9, 0.8, 0.7, 0.6, the last
// with error 0.049. The difference is -0.20 (5 errors) from 1 on, 0 at 6, 0.1 at 7 (1.64 errors:
// not clear) and 0.2 at 8 (3.2 errors): it crosses, at 7, where its sign has changed.
TEST(Crossings, AreWhereTheSignChangesBetweenTwoClearDifferences) {
  const SurvivalSteps early = curve({1}, 20, 80);
  const SurvivalSteps late = curve({5, 6, 7, 8}, 10, 60);
  EXPECT_EQ(crossings(early, late), std::vector<double>{7});
  EXPECT_EQ(crossings(late, early), std::vector<double>{7});
}

TEST(Crossings, AreNotToldWhenOneSideIsNotClear) {
  EXPECT_TRUE(crossings(curve({1}, 20, 80), curve({5, 6, 7}, 10, 70)).empty())
      << "1.6 errors at the end";
  EXPECT_TRUE(crossings(curve({1}, 2, 78), curve({5, 6, 7, 8}, 10, 60)).empty())
      << "2 early events are noise";
  EXPECT_TRUE(crossings(curve({1}, 20, 80), curve({1}, 20, 80)).empty());
}

// The same course, but of the first group nearly all leave before the curves meet: 4 of 100 stay.
TEST(Crossings, AreNotToldOfThinTails) {
  const auto early = [](std::size_t staying) {
    Times time(20, 1.0);
    Events event(20, 1);
    time.resize(100 - staying, 4.0);
    time.resize(100, 100.0);
    event.resize(100, 0);
    return kaplanMeier(time, event);
  };
  const SurvivalSteps late = curve({5, 6, 7, 8}, 10, 60);
  EXPECT_TRUE(crossings(early(4), late).empty());
  EXPECT_TRUE(crossings(early(9), late).empty()) << "fewer than a tenth";
  EXPECT_FALSE(crossings(early(10), late).empty());
}

}  // namespace
}  // namespace riskset
