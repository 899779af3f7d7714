#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "core/regression/cox_table.h"

namespace riskset {
namespace {

constexpr double kConverged = 1e-9;  // relative; Newton stops far below

CoxModel fit(CoxData data, CoxTies ties = CoxTies::efron) {
  return coxModel(data, {ties, TimeTransform::km, 0.95});
}

CoxData sixPatients() {
  // Therneau & Grambsch (2000), appendix E.1: "test data 1", one covariate, with ties.
  return {{1, 1, 6, 6, 8, 9}, {1, 0, 1, 1, 0, 1}, {}, {NumericTerm{"x", {1, 1, 1, 0, 0, 0}}}};
}

// Appendix E.1: under Breslow the maximum solves a quadratic in r = exp(beta):
// beta = log((3 + sqrt(33)) / 2); the log-likelihood is 2 beta - log(3r+3) - 2 log(r+3).
TEST(Cox, MatchesTherneauAndGrambschUnderBreslow) {
  const CoxModel model = fit(sixPatients(), CoxTies::breslow);
  const double beta = std::log((3 + std::sqrt(33.0)) / 2);
  const double r = std::exp(beta);
  EXPECT_NEAR(*model.terms[0].coef, beta, kConverged);
  EXPECT_NEAR(model.logLik, 2 * beta - std::log(3 * r + 3) - 2 * std::log(r + 3), kConverged);
  EXPECT_NEAR(model.logLikNull, -std::log(6) - 2 * std::log(4), kConverged);
}

// The same under Efron: the second tied term has (r + 5) / 2 in its place.
TEST(Cox, MatchesTherneauAndGrambschUnderEfron) {
  const CoxModel model = fit(sixPatients());
  const double r = std::exp(*model.terms[0].coef);
  EXPECT_NEAR(*model.terms[0].coef, 1.676857, 5e-7) << "as printed there";
  EXPECT_NEAR(model.logLik,
              2 * std::log(r) - std::log(3 * r + 3) - std::log(r + 3) - std::log((r + 5) / 2),
              kConverged);
}

CoxData simulated(unsigned seed, std::size_t patients) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> uniform(0.01, 1);
  CoxData data;
  std::vector<double> age;
  FactorTerm arm{"arm", {"a", "b", "c"}, {}};
  for (std::size_t i = 0; i < patients; ++i) {
    age.push_back(50 + 20 * uniform(random));
    arm.codes.push_back(static_cast<int>(random() % 3));
    data.time.push_back(std::ceil(-10 * std::log(uniform(random))));
    data.event.push_back(uniform(random) < 0.7);
  }
  data.terms = {NumericTerm{"age", age}, arm};
  return data;
}

TEST(Cox, DoesNotChangeWhenTimeIsScaled) {
  const CoxData data = simulated(1, 80);
  CoxData days = data;
  for (double& time : days.time)
    time *= 30.4375;
  EXPECT_NEAR(*fit(days).terms[0].coef, *fit(data).terms[0].coef, 1e-12);
}

TEST(Cox, HoldsItsDigitsUnderExtremeUnitsAndOrigins) {
  const CoxData data = simulated(2, 80);
  CoxData shifted = data;
  for (double& age : std::get<NumericTerm>(shifted.terms[0]).values)
    age = 1e9 + 1e-3 * age;
  const CoxRow plain = fit(data).terms[0];
  const CoxRow moved = fit(shifted).terms[0];
  // 1e9 + 0.05 keeps about 8 digits of what is left of the age.
  EXPECT_NEAR(*moved.coef / 1000 / *plain.coef, 1, 1e-4);
  EXPECT_NEAR(*moved.z, *plain.z, 1e-4);
  CoxData scaled = data;
  for (double& age : std::get<NumericTerm>(scaled.terms[0]).values)
    age *= 1e-9;
  EXPECT_NEAR(*fit(scaled).terms[0].coef * 1e-9 / *plain.coef, 1, 1e-12);
}

TEST(Cox, FlipsSignsOnlyWhenTheArmsAreRelabelled) {
  CoxData data = simulated(3, 60);
  for (int& code : std::get<FactorTerm>(data.terms[1]).codes)
    code %= 2;
  std::get<FactorTerm>(data.terms[1]).levels = {"a", "b"};
  CoxData swapped = data;
  for (int& code : std::get<FactorTerm>(swapped.terms[1]).codes)
    code = 1 - code;
  const CoxModel one = fit(data), other = fit(swapped);
  EXPECT_NEAR(*one.terms[2].coef, -*other.terms[2].coef, 1e-12);
  EXPECT_NEAR(one.logLik, other.logLik, 1e-10);
  EXPECT_NEAR(one.concordance->value, other.concordance->value, 1e-12);
}

TEST(Cox, StratifiedByAConstantIsUnstratified) {
  CoxData data = simulated(4, 60);
  const double coef = *fit(data).terms[0].coef;
  data.stratum.assign(60, 7);
  EXPECT_EQ(*fit(data).terms[0].coef, coef);
}

TEST(Cox, ReportsTheReferenceLevelAsOne) {
  const CoxModel model = fit(simulated(5, 60));
  ASSERT_EQ(model.terms.size(), 4u);  // age, a (reference), b, c
  EXPECT_TRUE(model.terms[1].reference);
  EXPECT_EQ(model.terms[1].hr, 1);
  EXPECT_FALSE(model.terms[1].p);
}

TEST(Cox, DropsAndNamesTheLaterOfTwoCollinearTerms) {
  CoxData data = simulated(6, 60);
  const CoxModel alone = fit(data);
  NumericTerm twice{"twice", std::get<NumericTerm>(data.terms[0]).values};
  for (double& value : twice.values)
    value = 2 * value + 1;
  data.terms.push_back(twice);
  const CoxModel model = fit(data);
  EXPECT_TRUE(model.terms.back().aliased);
  EXPECT_FALSE(model.terms.back().hr);
  EXPECT_NEAR(*model.terms[0].coef, *alone.terms[0].coef, 1e-10);
  EXPECT_EQ(model.tests.likelihoodRatio->df, 3);
}

TEST(Cox, NamesAMonotoneLikelihoodAndShowsNoNumberForIt) {
  // Nobody with x = 1 has the event.
  const CoxData data{{1, 2, 3, 4, 5, 6},
                     {1, 0, 1, 0, 1, 0},
                     {},
                     {FactorTerm{"x", {"no", "yes"}, {0, 1, 0, 1, 0, 1}}}};
  const CoxModel model = fit(data);
  EXPECT_TRUE(model.converged);
  EXPECT_TRUE(model.terms[1].diverging);
  EXPECT_FALSE(model.terms[1].hr);
  EXPECT_FALSE(model.tests.wald);
  EXPECT_TRUE(model.tests.likelihoodRatio) << "its limit exists";
}

// By hand: scores 3 > 2 > 1 with events in that order are all concordant; swapping two leaves one
// of three pairs discordant.
TEST(Concordance, CountsPairsByHand) {
  const std::vector<double> time{1, 2, 3};
  const std::vector<std::uint8_t> event{1, 1, 1};
  const std::vector<int> one(3, 0);
  const auto of = [&](const std::vector<double>& score) {
    return concordance({score, time, event, one})->value;
  };
  EXPECT_EQ(of({3, 2, 1}), 1);
  EXPECT_NEAR(of({2, 3, 1}), 2.0 / 3, 1e-15);
  EXPECT_NEAR(of({2, 2, 1}), 2.5 / 3, 1e-15);
}

TEST(Concordance, TakesACensoredPatientAsOutlivingAnEventAtTheSameTime) {
  const std::vector<double> score{2, 1}, time{5, 5};
  const std::vector<std::uint8_t> censored{1, 0}, both{1, 1};
  const std::vector<int> one{0, 0};
  const auto result = concordance({score, time, censored, one});
  EXPECT_EQ(result->concordant, 1);
  EXPECT_FALSE(concordance({score, time, both, one})) << "two events at one time are no pair";
}

// A covariate that sorts the events perfectly: the likelihood goes to 0, the coefficient to
// infinity.
TEST(Cox, NamesACovariateThatSortsTheEvents) {
  for (const int patients : {20, 100}) {
    CoxData data;
    std::vector<double> x;
    for (int i = 1; i <= patients; ++i) {
      data.time.push_back(i);
      data.event.push_back(1);
      x.push_back(-i);
    }
    data.terms = {NumericTerm{"x", x}};
    const CoxModel model = fit(data);
    EXPECT_TRUE(model.converged);
    EXPECT_TRUE(model.terms[0].diverging);
    EXPECT_FALSE(model.terms[0].hr);
    EXPECT_FALSE(model.covariance[0][0]);
  }
}

TEST(Cox, DropsACovariateThatIsConstantWithinEveryStratum) {
  CoxData data = simulated(7, 90);
  NumericTerm constant{"site", {}};
  for (int i = 0; i < 90; ++i) {
    data.stratum.push_back(i % 4);
    constant.values.push_back(0.37 * (i % 4) + 0.1);
  }
  const double coef = *fit(data).terms[0].coef;
  data.terms.push_back(constant);
  const CoxModel model = fit(data);
  EXPECT_TRUE(model.terms.back().aliased);
  EXPECT_NEAR(*model.terms[0].coef, coef, 1e-10);
}

TEST(Cox, LeavesOutTheInteractionsOfATermThatItLeavesOut) {
  CoxData data = simulated(8, 120);
  std::mt19937 random(8);
  NumericTerm dose{"dose", {}};
  for (int i = 0; i < 120; ++i)
    dose.values.push_back(static_cast<double>(random() % 5));
  data.terms.push_back(dose);
  data.terms.push_back(InteractionTerm{"arm:dose", 1, 2});
  data.terms.push_back(InteractionTerm{"age:arm:dose", 0, 3});
  const CoxModel model = fit(data);
  ASSERT_EQ(model.termTests.size(), 5u);
  EXPECT_EQ(model.termTests[1].test.df, 6) << "arm 2, arm:dose 2, age:arm:dose 2";
}

TEST(Cox, PrintsNoHazardRatioBeyondAllReading) {
  CoxData data = simulated(9, 80);
  for (double& age : std::get<NumericTerm>(data.terms[0]).values)
    age *= 1e-9;
  const CoxRow row = fit(data).terms[0];
  EXPECT_TRUE(row.extreme);
  EXPECT_TRUE(row.coef);
  EXPECT_FALSE(row.hr);
  EXPECT_FALSE(row.upper);
}

}  // namespace
}  // namespace riskset
