#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "core/regression/cox_residuals.h"
#include "core/regression/cox_table.h"
#include "core/survival/log_rank.h"

namespace riskset {
namespace {

// Newton stops where the coefficients move by 1e-14; what else differs is the order of sums.
constexpr double kSame = 1e-9;

CoxData simulated(unsigned seed, std::size_t patients, bool tied = true) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> uniform(0.01, 1);
  CoxData data;
  NumericTerm age{"age", {}};
  FactorTerm arm{"arm", {"a", "b"}, {}};
  for (std::size_t i = 0; i < patients; ++i) {
    age.values.push_back(50 + 20 * uniform(random));
    arm.codes.push_back(static_cast<int>(random() % 2));
    const double time = -10 * std::log(uniform(random)) * (1 + arm.codes.back());
    data.time.push_back(tied ? std::ceil(time) : time + 1);
    data.event.push_back(uniform(random) < 0.7);
  }
  data.terms = {age, arm};
  return data;
}

// Row i of `data` for each i in `rows`.
CoxData rowsOf(const CoxData& data, const std::vector<std::size_t>& rows) {
  CoxData picked;
  NumericTerm age{"age", {}};
  FactorTerm arm{"arm", {"a", "b"}, {}};
  for (const std::size_t row : rows) {
    picked.time.push_back(data.time[row]);
    picked.event.push_back(data.event[row]);
    if (!data.entry.empty()) picked.entry.push_back(data.entry[row]);
    if (!data.weight.empty()) picked.weight.push_back(data.weight[row]);
    age.values.push_back(std::get<NumericTerm>(data.terms[0]).values[row]);
    arm.codes.push_back(std::get<FactorTerm>(data.terms[1]).codes[row]);
  }
  picked.terms = {age, arm};
  return picked;
}

// Each row as two: up to half its time, and from there on.
CoxData split(const CoxData& data) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < data.time.size(); ++row)
    rows.insert(rows.end(), {row, row});
  CoxData halves = rowsOf(data, rows);
  halves.entry.resize(rows.size());
  for (std::size_t row = 0; row < rows.size(); row += 2) {
    const double start = data.entry.empty() ? 0 : data.entry[rows[row]];
    const double half = std::floor((start + halves.time[row]) / 2) + 0.25;
    if (half <= start || half >= halves.time[row]) {
      halves.entry[row] = halves.entry[row + 1] = start;
      halves.time[row] = start + 1e-3;  // before any event: as if it were not there
    } else {
      halves.time[row] = half;
      halves.entry[row] = start;
      halves.entry[row + 1] = half;
    }
    halves.event[row] = 0;
  }
  return halves;
}

void expectSameModel(const CoxModel& a, const CoxModel& b) {
  ASSERT_EQ(a.terms.size(), b.terms.size());
  for (std::size_t i = 0; i < a.terms.size(); ++i) {
    if (!a.terms[i].coef) continue;
    EXPECT_NEAR(*a.terms[i].coef, *b.terms[i].coef, kSame);
    EXPECT_NEAR(*a.terms[i].se, *b.terms[i].se, kSame);
  }
  EXPECT_NEAR(a.logLik, b.logLik, kSame * std::abs(a.logLik));
}

class CoxLaws : public testing::TestWithParam<CoxTies> {
 protected:
  CoxSettings settings() const { return {.ties = GetParam()}; }
};

TEST_P(CoxLaws, EntryAtZeroChangesNothing) {
  CoxData data = simulated(11, 60);
  const CoxModel plain = coxModel(data, settings());
  data.entry.assign(60, 0);
  const CoxModel late = coxModel(data, settings());
  expectSameModel(plain, late);
  EXPECT_NEAR(plain.concordance->stdError, late.concordance->stdError, kSame);
}

TEST_P(CoxLaws, SplittingRowsChangesNoEstimate) {
  for (unsigned seed = 20; seed < 40; ++seed) {
    const CoxData data = simulated(seed, 50);
    expectSameModel(coxModel(data, settings()), coxModel(split(data), settings()));
  }
}

TEST_P(CoxLaws, ScoreTestWithoutTiesIsTheLogRankTest) {
  CoxData data = simulated(12, 70, false);
  const auto codes = std::get<FactorTerm>(data.terms[1]).codes;
  data.terms.erase(data.terms.begin());
  const CoxModel model = coxModel(data, settings());
  EXPECT_NEAR(model.tests.score->chiSquare,
              logRank({data.time, data.event, codes, 2}).test->chiSquare, kSame);
}

