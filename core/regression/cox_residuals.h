// Residuals of a Cox model, and the robust variance that they give.
//
// With the hazard increments of each event time t (as the ties of the model have them; risk_sets.h)
// and their means m over the risk set, row i, with delta_i = 1 for an event, has
//   martingale   M_i = delta_i - exp(x_i' beta) dLambda summed while at risk: events less expected
//   deviance     sign(M) sqrt(-2 [M + delta log(delta - M)]): the same, made symmetric
//   score        integral of (x_i - m) dM_i: what the row adds to the score, which sums to 0
//   dfbeta       score residual times the covariance: the coefficients less those without the row,
//                to first order
//   Schoenfeld   of an event: x_i less the mean of m over its tied terms
//   scaled Schoenfeld   Schoenfeld times the covariance times the number of events, plus beta
// Tied events share the terms of their time equally (Efron), as in R's residuals.coxph. Residuals
// are those of one row: case weights enter the fit, and dfbeta alone is weighted, so that with
// D the weighted dfbeta summed within clusters D' D is the robust variance [1].
//
// [1] Lin DY, Wei LJ (1989). JASA 84:1074-1078. doi:10.1080/01621459.1989.10478874
// Therneau TM, Grambsch PM, Fleming TR (1990). Biometrika 77:147-160. doi:10.1093/biomet/77.1.147
// Grambsch PM, Therneau TM (1994). Biometrika 81:515-526. doi:10.1093/biomet/81.3.515
#pragma once

#include <vector>

#include "core/regression/cox.h"

namespace riskset {

// In the order of the data's rows, coefficients on the scale of the data. Those of an event stand
// by time, those of one time in the order of the rows; strata follow each other.
struct CoxResiduals {
  std::vector<double> martingale, deviance;
  Matrix score, dfbeta;                 // rows x coefficients
  Matrix schoenfeld, scaledSchoenfeld;  // events x coefficients
  std::vector<double> eventTime;
  std::vector<std::size_t> eventRow;
};

// Of a converged fit by Efron or Breslow.
CoxResiduals coxResiduals(const CoxPatients& patients, const CoxFit& fit, CoxTies ties);

// Martingale residuals alone, at any linear predictor of the patients, in the order of the data.
std::vector<double> martingaleResiduals(const CoxPatients& patients, const Vector& linear,
                                        CoxTies ties);

// The covariance of the coefficients when rows of a cluster belong together and the model's own
// variance is not trusted. `cluster` as in CoxData; a single cluster has none: empty.
std::optional<Matrix> robustCovariance(const CoxPatients& patients, const CoxFit& fit, CoxTies ties,
                                       const std::vector<int>& cluster);

// The score test at 0 with the robust variance of the score.
std::optional<ChiSquareTest> robustScoreTest(const CoxPatients& patients, const CoxFit& fit,
                                             CoxTies ties, const std::vector<int>& cluster);

}  // namespace riskset
