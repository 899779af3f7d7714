// The sums over risk sets that the partial likelihood, its derivatives and the proportional-hazards
// test are made of, visited event time by event time.
#pragma once

#include "core/regression/cox.h"

namespace riskset {

// One of the d terms that d tied events contribute: the mean and covariance of x over the risk set
// with weights exp(x' beta), and the log of the summed weight.
struct RiskSetMoments {
  double logWeight;
  Vector mean;
  Matrix covariance;
};

// What happens at one event time: the events' rows are visited first, then the d terms.
struct EventTime {
  Eigen::Index firstRow, endRow;  // the patients whose follow-up ends here, events among them
};

// Calls onTerm(EventTime, RiskSetMoments) d times for each event time with d events. Weights are
// exp(linear - shift) with the risk set's largest linear predictor as shift: none overflows, and
// their sum is at least 1.
template <class OnTerm>
void visitRiskSets(const CoxPatients& patients, const Vector& linear, CoxTies ties,
                   OnTerm&& onTerm) {
  using Eigen::Index;
  const Index size = patients.x.rows();
  const Index width = patients.x.cols();
  double shift = 0;   // the largest linear predictor in the risk set
  double weight = 0;  // over the risk set
  Vector sum(width), tiedSum(width), x(width);
  // Only the lower triangles are kept up to date.
  Matrix squares(width, width), tiedSquares(width, width);
  RiskSetMoments moments;
  for (Index row = 0; row < size;) {
    if (patients.startsStratum(row)) {
      shift = linear(row);
      weight = 0;
      sum.setZero();
      squares.setZero();
    }
    double tiedWeight = 0;  // over the events of this time
    tiedSum.setZero();
    tiedSquares.setZero();
    int events = 0;
    const EventTime now{row, patients.tiesEnd(row)};
    const double largest = linear.segment(row, now.endRow - row).maxCoeff();
    if (largest > shift) {
      const double shrink = std::exp(shift - largest);
      weight *= shrink;
      sum *= shrink;
      squares *= shrink;
      shift = largest;
    }
    for (; row < now.endRow; ++row) {
      x = patients.x.row(row);
      const double own = std::exp(linear(row) - shift);
      weight += own;
      sum += own * x;
      squares.template selfadjointView<Eigen::Lower>().rankUpdate(x, own);
      if (!patients.event[static_cast<std::size_t>(row)]) continue;
      ++events;
      if (ties == CoxTies::breslow) continue;
      tiedWeight += own;
      tiedSum += own * x;
      tiedSquares.template selfadjointView<Eigen::Lower>().rankUpdate(x, own);
    }
    for (int k = 0; k < events; ++k) {
      const double share = static_cast<double>(k) / events;
      const double rest = weight - share * tiedWeight;
      moments.logWeight = std::log(rest) + shift;
      moments.mean = (sum - share * tiedSum) / rest;
      moments.covariance = (squares - share * tiedSquares) / rest;
      moments.covariance.template selfadjointView<Eigen::Lower>().rankUpdate(moments.mean, -1);
      moments.covariance.template triangularView<Eigen::StrictlyUpper>() =
          moments.covariance.transpose();
      onTerm(now, moments);
    }
  }
}

}  // namespace riskset
