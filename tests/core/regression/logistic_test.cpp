#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include "core/distributions/distributions.h"
#include "core/regression/logistic_model.h"

namespace riskset {
namespace {

using Eigen::Index;

constexpr double kConverged = 1e-9;  // relative; Newton stops far below

LogisticModel fit(const LogisticData& data, Penalty penalty = Penalty::none) {
  return logisticModel(data, penalty, 0.95);
}

// a of a + b with the outcome in the second arm, c of c + d in the first.
LogisticData twoByTwo(int a, int b, int c, int d) {
  FactorTerm arm{"arm", {"control", "treated"}, {}};
  LogisticData data;
  const auto add = [&](int patients, std::uint8_t outcome, int code) {
    data.outcome.insert(data.outcome.end(), static_cast<std::size_t>(patients), outcome);
    arm.codes.insert(arm.codes.end(), static_cast<std::size_t>(patients), code);
  };
  add(a, 1, 1);
  add(b, 0, 1);
  add(c, 1, 0);
  add(d, 0, 0);
  data.terms = {arm};
  return data;
}

// log(ad / bc), its error the root of the sum of inverse counts, and G^2 = 2 sum O log(O / E).
TEST(Logistic, IsTheLogOddsRatioOfATwoByTwoTable) {
  const double a = 12, b = 22, c = 5, d = 44;
  const LogisticModel model = fit(twoByTwo(12, 22, 5, 44));
  const LogisticRow& row = model.terms[1];
  EXPECT_NEAR(*row.coef, std::log(a * d / (b * c)), kConverged);
  EXPECT_NEAR(*row.se, std::sqrt(1 / a + 1 / b + 1 / c + 1 / d), kConverged);
  EXPECT_NEAR(*model.intercept.coef, std::log(c / d), kConverged);
  EXPECT_NEAR(*model.intercept.se, std::sqrt(1 / c + 1 / d), kConverged);
  const double n = a + b + c + d;
  const auto part = [&](double count, double row1, double column1) {
    return 2 * count * std::log(count * n / (row1 * column1));
  };
  const double gSquared =
      part(a, a + b, a + c) + part(b, a + b, b + d) + part(c, c + d, a + c) + part(d, c + d, b + d);
  EXPECT_NEAR(model.tests.likelihoodRatio->chiSquare, gSquared, kConverged * gSquared);
  EXPECT_NEAR(model.termTests[0].test.chiSquare, gSquared, kConverged * gSquared);
  EXPECT_NEAR(*row.profileP, chiSquareP(gSquared, 1), kConverged);
  const double pearson = n * std::pow(a * d - b * c, 2) / ((a + b) * (c + d) * (a + c) * (b + d));
  EXPECT_NEAR(model.tests.score->chiSquare, pearson, kConverged * pearson);
  EXPECT_NEAR(model.tests.wald->chiSquare, std::pow(*row.z, 2), kConverged);
  EXPECT_NEAR(model.cStatistic->value, (a * d + (a * b + c * d) / 2) / ((a + c) * (b + d)), 1e-14);
}

// A saturated model under Firth adds one half to every cell (Haldane), also where one is empty.
TEST(Logistic, AddsOneHalfToEachCellOfATwoByTwoTableUnderFirth) {
  for (const auto& [a, b, c, d] : {std::array{12, 22, 5, 44},
                                   {7, 3, 0, 10},
                                   {0, 4, 9, 1},
                                   {5, 0, 0, 5},
                                   {1, 0, 0, 1},
                                   {0, 300, 2, 1}}) {
    const LogisticModel model = fit(twoByTwo(a, b, c, d), Penalty::firth);
    ASSERT_TRUE(model.converged);
    EXPECT_NEAR(*model.terms[1].coef, std::log((a + 0.5) * (d + 0.5) / ((b + 0.5) * (c + 0.5))),
                kConverged);
    EXPECT_NEAR(*model.intercept.coef, std::log((c + 0.5) / (d + 0.5)), kConverged);
  }
}

// At a limit, the likelihood maximised over the intercept is critical^2 / 2 below its maximum. With
// the log odds ratio held, the intercept solves expected = observed; here by bisection.
TEST(Logistic, HasItsProfileLimitsWhereTheLikelihoodHasFallenByTheQuantile) {
  const double a = 9, b = 3, c = 4, d = 11;
  const auto logLik = [&](double intercept, double ratio) {
    const double treated = intercept + ratio;
    return a * treated - (a + b) * std::log1p(std::exp(treated)) + c * intercept -
           (c + d) * std::log1p(std::exp(intercept));
  };
  const auto profile = [&](double ratio) {
    double low = -30, high = 30;
    for (int i = 0; i < 200; ++i) {
      const double middle = (low + high) / 2;
      const double expected =
          (a + b) / (1 + std::exp(-middle - ratio)) + (c + d) / (1 + std::exp(-middle));
      (expected < a + c ? low : high) = middle;
    }
    return logLik(low, ratio);
  };
  const LogisticModel model = fit(twoByTwo(9, 3, 4, 11));
  const double most = logLik(std::log(c / d), std::log(a * d / (b * c)));
  for (const auto& limit : {model.terms[1].profileLower, model.terms[1].profileUpper}) {
    const double fall = 2 * (most - profile(std::log(*limit)));
    EXPECT_NEAR(std::sqrt(fall), normalCritical(0.95), 1e-8);
  }
  EXPECT_LT(*model.terms[1].profileLower, *model.terms[1].oddsRatio);
  EXPECT_GT(*model.terms[1].profileUpper, *model.terms[1].oddsRatio);
}

LogisticData simulated(unsigned seed, std::size_t patients) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> uniform(0, 1);
  LogisticData data;
  NumericTerm age{"age", {}};
  FactorTerm arm{"arm", {"a", "b", "c"}, {}};
  for (std::size_t i = 0; i < patients; ++i) {
    age.values.push_back(std::round(50 + 20 * uniform(random)));
    arm.codes.push_back(static_cast<int>(random() % 3));
    const double linear = 0.1 * (age.values.back() - 60) + 0.5 * arm.codes.back() - 0.5;
    data.outcome.push_back(uniform(random) < 1 / (1 + std::exp(-linear)));
  }
  data.terms = {age, arm};
  return data;
}

// The derivatives against differences: a wrong one only slows Newton's method, or stops it early.
TEST(Logistic, HasTheDerivativesOfItsLikelihood) {
  const LogisticData data = simulated(11, 40);
  const Design design = designMatrix(data.terms, 40);
  const LogisticPatients patients = logisticPatients(design.x, data.outcome);
  for (const Penalty penalty : {Penalty::none, Penalty::firth}) {
    const Likelihood likelihood = logisticLikelihood(patients, penalty);
    Vector coef(4);
    coef << 0.3, -0.2, 0.4, 0.1;
    const LikelihoodPoint point = likelihood(coef);
    const double step = 1e-5;  // differences are off by its square, and by 1e-16 over it
    for (Index j = 0; j < 4; ++j) {
      const LikelihoodPoint above = likelihood(coef + step * Vector::Unit(4, j));
      const LikelihoodPoint below = likelihood(coef - step * Vector::Unit(4, j));
      EXPECT_NEAR(point.gradient(j), (above.logLik - below.logLik) / (2 * step), 1e-7);
      const Vector change = (below.gradient - above.gradient) / (2 * step);
      const Matrix& exact = penalty == Penalty::none ? point.information : point.curvature;
      for (Index k = 0; k < 4; ++k)
        EXPECT_NEAR(exact(k, j), change(k), 1e-7);
    }
  }
}

TEST(Logistic, MirrorsWhenTheArmsAreRelabelled) {
  for (const Penalty penalty : {Penalty::none, Penalty::firth}) {
    const LogisticModel model = fit(twoByTwo(12, 22, 5, 44), penalty);
    const LogisticModel mirrored = fit(twoByTwo(5, 44, 12, 22), penalty);
    const LogisticRow &row = model.terms[1], &other = mirrored.terms[1];
    EXPECT_NEAR(*other.coef, -*row.coef, kConverged);
    EXPECT_NEAR(*other.lower * *row.upper, 1, kConverged);
    EXPECT_NEAR(*other.profileLower * *row.profileUpper, 1, kConverged);
    EXPECT_NEAR(*other.profileUpper * *row.profileLower, 1, kConverged);
    EXPECT_NEAR(*other.profileP, *row.profileP, kConverged);
    EXPECT_NEAR(mirrored.logLik, model.logLik, kConverged);
    EXPECT_NEAR(mirrored.cStatistic->value, model.cStatistic->value, 1e-14);
  }
}

TEST(Logistic, MirrorsWhenTheOutcomeIsTurnedRound) {
  const LogisticData data = simulated(3, 90);
  LogisticData turned = data;
  for (auto& outcome : turned.outcome)
    outcome = 1 - outcome;
  for (const Penalty penalty : {Penalty::none, Penalty::firth}) {
    const LogisticModel model = fit(data, penalty), other = fit(turned, penalty);
    for (const std::size_t i : {0u, 2u, 3u}) {
      EXPECT_NEAR(*other.terms[i].coef, -*model.terms[i].coef, kConverged);
      EXPECT_NEAR(*other.terms[i].profileLower * *model.terms[i].profileUpper, 1, kConverged);
    }
    EXPECT_NEAR(other.cStatistic->value, model.cStatistic->value, 1e-14);
  }
}

void expectSame(const LogisticModel& model, const LogisticModel& other, double unit = 1) {
  for (std::size_t i = 0; i < model.terms.size(); ++i) {
    const LogisticRow &row = model.terms[i], &same = other.terms[i];
    if (row.reference) continue;
    const double scale = i == 0 ? unit : 1;  // of age
    EXPECT_NEAR(*same.coef * scale, *row.coef, kConverged);
    EXPECT_NEAR(*same.se * scale, *row.se, kConverged);
    EXPECT_NEAR(*same.profileP, *row.profileP, kConverged);
    if (same.extreme) continue;
    EXPECT_NEAR(scale * std::log(*same.profileLower), std::log(*row.profileLower), 1e-6);
    EXPECT_NEAR(scale * std::log(*same.profileUpper), std::log(*row.profileUpper), 1e-6);
  }
  ASSERT_EQ(model.termTests.size(), other.termTests.size());
  for (std::size_t i = 0; i < model.termTests.size(); ++i)
    EXPECT_NEAR(other.termTests[i].test.chiSquare, model.termTests[i].test.chiSquare, kConverged);
  EXPECT_NEAR(other.cStatistic->value, model.cStatistic->value, 1e-14);
}

TEST(Logistic, DoesNotDependOnTheOrderOfTheRows) {
  const LogisticData data = simulated(4, 90);
  LogisticData turned = data;
  std::reverse(turned.outcome.begin(), turned.outcome.end());
  auto& age = std::get<NumericTerm>(turned.terms[0]).values;
  std::reverse(age.begin(), age.end());
  auto& arm = std::get<FactorTerm>(turned.terms[1]).codes;
  std::reverse(arm.begin(), arm.end());
  for (const Penalty penalty : {Penalty::none, Penalty::firth})
    expectSame(fit(data, penalty), fit(turned, penalty));
}

TEST(Logistic, DoesNotDependOnUnitsAndOrigins) {
  const LogisticData data = simulated(5, 90);
  for (const Penalty penalty : {Penalty::none, Penalty::firth}) {
    const LogisticModel model = fit(data, penalty);
    for (const double unit : {1e9, 1e-9, 7.0}) {
      LogisticData scaled = data;
      for (double& age : std::get<NumericTerm>(scaled.terms[0]).values)
        age *= unit;
      const LogisticModel other = fit(scaled, penalty);
      expectSame(model, other, unit);
      EXPECT_EQ(other.terms[0].extreme, unit < 1);
      EXPECT_NEAR(*other.intercept.coef, *model.intercept.coef, 1e-8);
      EXPECT_NEAR(std::log(*other.intercept.profileLower), std::log(*model.intercept.profileLower),
                  1e-6);
    }
    LogisticData far = data;
    for (double& age : std::get<NumericTerm>(far.terms[0]).values)
      age += 1e6;
    const LogisticModel other = fit(far, penalty);
    expectSame(model, other);
    // So far from the patients, odds of 1 mean no effect of age.
    EXPECT_NEAR(*other.intercept.profileP, *model.terms[0].profileP, 1e-4);
  }
}

TEST(Logistic, TakesARowForSeveralPatientsAsThatManyRows) {
  for (const Penalty penalty : {Penalty::none, Penalty::firth}) {
    // An arm in which all have the outcome, so that the penalty matters.
    LogisticData cells, rows;
    cells.terms =
        rows.terms = {FactorTerm{"arm", {"a", "b"}, {}}, FactorTerm{"sex", {"f", "m"}, {}},
                      InteractionTerm{"arm:sex", 0, 1}};
    std::vector<double> counts;
    const auto add = [](LogisticData& data, int arm, int sex, bool has) {
      std::get<FactorTerm>(data.terms[0]).codes.push_back(arm);
      std::get<FactorTerm>(data.terms[1]).codes.push_back(sex);
      data.outcome.push_back(has);
    };
    const int with[2][2]{{3, 5}, {8, 4}}, without[2][2]{{7, 5}, {penalty == Penalty::none, 9}};
    for (const int arm : {0, 1}) {
      for (const int sex : {0, 1}) {
        for (const bool has : {true, false}) {
          const int count = (has ? with : without)[arm][sex];
          if (count == 0) continue;
          add(cells, arm, sex, has);
          counts.push_back(count);
          for (int i = 0; i < count; ++i)
            add(rows, arm, sex, has);
        }
      }
    }
    const auto grouped = testLastTerm(cells, counts, penalty);
    const auto single = testLastTerm(rows, {}, penalty);
    ASSERT_TRUE(grouped && single);
    EXPECT_NEAR(grouped->chiSquare, single->chiSquare, 1e-9);
    EXPECT_EQ(grouped->df, 1);
  }
}

TEST(Logistic, CountsReplicatedRowsAsOftenAsTheyStand) {
  const LogisticData data = simulated(6, 60);
  LogisticData thrice = data;
  for (int copy = 1; copy < 3; ++copy) {
    thrice.outcome.insert(thrice.outcome.end(), data.outcome.begin(), data.outcome.end());
    auto& age = std::get<NumericTerm>(thrice.terms[0]).values;
    const auto& ownAge = std::get<NumericTerm>(data.terms[0]).values;
    age.insert(age.end(), ownAge.begin(), ownAge.end());
    auto& arm = std::get<FactorTerm>(thrice.terms[1]).codes;
    const auto& ownArm = std::get<FactorTerm>(data.terms[1]).codes;
    arm.insert(arm.end(), ownArm.begin(), ownArm.end());
  }
  const LogisticModel model = fit(data), other = fit(thrice);
  EXPECT_NEAR(*other.terms[0].coef, *model.terms[0].coef, kConverged);
  EXPECT_NEAR(*other.terms[0].se * std::sqrt(3.0), *model.terms[0].se, kConverged);
  EXPECT_NEAR(other.logLik, 3 * model.logLik, kConverged * 100);
  EXPECT_NEAR(other.termTests[1].test.chiSquare, 3 * model.termTests[1].test.chiSquare, 1e-8);
  EXPECT_NEAR(other.cStatistic->value, model.cStatistic->value, 1e-14);
}

// Two covariates of equal effect: who has the one and who has the other are tied, whatever the
// units leave of rounding. By hand: 1, 6 and 5 have the outcome of the 6, 12 and 6 with none, one
// and both.
TEST(Logistic, CountsPatientsOfEqualRiskAsTied) {
  for (const double unit : {1.0, 0.3, 1e5 / 7}) {
    LogisticData data;
    NumericTerm x{"x", {}}, z{"z", {}};
    const auto add = [&](int hasX, int hasZ, int events) {
      for (int i = 0; i < 6; ++i) {
        x.values.push_back(hasX);
        z.values.push_back(2 + unit * hasZ);
        data.outcome.push_back(i < events);
      }
    };
    add(0, 0, 1);
    add(1, 0, 3);
    add(0, 1, 3);
    add(1, 1, 5);
    data.terms = {x, z};
    for (const Penalty penalty : {Penalty::none, Penalty::firth}) {
      const LogisticModel model = fit(data, penalty);
      EXPECT_EQ(model.cStatistic->concordant, 6 * 5 + 5 * (5 + 6));
      EXPECT_EQ(model.cStatistic->tiedScores, 1 * 5 + 6 * 6 + 5 * 1);
      EXPECT_DOUBLE_EQ(model.cStatistic->value, (85 + 46 / 2.0) / 144);
    }
  }
}

TEST(Logistic, DropsAndNamesConstantAndCollinearCovariates) {
  for (const Penalty penalty : {Penalty::none, Penalty::firth}) {
    LogisticData data = simulated(7, 80);
    const LogisticModel model = fit(data, penalty);
    NumericTerm months{"months", std::get<NumericTerm>(data.terms[0]).values};
    for (double& value : months.values)
      value = 12 * value + 3;
    data.terms.push_back(months);
    data.terms.push_back(NumericTerm{"site", std::vector<double>(80, 0.37)});
    const LogisticModel more = fit(data, penalty);
    EXPECT_TRUE(more.terms[4].aliased);
    EXPECT_TRUE(more.terms[5].aliased);
    EXPECT_FALSE(more.terms[4].oddsRatio);
    EXPECT_NEAR(*more.terms[0].coef, *model.terms[0].coef, kConverged);
    EXPECT_NEAR(more.logLik, model.logLik, kConverged);
    EXPECT_EQ(more.tests.likelihoodRatio->df, 3);
    ASSERT_EQ(more.termTests.size(), 1u) << "of age, months, arm and site, arm alone tells more";
    EXPECT_EQ(more.termTests[0].name, "arm");
  }
}

// One covariate separates the outcomes if, and only if, no value with the outcome lies beyond one
// without, on one of the two sides (Albert and Anderson 1984). A value may be shared.
bool separates(const std::vector<double>& x, const std::vector<std::uint8_t>& outcome) {
  double lowest[2] = {1e9, 1e9}, highest[2] = {-1e9, -1e9};
  for (std::size_t i = 0; i < x.size(); ++i) {
    lowest[outcome[i]] = std::min(lowest[outcome[i]], x[i]);
    highest[outcome[i]] = std::max(highest[outcome[i]], x[i]);
  }
  return highest[0] <= lowest[1] || highest[1] <= lowest[0];
}

TEST(Logistic, FindsSeparationWhereItIsAndFirthIsFiniteThere) {
  std::mt19937 random(1);
  int separated = 0, models = 0;
  for (int cohort = 0; cohort < 600; ++cohort) {
    LogisticData data;
    NumericTerm x{"x", {}};
    const int patients = 4 + static_cast<int>(random() % 8);
    for (int i = 0; i < patients; ++i) {
      x.values.push_back(static_cast<double>(random() % 6));
      data.outcome.push_back(random() % 2);
    }
    const auto events = std::count(data.outcome.begin(), data.outcome.end(), 1);
    const auto [least, most] = std::minmax_element(x.values.begin(), x.values.end());
    if (events == 0 || events == patients || *least == *most) continue;
    data.terms = {x};
    ++models;
    const bool expected = separates(x.values, data.outcome);
    separated += expected;
    const LogisticModel model = fit(data);
    ASSERT_TRUE(model.converged) << cohort;
    EXPECT_EQ(model.terms[0].diverging, expected) << cohort;
    EXPECT_EQ(model.terms[0].oddsRatio.has_value(), !expected) << cohort;

    const LogisticModel firth = fit(data, Penalty::firth);
    ASSERT_TRUE(firth.converged) << cohort;
    for (const LogisticRow& row : {firth.intercept, firth.terms[0]}) {
      ASSERT_TRUE(row.oddsRatio && row.profileLower && row.profileUpper && row.profileP) << cohort;
      EXPECT_LT(*row.profileLower, *row.oddsRatio) << cohort;
      EXPECT_GT(*row.profileUpper, *row.oddsRatio) << cohort;
    }
    EXPECT_EQ(*firth.terms[0].profileP<0.05, *firth.terms[0].profileLower> 1 ||
              *firth.terms[0].profileUpper < 1)
        << cohort;
  }
  EXPECT_GT(separated, 50);
  EXPECT_GT(models - separated, 50);
}

// Two covariates separate the outcomes if, and only if, a line through two of the points has none
// with the outcome on one side and none without on the other, and not every point on it: the
// extreme rays of the cone of separating directions run through two points each.
std::optional<bool> separatesByLine(const std::vector<int>& x, const std::vector<int>& z,
                                    const std::vector<std::uint8_t>& outcome) {
  bool plane = false;  // the points are not all on one line
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (x[i] == x[j] && z[i] == z[j]) continue;
      bool has[2] = {false, false}, hasNot[2] = {false, false};  // on each side of the line
      for (std::size_t k = 0; k < x.size(); ++k) {
        const int side = (x[j] - x[i]) * (z[k] - z[i]) - (z[j] - z[i]) * (x[k] - x[i]);
        if (side != 0) (outcome[k] ? has : hasNot)[side > 0] = true;
      }
      const bool beside = has[0] || has[1] || hasNot[0] || hasNot[1];
      plane = plane || beside;
      if (beside && ((!has[0] && !hasNot[1]) || (!has[1] && !hasNot[0]))) return true;
    }
  }
  if (!plane) return {};
  return false;
}

