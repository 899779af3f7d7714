#include "core/regression/risk_sets.h"

#include <algorithm>
#include <array>
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

// A sum of which nothing is taken away again.
class GrowingSum {
 public:
  void add(double value) { sum_ += value; }
  void scale(double factor) { sum_ *= factor; }
  double value() const { return sum_; }

 private:
  double sum_ = 0;
};

// A sum with what was rounded off it (Knuth's exact addition of two numbers).
class ExactSum {
 public:
  void add(double value) {
    const double sum = sum_ + value;
    const double taken = sum - sum_;
    rest_ += (sum_ - (sum - taken)) + (value - taken);
    sum_ = sum;
  }
  void scale(double factor) {
    sum_ *= factor;
    rest_ *= factor;
  }
  double value() const { return sum_ + rest_; }

 private:
  double sum_ = 0, rest_ = 0;
};

double largestOfStratum(const CoxPatients& patients, const double* linear, Index first) {
  Index end = first + 1;
  while (end < patients.x.rows() && !patients.startsStratum(end))
    ++end;
  return *std::max_element(linear + first, linear + end);
}

// Weights and the sums of a time's terms; the sums of covariates come column by column.
template <class Sum>
void addWeights(const CoxPatients& patients, const Vector& linear, CoxTies ties, RiskSets& sets) {
  const double* own = linear.data();
  const std::uint8_t* event = patients.event.data();
  const double* caseWeight = patients.weight.empty() ? nullptr : patients.weight.data();
  const std::uint8_t* between = patients.between.empty() ? nullptr : patients.between.data();
  double* weight = sets.weight.data();
  LogProduct risk;
  double shift = 0;
  Sum total;
  for (const CoxEventTime& time : patients.eventTimes) {
    RiskSetSums sums{1};
    if (time.startsStratum) sums.shrink = 0;
    if (between) {
      if (time.startsStratum) shift = largestOfStratum(patients, own, time.firstRow);
    } else {
      const double largest = *std::max_element(own + time.firstRow, own + time.endRow);
      if (!time.startsStratum && largest > shift) sums.shrink = std::exp(shift - largest);
      if (time.startsStratum || largest > shift) shift = largest;
    }
    sums.shift = shift;
    total.scale(sums.shrink);
    for (std::size_t i = time.firstLate; i < time.endLate; ++i)
      total.add(-weight[patients.late[i]]);
    double tied = 0;
    for (Index row = time.firstRow; row < time.endRow; ++row) {
      if (between && between[row]) continue;
      weight[row] = std::exp(own[row] - shift) * (caseWeight ? caseWeight[row] : 1);
      total.add(weight[row]);
      if (row >= time.tiedRow && event[row]) tied += weight[row];
    }
    const double mean = time.meanWeight;
    for (int k = 0; mean > 0 && k < time.events; ++k) {
      const double share = ties == CoxTies::efron ? static_cast<double>(k) / time.events : 0;
      const double rest = total.value() - share * tied;
      const double inverse = 1 / rest;
      if (caseWeight)
        sets.logWeight += mean * std::log(rest);
      else
        risk.multiply(rest);
      sums.inverse += mean * inverse;
      sums.tiedInverse += mean * share * inverse;
      sums.square += mean * inverse * inverse;
      sums.cross += mean * share * inverse * inverse;
      sums.tiedSquare += mean * share * share * inverse * inverse;
    }
    sets.logWeight += shift * mean * time.events;
    sets.times.push_back(sums);
  }
  sets.logWeight += risk.value();
}

// Several columns in one walk along the event times, which are read from far memory each time.
template <class Sum, std::size_t columns>
void addColumnSums(const CoxPatients& patients, Index firstColumn, RiskSets& sets) {
  const double* weight = sets.weight.data();
  const std::uint8_t* event = patients.event.data();
  const Index times = sets.sum.rows();
  std::array<const double*, columns> x;
  std::array<double*, columns> sum, tiedSum;
  for (std::size_t j = 0; j < columns; ++j) {
    const Index column = firstColumn + static_cast<Index>(j);
    x[j] = patients.x.data() + column * patients.x.rows();
    sum[j] = sets.sum.data() + column * times;
    tiedSum[j] = sets.tiedSum.data() + column * times;
  }
  std::array<Sum, columns> running;
  for (Index at = 0; at < times; ++at) {
    const CoxEventTime& time = patients.eventTimes[static_cast<std::size_t>(at)];
    const double shrink = sets.times[static_cast<std::size_t>(at)].shrink;
    std::array<double, columns> tied{};
    for (Sum& own : running)
      own.scale(shrink);
    for (std::size_t i = time.firstLate; i < time.endLate; ++i) {
      const Index row = patients.late[i];
      for (std::size_t j = 0; j < columns; ++j)
        running[j].add(-weight[row] * x[j][row]);
    }
    for (Index row = time.firstRow; row < time.endRow; ++row) {
      const bool isTied = row >= time.tiedRow && event[row];
      for (std::size_t j = 0; j < columns; ++j) {
        const double own = weight[row] * x[j][row];
        running[j].add(own);
        if (isTied) tied[j] += own;
      }
    }
    for (std::size_t j = 0; j < columns; ++j) {
      sum[j][at] = running[j].value();
      tiedSum[j][at] = tied[j];
    }
  }
}

