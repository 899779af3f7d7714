#include "core/regression/cox_table.h"

#include <algorithm>
#include <cmath>

#include "core/base/contains.h"
#include "core/distributions/distributions.h"
#include "core/linear/cholesky.h"
#include "core/linear/products.h"
#include "core/regression/cox_firth.h"
#include "core/regression/cox_residuals.h"
#include "core/regression/exact_ties.h"

namespace riskset {
namespace {

using Eigen::Index;

struct Fitted {
  Design design;
  CoxPatients patients;
  CoxFit fit;
  CoxTies ties;
  std::optional<FirthFit> firth;  // its `fit` is the one above
};

Fitted fitTerms(const CoxData& data, CoxTies ties, Penalty penalty = Penalty::none) {
  Fitted fitted;
  fitted.design = designMatrix(data.terms, static_cast<Index>(data.time.size()));
  fitted.patients = coxPatients(fitted.design.x, data);
  fitted.ties = ties;
  if (penalty == Penalty::firth) {
    fitted.firth = fitCoxFirth(fitted.patients, ties);
    fitted.fit = fitted.firth->fit;
  } else {
    fitted.fit = fitCox(fitted.patients, ties);
  }
  return fitted;
}

// The likelihood-ratio test of the term at `term` against the model without it.
std::optional<ChiSquareTest> testTerm(const Fitted& full, const std::vector<Term>& terms,
                                      std::size_t term) {
  if (!full.fit.converged) return {};
  const auto columns = columnsWith(full.design, terms, term);
  if (full.firth) return testFirth(full.patients, full.ties, *full.firth, columns);
  // Nothing is left without it: the model against none.
  if (std::find(columns.begin(), columns.end(), false) == columns.end())
    return full.fit.likelihoodRatio;
  const Maximum without = fitCoxWithout(full.patients, full.ties, full.fit, columns);
  const auto left = std::count(without.aliased.begin(), without.aliased.end(), false);
  const int df = full.fit.coefficients() - static_cast<int>(left);
  if (df < 1 || !without.converged) return {};
  const double chiSquare = std::max(0.0, 2 * (full.fit.logLik - without.atMaximum.logLik));
  return ChiSquareTest{chiSquare, df, chiSquareP(chiSquare, df)};
}

std::vector<TermLikelihoodRatio> termTests(const Fitted& full, const std::vector<Term>& terms) {
  std::vector<TermLikelihoodRatio> tests;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (const auto test = testTerm(full, terms, i)) tests.push_back({nameOf(terms[i]), *test});
  }
  return tests;
}

std::vector<std::vector<std::optional<double>>> covarianceOf(const CoxFit& fit) {
  const auto size = fit.diverging.size();
  std::vector<std::vector<std::optional<double>>> covariance(size);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) {
      std::optional<double> entry;
      if (!fit.diverging[i] && !fit.diverging[j]) {
        entry = fit.covariance(static_cast<Index>(i), static_cast<Index>(j));
      }
      covariance[i].push_back(entry);
    }
  }
  return covariance;
}

// Rows in which z, p and limits rest on the robust variance.
void useVariance(std::vector<CoxRow>& rows, const Design& design, const Matrix& covariance,
                 double level) {
  const double critical = normalCritical(level);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CoxRow& row = rows[i];
    if (!row.coef) continue;
    const auto column = design.rows[i].column;
    const double se = std::sqrt(covariance(column, column));
    row.robustSe = se;
    row.z = *row.coef / se;
    row.p = normalTwoSidedP(*row.z);
    if (row.extreme) continue;
    row.lower = std::exp(*row.coef - critical * se);
    row.upper = std::exp(*row.coef + critical * se);
  }
}

void addProfiles(std::vector<CoxRow>& rows, const Fitted& fitted, double level) {
  const auto intervals = profileIntervals(fitted.patients, fitted.ties, *fitted.firth, level);
  const auto ratio = [](std::optional<double> limit) {
    if (!limit || *limit > kLargestLogRatio) return std::optional<double>();
    return std::optional(std::exp(*limit));
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].coef || rows[i].extreme) continue;
    const auto column = static_cast<std::size_t>(fitted.design.rows[i].column);
    const auto& [lower, upper] = intervals[column];
    std::vector<bool> alone(intervals.size(), false);
    alone[column] = true;
    if (const auto test = testFirth(fitted.patients, fitted.ties, *fitted.firth, alone))
      rows[i].profileP = test->p;
    rows[i].profileLower = ratio(lower);
    rows[i].profileUpper = ratio(upper);
  }
}

