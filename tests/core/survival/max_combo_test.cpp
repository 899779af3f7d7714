#include "core/survival/max_combo.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/distributions/distributions.h"
#include "core/survival/log_rank.h"
#include "tests/core/support/random_cohort.h"

namespace riskset {
namespace {

const std::vector<FlemingHarrington> kFour{{0, 0}, {1, 0}, {0, 1}, {1, 1}};
constexpr double kWanted = 1e-5;

TEST(MaxCombo, OfOneTestIsThatTest) {
  for (int seed = 0; seed < 10; ++seed) {
    const auto cohort = RandomCohort::draw(seed, 40, 2, 20, 2);
    for (const auto& test : kFour) {
      const auto alone = logRank(cohort.compared(), test);
      const auto found = maxCombo(cohort.compared(), {test});
      EXPECT_NEAR(*found->statistics[0].z, *alone.z, 1e-12);
      EXPECT_NEAR(found->p, alone.test->p, 1e-12);
      // The same test four times is one test.
      EXPECT_NEAR(maxCombo(cohort.compared(), {test, test, test, test})->p, alone.test->p, 1e-12);
    }
  }
}

TEST(MaxCombo, LiesBetweenItsSmallestPAndBonferroni) {
  for (int seed = 0; seed < 30; ++seed) {
    const auto cohort = RandomCohort::draw(seed, 50, 2, seed % 2 ? 6 : 40, 1 + seed % 3);
    const auto found = maxCombo(cohort.compared(), kFour);
    const double smallest = normalTwoSidedP(found->maximum);
    EXPECT_GE(found->p, smallest - kWanted);
    EXPECT_LE(found->p, 4 * smallest + kWanted);
    EXPECT_LE(found->pError, kWanted);
    for (const auto& statistic : found->statistics)
      EXPECT_LE(std::abs(*statistic.z), found->maximum);
  }
}

TEST(MaxCombo, OnlyChangesSignsWhenArmsAreRelabelledAndNothingWhenTimeIsScaled) {
  for (int seed = 0; seed < 10; ++seed) {
    const auto cohort = RandomCohort::draw(seed, 40, 2, 15, 2, seed % 2 == 0);
    auto swapped = cohort, days = cohort;
    for (int& code : swapped.group)
      code = 1 - code;
    for (double& time : days.time)
      time *= 30.4375;
    for (double& entry : days.entry)
      entry *= 30.4375;
    const auto one = maxCombo(cohort.compared(), kFour);
    const auto other = maxCombo(swapped.compared(), kFour);
    EXPECT_EQ(maxCombo(days.compared(), kFour)->p, one->p);
    for (std::size_t k = 0; k < kFour.size(); ++k) {
      EXPECT_NEAR(*one->statistics[k].z, -*other->statistics[k].z, 1e-12);
      EXPECT_NEAR(one->correlation[k][0], other->correlation[k][0], 1e-12);
    }
    EXPECT_NEAR(one->p, other->p, kWanted);
  }
}

// (1, 0) and (0, 1) add up to (0, 0), so that the log-rank's z follows from the two others.
TEST(MaxCombo, KnowsThatEarlyAndLateAddUpToTheLogRank) {
  const auto cohort = RandomCohort::draw(3, 60, 2, 60);
  const auto correlation = maxCombo(cohort.compared(), kFour)->correlation;
  const auto variance = [&](const FlemingHarrington& test) {
    return logRank(cohort.compared(), test).covariance[1][1];
  };
  const double early = std::sqrt(variance({1, 0})), late = std::sqrt(variance({0, 1})),
               both = std::sqrt(variance({0, 0}));
  EXPECT_NEAR(correlation[0][1], (early + correlation[1][2] * late) / both, 1e-12);
  EXPECT_NEAR(correlation[0][2], (late + correlation[1][2] * early) / both, 1e-12);
}

TEST(MaxCombo, LeavesOutATestWithoutVariance) {
  const std::vector<double> time{1, 1, 2, 2};
  const std::vector<std::uint8_t> event{1, 0, 0, 0};
  const std::vector<int> group{0, 1, 0, 1};
  const auto found = maxCombo({time, event, group, 2}, kFour);
  EXPECT_TRUE(found->statistics[0].z);
  EXPECT_FALSE(found->statistics[2].z) << "the only event time has late weight 0";
  EXPECT_EQ(found->correlation.size(), 2u);
  EXPECT_NEAR(found->p, normalTwoSidedP(found->maximum), 1e-12);
  EXPECT_FALSE(maxCombo({time, event, group, 2}, {{0, 1}}));
}

}  // namespace
}  // namespace riskset