INSTANTIATE_TEST_SUITE_P(Ties, CoxLaws,
                         testing::Values(CoxTies::efron, CoxTies::breslow, CoxTies::exact));

TEST(CoxWeights, ReplicateRowsUnderBreslow) {
  const CoxData data = simulated(13, 50);
  CoxData weighted = data;
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < 50; ++row) {
    weighted.weight.push_back(static_cast<double>(row % 4));
    rows.insert(rows.end(), row % 4, row);
  }
  const CoxSettings breslow{.ties = CoxTies::breslow};
  expectSameModel(coxModel(weighted, breslow), coxModel(rowsOf(data, rows), breslow));
}

TEST(CoxWeights, ScaleTheInformationUnderBreslow) {
  CoxData data = simulated(14, 50);
  const CoxSettings breslow{.ties = CoxTies::breslow};
  const CoxModel once = coxModel(data, breslow);
  data.weight.assign(50, 9);
  const CoxModel nine = coxModel(data, breslow);
  EXPECT_NEAR(*nine.terms[0].coef, *once.terms[0].coef, kSame);
  EXPECT_NEAR(*nine.terms[0].se * 3, *once.terms[0].se, kSame);
}

TEST(CoxWeights, OfZeroAreRowsThatAreNotThere) {
  const CoxData data = simulated(15, 60);
  CoxData weighted = data;
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < 60; ++row) {
    weighted.weight.push_back(row % 5 == 0 ? 0 : 1);
    if (row % 5 != 0) rows.push_back(row);
  }
  for (const CoxTies ties : {CoxTies::efron, CoxTies::breslow})
    expectSameModel(coxModel(weighted, {.ties = ties}),
                    coxModel(rowsOf(data, rows), {.ties = ties}));
}

// Appendix E of Therneau & Grambsch, data set 1, exact: the two events at time 6 are one with x = 1
// and one without among four patients, of which one has x = 1. l = 2 beta - 2 log(3 r + 3) rises
// for ever, to -2 log 3.
TEST(ExactTies, AgreeWithTherneauAndGrambsch) {
  const CoxData data{
      {1, 1, 6, 6, 8, 9}, {1, 0, 1, 1, 0, 1}, {}, {NumericTerm{"x", {1, 1, 1, 0, 0, 0}}}};
  const CoxModel model = coxModel(data, {.ties = CoxTies::exact});
  EXPECT_TRUE(model.terms[0].diverging);
  EXPECT_NEAR(model.logLik, -2 * std::log(3), 1e-6);
  EXPECT_NEAR(model.logLikNull, -std::log(6) - std::log(6), kSame) << "6 at risk; 4 choose 2";
}

TEST(ExactTies, AreTheOthersWithoutTies) {
  const CoxData data = simulated(16, 60, false);
  expectSameModel(coxModel(data, {.ties = CoxTies::exact}), coxModel(data, {}));
}

TEST(CoxResiduals, SumToZero) {
  const CoxData data = simulated(17, 80);
  const Design design = designMatrix(data.terms, 80);
  const CoxPatients patients = coxPatients(design.x, data);
  for (const CoxTies ties : {CoxTies::efron, CoxTies::breslow}) {
    const CoxFit fit = fitCox(patients, ties);
    const CoxResiduals residuals = coxResiduals(patients, fit, ties);
    double martingales = 0;
    for (const double own : residuals.martingale)
      martingales += own;
    EXPECT_NEAR(martingales, 0, kSame);
    EXPECT_NEAR(residuals.dfbeta.colwise().sum().cwiseAbs().maxCoeff(), 0, kSame);
    EXPECT_NEAR(residuals.schoenfeld.colwise().sum().cwiseAbs().maxCoeff(), 0, 1e-7);
  }
}

// What dfbeta estimates to first order: the coefficients less those without the row.
TEST(CoxResiduals, DfbetaForetellsWhatLeavingARowOutDoes) {
  const CoxData data = simulated(18, 400);
  const Design design = designMatrix(data.terms, 400);
  const CoxPatients patients = coxPatients(design.x, data);
  const CoxFit fit = fitCox(patients, CoxTies::efron);
  const Matrix dfbeta = coxResiduals(patients, fit, CoxTies::efron).dfbeta;
  for (const std::size_t left : std::vector<std::size_t>{3, 77, 250}) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < 400; ++row) {
      if (row != left) rows.push_back(row);
    }
    const CoxModel without = coxModel(rowsOf(data, rows), {});
    const double change = fit.coef(1) - *without.terms[2].coef;
    EXPECT_NEAR(dfbeta(static_cast<Eigen::Index>(left), 1), change, 0.05 * std::abs(change) + 1e-4);
  }
}

