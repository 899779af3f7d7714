#include "core/survival/robust_variance.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/survival/kaplan_meier.h"

namespace riskset {
namespace {

const CurveOptions kRobust{SurvivalInterval::plain, 0.95, SurvivalVariance::robust};

// By hand: deaths at 1 (weight 2) and 3 (weight 1), one censored at 2 (weight 1). At 1 the hazard
// is 2/4; influences on S = 1/2 are 2 (1 - 1/2) / 4 = 1/4 of the first, 1/8 of each other, against
// each other: 1/16 + 2/64 = 3/32.
TEST(RobustVariance, IsTheSumOfSquaredInfluences) {
  const SurvivalData data{{1, 2, 3}, {1, 0, 1}, {}, {2, 1, 1}, {}};
  const SurvivalSteps steps = kaplanMeier(data, kRobust);
  EXPECT_EQ(steps.survival[0], 0.5);
  EXPECT_NEAR(*steps.stdError[0], std::sqrt(3.0 / 32), 1e-15);
  const std::vector<double> share{1, 0, 0};
  const auto influence = clusterInfluence(data, steps, share);  // on log S: twice those
  EXPECT_NEAR(influence[0], -0.5, 1e-15);
  EXPECT_NEAR(influence[1], 0.25, 1e-15);
  EXPECT_NEAR(influence[2], 0.25, 1e-15);
}

// The derivative itself: S with a little more weight on one row, against the influence.
TEST(RobustVariance, InfluenceIsTheSlopeInTheWeight) {
  SurvivalData data{{1, 2, 2, 4, 5, 7, 8},
                    {1, 1, 0, 1, 0, 1, 0},
                    {0, 0, 1, 0, 3, 2, 5},
                    {1, 2, 0.5, 1, 3, 1.5, 1},
                    {}};
  const SurvivalSteps steps = kaplanMeier(data, {});
  const std::size_t last = 3;  // the step at 5
  std::vector<double> share(steps.time.size(), 0.0);
  for (std::size_t j = 0; j <= last; ++j)
    share[j] = 1;
  const auto influence = clusterInfluence(data, steps, share);
  const double h = 1e-6;
  for (std::size_t row = 0; row < data.time.size(); ++row) {
    const double weight = data.weight[row];
    data.weight[row] = weight + h;
    const double up = std::log(kaplanMeier(data, {}).survival[last]);
    data.weight[row] = weight - h;
    const double down = std::log(kaplanMeier(data, {}).survival[last]);
    data.weight[row] = weight;
    EXPECT_NEAR(influence[row], weight * (up - down) / (2 * h), 1e-8) << row;
  }
}

TEST(RobustVariance, DoesNotExistForOneCluster) {
  SurvivalData data{{1, 2, 3, 4}, {1, 0, 1, 0}, {}, {}, {5, 5, 5, 5}};
  EXPECT_FALSE(robustVariances(data, kaplanMeier(data, {})));
  const SurvivalSteps steps = kaplanMeier(data, kRobust);
  EXPECT_FALSE(steps.stdError[0]);
  EXPECT_FALSE(steps.lower[0]);
  EXPECT_FALSE(steps.cumulativeHazardStdError[0]);
  data.cluster[3] = 1;
  EXPECT_TRUE(kaplanMeier(data, kRobust).stdError[0]);
  data.weight = {1, 1, 1, 0};
  EXPECT_FALSE(kaplanMeier(data, kRobust).stdError[0]) << "the other weighs nothing";
}

// All rows of one kind twice, each pair a cluster: as many patients as clusters, so that errors are
// those of one row each.
TEST(RobustVariance, KnowsThatRepeatedRowsAreNoNewPatients) {
  const SurvivalData once{{1, 2, 3, 4, 5}, {1, 1, 0, 1, 0}, {}, {}, {}};
  const SurvivalData twice{{1, 1, 2, 2, 3, 3, 4, 4, 5, 5},
                           {1, 1, 1, 1, 0, 0, 1, 1, 0, 0},
                           {},
                           {},
                           {0, 0, 1, 1, 2, 2, 3, 3, 4, 4}};
  const SurvivalSteps expected = kaplanMeier(once, {});
  const SurvivalSteps found = kaplanMeier(twice, kRobust);
  for (std::size_t j = 0; j < expected.time.size(); ++j)
    EXPECT_NEAR(*found.stdError[j], *expected.stdError[j], 1e-14);
}

}  // namespace
}  // namespace riskset
