#include "core/regression/rate_subgroups.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/distributions/distributions.h"

namespace riskset {
namespace {

// Patients of an arm in a level: `events` of `n` have the outcome.
struct Cell {
  int arm, level, events, n;
};

RateSubgroupData cohort(const std::vector<Cell>& cells, const std::vector<std::string>& levels) {
  RateSubgroupData data{{}, {"arm", {"control", "new"}, {}}, {{"factor", levels, {}}}};
  for (const auto& [arm, level, events, n] : cells) {
    for (int i = 0; i < n; ++i) {
      data.event.push_back(i < events);
      data.arm.codes.push_back(arm);
      data.factors[0].codes.push_back(level);
    }
  }
  return data;
}

const std::vector<std::string> kTwo{"x", "y"}, kThree{"x", "y", "z"};
const std::vector<Cell> kBoth{{0, 0, 4, 20}, {1, 0, 11, 22}, {0, 1, 7, 15}, {1, 1, 6, 18}};

std::vector<Cell> with(std::vector<Cell> cells, const std::vector<Cell>& more) {
  cells.insert(cells.end(), more.begin(), more.end());
  return cells;
}

// By hand. The additive model keeps the margins of each level and arm: its expected counts in this
// balanced table follow from symmetry, a rate of 1/2 everywhere. Twice the log-likelihood lost is
// 4 cells x 2 [12 log(12/20) + 8 log(8/20) - 20 log(1/2)].
TEST(RateSubgroups, TestsTheInteractionByTheLikelihoodRatio) {
  const auto data = cohort({{0, 0, 12, 20}, {1, 0, 8, 20}, {0, 1, 8, 20}, {1, 1, 12, 20}}, kTwo);
  const RateInteraction interaction = rateForest(data, 0.95).interactions[0];
  const double statistic = 8 * (12 * std::log(0.6) + 8 * std::log(0.4) - 20 * std::log(0.5));
  EXPECT_EQ(interaction.penalty, Penalty::none);
  EXPECT_NEAR(*interaction.chiSquare, statistic, 1e-10);
  EXPECT_EQ(interaction.df, 1);
  EXPECT_NEAR(*interaction.p, chiSquareP(statistic, 1), 1e-12);
}

// A level with one arm, or with one outcome, has no odds ratio: the test is as without it.
TEST(RateSubgroups, LeavesLevelsThatSayNothingOutOfTheTest) {
  const RateInteraction two = rateForest(cohort(kBoth, kTwo), 0.95).interactions[0];
  const std::vector<std::vector<Cell>> mute{
      {{1, 2, 5, 9}}, {{0, 2, 0, 8}, {1, 2, 0, 5}}, {{0, 2, 8, 8}, {1, 2, 5, 5}}};
  for (const auto& level : mute) {
    const RateForest forest = rateForest(cohort(with(kBoth, level), kThree), 0.95);
    const RateInteraction& three = forest.interactions[0];
    EXPECT_EQ(three.penalty, Penalty::none);
    EXPECT_NEAR(*three.chiSquare, *two.chiSquare, 1e-9);
    EXPECT_EQ(three.df, 1);
    EXPECT_GT(three.n, two.n);
    EXPECT_EQ(forest.rows.size(), 3U);
  }
}

TEST(RateSubgroups, TestsNothingWhereOneLevelAloneSaysSomething) {
  const auto data = cohort({{0, 0, 4, 20}, {1, 0, 11, 22}, {0, 1, 0, 8}, {1, 1, 0, 5}}, kTwo);
  const RateInteraction interaction = rateForest(data, 0.95).interactions[0];
  EXPECT_FALSE(interaction.chiSquare || interaction.df || interaction.p);
}

// With an empty cell the likelihood has no maximum; Firth's has. The saturated model under it adds
// one half to each cell, so that two levels alike in every count do not differ at all.
TEST(RateSubgroups, TakesFirthsPenaltyWhereACellIsEmpty) {
  const auto alike = cohort({{0, 0, 0, 10}, {1, 0, 5, 12}, {0, 1, 0, 10}, {1, 1, 5, 12}}, kTwo);
  const RateInteraction none = rateForest(alike, 0.95).interactions[0];
  EXPECT_EQ(none.penalty, Penalty::firth);
  EXPECT_NEAR(*none.chiSquare, 0, 1e-9);

  const auto opposite = cohort({{0, 0, 0, 10}, {1, 0, 9, 12}, {0, 1, 10, 10}, {1, 1, 3, 12}}, kTwo);
  const RateInteraction differ = rateForest(opposite, 0.95).interactions[0];
  EXPECT_GT(*differ.chiSquare, 10);
  EXPECT_LT(*differ.p, 0.001);
}

// Which arm is the reference, and which outcome is counted, is no matter to the test; differences
// change their sign, odds ratios become their inverse.
TEST(RateSubgroups, AreMirroredByTheArmsAndByTheOutcome) {
  for (const auto& cells : {kBoth, with(kBoth, {{0, 2, 0, 9}, {1, 2, 3, 9}})}) {
    const RateSubgroupData data = cohort(cells, kThree);
    RateSubgroupData swapped = data, inverse = data;
    std::swap(swapped.arm.levels[0], swapped.arm.levels[1]);
    for (int& code : swapped.arm.codes)
      code = 1 - code;
    for (auto& event : inverse.event)
      event = !event;
    const RateForest forest = rateForest(data, 0.95), mirrored = rateForest(swapped, 0.95);
    const double statistic = *forest.interactions[0].chiSquare;
    EXPECT_NEAR(*mirrored.interactions[0].chiSquare, statistic, 1e-8);
    EXPECT_NEAR(*rateForest(inverse, 0.95).interactions[0].chiSquare, statistic, 1e-8);
    for (std::size_t row = 0; row < forest.rows.size(); ++row) {
      const TwoProportions& pair = forest.rows[row].comparisons[0];
      const TwoProportions& other = mirrored.rows[row].comparisons[0];
      EXPECT_NEAR(other.difference.newcombe.lower, -pair.difference.newcombe.upper, 1e-12);
      if (pair.oddsRatio.value && *pair.oddsRatio.value > 0) {
        EXPECT_NEAR(*other.oddsRatio.value * *pair.oddsRatio.value, 1, 1e-12);
      }
    }
  }
}

TEST(RateSubgroups, CompareNothingWithAnArmThatHasNoPatients) {
  const RateForest forest = rateForest(cohort(with(kBoth, {{1, 2, 1, 1}}), kThree), 0.95);
  const RateSubgroup& row = forest.rows[2];
  EXPECT_EQ(row.n, 1);
  EXPECT_FALSE(row.perArm[0].rate);
  EXPECT_EQ(row.perArm[1].rate->events, 1);
  EXPECT_TRUE(row.comparisons.empty());
}

}  // namespace
}  // namespace riskset