TEST(CoxPrediction, WithoutCovariateEffectIsTheHazardOfAll) {
  // Two groups that are the same: beta is 0, and Breslow's hazard is Nelson and Aalen's.
  const CoxData data{{1, 1, 2, 2, 3, 3},
                     {1, 1, 0, 0, 1, 1},
                     {},
                     {FactorTerm{"x", {"a", "b"}, {0, 1, 0, 1, 0, 1}}}};
  const CoxModel model = coxModel(data, {.ties = CoxTies::breslow, .baseline = true});
  ASSERT_EQ(model.baseline.size(), 1U);
  const std::vector<double> expected{2.0 / 6, 2.0 / 6, 2.0 / 6 + 1};
  EXPECT_EQ(model.baseline[0].time, (std::vector<double>{1, 2, 3}));
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_NEAR(model.baseline[0].cumulativeHazard[i], expected[i], kSame);
}

// Whatever separates the events, the penalised estimate is a number, and its profile interval holds
// it; the interval may be open on the side to which the plain likelihood runs.
TEST(Firth, IsFiniteOnSeparatedCohorts) {
  for (unsigned seed = 50; seed < 80; ++seed) {
    CoxData data = simulated(seed, 30);
    const auto& codes = std::get<FactorTerm>(data.terms[1]).codes;
    for (std::size_t row = 0; row < 30; ++row)
      data.event[row] = codes[row] == 0;
    const CoxModel plain = coxModel(data, {});
    EXPECT_TRUE(plain.terms[2].diverging);
    const CoxModel firth = coxModel(data, {.penalty = Penalty::firth});
    ASSERT_TRUE(firth.converged);
    const CoxRow& arm = firth.terms[2];
    ASSERT_TRUE(arm.hr && arm.profileUpper);
    EXPECT_LT(arm.profileLower.value_or(0), *arm.hr);
    EXPECT_GT(*arm.profileUpper, *arm.hr);
    EXPECT_LT(*arm.profileP, 0.05);
  }
}

TEST(Firth, FlipsSignsOnlyWhenTheArmsAreRelabelled) {
  const CoxData data = simulated(81, 25);
  CoxData swapped = data;
  for (int& code : std::get<FactorTerm>(swapped.terms[1]).codes)
    code = 1 - code;
  const CoxSettings settings{.penalty = Penalty::firth};
  const CoxRow one = coxModel(data, settings).terms[2],
               other = coxModel(swapped, settings).terms[2];
  EXPECT_NEAR(*one.coef, -*other.coef, 1e-8);
  EXPECT_NEAR(*one.profileUpper * *other.profileLower, 1, 1e-7);
}

TEST(CoxExtremes, EndInWordsNotInNumbers) {
  const auto withColumn = [](std::size_t patients, auto&& valueOf) {
    CoxData data = simulated(90, patients);
    std::vector<double> values;
    for (std::size_t row = 0; row < patients; ++row)
      values.push_back(valueOf(row));
    data.terms = {NumericTerm{"x", values}};
    return data;
  };
  const auto huge =
      coxModel(withColumn(40, [](std::size_t row) { return row % 3 ? 1e300 : -1e300; }), {});
  ASSERT_TRUE(huge.converged);
  for (const CoxRow& row : huge.terms)
    EXPECT_TRUE(!row.coef || std::isfinite(*row.coef));

  CoxData levels = simulated(91, 600);
  FactorTerm many{"site", {}, {}};
  for (int level = 0; level < 500; ++level)
    many.levels.push_back(std::to_string(level));
  for (int row = 0; row < 600; ++row)
    many.codes.push_back(row % 500);
  levels.terms = {many};
  const CoxModel model = coxModel(levels, {});
  for (const CoxRow& row : model.terms)
    EXPECT_TRUE(!row.hr || std::isfinite(*row.hr));

  CoxData tied = simulated(92, 40);
  tied.time.assign(40, 5);
  tied.event.assign(40, 1);
  for (const CoxTies ties : {CoxTies::efron, CoxTies::breslow, CoxTies::exact})
    EXPECT_TRUE(coxModel(tied, {.ties = ties}).converged);

  CoxData one = simulated(93, 40);
  one.event.assign(40, 0);
  one.event[7] = 1;
  for (const Penalty penalty : {Penalty::none, Penalty::firth}) {
    const CoxModel alone = coxModel(one, {.penalty = penalty});
    for (const CoxRow& row : alone.terms)
      EXPECT_TRUE(!row.coef || std::isfinite(*row.coef));
  }
}

}  // namespace
}  // namespace riskset
