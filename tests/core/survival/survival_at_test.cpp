#include "core/survival/survival_at.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace riskset {
namespace {

using Times = std::vector<double>;
using Events = std::vector<std::uint8_t>;

TEST(SurvivalAt, CountsAtRiskThoseWithFollowUpUpToTheTime) {
  const SurvivalSteps steps = kaplanMeier(Times{1, 2, 2, 5}, Events{1, 1, 0, 0});
  const SurvivalAtTime two = survivalAt(steps, 2);
  EXPECT_EQ(two.atRisk, 3) << "events at 2 are still at risk at 2";
  EXPECT_EQ(two.eventsBefore, 1);
  EXPECT_EQ(two.censoredBefore, 0);
  EXPECT_EQ(two.survival, 0.5);
  const SurvivalAtTime three = survivalAt(steps, 3);
  EXPECT_EQ(three.atRisk, 1);
  EXPECT_EQ(three.atRisk + three.eventsBefore + three.censoredBefore, 4);
  EXPECT_FALSE(three.weightedAtRisk);
}

TEST(SurvivalAt, SaysWhenNobodyWasWatchedSoLong) {
  const SurvivalSteps steps = kaplanMeier(Times{1, 2}, Events{1, 0});
  EXPECT_FALSE(survivalAt(steps, 2).beyondFollowUp);
  EXPECT_TRUE(survivalAt(steps, 2.5).beyondFollowUp);
  EXPECT_FALSE(survivalAt(kaplanMeier(Times{1}, Events{1}), 2).beyondFollowUp) << "S is 0 for good";
}

// By hand: of those alive at 2 (two of five), one dies at 4: 1/2, with Greenwood's 1/2 for log S.
TEST(ConditionalSurvival, IsThatOfThoseStillAlive) {
  const SurvivalData data{{1, 2, 2, 4, 6}, {1, 1, 0, 1, 0}, {}, {}, {}};
  const CurveOptions plain{SurvivalInterval::plain, std::erf(1 / std::sqrt(2))};
  const SurvivalSteps steps = kaplanMeier(data, plain);
  const auto found = conditionalSurvival(steps, data, plain, 2, 5);
  EXPECT_EQ(found.atRisk, 4) << "at risk at 2, before what happens at 2";
  EXPECT_DOUBLE_EQ(*found.survival, 0.5);
  EXPECT_DOUBLE_EQ(*found.survival, steps.survival[2] / steps.survival[1]);
  EXPECT_NEAR(*found.stdError, 0.5 * std::sqrt(0.5), 1e-15);
  EXPECT_NEAR(*found.upper, 0.5 + 0.5 * std::sqrt(0.5), 1e-12);
  EXPECT_EQ(conditionalSurvival(steps, data, plain, 2, 3).survival, 1) << "nobody dies from 2 to 3";
}

TEST(ConditionalSurvival, IsEmptyWhereNobodyIsAliveOrWatched) {
  const SurvivalData open{{1, 2, 3}, {1, 1, 0}, {}, {}, {}};
  const SurvivalSteps steps = kaplanMeier(open, {});
  EXPECT_TRUE(conditionalSurvival(steps, open, {}, 1, 3).survival);
  EXPECT_FALSE(conditionalSurvival(steps, open, {}, 1, 3.5).survival);
  const SurvivalData gone{{1, 2, 3}, {1, 1, 1}, {}, {}, {}};
  EXPECT_FALSE(conditionalSurvival(kaplanMeier(gone, {}), gone, {}, 3, 4).survival);
  const auto none = conditionalSurvival(kaplanMeier(gone, {}), gone, {}, 2, 4);
  EXPECT_EQ(none.survival, 0);
  EXPECT_FALSE(none.stdError);
}

}  // namespace
}  // namespace riskset