template <class Sum>
void addSums(const CoxPatients& patients, const Vector& linear, CoxTies ties, RiskSets& sets) {
  addWeights<Sum>(patients, linear, ties, sets);
  Index column = 0;
  for (; column + 4 <= patients.x.cols(); column += 4)
    addColumnSums<Sum, 4>(patients, column, sets);
  for (; column < patients.x.cols(); ++column)
    addColumnSums<Sum, 1>(patients, column, sets);
}

// The weights of the patients in X' diag(c) X.
Vector gatheredWeights(const CoxPatients& patients, const RiskSets& sets, const Vector& factor) {
  Vector inverse(factor.size()), tied(factor.size());
  for (Index at = 0; at < factor.size(); ++at) {
    const RiskSetSums& sums = sets.times[static_cast<std::size_t>(at)];
    inverse(at) = factor(at) * sums.inverse;
    tied(at) = factor(at) * sums.tiedInverse;
  }
  Vector weights = gathered(patients, sets, inverse, tied);
  for (Index row = 0; row < weights.size(); ++row)
    weights.data()[row] *= sets.weight.data()[row];
  return weights;
}

// Adds -sum f m m': m m' over the terms of a time is square a a' - cross (a b' + b a')
// + tiedSquare b b', of which only times with tied events have more than the first.
void addProductsOfMeans(Matrix& total, const RiskSets& sets, const Vector& factor) {
  Vector ofSum(factor.size());
  std::vector<Index> tied;
  for (Index at = 0; at < factor.size(); ++at) {
    const RiskSetSums& sums = sets.times[static_cast<std::size_t>(at)];
    ofSum.data()[at] = -factor.data()[at] * sums.square;
    if (sums.cross > 0) tied.push_back(at);
  }
  addWeightedProducts(total, sets.sum, ofSum);
  if (tied.empty()) return;
  const auto count = static_cast<Index>(tied.size());
  Matrix a(count, total.cols()), b(count, total.cols());
  Matrix besideA(count, total.cols()), besideB(count, total.cols());
  for (Index column = 0; column < total.cols(); ++column) {
    for (Index row = 0; row < count; ++row) {
      const Index at = tied[static_cast<std::size_t>(row)];
      const RiskSetSums& sums = sets.times[static_cast<std::size_t>(at)];
      a(row, column) = sets.sum(at, column);
      b(row, column) = sets.tiedSum(at, column);
      besideA(row, column) = factor(at) * sums.cross * b(row, column);
      besideB(row, column) =
          factor(at) * (sums.cross * a(row, column) - sums.tiedSquare * b(row, column));
    }
  }
  addProducts(total, besideA, a);
  addProducts(total, besideB, b);
}

}  // namespace

RiskSets riskSets(const CoxPatients& patients, const Vector& linear, CoxTies ties) {
  const auto times = static_cast<Index>(patients.eventTimes.size());
  RiskSets sets;
  sets.weight = Vector::Zero(linear.size());
  sets.times.reserve(patients.eventTimes.size());
  sets.sum.resize(times, patients.x.cols());
  sets.tiedSum.resize(times, patients.x.cols());
  if (patients.entry.empty())
    addSums<GrowingSum>(patients, linear, ties, sets);
  else
    addSums<ExactSum>(patients, linear, ties, sets);
  return sets;
}

// From the shortest follow-up of a stratum to the longest: an event time counts for all that are
// watched at least as long, less what came before their entry.
Vector gathered(const CoxPatients& patients, const RiskSets& sets, const Vector& perTime,
                const Vector& tied) {
  Vector result = Vector::Zero(patients.x.rows());
  double* own = result.data();
  double sum = 0;
  for (std::size_t at = sets.times.size(); at-- > 0;) {
    const CoxEventTime& time = patients.eventTimes[at];
    sum += perTime.data()[at];
    for (std::size_t i = time.firstLate; i < time.endLate; ++i)
      own[patients.late[i]] = -sum;
    const double ofEvents = sum - tied.data()[at];
    for (Index row = time.firstRow; row < time.endRow; ++row) {
      if (!patients.between.empty() && patients.between[static_cast<std::size_t>(row)]) continue;
      const bool event = row >= time.tiedRow && patients.event[static_cast<std::size_t>(row)];
      own[row] += event ? ofEvents : sum;
    }
    sum *= sets.times[at].shrink;
  }
  return result;
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

Vector totalMean(const RiskSets& sets) {
  Vector inverse(sets.sum.rows()), tied(sets.sum.rows());
  for (Index at = 0; at < inverse.size(); ++at) {
    inverse.data()[at] = sets.times[static_cast<std::size_t>(at)].inverse;
    tied.data()[at] = sets.times[static_cast<std::size_t>(at)].tiedInverse;
  }
  return productOfTransposed(sets.sum, inverse) - productOfTransposed(sets.tiedSum, tied);
}

Matrix summedCovariance(const CoxPatients& patients, const RiskSets& sets, const Vector& factor) {
  const Index width = patients.x.cols();
  Matrix total = Matrix::Zero(width, width);
  addProductsOfMeans(total, sets, factor);
  addWeightedProducts(total, patients.x, gatheredWeights(patients, sets, factor));
  copyLowerToUpper(total);
  return total;
}

}  // namespace riskset
