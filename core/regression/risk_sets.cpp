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

// Weights and the sums of a time's terms.
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
      if (time.events > 1 && row >= time.tiedRow && event[row]) tied += weight[row];
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

// The sums a and b over the risk sets, some event times after the others.
template <class Sum>
class CovariateWalk {
 public:
  CovariateWalk(const CoxPatients& patients, const RiskSets& sets)
      : patients_(patients), sets_(sets), running_(static_cast<std::size_t>(patients.x.cols())) {}

  // Of the next event times, before `end`: into columns that lie `stride` apart. b is written where
  // it counts.
  void next(std::size_t end, double* sum, double* tiedSum, Index stride) {
    Index column = 0;
    for (; column + 4 <= patients_.x.cols(); column += 4)
      walk<4>(column, end, sum + column * stride, tiedSum + column * stride, stride);
    for (; column < patients_.x.cols(); ++column)
      walk<1>(column, end, sum + column * stride, tiedSum + column * stride, stride);
    at_ = end;
  }

 private:
  // Several columns in one walk along the event times, which are read again for each.
  template <std::size_t columns>
  void walk(Index firstColumn, std::size_t end, double* sum, double* tiedSum, Index stride) {
    const double* weight = sets_.weight.data();
    const std::uint8_t* event = patients_.event.data();
    std::array<const double*, columns> x;
    std::array<Sum, columns> running;
    for (std::size_t j = 0; j < columns; ++j) {
      x[j] = patients_.x.data() + (firstColumn + static_cast<Index>(j)) * patients_.x.rows();
      running[j] = running_[static_cast<std::size_t>(firstColumn) + j];
    }
    for (std::size_t at = at_; at < end; ++at) {
      const CoxEventTime& time = patients_.eventTimes[at];
      const RiskSetSums& sums = sets_.times[at];
      const auto place = static_cast<Index>(at - at_);
      if (sums.shrink != 1) {
        for (Sum& own : running)
          own.scale(sums.shrink);
      }
      for (std::size_t i = time.firstLate; i < time.endLate; ++i) {
        const Index row = patients_.late[i];
        for (std::size_t j = 0; j < columns; ++j)
          running[j].add(-weight[row] * x[j][row]);
      }
      for (Index row = time.firstRow; row < time.endRow; ++row) {
        for (std::size_t j = 0; j < columns; ++j)
          running[j].add(weight[row] * x[j][row]);
      }
      for (std::size_t j = 0; j < columns; ++j)
        sum[static_cast<Index>(j) * stride + place] = running[j].value();
      if (!(sums.cross > 0)) continue;
      std::array<double, columns> tied{};
      for (Index row = time.tiedRow; row < time.endRow; ++row) {
        if (!event[row]) continue;
        for (std::size_t j = 0; j < columns; ++j)
          tied[j] += weight[row] * x[j][row];
      }
      for (std::size_t j = 0; j < columns; ++j)
        tiedSum[static_cast<Index>(j) * stride + place] = tied[j];
    }
    std::copy(running.begin(), running.end(), running_.begin() + firstColumn);
  }

  const CoxPatients& patients_;
  const RiskSets& sets_;
  std::vector<Sum> running_;  // of each column
  std::size_t at_ = 0;
};

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

// What one function of time makes of the sum of f V.
struct WeightedCovariance {
  WeightedCovariance(const CoxPatients& patients, const RiskSets& sets, const Vector& f)
      : factor(f),
        weight(gatheredWeights(patients, sets, f)),
        total(Matrix::Zero(patients.x.cols(), patients.x.cols())) {}

  const Vector& factor;
  Vector weight;
  Matrix total;
};

// So many event times and patients are in the nearest cache together.
constexpr std::size_t kTimes = 128;
constexpr Index kRows = 256;

// The sums of event times that follow each other, with room for kTimes.
struct TimesBlock {
  explicit TimesBlock(Index width)
      : sum(static_cast<Index>(kTimes), width), tiedSum(static_cast<Index>(kTimes), width) {}

  std::size_t first = 0, end = 0;
  Matrix sum, tiedSum;
};

std::size_t endOfBlock(const std::vector<CoxEventTime>& times, std::size_t first) {
  const std::size_t most = std::min(times.size(), first + kTimes);
  std::size_t end = first + 1;
  while (end < most && times[end].endRow - times[first].firstRow <= kRows)
    ++end;
  return end;
}

// Adds -sum f m m': m m' over the terms of a time is square a a' - cross (a b' + b a')
// + tiedSquare b b', of which only times with tied events have more than the first.
void addProductsOfMeans(WeightedCovariance& covariance, const RiskSets& sets,
                        const TimesBlock& block) {
  Matrix& total = covariance.total;
  const double* factor = covariance.factor.data() + block.first;
  std::array<double, kTimes> ofSum{};
  std::array<std::size_t, kTimes> tied{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < block.end - block.first; ++i) {
    const RiskSetSums& sums = sets.times[block.first + i];
    ofSum[i] = -factor[i] * sums.square;
    if (sums.cross > 0) tied[count++] = i;
  }
  const auto times = static_cast<Index>(block.end - block.first);
  addWeightedProducts(total, {block.sum.data(), times, block.sum.rows()}, ofSum.data());
  if (count == 0) return;
  const auto rows = static_cast<Index>(count);
  Matrix a(rows, total.cols()), b(rows, total.cols());
  Matrix besideA(rows, total.cols()), besideB(rows, total.cols());
  for (Index column = 0; column < total.cols(); ++column) {
    for (Index row = 0; row < rows; ++row) {
      const std::size_t i = tied[static_cast<std::size_t>(row)];
      const auto place = static_cast<Index>(i);
      const RiskSetSums& sums = sets.times[block.first + i];
      a(row, column) = block.sum(place, column);
      b(row, column) = block.tiedSum(place, column);
      besideA(row, column) = factor[i] * sums.cross * b(row, column);
      besideB(row, column) =
          factor[i] * (sums.cross * a(row, column) - sums.tiedSquare * b(row, column));
    }
  }
  addProducts(total, besideA, a);
  addProducts(total, besideB, b);
}