std::vector<std::vector<double>> rowsOf(const Matrix& matrix) {
  std::vector<std::vector<double>> rows;
  for (Index i = 0; i < matrix.rows(); ++i) {
    const Vector row = matrix.row(i).transpose();
    rows.emplace_back(row.data(), row.data() + row.size());
  }
  return rows;
}

// What dfbeta means for the coefficients that exist.
void addInfluence(CoxResidualLists& lists, const CoxFit& fit) {
  for (const std::vector<double>& changes : lists.dfbeta) {
    auto& scaled = lists.dfbetas.emplace_back(changes.size());
    auto& without = lists.hrWithout.emplace_back(changes.size());
    for (std::size_t j = 0; j < changes.size(); ++j) {
      if (fit.aliased[j] || fit.diverging[j]) continue;
      const auto column = static_cast<Index>(j);
      scaled[j] = changes[j] / std::sqrt(fit.covariance(column, column));
      const double coef = fit.coef(column) - changes[j];
      if (std::abs(coef) <= kLargestLogRatio) without[j] = std::exp(coef);
    }
  }
}

// Rows by their position in the data.
CoxResidualLists residualsOf(const Fitted& fitted, const CoxData& data) {
  CoxResiduals own = coxResiduals(fitted.patients, fitted.fit, fitted.ties);
  CoxResidualLists lists;
  const double centre = centres(fitted.design.x, data.weight).dot(fitted.fit.coef);
  const Vector linear = product(fitted.design.x, fitted.fit.coef);
  for (Index row = 0; row < linear.size(); ++row) {
    lists.rows.push_back(static_cast<int>(row));
    lists.linearPredictor.push_back(linear(row) - centre);
  }
  lists.martingale = std::move(own.martingale);
  lists.deviance = std::move(own.deviance);
  lists.score = rowsOf(own.score);
  lists.dfbeta = rowsOf(own.dfbeta);
  addInfluence(lists, fitted.fit);
  for (const std::size_t row : own.eventRow)
    lists.eventRows.push_back(static_cast<int>(row));
  lists.eventTime = std::move(own.eventTime);
  lists.schoenfeld = rowsOf(own.schoenfeld);
  lists.scaledSchoenfeld = rowsOf(own.scaledSchoenfeld);
  return lists;
}

void addPredictions(CoxModel& model, const Fitted& fitted, const CoxSettings& settings) {
  const auto& [design, patients, fit, ties, firth] = fitted;
  if (settings.baseline)
    model.baseline = baselineHazards(patients, fit, ties, design.x, settings.strata);
  for (const Vector& covariates : settings.at) {
    const auto own = predictSurvival(patients, fit, ties, design.x, settings.strata,
                                     {covariates, settings.times, settings.level});
    model.predicted.insert(model.predicted.end(), own.begin(), own.end());
  }
}

// The variance that the model's limits rest on, which takes the place of the model's own.
void useRobustVariance(CoxModel& model, Fitted& fitted, const CoxData& data, double level) {
  const auto robust = robustCovariance(fitted.patients, fitted.fit, fitted.ties, data.cluster);
  if (!robust) return;
  model.tests.robustScore = robustScoreTest(fitted.patients, fitted.fit, fitted.ties, data.cluster);
  useVariance(model.terms, fitted.design, *robust, level);
  fitted.fit.covariance = *robust;
  model.tests.wald = {};
  if (contains(fitted.fit.diverging, true)) return;
  const GeneralisedCholesky decomposed(*robust);
  if (decomposed.rank() < 1) return;
  const double chiSquare = quadraticForm(decomposed, fitted.fit.coef);
  model.tests.wald =
      ChiSquareTest{chiSquare, decomposed.rank(), chiSquareP(chiSquare, decomposed.rank())};
}

std::optional<Concordance> concordanceOf(const Fitted& fitted, const CoxData& data) {
  const CoxPatients& patients = fitted.patients;
  std::vector<int> cluster;
  if (!data.cluster.empty()) {
    for (const std::size_t row : patients.order)
      cluster.push_back(data.cluster[row]);
  }
  return concordance({{fitted.fit.linear.data(), patients.time.size()},
                      patients.time,
                      patients.event,
                      patients.stratum,
                      patients.entry,
                      patients.weight,
                      cluster});
}

}  // namespace

