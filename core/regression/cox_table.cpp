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

Fitted fitTerms(const CoxData& data, const std::vector<Term>& terms, CoxTies ties) {
  Design design = designMatrix(terms, static_cast<Index>(data.time.size()));
  CoxPatients patients = coxPatients(design.x, data.time, data.event, data.stratum);
  CoxFit fit = fitCox(patients, ties);
  return {std::move(design), std::move(patients), std::move(fit)};
}

std::optional<ChiSquareTest> likelihoodRatio(const CoxFit& with, const CoxFit& without) {
  const int df = with.coefficients() - without.coefficients();
  if (df < 1 || !with.converged || !without.converged) return {};
  const double chiSquare = std::max(0.0, 2 * (with.logLik - without.logLik));
  return ChiSquareTest{chiSquare, df, chiSquareP(chiSquare, df)};
}

// The terms without the one at `left`, and without the interactions it is part of.
std::vector<Term> termsWithout(const std::vector<Term>& terms, std::size_t left) {
  std::vector<Term> kept;
  std::vector<std::size_t> position(terms.size());
  std::vector<bool> gone(terms.size(), false);  // a factor of an interaction stands before it
  for (std::size_t i = 0; i < terms.size(); ++i) {
    position[i] = kept.size();
    const auto* interaction = std::get_if<InteractionTerm>(&terms[i]);
    gone[i] = i == left || (interaction && (gone[interaction->first] || gone[interaction->second]));
    if (gone[i]) continue;
    kept.push_back(terms[i]);
    if (interaction) {
      auto& moved = std::get<InteractionTerm>(kept.back());
      moved.first = position[interaction->first];
      moved.second = position[interaction->second];
    }
  }
  return kept;
}

std::vector<CoxTermTest> termTests(const CoxData& data, const CoxFit& full, CoxTies ties) {
  std::vector<CoxTermTest> tests;
  for (std::size_t i = 0; i < data.terms.size(); ++i) {
    const CoxFit without = fitTerms(data, termsWithout(data.terms, i), ties).fit;
    if (const auto test = likelihoodRatio(full, without))
      tests.push_back({nameOf(data.terms[i]), *test});
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

CoxModel coxModel(const CoxData& data, const CoxSettings& settings) {
  const auto [design, patients, fit] = fitTerms(data, data.terms, settings.ties);
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
  model.termTests = termTests(data, fit, settings.ties);
  model.concordance = concordance({fit.linear.data(), data.time.size()}, patients.time,
                                  patients.event, patients.stratum);
  model.aic = -2 * fit.logLik + 2 * fit.coefficients();
  model.bic = -2 * fit.logLik + std::log(patients.events) * fit.coefficients();
  model.proportionalHazards = testProportionalHazards(
      patients, fit, settings.ties, design, settings.transform, settings.hazardRatioOverTime);
  return model;
}

std::optional<ChiSquareTest> testLastTerm(const CoxData& data, CoxTies ties) {
  const CoxFit full = fitTerms(data, data.terms, ties).fit;
  return likelihoodRatio(full,
                         fitTerms(data, termsWithout(data.terms, data.terms.size() - 1), ties).fit);
}

}  // namespace riskset
