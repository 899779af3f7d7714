#include "core/regression/exact_ties.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/linear/products.h"
#include "core/regression/risk_sets.h"

namespace riskset {
namespace {

using Eigen::Index;

// e_0 ... e_d of what has been added so far, with their derivatives. The lower triangles of the
// second ones count.
class SymmetricSums {
 public:
  SymmetricSums(int degree, Index width)
      : degree_(degree),
        value_(static_cast<std::size_t>(degree) + 1, 0.0),
        first_(Matrix::Zero(width, degree + 1)),
        second_(static_cast<std::size_t>(degree) + 1, Matrix::Zero(width, width)) {
    value_[0] = 1;
  }

  void add(double weight, const Vector& x) {
    added_ = std::min(added_ + 1, degree_);
    for (int k = added_; k > 0; --k) {
      const auto own = static_cast<std::size_t>(k), below = own - 1;
      const double value = value_[below];
      const double* first = first_.data() + (k - 1) * x.size();
      for (Index j = 0; j < x.size(); ++j) {
        for (Index i = j; i < x.size(); ++i) {
          second_[own](i, j) += weight * (second_[below](i, j) + x(i) * first[j] + first[i] * x(j) +
                                          value * x(i) * x(j));
        }
      }
      for (Index j = 0; j < x.size(); ++j)
        first_(j, k) += weight * (first[j] + value * x(j));
      value_[own] += weight * value;
    }
  }

  double value() const { return value_.back(); }
  Vector first() const { return first_.col(degree_); }
  const Matrix& second() const { return second_.back(); }

 private:
  int degree_, added_ = 0;
  std::vector<double> value_;
  Matrix first_;
  std::vector<Matrix> second_;
};

// The patients at risk at each event time, one time after the other.
template <class Visit>
void eachTiedTime(const CoxPatients& patients, Visit&& visit) {
  std::vector<Index> atRisk;
  for (const CoxEventTime& time : patients.eventTimes) {
    if (time.startsStratum) atRisk.clear();
    const double now = patients.time[static_cast<std::size_t>(time.tiedRow)];
    const auto notYet = [&](Index row) {
      return !patients.entry.empty() && patients.entry[static_cast<std::size_t>(row)] >= now;
    };
    std::erase_if(atRisk, notYet);
    for (Index row = time.firstRow; row < time.endRow; ++row) {
      if (!notYet(row)) atRisk.push_back(row);
    }
    if (time.events > 1) visit(time, atRisk);
  }
}

}  // namespace

ExactTies::ExactTies(const CoxPatients& patients) : patients_(patients), untied_(patients) {
  for (CoxEventTime& time : untied_.eventTimes) {
    if (time.events > 1) time.meanWeight = 0;
  }
}

double ExactTies::cost() const {
  const auto width = static_cast<double>(patients_.x.cols());
  double operations = 0;
  eachTiedTime(patients_, [&](const CoxEventTime& time, const std::vector<Index>& atRisk) {
    operations += static_cast<double>(atRisk.size()) * time.events * (1 + width + width * width);
  });
  return operations;
}

LikelihoodPoint ExactTies::operator()(const Vector& coef) const {
  const Vector linear = product(patients_.x, coef);
  LikelihoodPoint point = coxLikelihood(untied_, CoxTies::breslow, coef);
  eachTiedTime(patients_, [&](const CoxEventTime& time, const std::vector<Index>& atRisk) {
    // In units in which the weights sum to d, e_d is at most e^d.
    double largest = linear(atRisk.front());
    for (const Index row : atRisk)
      largest = std::max(largest, linear(row));
    double total = 0;
    for (const Index row : atRisk)
      total += std::exp(linear(row) - largest);
    const double unit = time.events / total;
    SymmetricSums sums(time.events, patients_.x.cols());
    for (const Index row : atRisk)
      sums.add(unit * std::exp(linear(row) - largest), patients_.x.row(row).transpose());
    point.logLik -= std::log(sums.value()) + time.events * (largest - std::log(unit));
    const Vector mean = sums.first() / sums.value();
    point.gradient -= mean;
    for (Index j = 0; j < mean.size(); ++j) {
      for (Index i = j; i < mean.size(); ++i) {
        const double covariance = sums.second()(i, j) / sums.value() - mean(i) * mean(j);
        point.information(i, j) += covariance;
        if (i != j) point.information(j, i) += covariance;
      }
    }
  });
  return point;
}

}  // namespace riskset
