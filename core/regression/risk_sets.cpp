#include "core/regression/risk_sets.h"

#include <algorithm>
#include <cmath>

#include "core/linear/products.h"

// The loops over patients use plain pointers: an Eigen expression may be compiled for size in
// another file and is then that function here too.
namespace riskset {
namespace {

using Eigen::Index;

// The logarithm of a product of many factors with few calls of log.
class LogProduct {
 public:
  void multiply(double factor) {
    product_ *= factor;
    if (product_ > 1e200 || product_ < 1e-200) {
      sum_ += std::log(product_);
      product_ = 1;
    }
  }
  double value() const { return sum_ + std::log(product_); }

 private:
  double sum_ = 0, product_ = 1;
};

// Weights and the sums of a time's terms; the sums of covariates come column by column.
void addWeights(const CoxPatients& patients, const Vector& linear, CoxTies ties, RiskSets& sets) {
  const double* own = linear.data();
  const std::uint8_t* event = patients.event.data();
  double* weight = sets.weight.data();
  LogProduct risk;
  double shift = 0, total = 0;
  for (const CoxEventTime& time : patients.eventTimes) {
    const double largest = *std::max_element(own + time.firstRow, own + time.endRow);
    RiskSetSums sums{1};
    if (time.startsStratum) {
      sums.shrink = 0;
      shift = largest;
    } else if (largest > shift) {
      sums.shrink = std::exp(shift - largest);
      shift = largest;
    }
    total *= sums.shrink;
    double tied = 0;
    for (Index row = time.firstRow; row < time.endRow; ++row) {
      weight[row] = std::exp(own[row] - shift);
      total += weight[row];
      if (row >= time.tiedRow && event[row]) tied += weight[row];
    }
    for (int k = 0; k < time.events; ++k) {
      const double share = ties == CoxTies::efron ? static_cast<double>(k) / time.events : 0;
      const double rest = total - share * tied;
      const double inverse = 1 / rest;
      risk.multiply(rest);
      sums.inverse += inverse;
      sums.tiedInverse += share * inverse;
      sums.square += inverse * inverse;
      sums.cross += share * inverse * inverse;
      sums.tiedSquare += share * share * inverse * inverse;
    }
    sets.logWeight += shift * time.events;
    sets.times.push_back(sums);
  }
  sets.logWeight += risk.value();
}

void addColumnSums(const CoxPatients& patients, Index column, RiskSets& sets) {
  const double* x = patients.x.data() + column * patients.x.rows();
  const double* weight = sets.weight.data();
  const std::uint8_t* event = patients.event.data();
  const Index times = sets.sum.rows();
  double* sum = sets.sum.data() + column * times;
  double* tiedSum = sets.tiedSum.data() + column * times;
  double running = 0;
  for (Index at = 0; at < times; ++at) {
    const CoxEventTime& time = patients.eventTimes[static_cast<std::size_t>(at)];
    running *= sets.times[static_cast<std::size_t>(at)].shrink;
    for (Index row = time.firstRow; row < time.tiedRow; ++row)
      running += weight[row] * x[row];
    double tied = 0;
    for (Index row = time.tiedRow; row < time.endRow; ++row) {
      const double own = weight[row] * x[row];
      running += own;
      if (event[row]) tied += own;
    }
    sum[at] = running;
    tiedSum[at] = tied;
  }
}

// c of each patient. From the shortest follow-up of a stratum to the longest: an event time counts
// for all that are watched at least as long.
Vector gatheredWeights(const CoxPatients& patients, const RiskSets& sets, const Vector& factor) {
  Vector gathered = Vector::Zero(patients.x.rows());
  double* own = gathered.data();
  const double* weight = sets.weight.data();
  double inverse = 0;
  for (std::size_t at = sets.times.size(); at-- > 0;) {
    const CoxEventTime& time = patients.eventTimes[at];
    const RiskSetSums& sums = sets.times[at];
    const double f = factor.data()[at];
    inverse += f * sums.inverse;
    const double ofEvents = inverse - f * sums.tiedInverse;
    for (Index row = time.firstRow; row < time.endRow; ++row) {
      const bool event = row >= time.tiedRow && patients.event[static_cast<std::size_t>(row)];
      own[row] = weight[row] * (event ? ofEvents : inverse);
    }
    inverse *= sums.shrink;
  }
  return gathered;
}

}  // namespace

RiskSets riskSets(const CoxPatients& patients, const Vector& linear, CoxTies ties) {
  const auto times = static_cast<Index>(patients.eventTimes.size());
  RiskSets sets;
  sets.weight = Vector::Zero(linear.size());
  sets.times.reserve(patients.eventTimes.size());
  sets.sum.resize(times, patients.x.cols());
  sets.tiedSum.resize(times, patients.x.cols());
  addWeights(patients, linear, ties, sets);
  for (Index column = 0; column < patients.x.cols(); ++column)
    addColumnSums(patients, column, sets);
  return sets;
}

Matrix summedMeans(const RiskSets& sets) {
  Matrix means(sets.sum.rows(), sets.sum.cols());
  for (Index column = 0; column < means.cols(); ++column) {
    for (Index at = 0; at < means.rows(); ++at) {
      const RiskSetSums& sums = sets.times[static_cast<std::size_t>(at)];
      means(at, column) =
          sums.inverse * sets.sum(at, column) - sums.tiedInverse * sets.tiedSum(at, column);
    }
  }
  return means;
}

Matrix summedCovariance(const CoxPatients& patients, const RiskSets& sets, const Vector& factor) {
  const Index width = patients.x.cols();
  Matrix total = Matrix::Zero(width, width);
  // -sum f m m', with m as a combination of a and b: left and right factors for either.
  Matrix ofSum(sets.sum.rows(), width), ofTied(sets.sum.rows(), width);
  bool anyTied = false;
  for (Index column = 0; column < width; ++column) {
    for (Index at = 0; at < ofSum.rows(); ++at) {
      const RiskSetSums& sums = sets.times[static_cast<std::size_t>(at)];
      const double a = sets.sum(at, column);
      const double b = sets.tiedSum(at, column);
      ofSum(at, column) = -factor(at) * (sums.square * a - sums.cross * b);
      ofTied(at, column) = factor(at) * (sums.cross * a - sums.tiedSquare * b);
      anyTied = anyTied || sums.cross > 0;
    }
  }
  addProducts(total, ofSum, sets.sum);
  if (anyTied) addProducts(total, ofTied, sets.tiedSum);
  addWeightedProducts(total, patients.x, gatheredWeights(patients, sets, factor));
  copyLowerToUpper(total);
  return total;
}

}  // namespace riskset
