#include "core/regression/cox_table.h"

#include <algorithm>
#include <cmath>

#include "core/distributions/distributions.h"

namespace riskset {
namespace {

using Eigen::Index;

// A hazard ratio above exp(30) = 1e13, or below its inverse, is a unit chosen too large.
constexpr double kLargestLogRatio = 30;

struct Fitted {
  Design design;
  CoxPatients patients;
  CoxFit fit;
};

Fitted fitTerms(const CoxData& data, CoxTies ties) {
  Design design = designMatrix(data.terms, static_cast<Index>(data.time.size()));
  CoxPatients patients = coxPatients(design.x, data.time, data.event, data.stratum);
  CoxFit fit = fitCox(patients, ties);
  return {std::move(design), std::move(patients), std::move(fit)};
}

// Which coefficients go with the term at `left`: its own, and those of interactions it is part of.
std::vector<bool> columnsOf(const Design& design, const std::vector<Term>& terms,
                            std::size_t left) {
  std::vector<bool> columns(static_cast<std::size_t>(design.x.cols()), false);
  std::vector<bool> gone(terms.size(), false);  // a factor of an interaction stands before it
  for (std::size_t i = left; i < terms.size(); ++i) {
    const auto* interaction = std::get_if<InteractionTerm>(&terms[i]);
    gone[i] = i == left || (interaction && (gone[interaction->first] || gone[interaction->second]));
    if (!gone[i]) continue;
    const TermColumns& own = design.terms[i];
    std::fill_n(columns.begin() + own.first, own.count, true);
  }
  return columns;
}

// The likelihood-ratio test of the term at `term` against the model without it.
std::optional<ChiSquareTest> testTerm(const Fitted& full, const std::vector<Term>& terms,
                                      std::size_t term, CoxTies ties) {
  if (!full.fit.converged) return {};
  const auto columns = columnsOf(full.design, terms, term);
  // Nothing is left without it: the model against none.
  if (std::find(columns.begin(), columns.end(), false) == columns.end())
    return full.fit.likelihoodRatio;
  const Maximum without = fitCoxWithout(full.patients, ties, full.fit, columns);
  const auto left = std::count(without.aliased.begin(), without.aliased.end(), false);
  const int df = full.fit.coefficients() - static_cast<int>(left);
  if (df < 1 || !without.converged) return {};
  const double chiSquare = std::max(0.0, 2 * (full.fit.logLik - without.atMaximum.logLik));
  return ChiSquareTest{chiSquare, df, chiSquareP(chiSquare, df)};
}

std::vector<CoxTermTest> termTests(const Fitted& full, const std::vector<Term>& terms,
                                   CoxTies ties) {
  std::vector<CoxTermTest> tests;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (const auto test = testTerm(full, terms, i, ties))
      tests.push_back({nameOf(terms[i]), *test});
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

CoxEffects coxEffects(const CoxData& data, CoxTies ties, double level) {
  const Fitted fitted = fitTerms(data, ties);
  if (!fitted.fit.converged) return {};
  return {coxRows(fitted.design, fitted.fit, level), termTests(fitted, data.terms, ties), true};
}

CoxModel coxModel(const CoxData& data, const CoxSettings& settings) {
  const Fitted fitted = fitTerms(data, settings.ties);
  const auto& [design, patients, fit] = fitted;
  CoxModel model;
  model.n = static_cast<int>(data.time.size());
  model.events = patients.events;
  model.converged = fit.converged;
  model.iterations = fit.iterations;
  if (!fit.converged) return model;

  model.terms = coxRows(design, fit, settings.level);
  model.covariance = covarianceOf(fit);
  model.logLikNull = fit.logLikNull;
  model.logLik = fit.logLik;
  model.tests = {fit.likelihoodRatio, fit.wald, fit.score};
  model.termTests = termTests(fitted, data.terms, settings.ties);
  model.concordance = concordance({fit.linear.data(), data.time.size()}, patients.time,
                                  patients.event, patients.stratum);
  model.aic = -2 * fit.logLik + 2 * fit.coefficients();
  model.bic = -2 * fit.logLik + std::log(patients.events) * fit.coefficients();
  model.proportionalHazards = testProportionalHazards(
      patients, fit, settings.ties, design, settings.transform, settings.hazardRatioOverTime);
  return model;
}

std::optional<ChiSquareTest> testLastTerm(const CoxData& data, CoxTies ties) {
  return testTerm(fitTerms(data, ties), data.terms, data.terms.size() - 1, ties);
}

}  // namespace riskset
