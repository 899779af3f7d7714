#include "core/regression/cox_firth.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/distributions/distributions.h"
#include "core/linear/cholesky.h"
#include "core/linear/products.h"
#include "core/linear/profile.h"
#include "core/regression/risk_sets.h"

namespace riskset {
namespace {

using Eigen::Index;

std::size_t at(Index row) {
  return static_cast<std::size_t>(row);
}

// An information matrix near a monotone likelihood is small, not exhausted.
constexpr double kPivot = 1e-14;

// Sums over a group of patients of w, w x, w x x', w h and w h x, with h = x' A x. Of w x x' the
// lower triangle.
struct Moments {
  explicit Moments(Index width)
      : x(Vector::Zero(width)), hx(Vector::Zero(width)), xx(Matrix::Zero(width, width)) {}

  // Plain loops: this is done for every patient in every step of every profile.
  void add(double w, const double* value, double form) {
    const Index width = x.size();
    weight += w;
    h += w * form;
    for (Index j = 0; j < width; ++j) {
      const double own = w * value[j];
      x.data()[j] += own;
      hx.data()[j] += own * form;
      double* column = xx.data() + j * width;
      for (Index i = j; i < width; ++i)
        column[i] += own * value[i];
    }
  }
  void scale(double factor) {
    weight *= factor;
    x *= factor;
    xx *= factor;
    h *= factor;
    hx *= factor;
  }

  double weight = 0, h = 0;
  Vector x, hx;
  Matrix xx;
};

// Each patient's covariates side by side, and x' A x.
struct Rows {
  std::vector<double> x, form;
};

Rows rowsOf(const Matrix& x, const Matrix& a) {
  const Matrix products = product(x, a);
  Rows rows{std::vector<double>(static_cast<std::size_t>(x.size())),
            std::vector<double>(static_cast<std::size_t>(x.rows()), 0.0)};
  for (Index j = 0; j < x.cols(); ++j) {
    const double* column = x.data() + j * x.rows();
    const double* own = products.data() + j * x.rows();
    for (Index row = 0; row < x.rows(); ++row) {
      rows.x[at(row * x.cols() + j)] = column[row];
      rows.form[at(row)] += column[row] * own[row];
    }
  }
  return rows;
}

// tr(A dI/dbeta_r) for each r: the sum over the terms of the mean of (x - m)' A (x - m) (x - m)_r.
Vector contractedThirdMoments(const CoxPatients& patients, const Vector& linear, CoxTies ties,
                              const Matrix& a) {
  const RiskSets sets = riskSets(patients, linear, ties);
  const Index width = patients.x.cols();
  const Rows rows = rowsOf(patients.x, a);
  Vector total = Vector::Zero(width);
  Moments all(width);
  const auto addRow = [&](Moments& moments, Index row, double sign) {
    moments.add(sign * sets.weight(row), rows.x.data() + row * width, rows.form[at(row)]);
  };
  for (std::size_t i = 0; i < sets.times.size(); ++i) {
    const CoxEventTime& time = patients.eventTimes[i];
    if (sets.times[i].shrink != 1) all.scale(sets.times[i].shrink);
    for (std::size_t late = time.firstLate; late < time.endLate; ++late)
      addRow(all, patients.late[late], -1);
    Moments tied(width);
    for (Index row = time.firstRow; row < time.endRow; ++row) {
      addRow(all, row, 1);
      if (row >= time.tiedRow && patients.event[at(row)]) addRow(tied, row, 1);
    }
    for (int k = 0; time.meanWeight > 0 && k < time.events; ++k) {
      const double share = ties == CoxTies::efron ? static_cast<double>(k) / time.events : 0;
      const double s0 = all.weight - share * tied.weight;
      const Vector mean = (all.x - share * tied.x) / s0;
      const Vector am = product(a, mean);
      Matrix squares = all.xx - share * tied.xx;
      copyLowerToUpper(squares);
      total += time.meanWeight * ((all.hx - share * tied.hx) / s0 - 2 / s0 * product(squares, am) -
                                  mean * ((all.h - share * tied.h) / s0 - 2 * mean.dot(am)));
    }
  }
  return total;
}

class PenalisedLikelihood {
 public:
  PenalisedLikelihood(const CoxPatients& patients, CoxTies ties, std::vector<bool> aliased)
      : patients_(patients), ties_(ties), aliased_(std::move(aliased)) {}

