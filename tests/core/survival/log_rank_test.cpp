#include "core/survival/log_rank.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/core/support/random_cohort.h"

namespace riskset {
namespace {

using Times = std::vector<double>;
using Events = std::vector<std::uint8_t>;
using Codes = std::vector<int>;

constexpr double kRounding = 1e-10;

const std::vector<LogRankTest> kTests{LogRankWeighting::logRank,
                                      LogRankWeighting::gehan,
                                      LogRankWeighting::taroneWare,
                                      LogRankWeighting::petoPeto,
                                      LogRankWeighting::modifiedPetoPeto,
                                      FlemingHarrington{1, 0},
                                      FlemingHarrington{0, 1},
                                      FlemingHarrington{0.5, 2}};

void expectSame(const LogRank& found, const LogRank& expected) {
  ASSERT_EQ(found.test.has_value(), expected.test.has_value());
  if (!found.test) return;
  EXPECT_NEAR(found.test->chiSquare, expected.test->chiSquare,
              kRounding * (1 + expected.test->chiSquare));
  EXPECT_EQ(found.test->df, expected.test->df);
  EXPECT_NEAR(found.test->p, expected.test->p, kRounding);
  EXPECT_EQ(found.z.has_value(), expected.z.has_value());
  if (found.z) {
    EXPECT_NEAR(*found.z, *expected.z, kRounding);
  }
}

// Calls check(cohort, test) on cohorts with few and many ties, two to four groups, strata and left
// truncation, for every test.
template <class Check>
void onRandomCohorts(Check&& check) {
  for (int seed = 0; seed < 24; ++seed) {
    const int groups = 2 + seed % 3, distinct = seed % 2 ? 5 : 40;
    const auto cohort = RandomCohort::draw(seed, 40, groups, distinct, 1 + seed % 4, seed % 5 == 0);
    for (const auto& test : kTests) {
      SCOPED_TRACE("cohort " + std::to_string(seed));
      check(cohort, test);
    }
  }
}

// By hand: two patients, one per group; the first event leaves O - E = 1/2 with variance 1/4.
TEST(LogRank, MatchesHandCalculationOfTwoPatients) {
  const LogRank result = logRank({Times{1, 2}, Events{1, 1}, Codes{0, 1}, 2});
  EXPECT_NEAR(result.test->chiSquare, 1, 1e-14);
  EXPECT_EQ(result.test->df, 1);
  EXPECT_NEAR(*result.z, -1, 1e-14) << "the second group's event comes later than expected";
  EXPECT_NEAR(result.groups[0].expected, 0.5, 1e-15);
  EXPECT_NEAR(result.groups[1].expected, 1.5, 1e-15);
}

// By hand, events at 1 (A), 2 (B) and 3 (B) of A, B, B: at risk 3, 2 and 1, shares of A 1/3, 0 and
// 0. Only the first event time holds both; there O - E of A is 2/3 and the variance 2/9.
TEST(LogRank, WeighsEventTimesByEachDefinition) {
  const Times time{1, 2, 3};
  const Events event{1, 1, 1};
  const Codes group{0, 1, 1};
  const auto observedOfB = [&](const LogRankTest& test) {
    return logRank({time, event, group, 2}, test).groups[1].observed;
  };
  EXPECT_NEAR(observedOfB(LogRankWeighting::logRank), 2, 1e-15);
  EXPECT_NEAR(observedOfB(LogRankWeighting::gehan), 2 + 1, 1e-15);
  EXPECT_NEAR(observedOfB(LogRankWeighting::taroneWare), std::sqrt(2) + 1, 1e-15);
  // S' is 3/4, 3/4 * 2/3 = 1/2, 1/2 * 1/2 = 1/4.
  EXPECT_NEAR(observedOfB(LogRankWeighting::petoPeto), 0.5 + 0.25, 1e-15);
  EXPECT_NEAR(observedOfB(LogRankWeighting::modifiedPetoPeto), 0.5 * 2 / 3 + 0.25 / 2, 1e-15);
  // S(t-) is 1, 2/3, 1/3.
  EXPECT_NEAR(observedOfB(FlemingHarrington{1, 0}), 2.0 / 3 + 1.0 / 3, 1e-15);
  EXPECT_NEAR(observedOfB(FlemingHarrington{0, 1}), 1.0 / 3 + 2.0 / 3, 1e-15);
  EXPECT_NEAR(observedOfB(FlemingHarrington{2, 1}), 4.0 / 27 + 2.0 / 27, 1e-15);
  const LogRank gehan = logRank({time, event, group, 2}, LogRankWeighting::gehan);
  EXPECT_NEAR(gehan.distance[0], 3 * 2.0 / 3, 1e-15);
  EXPECT_NEAR(gehan.covariance[0][0], 9 * 2.0 / 9, 1e-15);
}

// Gehan's O - E counts pairs: in how many a patient of the group fails first, less the reverse.
TEST(LogRank, GehanCountsPairsWithoutCensoring) {
  const Times time{3, 7, 4, 9, 1, 6, 2};
  const Codes group{0, 0, 0, 1, 1, 1, 1};
  double pairs = 0;
  for (std::size_t i = 0; i < time.size(); ++i) {
    for (std::size_t j = 0; j < time.size(); ++j) {
      if (group[i] == 1 && group[j] == 0) pairs += time[i] < time[j] ? 1 : -1;
    }
  }
  const LogRank result = logRank({time, Events(time.size(), 1), group, 2}, LogRankWeighting::gehan);
  EXPECT_NEAR(result.distance[1], pairs, 1e-12);
}

TEST(LogRank, ExpectsAsManyEventsAsItObserves) {
  onRandomCohorts([](const RandomCohort& cohort, const LogRankTest& test) {
    double balance = 0, size = 0;
    for (const auto& group : logRank(cohort.compared(), test).groups) {
      balance += group.observed - group.expected;
      size += group.observed;
    }
    EXPECT_NEAR(balance, 0, 1e-12 * (1 + size));
  });
}

TEST(LogRank, DoesNotChangeWhenTimeIsScaled) {
  onRandomCohorts([](const RandomCohort& cohort, const LogRankTest& test) {
    RandomCohort days = cohort;
    for (double& time : days.time)
      time *= 30.4375;
    for (double& entry : days.entry)
      entry *= 30.4375;
    expectSame(logRank(days.compared(), test), logRank(cohort.compared(), test));
  });
}

TEST(LogRank, OnlyChangesSignsWhenGroupsAreRelabelled) {
  onRandomCohorts([](const RandomCohort& cohort, const LogRankTest& test) {
    RandomCohort swapped = cohort;
    for (int& code : swapped.group)
      code = cohort.groups - 1 - code;
    const LogRank found = logRank(swapped.compared(), test);
    LogRank expected = logRank(cohort.compared(), test);
    if (expected.z) *expected.z = -*expected.z;
    expectSame(found, expected);
    EXPECT_NEAR(found.groups[0].expected, expected.groups.back().expected, 1e-9);
  });
}

TEST(LogRank, StratifiedByAConstantIsUnstratified) {
  onRandomCohorts([](const RandomCohort& cohort, const LogRankTest& test) {
    RandomCohort none = cohort, constant = cohort;
    none.stratum.clear();
    constant.stratum.assign(cohort.time.size(), 7);
    expectSame(logRank(constant.compared(), test), logRank(none.compared(), test));
  });
}

TEST(LogRank, FlemingHarringtonWithoutExponentsIsTheLogRankTest) {
  onRandomCohorts([](const RandomCohort& cohort, const LogRankTest&) {
    expectSame(logRank(cohort.compared(), FlemingHarrington{0, 0}), logRank(cohort.compared()));
  });
}

TEST(LogRank, EntryAtZeroIsNoEntry) {
  onRandomCohorts([](const RandomCohort& cohort, const LogRankTest& test) {
    RandomCohort none = cohort, atZero = cohort;
    none.entry.clear();
    atZero.entry.assign(cohort.time.size(), 0);
    expectSame(logRank(atZero.compared(), test), logRank(none.compared(), test));
  });
}

TEST(LogRank, ARowCutInTwoChangesNothing) {
  onRandomCohorts([](const RandomCohort& cohort, const LogRankTest& test) {
    RandomCohort cut = cohort;
    cut.entry.resize(cohort.time.size());
    for (std::size_t i = 0; i < cohort.time.size(); i += 2) {
      const double middle = std::ceil((cut.entry[i] + cut.time[i]) / 2);
      if (middle <= cut.entry[i] || middle >= cut.time[i]) continue;
      cut.time.push_back(middle);
      cut.event.push_back(0);
      cut.entry.push_back(cut.entry[i]);
      cut.group.push_back(cut.group[i]);
      cut.stratum.push_back(cut.stratum[i]);
      cut.entry[i] = middle;
    }
    ASSERT_GT(cut.time.size(), cohort.time.size());
    expectSame(logRank(cut.compared(), test), logRank(cohort.compared(), test));
  });
}

// By hand: B enters at 1, when A's first event is past; at 2 it is 1 of 2. Only there are groups
// compared: O - E of A is 1/2, its variance 1/4.
TEST(LogRank, CountsNobodyBeforeEntry) {
  const LogRank result =
      logRank({Times{1, 2, 3}, Events{1, 1, 0}, Codes{0, 0, 1}, 2, {}, Times{0, 0, 1}});
  EXPECT_NEAR(result.distance[0], 0.5, 1e-15);
  EXPECT_NEAR(result.covariance[0][0], 0.25, 1e-15);
}

// R 4.2.2, survival 3.5-3: without ties the log-rank test is the score test of
// coxph(Surv(entry, time, event) ~ group [+ strata(stratum)]); the weighted ones are from
// weighted_log_rank in tests/reference/lib/log_rank.R.
TEST(LogRank, MatchesRWithLateEntry) {
  const Times time{6, 7, 10, 15, 19, 25, 3, 8, 5, 9, 12, 30};
  const Times entry{0, 2, 1, 0, 4, 3, 0, 5, 1, 2, 6, 0};
  const Events event{1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1, 0};
  const Codes group{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
  const Codes stratum{0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
  const auto chiSquare = [&](const LogRankTest& test, const Codes& strata) {
    return logRank({time, event, group, 2, strata, entry}, test).test->chiSquare;
  };
  EXPECT_NEAR(chiSquare({}, {}), 0.305149235828745, 1e-14);
  EXPECT_NEAR(chiSquare({}, stratum), 0.319261213720317, 1e-14);
  EXPECT_NEAR(chiSquare(LogRankWeighting::gehan, {}), 0.8, 1e-14);
  EXPECT_NEAR(chiSquare(LogRankWeighting::petoPeto, {}), 0.836633663366337, 1e-14);
  EXPECT_NEAR(chiSquare(FlemingHarrington{0, 1}, {}), 0.0216215643680957, 1e-15);
}

TEST(LogRank, PairsAreTestsOfTheirPatientsAlone) {
  onRandomCohorts([](const RandomCohort& cohort, const LogRankTest& test) {
    const auto pairs = pairwiseLogRank(cohort.compared(), test);
    std::size_t at = 0;
    for (int a = 0; a < cohort.groups; ++a) {
      for (int b = a + 1; b < cohort.groups; ++b) {
        RandomCohort own;
        for (std::size_t i = 0; i < cohort.time.size(); ++i) {
          if (cohort.group[i] != a && cohort.group[i] != b) continue;
          own.time.push_back(cohort.time[i]);
          own.event.push_back(cohort.event[i]);
          own.group.push_back(cohort.group[i] == b);
          own.stratum.push_back(cohort.stratum[i]);
          if (!cohort.entry.empty()) own.entry.push_back(cohort.entry[i]);
        }
        expectSame(pairs.at(at++), logRank(own.compared(), test));
      }
    }
    EXPECT_EQ(at, pairs.size());
  });
}

TEST(LogRank, TrendOfTwoGroupsIsTheTestItself) {
  onRandomCohorts([](const RandomCohort& cohort, const LogRankTest& test) {
    if (cohort.groups > 2) return;
    const LogRank result = logRank(cohort.compared(), test);
    const auto trend = trendTest(result, {3, 10});
    ASSERT_EQ(trend.has_value(), result.test.has_value());
    if (!trend) return;
    EXPECT_NEAR(trend->chiSquare, result.test->chiSquare, kRounding);
    EXPECT_NEAR(trend->z, *result.z, kRounding);
  });
}

TEST(LogRank, TrendCountsDifferencesOfScoresAlone) {
  const auto cohort = RandomCohort::draw(5, 60, 4, 12);
  const LogRank result = logRank(cohort.compared());
  const auto small = trendTest(result, {1, 2, 3, 4});
  const auto years = trendTest(result, {2021, 2022, 2023, 2024});
  const auto falling = trendTest(result, {8, 6, 4, 2});
  EXPECT_NEAR(years->chiSquare, small->chiSquare, kRounding);
  EXPECT_NEAR(falling->chiSquare, small->chiSquare, kRounding);
  EXPECT_NEAR(falling->z, -small->z, kRounding);
  EXPECT_FALSE(trendTest(result, {5, 5, 5, 5}));
}

TEST(LogRank, HasNoTestWhenOneGroupIsNeverAtRisk) {
  const LogRank result = logRank({Times{5, 6, 1}, Events{1, 1, 0}, Codes{0, 0, 1}, 2});
  EXPECT_FALSE(result.test);
  EXPECT_FALSE(result.z);
  EXPECT_FALSE(trendTest(result, {1, 2}));
}

// Late weights are 0 at the first event time: one event time alone then tests nothing.
TEST(LogRank, HasNoTestWhenAllWeightIsZero) {
  const Times time{1, 1, 2, 2};
  const Events event{1, 0, 0, 0};
  const Codes group{0, 1, 0, 1};
  EXPECT_TRUE(logRank({time, event, group, 2}).test);
  EXPECT_FALSE(logRank({time, event, group, 2}, FlemingHarrington{0, 1}).test);
}

// Strata q and s hold A and B, stratum p only C: C is compared with nobody.
TEST(LogRank, CountsOnlyGroupsThatAreComparedWithEachOther) {
  const LogRank result = logRank({Times{3.956, 1.262, 0.0216, 0.384, 1.409, 0.971, 0.737, 0.114},
                                  Events{1, 1, 0, 1, 1, 1, 1, 0}, Codes{0, 1, 1, 0, 0, 2, 1, 1}, 3,
                                  Codes{0, 1, 2, 0, 0, 2, 0, 3}});
  EXPECT_EQ(result.test->df, 1);
}

}  // namespace
}  // namespace riskset
