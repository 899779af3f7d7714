#include "core/regression/logistic_model.h"

#include <algorithm>
#include <cmath>

#include "core/base/times.h"
#include "core/distributions/distributions.h"
#include "core/linear/products.h"
#include "core/linear/profile.h"

namespace riskset {
namespace {

using Eigen::Index;

struct Fitted {
  Design design;
  LogisticPatients patients;
  Penalty penalty;
  LogisticFit fit;
};

Fitted fitTerms(const LogisticData& data, Penalty penalty, const std::vector<double>& count = {}) {
  Design design = designMatrix(data.terms, static_cast<Index>(data.outcome.size()));
  LogisticPatients patients = logisticPatients(design.x, data.outcome, count);
  LogisticFit fit = fitLogistic(patients, penalty);
  return {std::move(design), std::move(patients), penalty, std::move(fit)};
}

// The full maximum in the columns whose intercept is that of the data.
Maximum aboutOrigin(const Likelihood& likelihood, const LogisticFit& fit) {
  Maximum maximum = fit.maximum;
  maximum.coef(0) = fit.coef(0);
  maximum.atMaximum = likelihood(maximum.coef);
  return maximum;
}

std::optional<double> ratioOf(double logRatio) {
  const double ratio = std::exp(logRatio);
  return std::isfinite(ratio) ? std::optional(ratio) : std::nullopt;
}

// The numbers of one coefficient: `column` in x, where it is `scale` times that of the data.
class Coefficients {
 public:
  Coefficients(const Fitted& fitted, double level)
      : fitted_(fitted),
        critical_(normalCritical(level)),
        likelihood_(logisticLikelihood(fitted.patients, fitted.penalty)),
        uncentred_(withoutCentring(fitted.patients)),
        uncentredLikelihood_(logisticLikelihood(uncentred_, fitted.penalty)) {}
  // The likelihoods refer to the patients beside them.
  Coefficients(const Coefficients&) = delete;
  Coefficients& operator=(const Coefficients&) = delete;

  void describe(Index column, LogisticRow& row) const {
    const LogisticFit& fit = fitted_.fit;
    row.aliased = fit.aliased[static_cast<std::size_t>(column)];
    row.diverging = fit.diverging[static_cast<std::size_t>(column)];
    if (row.aliased || row.diverging) return;
    const double coef = fit.coef(column);
    const double se = std::sqrt(fit.covariance(column, column));
    row.coef = coef;
    row.se = se;
    row.z = coef / se;
    row.p = normalTwoSidedP(coef / se);
    row.extreme = std::abs(coef) > kLargestLogRatio;
    if (!row.extreme) {
      row.oddsRatio = ratioOf(coef);
      row.lower = ratioOf(coef - critical_ * se);
      row.upper = ratioOf(coef + critical_ * se);
    }
    if (column == 0) {
      addProfile(uncentredLikelihood_, aboutOrigin(uncentredLikelihood_, fit), column, se, row);
    } else {
      addProfile(likelihood_, fit.maximum, column, se, row);
    }
  }

 private:
  void addProfile(const Likelihood& likelihood, const Maximum& full, Index column, double se,
                  LogisticRow& row) const {
    const Maximum atZero = maximiseHolding(likelihood, full, column, 0);
    if (atZero.converged) {
      const double fall = 2 * (full.atMaximum.logLik - atZero.atMaximum.logLik);
      row.profileP = chiSquareP(std::max(0.0, fall), 1);
    }
    if (row.extreme) return;
    const double scale = fitted_.patients.scale(column);
    const auto limit = [&](double distance) -> std::optional<double> {
      const auto found = profileLimit(likelihood, full, column, critical_, distance * scale);
      if (!found) return {};
      return ratioOf(*found / scale);
    };
    row.profileLower = limit(-critical_ * se);
    row.profileUpper = limit(critical_ * se);
  }