template <class Sum>
void addInBlocks(const CoxPatients& patients, const RiskSets& sets,
                 std::vector<WeightedCovariance>& covariances, Vector* mean) {
  const std::vector<CoxEventTime>& times = patients.eventTimes;
  CovariateWalk<Sum> walk(patients, sets);
  TimesBlock block(patients.x.cols());
  for (; block.first < times.size(); block.first = block.end) {
    block.end = endOfBlock(times, block.first);
    walk.next(block.end, block.sum.data(), block.tiedSum.data(), block.sum.rows());
    const Index from = times[block.first].firstRow;
    const ColumnBlock x{patients.x.data() + from, times[block.end - 1].endRow - from,
                        patients.x.rows()};
    for (WeightedCovariance& covariance : covariances) {
      addProductsOfMeans(covariance, sets, block);
      addWeightedProducts(covariance.total, x, covariance.weight.data() + from);
    }
    if (mean) addWeightedSums(*mean, x, covariances.front().weight.data() + from);
  }
  for (WeightedCovariance& covariance : covariances)
    copyLowerToUpper(covariance.total);
}

void addAll(const CoxPatients& patients, const RiskSets& sets,
            std::vector<WeightedCovariance>& covariances, Vector* mean = nullptr) {
  if (patients.entry.empty())
    addInBlocks<GrowingSum>(patients, sets, covariances, mean);
  else
    addInBlocks<ExactSum>(patients, sets, covariances, mean);
}

}  // namespace

RiskSets riskSets(const CoxPatients& patients, const Vector& linear, CoxTies ties) {
  RiskSets sets;
  sets.weight = Vector::Zero(linear.size());
  sets.times.reserve(patients.eventTimes.size());
  if (patients.entry.empty())
    addWeights<GrowingSum>(patients, linear, ties, sets);
  else
    addWeights<ExactSum>(patients, linear, ties, sets);
  return sets;
}

CovariateSums covariateSums(const CoxPatients& patients, const RiskSets& sets) {
  const auto times = static_cast<Index>(sets.times.size());
  CovariateSums sums{Matrix(times, patients.x.cols()), Matrix::Zero(times, patients.x.cols())};
  const auto fill = [&](auto walk) {
    walk.next(sets.times.size(), sums.sum.data(), sums.tiedSum.data(), times);
  };
  if (patients.entry.empty())
    fill(CovariateWalk<GrowingSum>(patients, sets));
  else
    fill(CovariateWalk<ExactSum>(patients, sets));
  return sums;
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
    const double ofTied = tied.data()[at];
    for (Index row = time.firstRow; row < time.endRow; ++row) {
      if (!patients.between.empty() && patients.between[static_cast<std::size_t>(row)]) continue;
      own[row] += sum;
      if (ofTied != 0 && row >= time.tiedRow && patients.event[static_cast<std::size_t>(row)])
        own[row] -= ofTied;
    }
    sum *= sets.times[at].shrink;
  }
  return result;
}

Matrix summedMeans(const RiskSets& sets, const CovariateSums& sums) {
  Matrix means(sums.sum.rows(), sums.sum.cols());
  for (Index column = 0; column < means.cols(); ++column) {
    for (Index at = 0; at < means.rows(); ++at) {
      const RiskSetSums& own = sets.times[static_cast<std::size_t>(at)];
      means(at, column) =
          own.inverse * sums.sum(at, column) - own.tiedInverse * sums.tiedSum(at, column);
    }
  }
  return means;
}

RiskSetMoments summedMoments(const CoxPatients& patients, const RiskSets& sets) {
  const Vector ones = Vector::Ones(static_cast<Index>(sets.times.size()));
  std::vector<WeightedCovariance> covariances;
  covariances.emplace_back(patients, sets, ones);
  RiskSetMoments moments{Vector::Zero(patients.x.cols()), {}};
  addAll(patients, sets, covariances, &moments.mean);
  moments.covariance = std::move(covariances.front().total);
  return moments;
}

std::vector<Matrix> summedCovariances(const CoxPatients& patients, const RiskSets& sets,
                                      const std::vector<Vector>& factors) {
  std::vector<WeightedCovariance> covariances;
  for (const Vector& factor : factors)
    covariances.emplace_back(patients, sets, factor);
  addAll(patients, sets, covariances);
  std::vector<Matrix> totals;
  for (WeightedCovariance& covariance : covariances)
    totals.push_back(std::move(covariance.total));
  return totals;
}

}  // namespace riskset
