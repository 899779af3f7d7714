#include "core/survival/kaplan_meier.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "core/survival/survival_quantile.h"

namespace riskset {
namespace {

using Times = std::vector<double>;
using Events = std::vector<std::uint8_t>;

// By hand: deaths at 1 and 3, one patient censored at 2: S = 2/3, 2/3, 0.
TEST(KaplanMeier, MatchesHandCalculationOfThreePatients) {
  const SurvivalSteps steps = kaplanMeier(Times{1, 2, 3}, Events{1, 0, 1});
  EXPECT_DOUBLE_EQ(steps.survival[0], 2.0 / 3);
  EXPECT_DOUBLE_EQ(steps.survival[1], 2.0 / 3);
  EXPECT_EQ(steps.survival[2], 0);
  EXPECT_EQ(steps.atRisk, (std::vector<int>{3, 2, 1}));
  EXPECT_NEAR(*steps.stdError[0], std::sqrt(2.0 / 27), 1e-15)
      << "Greenwood: S sqrt(d / (n (n - d)))";
  EXPECT_FALSE(steps.stdError[2]) << "Greenwood is undefined at S = 0";
  EXPECT_FALSE(steps.lower[2]);
}

TEST(KaplanMeier, CountsAPatientCensoredAtAnEventTimeAsAtRisk) {
  const SurvivalSteps steps = kaplanMeier(Times{2, 2}, Events{1, 0});
  EXPECT_EQ(steps.survival[0], 0.5);
  EXPECT_EQ(steps.censored[0], 1);
}

TEST(KaplanMeier, IsOneMinusTheEmpiricalDistributionWithoutCensoring) {
  std::mt19937 random(20261122);
  Times times(200);
  for (double& time : times)
    time = static_cast<double>(random() % 50);
  const SurvivalSteps steps = kaplanMeier(times, Events(times.size(), 1));
  for (std::size_t i = 0; i < steps.time.size(); ++i) {
    double later = 0;
    for (const double time : times)
      later += time > steps.time[i];
    EXPECT_NEAR(steps.survival[i], later / 200, 1e-12);
  }
}

TEST(KaplanMeier, ScalesWithTime) {
  const Times months{1, 4, 4, 6, 9, 12};
  Times days;
  for (const double time : months)
    days.push_back(30.4375 * time);
  const Events events{1, 0, 1, 1, 0, 1};
  EXPECT_EQ(kaplanMeier(months, events).survival, kaplanMeier(days, events).survival);
  EXPECT_NEAR(*survivalQuantile(kaplanMeier(days, events), 0.5).value,
              30.4375 * *survivalQuantile(kaplanMeier(months, events), 0.5).value, 1e-12);
}

// By hand at S = 1/2, Greenwood's sum g = 1/2 (two patients, one death), z = 1.
TEST(KaplanMeier, HasTheThreeIntervalsOfTheirFormulas) {
  const double level = std::erf(1 / std::sqrt(2));  // z = 1
  const double root = std::sqrt(0.5);
  const auto limits = [&](SurvivalInterval interval) {
    const SurvivalSteps steps = kaplanMeier(Times{1, 2}, Events{1, 0}, interval, level);
    return std::pair(*steps.lower[0], *steps.upper[0]);
  };
  const auto plain = limits(SurvivalInterval::plain);
  EXPECT_NEAR(plain.first, 0.5 - 0.5 * root, 1e-12);
  EXPECT_NEAR(plain.second, 0.5 + 0.5 * root, 1e-12);
  const auto log = limits(SurvivalInterval::log);
  EXPECT_NEAR(log.first, 0.5 * std::exp(-root), 1e-12);
  EXPECT_EQ(log.second, 1) << "0.5 exp(0.707) = 1.01 is clipped";
  const auto logLog = limits(SurvivalInterval::logLog);
  const double shift = root / std::log(2);
  EXPECT_NEAR(logLog.first, std::exp(-std::log(2) * std::exp(shift)), 1e-12);
  EXPECT_NEAR(logLog.second, std::exp(-std::log(2) * std::exp(-shift)), 1e-12);
}

// By hand: one enters at 2, when the first has died of two and the second is censored at 3. Between
// them nobody else is at risk at 4 but that one and a fourth, who enters at 3.
TEST(KaplanMeier, CountsWhoEntersLateFromThenOn) {
  const SurvivalData data{{1, 3, 4, 6}, {1, 0, 1, 1}, {0, 0, 2, 3}, {}, {}};
  const SurvivalSteps steps = kaplanMeier(data, {});
  EXPECT_EQ(steps.atRisk, (std::vector<int>{2, 2, 2, 1}));
  EXPECT_EQ(steps.survival, (std::vector<double>{0.5, 0.5, 0.25, 0}));
}

TEST(KaplanMeier, StaysAtZeroWhenLateEntryEmptiesTheRiskSet) {
  const SurvivalData data{{1, 5, 6}, {1, 1, 0}, {0, 2, 2}, {}, {}};
  const SurvivalSteps steps = kaplanMeier(data, {});
  EXPECT_EQ(steps.survival, (std::vector<double>{0, 0, 0}));
  EXPECT_FALSE(steps.stdError[2]);
  EXPECT_EQ(steps.cumulativeHazard, (std::vector<double>{1, 1.5, 1.5}));
}

// 0.12 and 2.04 added and taken away again leave 9e-16 of patients who are not there.
TEST(KaplanMeier, LeavesNobodyByRoundingOfWeights) {
  const SurvivalData data{{1, 2, 5}, {1, 1, 1}, {0, 1, 4}, {0.12, 2.04, 1.95}, {}};
  EXPECT_EQ(kaplanMeier(data, {}).survival, (std::vector<double>{0, 0, 0}));
}

// By hand: H = 1/3 + 1/2 with variance 1/9 + 1/4.
TEST(KaplanMeier, HasNelsonAalensHazardWithItsError) {
  const SurvivalSteps steps = kaplanMeier(Times{1, 2, 3}, Events{1, 1, 0});
  EXPECT_NEAR(steps.cumulativeHazard[1], 5.0 / 6, 1e-15);
  EXPECT_NEAR(*steps.cumulativeHazardStdError[1], std::sqrt(13.0 / 36), 1e-15);
}

}  // namespace
}  // namespace riskset
