// Laws of power and size, and cases by hand.

#include <gtest/gtest.h>

#include <cmath>

#include "core/design/binomial.h"
#include "core/design/log_rank_design.h"
#include "core/design/two_proportions_design.h"
#include "core/design/whole_number.h"

namespace riskset {
namespace {

// (1.96 + 0.8416)^2 = 7.849; log 2 squared is 0.4805, a quarter of it 0.1201: 65.3 events.
TEST(LogRankDesign, MatchesHandCalculation) {
  const auto sizes = logRankSizes({0.5, 0.5, {}}, 0.8, 0.5);
  EXPECT_NEAR(sizes.schoenfeld.eventsUnrounded, 65.34, 0.01);
  EXPECT_EQ(sizes.schoenfeld.events, 66);
  EXPECT_EQ(sizes.schoenfeld.patients, 131);
  EXPECT_EQ(sizes.schoenfeld.patientsForWholeEvents, 132);
  // ((1 + 0.5) / (1 - 0.5))^2 = 9 times 7.849.
  EXPECT_NEAR(sizes.freedman.eventsUnrounded, 70.64, 0.01);
}

TEST(LogRankDesign, HasTheWantedPowerAtItsUnroundedSize) {
  for (const double ratio : {0.4, 0.8, 1.7}) {
    for (const double allocation : {0.2, 0.5}) {
      const LogRankTrial trial{ratio, allocation, {0.025, 1}};
      const auto sizes = logRankSizes(trial, 0.87, {});
      const auto events = sizes.schoenfeld.eventsUnrounded;
      EXPECT_NEAR(logRankPower(trial, events, 0.87).power, 0.87, 1e-12);
      EXPECT_NEAR(logRankPower(trial, sizes.freedman.eventsUnrounded, 0.87).freedmanPower, 0.87,
                  1e-12);
      const auto [lower, upper] = logRankPower(trial, events, 0.87).detectable;
      EXPECT_NEAR(ratio < 1 ? lower : upper, ratio, 1e-12);
      EXPECT_NEAR(lower * upper, 1, 1e-12);
    }
  }
}

// Which arm is called the first does not matter, if ratio and allocation change with it.
TEST(LogRankDesign, MirrorsWithTheArms) {
  const auto sizes = logRankSizes({0.6, 0.3, {}}, 0.9, {});
  const auto mirrored = logRankSizes({1 / 0.6, 0.7, {}}, 0.9, {});
  EXPECT_NEAR(sizes.schoenfeld.eventsUnrounded, mirrored.schoenfeld.eventsUnrounded, 1e-9);
  EXPECT_NEAR(sizes.freedman.eventsUnrounded, mirrored.freedman.eventsUnrounded, 1e-9);
}

// 66 events of patients who have it with 0.66: 100 of them, however the quotient is rounded.
TEST(LogRankDesign, CountsNoPatientForRounding) {
  const auto size = logRankSizes({0.5, 0.5, {}}, 0.8, 0.66).schoenfeld;
  EXPECT_EQ(size.patientsForWholeEvents, 100);
  EXPECT_EQ(wholeFrom(100.00000000000001), 100);
  EXPECT_EQ(wholeFrom(100.0000001), 101);
}

TEST(TwoProportionsDesign, MirrorsWithTheArmsAndWithTheEvent) {
  const TestLevel level;
  const auto power = twoProportionsPower({0.2, 0.5}, 30, 20, level);
  for (const auto& other : {twoProportionsPower({0.5, 0.2}, 20, 30, level),
                            twoProportionsPower({0.8, 0.5}, 30, 20, level)}) {
    EXPECT_NEAR(power.power, other.power, 1e-12);
    EXPECT_NEAR(*power.fisherPower, *other.fisherPower, 1e-12);
  }
}

// Fisher's test keeps its level; the size corrected for it reaches the power, or nearly.
TEST(TwoProportionsDesign, KeepsTheLevelOfFishersTest) {
  for (const double common : {0.05, 0.3, 0.5, 0.97}) {
    const auto power = twoProportionsPower({common, common + 1e-12}, 40, 25, {});
    EXPECT_LE(*power.fisherPower, 0.05 + 1e-9);
  }
  const auto sizes = twoProportionsSizes({0.3, 0.6}, 0.5, {}, 0.8);
  EXPECT_GT(*sizes.corrected.fisherPower, 0.79);
  EXPECT_LT(*sizes.uncorrected.fisherPower, 0.8);
}

TEST(TwoProportionsDesign, LeavesNothingToChanceWhereTheRatesDoNot) {
  const auto power = twoProportionsPower({0, 1}, 10, 10, {});
  EXPECT_EQ(power.power, 1);
  EXPECT_NEAR(*power.fisherPower, 1, 1e-12);
  EXPECT_FALSE(twoProportionsPower({0.1, 0.2}, 2000, 2000, {}).fisherPower);
}

TEST(Binomial, MatchesHandCalculation) {
  const auto four = binomialProbabilities(4, 0.5);
  const double expected[] = {1, 4, 6, 4, 1};
  for (std::size_t x = 0; x < 5; ++x)
    EXPECT_NEAR(four[x], expected[x] / 16, 1e-15);
  EXPECT_EQ(binomialProbabilities(3, 0), (std::vector<double>{1, 0, 0, 0}));
  EXPECT_EQ(binomialProbabilities(3, 1), (std::vector<double>{0, 0, 0, 1}));
  // Far out it is right in its digits too.
  const auto rare = binomialProbabilities(60, 0.01);
  EXPECT_NEAR(rare[60] / std::pow(0.01, 60), 1, 1e-12);
  EXPECT_NEAR(rare[0] / std::pow(0.99, 60), 1, 1e-12);
}

}  // namespace
}  // namespace riskset