  const Fitted& fitted_;
  double critical_;
  Likelihood likelihood_;
  LogisticPatients uncentred_;
  Likelihood uncentredLikelihood_;
};

std::vector<LogisticRow> rowsOf(const Fitted& fitted, const Coefficients& coefficients) {
  std::vector<LogisticRow> rows;
  for (const DesignRow& designRow : fitted.design.rows) {
    LogisticRow row;
    row.name = designRow.term;
    row.level = designRow.level;
    row.reference = designRow.column < 0;
    if (row.reference) {
      row.oddsRatio = 1;
    } else {
      coefficients.describe(designRow.column + 1, row);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::optional<ChiSquareTest> testTerm(const Fitted& fitted, const std::vector<Term>& terms,
                                      std::size_t term) {
  std::vector<bool> without{false};  // the intercept stays
  const auto columns = columnsWith(fitted.design, terms, term);
  without.insert(without.end(), columns.begin(), columns.end());
  return testWithout(fitted.patients, fitted.penalty, fitted.fit, without);
}

std::vector<TermLikelihoodRatio> termTests(const Fitted& fitted, const std::vector<Term>& terms) {
  std::vector<TermLikelihoodRatio> tests;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (const auto test = testTerm(fitted, terms, i)) tests.push_back({nameOf(terms[i]), *test});
  }
  return tests;
}

std::vector<std::vector<std::optional<double>>> covarianceOf(const LogisticFit& fit) {
  const auto size = fit.diverging.size();
  std::vector<std::vector<std::optional<double>>> covariance(size);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) {
      std::optional<double> entry;
      if (!fit.diverging[i] && !fit.diverging[j])
        entry = fit.covariance(static_cast<Index>(i), static_cast<Index>(j));
      covariance[i].push_back(entry);
    }
  }
  return covariance;
}

std::optional<Concordance> cStatistic(const Fitted& fitted) {
  const auto& outcome = fitted.patients.outcome;
  const Vector linear = product(fitted.patients.x, fitted.fit.maximum.coef);
  // Equal risks that different covariates lead to differ by rounding.
  const auto score = mergeTies({linear.data(), outcome.size()});
  // As if those with the outcome had it at time 1, and the others were watched until 2.
  std::vector<double> time;
  for (const std::uint8_t has : outcome)
    time.push_back(has ? 1 : 2);
  const std::vector<int> oneStratum(outcome.size(), 0);
  return concordance({score, time, outcome, oneStratum});
}

std::vector<OneOutcomeLevel> oneOutcomeLevels(const LogisticData& data) {
  std::vector<OneOutcomeLevel> found;
  for (const Term& term : data.terms) {
    const auto* factor = std::get_if<FactorTerm>(&term);
    if (!factor) continue;
    std::vector<OneOutcomeLevel> levels;
    for (const auto& level : factor->levels)
      levels.push_back({factor->name, level, 0, 0});
    for (std::size_t i = 0; i < factor->codes.size(); ++i) {
      OneOutcomeLevel& own = levels[static_cast<std::size_t>(factor->codes[i])];
      ++own.n;
      own.events += data.outcome[i];
    }
    std::copy_if(levels.begin(), levels.end(), std::back_inserter(found),
                 [](const OneOutcomeLevel& own) { return own.events == 0 || own.events == own.n; });
  }
  return found;
}

}  // namespace

LogisticModel logisticModel(const LogisticData& data, Penalty penalty, double level) {
  const Fitted fitted = fitTerms(data, penalty);
  const LogisticFit& fit = fitted.fit;
  LogisticModel model;
  model.n = static_cast<int>(data.outcome.size());
  model.events = fitted.patients.events;
  model.penalty = penalty;
  model.converged = fit.converged && !(penalty == Penalty::firth && fit.maximum.anyDiverging());
  model.iterations = fit.iterations;
  if (!model.converged) return model;

  const Coefficients coefficients(fitted, level);
  model.intercept.name = "(Intercept)";
  coefficients.describe(0, model.intercept);
  model.terms = rowsOf(fitted, coefficients);
  model.covariance = covarianceOf(fit);
  model.logLikNull = fit.logLikNull;
  model.logLik = fit.logLik;
  model.tests = {fit.likelihoodRatio, fit.wald, fit.score};
  model.termTests = termTests(fitted, data.terms);
  model.cStatistic = cStatistic(fitted);
  model.oneOutcomeLevels = oneOutcomeLevels(data);
  if (penalty == Penalty::firth) {
    model.unpenalisedLogLik = fit.unpenalised;
  } else {
    model.aic = -2 * fit.logLik + 2 * fit.coefficients();
    model.bic = -2 * fit.logLik + std::log(model.n) * fit.coefficients();
  }
  return model;
}

std::optional<ChiSquareTest> testLastTerm(const LogisticData& data,
                                          const std::vector<double>& count, Penalty penalty) {
  return testTerm(fitTerms(data, penalty, count), data.terms, data.terms.size() - 1);
}

}  // namespace riskset
