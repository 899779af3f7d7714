// The baseline hazard of a Cox model, and the survival that it predicts at given covariates.
//
// Baseline: the sum of the hazard increments of the event times (risk_sets.h) at covariates of 0
// and reference levels, in each stratum of its own: Breslow's estimator, with Efron's ties that of
// Efron, as R's basehaz(centered = FALSE).
//
// Survival at covariates x: exp(-H(t)), H(t) = exp(x' beta) H0(t), with
//   var H(t) = exp(2 x' beta) [ sum dH0 / S0 + q' V q ],   q = sum of (m - x) dH0 up to t,
// V the covariance of the coefficients: what is unknown of the baseline, and of the coefficients.
// Limits are on the scale of log S and end at 1.
//
// Sources: Breslow N (1972). J. R. Stat. Soc. B 34:216-217. doi:10.1111/j.2517-6161.1972.tb00900.x
// Tsiatis AA (1981). Annals of Statistics 9:93-108. doi:10.1214/aos/1176345335
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/regression/cox.h"

namespace riskset {

// Of one stratum, at each of its times, of censored patients too. `stratum` is empty without
// strata.
struct BaselineHazard {
  std::string stratum;
  std::vector<double> time, cumulativeHazard;
};
BOOST_DESCRIBE_STRUCT(BaselineHazard, (), (stratum, time, cumulativeHazard))

// Of one row of covariates in one stratum. `linearPredictor` is x' beta less its value at the mean
// of the numbers, with indicators at 0 (R's predict.coxph, reference "sample"), `risk` its
// exponential. Survival stands at the times that were asked for, or at every event time.
struct PredictedSurvival {
  std::string stratum;
  double linearPredictor = 0, linearPredictorStdError = 0;
  std::optional<double> risk;  // empty beyond 1e13
  std::vector<double> time, survival, stdError, lower, upper;
};
BOOST_DESCRIBE_STRUCT(PredictedSurvival, (),
                      (stratum, linearPredictor, linearPredictorStdError, risk, time, survival,
                       stdError, lower, upper))

// `labels` by code of the strata; empty without.
std::vector<BaselineHazard> baselineHazards(const CoxPatients& patients, const CoxFit& fit,
                                            CoxTies ties, const Matrix& x,
                                            const std::vector<std::string>& labels);

// Of design columns, the mean of those that are not all of -1, 0 and 1; 0 of these.
Vector centres(const Matrix& x, const std::vector<double>& weight);

struct PredictionRequest {
  Vector covariates;          // a row of the design matrix
  std::vector<double> times;  // ascending; empty: all event times
  double level;
};

std::vector<PredictedSurvival> predictSurvival(const CoxPatients& patients, const CoxFit& fit,
                                               CoxTies ties, const Matrix& x,
                                               const std::vector<std::string>& labels,
                                               const PredictionRequest& request);

}  // namespace riskset
