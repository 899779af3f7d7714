// What a Cox model reports: coefficients as a table shows them, with reference rows, and the tests.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/regression/concordance.h"
#include "core/regression/cox.h"
#include "core/regression/cox_prediction.h"
#include "core/regression/design.h"
#include "core/regression/model.h"
#include "core/regression/proportional_hazards.h"

namespace riskset {

// A reference level has hr 1 and nothing else. Of an aliased term all numbers are empty; of one
// whose likelihood is monotone (`diverging`) too, since none of them exists. `extreme`: the ratio
// per unit of the column is beyond 1e13 and left empty; the coefficient stands. `se` is the
// model's; with robust variance z, p and limits rest on `robustSe`. Firth's penalty gives profile
// limits of the ratio, one that is empty is not bounded, and the p of the penalised
// likelihood-ratio test.
struct CoxRow {
  std::string name, level;
  bool reference = false;
  std::optional<double> coef, se, robustSe, z, p, hr, lower, upper;
  std::optional<double> profileLower, profileUpper, profileP;
  bool aliased = false, diverging = false, extreme = false;
};
BOOST_DESCRIBE_STRUCT(CoxRow, (),
                      (name, level, reference, coef, se, robustSe, z, p, hr, lower, upper,
                       profileLower, profileUpper, profileP, aliased, diverging, extreme))

struct CoxTests {
  std::optional<ChiSquareTest> likelihoodRatio, wald, score, robustScore;
};
BOOST_DESCRIBE_STRUCT(CoxTests, (), (likelihoodRatio, wald, score, robustScore))

// Residuals of the rows (see cox_residuals.h), those asked for; rows are 1-based data rows, in
// ascending order. Columns of a matrix are the coefficients in the order of `terms`. `dfbetas` is
// dfbeta in the model's own standard errors, `hrWithout` the hazard ratio without the row to first
// order, exp(beta - dfbeta); both are empty of a coefficient that does not exist.
struct CoxResidualLists {
  std::vector<int> rows;
  std::vector<double> linearPredictor, martingale, deviance;  // of the rows
  std::vector<std::vector<double>> score, dfbeta;
  std::vector<std::vector<std::optional<double>>> dfbetas, hrWithout;
  std::vector<int> eventRows;
  std::vector<double> eventTime;
  std::vector<std::vector<double>> schoenfeld, scaledSchoenfeld;  // of the events
};
BOOST_DESCRIBE_STRUCT(CoxResidualLists, (),
                      (rows, linearPredictor, martingale, deviance, score, dfbeta, dfbetas,
                       hrWithout, eventRows, eventTime, schoenfeld, scaledSchoenfeld))

// With Firth's penalty `logLik`, `logLikNull` and the likelihood-ratio tests are penalised.
struct CoxModel {
  int n = 0;
  int events = 0;
  std::vector<CoxRow> terms;
  // Of the coefficients, in the order of `terms`; 0 for an aliased one, empty for a diverging one.
  std::vector<std::vector<std::optional<double>>> covariance;
  double logLikNull = 0, logLik = 0;
  std::optional<double> unpenalisedLogLik;
  CoxTests tests;
  std::vector<TermLikelihoodRatio> termTests;
  std::optional<Concordance> concordance;
  std::optional<double> aic, bic;  // bic with the number of events as n; none with a penalty
  bool converged = false;
  int iterations = 0;
  std::optional<ProportionalHazards> proportionalHazards;
  // When asked for:
  std::vector<BaselineHazard> baseline;
  std::vector<PredictedSurvival> predicted;  // for each row of covariates, in each stratum
  std::optional<CoxResidualLists> residuals;
};
BOOST_DESCRIBE_STRUCT(CoxModel, (),
                      (n, events, terms, covariance, logLikNull, logLik, unpenalisedLogLik, tests,
                       termTests, concordance, aic, bic, converged, iterations, proportionalHazards,
                       baseline, predicted, residuals))

BOOST_DEFINE_ENUM_CLASS(CoxVariance, model, robust)

// What a model has beside its coefficients; each takes as long as these, or longer: of ten terms
// the tests fit ten models more.
BOOST_DEFINE_ENUM_CLASS(CoxPart, termTests, concordance, proportionalHazards)

struct CoxSettings {
  CoxTies ties = CoxTies::efron;
  TimeTransform transform = TimeTransform::km;
  double level = 0.95;
  bool hazardRatioOverTime = false;
  CoxVariance variance = CoxVariance::model;
  Penalty penalty = Penalty::none;
  bool baseline = false, residuals = false;
  std::vector<Vector> at{};           // rows of the design matrix to predict at
  std::vector<double> times{};        // of the predictions
  std::vector<std::string> strata{};  // labels by code
  std::vector<CoxPart> leaveOut{};
};

// Expects at least one event. `converged` false: no number of the model may be shown.
CoxModel coxModel(const CoxData& data, const CoxSettings& settings);

// What a table needs of one model among many.
struct CoxEffects {
  std::vector<CoxRow> terms;
  std::vector<TermLikelihoodRatio> termTests;
  bool converged = false;
  double logLik = 0;
};

// Expects at least one event. Not converged: no rows.
CoxEffects coxEffects(const CoxData& data, const CoxSettings& settings);

// The rows of a coefficient table alone, for one model among many.
std::vector<CoxRow> coxRows(const Design& design, const CoxFit& fit, double level);

// How many rows are neither reference nor aliased.
int coefficientsOf(const std::vector<CoxRow>& rows);

// What an exact likelihood of ties would cost, in operations; 0 for the others.
double exactTiesCost(const CoxData& data, CoxTies ties);

// Likelihood-ratio test of the last term of `data` against the model without it.
std::optional<ChiSquareTest> testLastTerm(const CoxData& data, CoxTies ties);

}  // namespace riskset
