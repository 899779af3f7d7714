// The sums over risk sets that the partial likelihood, its derivatives and the proportional-hazards
// test are made of.
//
// d events at one time are d terms of the likelihood. With weights w = exp(x' beta), a term has
// over its risk set S0 = sum w, the mean m = sum w x / S0 and the covariance V = sum w x x' / S0 -
// m m'. By Efron's approximation the k-th of them counts the tied events with 1 - k / d of their
// weight, by Breslow's in full.
//
// Sums of f V over the terms, with f a function of time, are gathered by patient: X' diag(c) X -
// sum f m m', where c_i is the patient's w times the sum of f / S0 over the terms that hold the
// patient. No term then costs a matrix: n p^2 operations in all.
#pragma once

#include <vector>

#include "core/regression/cox.h"

namespace riskset {

// One event time of one stratum.
struct RiskSetTime {
  Eigen::Index firstRow, endRow;  // the patients whose follow-up ends here, events among them
  Eigen::Index firstTerm, endTerm;
  // Weights are exp(linear - shift) with the risk set's largest linear predictor as shift: none
  // overflows, and their sum is at least 1.
  double shift;
  double inverse;      // the sum of 1 / S0 over the terms
  double tiedInverse;  // the sum of k / d / S0: what the events here do not count of it
};

struct RiskSets {
  double logWeight = 0;            // the sum of log S0 over the terms
  Matrix means;                    // m, a row for each term
  std::vector<RiskSetTime> times;  // within a stratum from the longest follow-up to the shortest
};

RiskSets riskSets(const CoxPatients& patients, const Vector& linear, CoxTies ties);

// The sum of f V over the terms; `factor` holds f for each row, the same at equal times.
Matrix summedCovariance(const CoxPatients& patients, const Vector& linear, const RiskSets& sets,
                        const Vector& factor);

}  // namespace riskset