  LikelihoodPoint operator()(const Vector& coef) const {
    LikelihoodPoint point = coxLikelihood(patients_, ties_, coef);
    const GeneralisedCholesky decomposed(withoutColumns(point.information, aliased_), kPivot);
    const bool exhausted = decomposed.rank() < std::count(aliased_.begin(), aliased_.end(), false);
    point.logLik = exhausted ? -std::numeric_limits<double>::infinity()
                             : point.logLik + decomposed.logDeterminant() / 2;
    if (exhausted) return point;
    point.gradient +=
        contractedThirdMoments(patients_, product(patients_.x, coef), ties_, decomposed.inverse()) /
        2;
    return point;
  }

 private:
  const CoxPatients& patients_;
  CoxTies ties_;
  std::vector<bool> aliased_;
};

std::vector<bool> both(const std::vector<bool>& a, const std::vector<bool>& b) {
  std::vector<bool> either(a.size());
  for (std::size_t j = 0; j < a.size(); ++j)
    either[j] = a[j] || b[j];
  return either;
}

}  // namespace

FirthFit fitCoxFirth(const CoxPatients& patients, CoxTies ties) {
  const Index width = patients.x.cols();
  const Vector atNull = Vector::Zero(width);
  const LikelihoodPoint plainAtNull = coxLikelihood(patients, ties, atNull);
  FirthFit result;
  CoxFit& fit = result.fit;
  const GeneralisedCholesky null(plainAtNull.information);
  for (Index j = 0; j < width; ++j)
    fit.aliased.push_back(null.dropped(j));
  fit.diverging.assign(at(width), false);
  const PenalisedLikelihood likelihood(patients, ties, fit.aliased);
  fit.maximum = maximisePenalised(likelihood, atNull, fit.aliased);
  fit.converged = fit.maximum.converged;
  fit.iterations = fit.maximum.iterations;
  // The determinant of the information on the scale of the data.
  double units = 0;
  for (Index j = 0; j < width; ++j) {
    if (!fit.aliased[at(j)]) units += std::log(patients.scale(j));
  }
  fit.logLikNull = fit.maximum.atNull.logLik + units;
  fit.logLik = fit.maximum.atMaximum.logLik + units;
  fit.linear = product(patients.x, fit.maximum.coef);
  setCoefficients(fit, patients);
  result.unpenalisedLogLik = coxLikelihood(patients, ties, fit.maximum.coef).logLik;
  fit.likelihoodRatio = testFirth(patients, ties, result, std::vector<bool>(at(width), true));
  const int df = fit.coefficients();
  if (df > 0) {
    const Matrix information = withoutColumns(fit.maximum.atMaximum.information, fit.aliased);
    const double wald = fit.maximum.coef.dot(product(information, fit.maximum.coef));
    fit.wald = ChiSquareTest{wald, df, chiSquareP(wald, df)};
  }
  return result;
}

std::optional<ChiSquareTest> testFirth(const CoxPatients& patients, CoxTies ties,
                                       const FirthFit& full, const std::vector<bool>& without) {
  const CoxFit& fit = full.fit;
  int df = 0;
  for (std::size_t j = 0; j < without.size(); ++j)
    df += without[j] && !fit.aliased[j];
  if (df == 0 || !fit.converged) return {};
  const PenalisedLikelihood likelihood(patients, ties, fit.aliased);
  const Maximum rest =
      maximisePenalised(likelihood, Vector::Zero(fit.coef.size()), both(fit.aliased, without));
  if (!rest.converged) return {};
  const double chiSquare =
      std::max(0.0, 2 * (fit.maximum.atMaximum.logLik - rest.atMaximum.logLik));
  return ChiSquareTest{chiSquare, df, chiSquareP(chiSquare, df)};
}

std::vector<ProfileInterval> profileIntervals(const CoxPatients& patients, CoxTies ties,
                                              const FirthFit& full, double level) {
  const CoxFit& fit = full.fit;
  const PenalisedLikelihood likelihood(patients, ties, fit.aliased);
  const double critical = normalCritical(level);
  std::vector<ProfileInterval> intervals(fit.aliased.size());
  for (std::size_t j = 0; j < intervals.size(); ++j) {
    if (fit.aliased[j] || !fit.converged) continue;
    const auto column = static_cast<Index>(j);
    const double scale = patients.scale(column);
    const double wald = critical * std::sqrt(fit.covariance(column, column)) * scale;
    const auto limit = [&](double distance) -> std::optional<double> {
      const auto found = profileLimit(likelihood, fit.maximum, column, critical, distance);
      if (!found) return {};
      return *found / scale;
    };
    intervals[j] = {limit(-wald), limit(wald)};
  }
  return intervals;
}

}  // namespace riskset
