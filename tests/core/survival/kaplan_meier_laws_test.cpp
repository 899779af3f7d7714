// Laws of the Kaplan-Meier estimate on random cohorts.
#include <gtest/gtest.h>

#include <cmath>

#include "core/survival/landmark.h"
#include "core/survival/restricted_mean.h"
#include "core/survival/survival_at.h"
#include "core/survival/survival_quantile.h"
#include "tests/core/support/random_follow_up.h"

namespace riskset {
namespace {

constexpr int kCohorts = 200;
constexpr double kRounding = 1e-12;  // a few hundred sums and products of numbers up to 1

template <class Law>
void forRandomCohorts(const CohortKind& kind, Law&& law) {
  std::mt19937 random(20261125);
  for (int i = 0; i < kCohorts; ++i) {
    SCOPED_TRACE(i);
    law(randomCohort(random, kind), random);
    if (testing::Test::HasFailure()) return;
  }
}

const CurveOptions kRobust{SurvivalInterval::log, 0.95, SurvivalVariance::robust};

void expectNear(const std::vector<double>& found, const std::vector<double>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    EXPECT_NEAR(found[i], expected[i], kRounding * std::max(1.0, std::abs(expected[i])));
}

void expectNear(const OptionalReals& found, const OptionalReals& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    ASSERT_EQ(found[i].has_value(), expected[i].has_value());
    EXPECT_NEAR(found[i].value_or(0), expected[i].value_or(0), kRounding);
  }
}

void expectSameEstimates(const SurvivalSteps& found, const SurvivalSteps& expected) {
  expectNear(found.survival, expected.survival);
  expectNear(found.stdError, expected.stdError);
  expectNear(found.lower, expected.lower);
  expectNear(found.upper, expected.upper);
  expectNear(found.cumulativeHazard, expected.cumulativeHazard);
  expectNear(found.cumulativeHazardStdError, expected.cumulativeHazardStdError);
}

TEST(KaplanMeierLaw, WeightsOfOneChangeNothing) {
  forRandomCohorts({.late = true}, [](SurvivalData data, auto&) {
    for (const CurveOptions& options : {CurveOptions{}, kRobust}) {
      const SurvivalSteps plain = kaplanMeier(data, options);
      SurvivalData weighted = data;
      weighted.weight.assign(data.time.size(), 1);
      const SurvivalSteps found = kaplanMeier(weighted, options);
      expectSameEstimates(found, plain);
      EXPECT_EQ(found.atRisk, plain.atRisk);
      EXPECT_EQ(found.weightedAtRisk,
                std::vector<double>(plain.atRisk.begin(), plain.atRisk.end()));
    }
  });
}

TEST(KaplanMeierLaw, WholeWeightsAreReplicatedRows) {
  forRandomCohorts({.late = true, .weighted = true}, [](const SurvivalData& data, auto&) {
    std::vector<std::size_t> replicated;
    for (std::size_t row = 0; row < data.time.size(); ++row)
      replicated.insert(replicated.end(), static_cast<std::size_t>(data.weight[row]), row);
    SurvivalData rows = rowsOf(data, replicated);
    rows.weight.clear();
    const SurvivalSteps weighted = kaplanMeier(data, {});
    const SurvivalSteps expected = kaplanMeier(rows, {});
    for (std::size_t j = 0; j < expected.time.size();
         ++j) {  // zero weights have steps of their own
      const double time = expected.time[j];
      const SurvivalAtTime found = survivalAt(weighted, data, time);
      EXPECT_EQ(found.survival, expected.survival[j]);
      EXPECT_EQ(found.stdError, expected.stdError[j]);
      EXPECT_EQ(found.weightedAtRisk, expected.atRisk[j]);
    }
    const double tau = expected.time.back();
    EXPECT_EQ(survivalQuantile(weighted, 0.5).lower, survivalQuantile(expected, 0.5).lower);
    EXPECT_NEAR(
        restrictedMean(weighted, data, SurvivalVariance::greenwood, tau, 0.95).value.value_or(0),
        restrictedMean(expected, tau, 0.95).value.value_or(0), 1e-11);
  });
}

TEST(KaplanMeierLaw, EntryAtZeroEqualsNoEntry) {
  forRandomCohorts({}, [](SurvivalData data, auto&) {
    const SurvivalSteps expected = kaplanMeier(data, {});
    const SurvivalSteps robust = kaplanMeier(data, kRobust);
    data.entry.assign(data.time.size(), 0);
    EXPECT_EQ(kaplanMeier(data, {}).atRisk, expected.atRisk);
    expectSameEstimates(kaplanMeier(data, {}), expected);
    expectSameEstimates(kaplanMeier(data, kRobust), robust);
    EXPECT_EQ(survivalAt(expected, data, 0).atRisk, static_cast<int>(data.time.size()));
  });
}

// A row cut at a time between its entry and its end: no curve changes, and with the patient as the
// cluster no robust error either.
TEST(KaplanMeierLaw, SplittingRowsChangesNoCurve) {
  forRandomCohorts({.late = true, .weighted = true}, [](SurvivalData data, auto& random) {
    for (std::size_t row = 0; row < data.time.size(); ++row)
      data.cluster.push_back(static_cast<int>(row));
    SurvivalData split = data;
    for (std::size_t row = 0; row < data.time.size(); ++row) {
      const auto length = static_cast<unsigned>(data.time[row] - data.entry[row]);
      if (length < 2) continue;
      const double cut = data.entry[row] + 1 + static_cast<double>(random() % (length - 1));
      split.time.push_back(cut);
      split.event.push_back(0);
      split.entry.push_back(data.entry[row]);
      split.entry[row] = cut;
      split.weight.push_back(data.weight[row]);
      split.cluster.push_back(data.cluster[row]);
    }
    split = rowsOf(split, ascending(split.time));
    for (const CurveOptions& options : {CurveOptions{}, kRobust}) {
      const SurvivalSteps expected = kaplanMeier(data, options);
      const SurvivalSteps found = kaplanMeier(split, options);
      for (std::size_t j = 0; j < expected.time.size(); ++j) {
        const SurvivalAtTime at = survivalAt(found, split, expected.time[j]);
        EXPECT_EQ(at.atRisk, expected.atRisk[j]);
        EXPECT_NEAR(at.survival, expected.survival[j], kRounding);
        ASSERT_EQ(at.stdError.has_value(), expected.stdError[j].has_value());
        // The square of an error is a difference of sums up to 1; its root keeps half the digits
        // where it vanishes.
        EXPECT_NEAR(at.stdError.value_or(0), expected.stdError[j].value_or(0), 1e-8);
      }
    }
  });
}

TEST(KaplanMeierLaw, RobustIsGreenwoodForIndependentRows) {
  forRandomCohorts({.n = 90}, [](const SurvivalData& data, auto&) {
    const SurvivalSteps greenwood = kaplanMeier(data, {});
    const SurvivalSteps robust = kaplanMeier(data, kRobust);
    expectNear(robust.stdError, greenwood.stdError);
    expectNear(robust.upper, greenwood.upper);
    const double tau = 15;
    EXPECT_NEAR(
        restrictedMean(robust, data, SurvivalVariance::robust, tau, 0.95).stdError.value_or(0),
        restrictedMean(greenwood, tau, 0.95).stdError.value_or(0), kRounding);
  });
}

// Many clusters go through running sums, few are summed afresh: copies of a cohort under other
// cluster codes must agree with each other.
TEST(KaplanMeierLaw, RobustErrorsDoNotDependOnTheCodesOfClusters) {
  forRandomCohorts({.n = 80, .late = true, .weighted = true}, [](SurvivalData data, auto& random) {
    for (std::size_t row = 0; row < data.time.size(); ++row)
      data.cluster.push_back(static_cast<int>(random() % 12));
    const SurvivalSteps few = kaplanMeier(data, kRobust);
    for (int& cluster : data.cluster)
      cluster = 11 * cluster + 3;
    const SurvivalSteps many = kaplanMeier(data, kRobust);
    for (std::size_t j = 0; j < few.time.size(); ++j) {
      ASSERT_EQ(few.stdError[j].has_value(), many.stdError[j].has_value());
      EXPECT_NEAR(few.stdError[j].value_or(0), many.stdError[j].value_or(0), 1e-8);
    }
  });
}

TEST(KaplanMeierLaw, RobustErrorsDoNotDependOnTheUnitOfTheWeights) {
  forRandomCohorts({.late = true, .weighted = true}, [](SurvivalData data, auto&) {
    const SurvivalSteps expected = kaplanMeier(data, kRobust);
    for (double& weight : data.weight)
      weight *= 0.25;
    const SurvivalSteps found = kaplanMeier(data, kRobust);
    expectNear(found.survival, expected.survival);
    for (std::size_t j = 0; j < found.time.size(); ++j)
      EXPECT_NEAR(found.stdError[j].value_or(0), expected.stdError[j].value_or(0), 1e-8);
  });
}

TEST(KaplanMeierLaw, ScalingTimeScalesQuantilesAndMeans) {
  forRandomCohorts({.late = true}, [](const SurvivalData& data, auto&) {
    SurvivalData doubled = data;
    for (double& time : doubled.time)
      time *= 2;
    for (double& entry : doubled.entry)
      entry *= 2;
    const SurvivalSteps own = kaplanMeier(data, {});
    const SurvivalSteps twice = kaplanMeier(doubled, {});
    EXPECT_EQ(twice.survival, own.survival);
    for (const double p : {0.25, 0.5, 0.75}) {
      const SurvivalQuantile expected = survivalQuantile(own, p);
      const SurvivalQuantile found = survivalQuantile(twice, p);
      EXPECT_EQ(found.value, expected.value ? std::optional(2 * *expected.value) : std::nullopt);
      EXPECT_EQ(found.upper, expected.upper ? std::optional(2 * *expected.upper) : std::nullopt);
    }
    const double tau = data.time.back();
    EXPECT_NEAR(restrictedMean(twice, 2 * tau, 0.95).value.value_or(0),
                2 * restrictedMean(own, tau, 0.95).value.value_or(0), 1e-11);
  });
}

// Survival given that one is alive at s is the landmark's curve, as long as nothing happens exactly
// at s and nobody enters after it.
TEST(KaplanMeierLaw, ConditionalSurvivalIsTheLandmarksCurve) {
  forRandomCohorts({.n = 60, .weighted = true}, [](const SurvivalData& data, auto&) {
    const double s = 6.5;
    for (const CurveOptions& options : {CurveOptions{}, kRobust}) {
      const SurvivalSteps steps = kaplanMeier(data, options);
      const LandmarkSelection selection = atLandmark(data, s);
      if (selection.data.time.empty()) continue;
      const SurvivalSteps landmark = kaplanMeier(selection.data, options);
      for (std::size_t j = 0; j < landmark.time.size(); ++j) {
        const auto found = conditionalSurvival(steps, data, options, s, s + landmark.time[j]);
        if (!found.survival) continue;
        EXPECT_NEAR(*found.survival, landmark.survival[j], kRounding);
        EXPECT_NEAR(found.stdError.value_or(-1), landmark.stdError[j].value_or(-1), 1e-9);
        EXPECT_NEAR(found.upper.value_or(-1), landmark.upper[j].value_or(-1), 1e-9);
      }
    }
  });
}

TEST(KaplanMeierLaw, CountsEverybodyOnceAtEveryTime) {
  forRandomCohorts({.late = true}, [](const SurvivalData& data, auto&) {
    const SurvivalSteps steps = kaplanMeier(data, {});
    for (const double time : {0.0, 0.5, 3.0, 7.5, 12.0, 30.0}) {
      int atRisk = 0;
      int past = 0;
      for (std::size_t row = 0; row < data.time.size(); ++row) {
        const bool entered = time > 0 ? data.entry[row] < time : data.entry[row] <= 0;
        atRisk += entered && data.time[row] >= time;
        past += data.time[row] < time;
      }
      const SurvivalAtTime found = survivalAt(steps, data, time);
      EXPECT_EQ(found.atRisk, atRisk) << time;
      EXPECT_EQ(found.eventsBefore + found.censoredBefore, past);
    }
  });
}

}  // namespace
}  // namespace riskset
