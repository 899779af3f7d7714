#include "core/survival/survival_interval.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <string>

#include "core/base/described.h"
#include "core/distributions/distributions.h"
#include "core/survival/survival_at.h"

namespace riskset {
namespace {

constexpr std::array kScales{SurvivalInterval::plain, SurvivalInterval::log,
                             SurvivalInterval::logLog, SurvivalInterval::logit,
                             SurvivalInterval::arcsine};

// By hand at S = 1/2 and z = 1 with V = 0.04: sqrt(V) = 0.2. Logit: log odds 0, error 0.4.
// Arcsine: pi/4 with error 0.1, and sin^2(pi/4 +- x) = (1 +- sin 2x) / 2.
TEST(SurvivalInterval, HasLogitAndArcsineOfTheirFormulas) {
  const SurvivalLimits logit = survivalLimits(0.5, 0.04, SurvivalInterval::logit, 1);
  EXPECT_NEAR(*logit.lower, 1 / (1 + std::exp(0.4)), 1e-15);
  EXPECT_NEAR(*logit.upper, 1 / (1 + std::exp(-0.4)), 1e-15);
  const SurvivalLimits arcsine = survivalLimits(0.5, 0.04, SurvivalInterval::arcsine, 1);
  EXPECT_NEAR(*arcsine.lower, (1 - std::sin(0.2)) / 2, 1e-15);
  EXPECT_NEAR(*arcsine.upper, (1 + std::sin(0.2)) / 2, 1e-15);
}

TEST(SurvivalInterval, StaysWithinZeroAndOneAroundTheEstimate) {
  for (const SurvivalInterval scale : kScales) {
    for (const double survival : {1e-6, 0.02, 0.5, 0.98, 1 - 1e-9}) {
      for (const double logVariance : {0.0, 1e-4, 0.5, 40.0, 1e6}) {
        const SurvivalLimits limits = survivalLimits(survival, logVariance, scale, 1.96);
        EXPECT_GE(*limits.lower, 0);
        EXPECT_LE(*limits.lower, survival * (1 + 1e-12));
        EXPECT_GE(*limits.upper, survival * (1 - 1e-12));
        EXPECT_LE(*limits.upper, 1);
      }
    }
  }
}

TEST(SurvivalInterval, DoesNotExistAtZeroAndOnTheLastThreeScalesAtOne) {
  for (const SurvivalInterval scale : kScales) {
    EXPECT_FALSE(survivalLimits(0, 0.3, scale, 1.96).lower);
    const bool bounded = scale == SurvivalInterval::plain || scale == SurvivalInterval::log;
    EXPECT_EQ(survivalLimits(1, 0, scale, 1.96).lower.has_value(), bounded);
    EXPECT_EQ(survivalLimits(1, 0, scale, 1.96).upper.has_value(), bounded);
  }
}

// Exponential survival, 50 patients, 3 in 10 censored before they die; the true S is 0.7 and 0.2.
// The share of 4,000 cohorts whose 95 % interval covers it is known to 0.0034 (one standard error).
// It is printed, and must not stray further from 0.95 than such approximations do in samples of
// this size: the plain interval falls short where few are left.
TEST(SurvivalInterval, CoversAboutAsOftenAsStated) {
  std::mt19937_64 random(20261125);
  const auto exponential = [&](double rate) {
    return -std::log((static_cast<double>(random() >> 11) + 0.5) / 9007199254740992.0) / rate;
  };
  constexpr int kDraws = 4000;
  const double z = normalCritical(0.95);
  for (const double truth : {0.7, 0.2}) {
    std::array<int, kScales.size()> covered{};
    for (int draw = 0; draw < kDraws; ++draw) {
      std::vector<double> time;
      std::vector<std::uint8_t> event;
      for (int i = 0; i < 50; ++i) {
        const double death = exponential(1), left = exponential(0.45);
        time.push_back(std::min(death, left));
        event.push_back(death <= left);
      }
      const SurvivalAtTime at = survivalAt(kaplanMeier(time, event), -std::log(truth));
      if (!at.stdError) continue;  // no interval covers nothing
      const double logError = *at.stdError / at.survival;
      for (std::size_t s = 0; s < kScales.size(); ++s) {
        const SurvivalLimits limits =
            survivalLimits(at.survival, logError * logError, kScales[s], z);
        covered[s] += limits.lower.value_or(1) <= truth && truth <= limits.upper.value_or(0);
      }
    }
    for (std::size_t s = 0; s < kScales.size(); ++s) {
      const double share = static_cast<double>(covered[s]) / kDraws;
      const std::string name(nameOf(kScales[s]));
      std::printf("coverage of 95 %% at S = %.1f, %s: %.4f\n", truth, name.c_str(), share);
      EXPECT_GT(share, kScales[s] == SurvivalInterval::plain ? 0.90 : 0.92) << name;
      EXPECT_LT(share, 0.97) << name;
    }
  }
}

}  // namespace
}  // namespace riskset