std::vector<CoxRow> coxRows(const Design& design, const CoxFit& fit, double level) {
  const double critical = normalCritical(level);
  std::vector<CoxRow> rows;
  for (const DesignRow& designRow : design.rows) {
    CoxRow row;
    row.name = designRow.term;
    row.level = designRow.level;
    row.reference = designRow.column < 0;
    if (row.reference) {
      row.hr = 1;
      rows.push_back(row);
      continue;
    }
    const auto column = static_cast<std::size_t>(designRow.column);
    row.aliased = fit.aliased[column];
    row.diverging = fit.diverging[column];
    if (!row.aliased && !row.diverging) {
      const double coef = fit.coef(designRow.column);
      const double se = std::sqrt(fit.covariance(designRow.column, designRow.column));
      row.coef = coef;
      row.se = se;
      row.z = coef / se;
      row.p = normalTwoSidedP(coef / se);
      row.extreme = std::abs(coef) > kLargestLogRatio;
      if (!row.extreme) {
        row.hr = std::exp(coef);
        row.lower = std::exp(coef - critical * se);
        row.upper = std::exp(coef + critical * se);
      }
    }
    rows.push_back(row);
  }
  return rows;
}

int coefficientsOf(const std::vector<CoxRow>& rows) {
  return static_cast<int>(std::count_if(
      rows.begin(), rows.end(), [](const CoxRow& row) { return !row.reference && !row.aliased; }));
}

CoxEffects coxEffects(const CoxData& data, const CoxSettings& settings) {
  const Fitted fitted = fitTerms(data, settings.ties, settings.penalty);
  if (!fitted.fit.converged) return {};
  CoxEffects effects{coxRows(fitted.design, fitted.fit, settings.level),
                     termTests(fitted, data.terms), true, fitted.fit.logLik};
  if (fitted.firth) addProfiles(effects.terms, fitted, settings.level);
  if (settings.variance == CoxVariance::robust) {
    if (const auto robust =
            robustCovariance(fitted.patients, fitted.fit, fitted.ties, data.cluster))
      useVariance(effects.terms, fitted.design, *robust, settings.level);
  }
  return effects;
}

CoxModel coxModel(const CoxData& data, const CoxSettings& settings) {
  Fitted fitted = fitTerms(data, settings.ties, settings.penalty);
  const auto& [design, patients, fit, ties, firth] = fitted;
  CoxModel model;
  model.n = static_cast<int>(data.time.size());
  model.events = patients.events;
  model.converged = fit.converged;
  model.iterations = fit.iterations;
  if (!fit.converged) return model;

  model.terms = coxRows(design, fit, settings.level);
  model.logLikNull = fit.logLikNull;
  model.logLik = fit.logLik;
  model.tests = {fit.likelihoodRatio, fit.wald, fit.score, {}};
  const auto wanted = [&](CoxPart part) { return !contains(settings.leaveOut, part); };
  if (wanted(CoxPart::termTests)) model.termTests = termTests(fitted, data.terms);
  if (wanted(CoxPart::concordance)) model.concordance = concordanceOf(fitted, data);
  if (firth) {
    model.unpenalisedLogLik = firth->unpenalisedLogLik;
    addProfiles(model.terms, fitted, settings.level);
  } else {
    model.aic = -2 * fit.logLik + 2 * fit.coefficients();
    model.bic = -2 * fit.logLik + std::log(patients.events) * fit.coefficients();
  }
  // What follows from hazard increments has no place where time is discrete; and at a penalised
  // maximum the score, from which tests and residuals start, is not 0.
  if (ties != CoxTies::exact && !firth) {
    if (wanted(CoxPart::proportionalHazards))
      model.proportionalHazards = testProportionalHazards(
          patients, fit, ties, design, settings.transform, settings.hazardRatioOverTime);
    if (settings.residuals) model.residuals = residualsOf(fitted, data);
    if (settings.variance == CoxVariance::robust)
      useRobustVariance(model, fitted, data, settings.level);
    addPredictions(model, fitted, settings);
  }
  model.covariance = covarianceOf(fit);
  return model;
}

double exactTiesCost(const CoxData& data, CoxTies ties) {
  if (ties != CoxTies::exact) return 0;
  const Design design = designMatrix(data.terms, static_cast<Index>(data.time.size()));
  const CoxPatients patients = coxPatients(design.x, data);
  return ExactTies(patients).cost();
}

std::optional<ChiSquareTest> testLastTerm(const CoxData& data, CoxTies ties) {
  return testTerm(fitTerms(data, ties), data.terms, data.terms.size() - 1);
}

}  // namespace riskset
