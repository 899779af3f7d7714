#include "core/regression/risk_sets.h"

#include <cmath>

namespace riskset {
namespace {

using Eigen::Index;

bool isEvent(const CoxPatients& patients, Index row) {
  return patients.event[static_cast<std::size_t>(row)] != 0;
}

// c of each patient. From the shortest follow-up of a stratum to the longest: each event time
// counts for all that are watched at least as long.
Vector gatheredWeights(const CoxPatients& patients, const Vector& linear, const RiskSets& sets,
                       const Vector& factor) {
  Vector weights = Vector::Zero(linear.size());
  auto time = sets.times.rbegin();
  double inverse = 0, tiedInverse = 0, shift = 0;
  for (Index row = linear.size() - 1; row >= 0; --row) {
    if (row + 1 == linear.size() || patients.startsStratum(row + 1)) inverse = 0;
    if (time != sets.times.rend() && row == time->endRow - 1) {
      const double f = factor(time->firstRow);
      // A longer follow-up has the smaller risk set, whose shift is no larger: nothing overflows.
      if (inverse != 0) inverse *= std::exp(time->shift - shift);
      inverse += f * time->inverse;
      tiedInverse = f * time->tiedInverse;
      shift = time->shift;
      ++time;
    }
    const double own = isEvent(patients, row) ? inverse - tiedInverse : inverse;
    if (own != 0) weights(row) = std::exp(linear(row) - shift) * own;
  }
  return weights;
}

}  // namespace

RiskSets riskSets(const CoxPatients& patients, const Vector& linear, CoxTies ties) {
  const Matrix& x = patients.x;
  RiskSets sets;
  sets.means.resize(patients.events, x.cols());
  double shift = 0, weight = 0;
  Vector sum(x.cols()), tiedSum(x.cols()), own(x.cols());
  Index term = 0;
  for (Index row = 0; row < x.rows();) {
    if (patients.startsStratum(row)) {
      shift = linear(row);
      weight = 0;
      sum.setZero();
    }
    RiskSetTime now{row, patients.tiesEnd(row), term, term, shift, 0, 0};
    const double largest = linear.segment(row, now.endRow - row).maxCoeff();
    if (largest > shift) {
      const double shrink = std::exp(shift - largest);
      weight *= shrink;
      sum *= shrink;
      shift = largest;
    }
    now.shift = shift;
    double tiedWeight = 0;
    int events = 0;
    tiedSum.setZero();
    for (; row < now.endRow; ++row) {
      const double ownWeight = std::exp(linear(row) - shift);
      own = ownWeight * x.row(row).transpose();
      weight += ownWeight;
      sum += own;
      if (!isEvent(patients, row)) continue;
      ++events;
      tiedWeight += ownWeight;
      tiedSum += own;
    }
    for (int k = 0; k < events; ++k) {
      const double share = ties == CoxTies::efron ? static_cast<double>(k) / events : 0;
      const double rest = weight - share * tiedWeight;
      sets.logWeight += std::log(rest) + shift;
      sets.means.row(term++) = (sum - share * tiedSum).transpose() / rest;
      now.inverse += 1 / rest;
      now.tiedInverse += share / rest;
    }
    now.endTerm = term;
    if (events > 0) sets.times.push_back(now);
  }
  return sets;
}

Matrix summedCovariance(const CoxPatients& patients, const Vector& linear, const RiskSets& sets,
                        const Vector& factor) {
  const Matrix& x = patients.x;
  const Vector weights = gatheredWeights(patients, linear, sets, factor);
  Vector factorOfTerm(sets.means.rows());
  for (const RiskSetTime& time : sets.times)
    factorOfTerm.segment(time.firstTerm, time.endTerm - time.firstTerm).fill(factor(time.firstRow));

  Matrix total(x.cols(), x.cols());
  for (Index j = 0; j < x.cols(); ++j) {
    const Vector weighted = x.col(j).cwiseProduct(weights);
    const Vector mean = sets.means.col(j).cwiseProduct(factorOfTerm);
    for (Index k = 0; k <= j; ++k)
      total(j, k) = total(k, j) = weighted.dot(x.col(k)) - mean.dot(sets.means.col(k));
  }
  return total;
}

}  // namespace riskset
