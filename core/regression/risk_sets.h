// The sums over risk sets that the partial likelihood, its derivatives and the proportional-hazards
// test are made of.
//
// d events at one time are d terms of the likelihood, each of the events' mean case weight. With
// weights w = (case weight) exp(x' beta), the k-th of them, k = 0..d-1, counts the tied events with
// 1 - s of their weight: s = k / d by Efron's approximation, 0 by Breslow's. Over its risk set it
// has
//   S0 = W - s T,  mean m = (a - s b) / S0,  covariance V = sum w x x' / S0 - m m'
// where W and a are the sums of w and w x over the risk set, T and b those over the tied events.
//
// Nothing is kept for a term: the sums of 1 / S0, s / S0 and of their squares and product over the
// terms of a time give every sum of m, and with a and b every sum of m m'. The sums of m and V are
// gathered by patient: X' c and X' diag(c) X - sum f m m', where c_i is the patient's w times the
// sum of f / S0 over the terms that hold the patient, and f a function of time. In all n p^2
// operations, of some hundred patients after the others, while these are in the nearest cache.
//
// Weights are relative to the largest of the risk set so far, so that none overflows and S0 stays
// of the order of 1 or larger; `shrink` takes earlier sums to the larger unit. With late entry they
// are relative to the largest of the stratum, and sums that patients join and leave again carry
// their rounding errors along, so that what is left of a large sum is as exact as a small one.
#pragma once

#include <vector>

#include "core/regression/cox.h"

namespace riskset {

// Of one event time, in the order of CoxPatients::eventTimes.
struct RiskSetSums {
  double shrink;     // 0 where a stratum starts: nothing is carried over
  double shift = 0;  // the logarithm of the unit
  // Sums over the terms, each times the mean case weight of the events.
  double inverse = 0, tiedInverse = 0;           // of 1 / S0 and s / S0
  double square = 0, cross = 0, tiedSquare = 0;  // of 1 / S0^2, s / S0^2 and s^2 / S0^2
};

struct RiskSets {
  double logWeight = 0;  // the sum of log S0 over the terms, weighted as they are
  Vector weight;         // of each patient, in the unit of the event time where it enters
  std::vector<RiskSetSums> times;
};

RiskSets riskSets(const CoxPatients& patients, const Vector& linear, CoxTies ties);

// a and b: event times x coefficients; b is 0 where no term counts tied events with less than all
// of their weight.
struct CovariateSums {
  Matrix sum, tiedSum;
};

CovariateSums covariateSums(const CoxPatients& patients, const RiskSets& sets);

// What each patient gathers while at risk: the sum of `perTime` over the event times between entry
// and end of follow-up, for an event less `tied` at its own time; in the unit of the event time at
// which the patient joins the risk sets. With `inverse` and `tiedInverse` it is the cumulative
// hazard.
Vector gathered(const CoxPatients& patients, const RiskSets& sets, const Vector& perTime,
                const Vector& tied);

// The sum of m over the terms of each event time: event times x coefficients.
Matrix summedMeans(const RiskSets& sets, const CovariateSums& sums);

// The sums of m and V over all terms.
struct RiskSetMoments {
  Vector mean;
  Matrix covariance;
};

RiskSetMoments summedMoments(const CoxPatients& patients, const RiskSets& sets);

// The sum of f V over the terms for each f; `factors` hold it for each event time.
std::vector<Matrix> summedCovariances(const CoxPatients& patients, const RiskSets& sets,
                                      const std::vector<Vector>& factors);

}  // namespace riskset
