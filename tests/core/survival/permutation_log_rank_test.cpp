#include "core/survival/permutation_log_rank.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/survival/log_rank.h"
#include "tests/core/support/random_cohort.h"

namespace riskset {
namespace {

constexpr int kDraws = 20'000;

PermutationTest permuted(const RandomCohort& cohort, const LogRankTest& test = {},
                         double mostEnumerated = kMostEnumerated, int seed = 1) {
  return *permutationLogRank(cohort.compared(), test, kDraws, static_cast<std::uint64_t>(seed),
                             mostEnumerated);
}

// By hand: of the 6 ways to label two of four patients who die one after another, the observed one
// (the two earliest) and its mirror have the largest |O - E|, and no other has it.
TEST(PermutationLogRank, MatchesHandCountOfFourPatients) {
  RandomCohort four;
  four.time = {1, 2, 3, 4};
  four.event = {1, 1, 1, 1};
  four.group = {0, 0, 1, 1};
  const auto found = permuted(four);
  EXPECT_TRUE(found.exact);
  EXPECT_FALSE(found.interval);
  EXPECT_EQ(found.labellings, 6);
  EXPECT_EQ(found.asExtreme, 2);
  EXPECT_DOUBLE_EQ(found.p, 1.0 / 3);
}

TEST(PermutationLogRank, ScoresAddUpToObservedMinusExpected) {
  for (int seed = 0; seed < 20; ++seed) {
    const auto cohort = RandomCohort::draw(seed, 30, 3, 8, 1 + seed % 3, seed % 2 == 0);
    for (const LogRankTest& test : {LogRankTest{}, LogRankTest{LogRankWeighting::petoPeto},
                                    LogRankTest{FlemingHarrington{1, 1}}}) {
      const auto scores = logRankScores(cohort.compared(), test);
      const auto distance = logRank(cohort.compared(), test).distance;
      std::vector<double> sums(3);
      for (std::size_t i = 0; i < scores.size(); ++i)
        sums[static_cast<std::size_t>(cohort.group[i])] += scores[i];
      for (std::size_t g = 0; g < 3; ++g)
        EXPECT_NEAR(sums[g], distance[g], 1e-10);
    }
  }
}

// Every order of the labels, by another route: with two groups the statistic orders them as the
// log-rank's own |O - E| does.
TEST(PermutationLogRank, CountsEveryLabellingOnce) {
  for (int seed = 0; seed < 12; ++seed) {
    auto cohort = RandomCohort::draw(seed, 9, 2, seed % 2 ? 3 : 12);
    cohort.stratum.clear();
    const auto found = permuted(cohort);
    const double observed = std::abs(logRank(cohort.compared()).distance[1]);
    auto relabelled = cohort;
    std::sort(relabelled.group.begin(), relabelled.group.end());
    int all = 0, extreme = 0;
    do {
      ++all;
      extreme += std::abs(logRank(relabelled.compared()).distance[1]) >= observed - 1e-9;
    } while (std::next_permutation(relabelled.group.begin(), relabelled.group.end()));
    EXPECT_EQ(found.labellings, all);
    EXPECT_EQ(found.asExtreme, extreme);
  }
}

// Labels move within strata only: 3 of 6 and 2 of 4 patients, so 20 * 6 labellings. Three groups of
// two: 6! / (2! 2! 2!) = 90.
TEST(PermutationLogRank, EnumeratesWithinStrataAndAmongSeveralGroups) {
  RandomCohort strata;
  strata.time = {1, 2, 3, 4, 5, 6, 1, 2, 3, 4};
  strata.event.assign(10, 1);
  strata.group = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
  strata.stratum = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1};
  EXPECT_EQ(permuted(strata).labellings, 120);
  RandomCohort three;
  three.groups = 3;
  three.time = {1, 2, 3, 4, 5, 6};
  three.event.assign(6, 1);
  three.group = {0, 0, 1, 1, 2, 2};
  const auto found = permuted(three);
  EXPECT_EQ(found.labellings, 90);
  EXPECT_EQ(found.asExtreme % 2, 0) << "exchanging the names of two groups changes no statistic";
}

TEST(PermutationLogRank, DrawsAgreeWithEnumeration) {
  for (int seed = 0; seed < 12; ++seed) {
    const auto cohort = RandomCohort::draw(seed, 15, 2 + seed % 2, 8, 1 + seed % 3);
    const auto exact = permuted(cohort);
    const auto drawn = permuted(cohort, {}, 0, seed);
    ASSERT_TRUE(exact.exact);
    ASSERT_FALSE(drawn.exact);
    EXPECT_EQ(drawn.labellings, kDraws);
    EXPECT_DOUBLE_EQ(drawn.statistic, exact.statistic);
    EXPECT_EQ(drawn.p, (drawn.asExtreme + 1.0) / (kDraws + 1.0));
    EXPECT_LE(drawn.interval->lower, exact.p) << seed;
    EXPECT_GE(drawn.interval->upper, exact.p) << seed;
    EXPECT_LE(drawn.interval->lower, drawn.p);
    EXPECT_GE(drawn.interval->upper, drawn.p);
  }
}

TEST(PermutationLogRank, DrawsTheSameForTheSameSeed) {
  const auto cohort = RandomCohort::draw(1, 60, 2, 30);
  const auto first = permuted(cohort, {}, kMostEnumerated, 5);
  EXPECT_FALSE(first.exact);
  EXPECT_EQ(permuted(cohort, {}, kMostEnumerated, 5).asExtreme, first.asExtreme);
  EXPECT_NE(permuted(cohort, {}, kMostEnumerated, 6).asExtreme, first.asExtreme);
}

TEST(PermutationLogRank, DoesNotChangeWhenArmsAreRelabelled) {
  for (int seed = 0; seed < 10; ++seed) {
    const auto cohort = RandomCohort::draw(seed, 13, 2, 6, 1 + seed % 2);
    auto swapped = cohort;
    for (int& code : swapped.group)
      code = 1 - code;
    EXPECT_EQ(permuted(swapped).asExtreme, permuted(cohort).asExtreme);
  }
}

TEST(PermutationLogRank, CountsEveryLabellingWhenNothingDiffers) {
  RandomCohort ties;
  ties.time.assign(8, 5);
  ties.event = {1, 0, 1, 0, 1, 0, 1, 0};
  ties.group = {0, 0, 1, 1, 0, 0, 1, 1};
  const auto found = permuted(ties);
  EXPECT_EQ(found.statistic, 0);
  EXPECT_EQ(found.p, 1);
}

TEST(PermutationLogRank, HasNoAnswerWhenNoLabelCanMove) {
  RandomCohort apart;
  apart.time = {1, 2, 3, 4};
  apart.event = {1, 1, 1, 1};
  apart.group = {0, 0, 1, 1};
  apart.stratum = {0, 0, 1, 1};
  EXPECT_FALSE(permutationLogRank(apart.compared(), {}, kDraws, 1));
}

}  // namespace
}  // namespace riskset