TEST(Logistic, FindsSeparationByTwoCovariatesWhereItIs) {
  std::mt19937 random(2);
  int separated = 0, models = 0;
  for (int cohort = 0; cohort < 2000; ++cohort) {
    std::vector<int> x, z;
    LogisticData data;
    const int patients = 6 + static_cast<int>(random() % 9);
    for (int i = 0; i < patients; ++i) {
      x.push_back(static_cast<int>(random() % 5));
      z.push_back(static_cast<int>(random() % 5));
      data.outcome.push_back(random() % 2);
    }
    const auto events = std::count(data.outcome.begin(), data.outcome.end(), 1);
    const auto expected = separatesByLine(x, z, data.outcome);
    if (events == 0 || events == patients || !expected) continue;
    data.terms = {NumericTerm{"x", {x.begin(), x.end()}}, NumericTerm{"z", {z.begin(), z.end()}}};
    ++models;
    separated += *expected;
    const LogisticModel model = fit(data);
    ASSERT_TRUE(model.converged) << cohort;
    EXPECT_EQ(model.terms[0].diverging || model.terms[1].diverging, *expected) << cohort;
  }
  EXPECT_GT(separated, 300);
  EXPECT_GT(models - separated, 300);
}

TEST(Logistic, NamesTheLevelInWhichNobodyOrEverybodyHasTheOutcome) {
  LogisticData data = simulated(8, 90);
  const auto& arm = std::get<FactorTerm>(data.terms[1]).codes;
  for (std::size_t i = 0; i < arm.size(); ++i) {
    if (arm[i] == 1) data.outcome[i] = 0;
  }
  const LogisticModel model = fit(data);
  EXPECT_TRUE(model.converged);
  EXPECT_FALSE(model.terms[0].diverging);
  EXPECT_TRUE(model.terms[0].profileLower) << "age has an odds ratio all the same";
  EXPECT_TRUE(model.terms[2].diverging);
  EXPECT_FALSE(model.terms[2].coef);
  EXPECT_FALSE(model.terms[2].profileUpper);
  EXPECT_FALSE(model.terms[3].diverging);
  ASSERT_EQ(model.oneOutcomeLevels.size(), 1u);
  EXPECT_EQ(model.oneOutcomeLevels[0].level, "b");
  EXPECT_EQ(model.oneOutcomeLevels[0].events, 0);

  // Those of arm b tell nothing on the others: without them, the same.
  LogisticData others;
  NumericTerm age{"age", {}};
  FactorTerm rest{"arm", {"a", "c"}, {}};
  for (std::size_t i = 0; i < arm.size(); ++i) {
    if (arm[i] == 1) continue;
    others.outcome.push_back(data.outcome[i]);
    age.values.push_back(std::get<NumericTerm>(data.terms[0]).values[i]);
    rest.codes.push_back(arm[i] / 2);
  }
  others.terms = {age, rest};
  const LogisticModel same = fit(others);
  EXPECT_NEAR(*model.terms[0].coef, *same.terms[0].coef, 1e-8);
  EXPECT_NEAR(*model.terms[0].se, *same.terms[0].se, 1e-8);
  EXPECT_NEAR(*model.terms[0].profileUpper, *same.terms[0].profileUpper, 1e-8);
  EXPECT_NEAR(model.logLik, same.logLik, 1e-8);
}

TEST(Logistic, IsFiniteUnderFirthWithSeveralCovariatesThatSeparate) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    LogisticData data = simulated(seed, 24);
    const auto& age = std::get<NumericTerm>(data.terms[0]).values;
    const auto& arm = std::get<FactorTerm>(data.terms[1]).codes;
    for (std::size_t i = 0; i < age.size(); ++i)
      data.outcome[i] = age[i] + 4 * arm[i] > 63;
    ASSERT_TRUE(fit(data).terms[0].diverging) << seed;
    const LogisticModel firth = fit(data, Penalty::firth);
    ASSERT_TRUE(firth.converged) << seed;
    for (const LogisticRow& row : firth.terms) {
      if (row.reference) continue;
      EXPECT_TRUE(row.oddsRatio && row.profileP) << seed;
      EXPECT_TRUE(row.profileLower && row.profileUpper) << seed << " " << row.name << row.level;
    }
  }
}

}  // namespace
}  // namespace riskset
