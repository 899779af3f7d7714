#include "core/regression/cox.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/distributions/distributions.h"
#include "core/linear/cholesky.h"
#include "core/regression/risk_sets.h"

namespace riskset {
namespace {

using Eigen::Index;

std::size_t at(Index row) {
  return static_cast<std::size_t>(row);
}

// Below this spread, relative to the column's size, a column is constant but for rounding.
constexpr double kConstant = 1e-13;

// Without a coefficient there is nothing to test. Rounding may leave a statistic of 0 below it.
std::optional<ChiSquareTest> chiSquareTest(double chiSquare, int df) {
  if (df == 0) return {};
  const double statistic = std::max(0.0, chiSquare);
  return ChiSquareTest{statistic, df, chiSquareP(statistic, df)};
}

void withoutAliased(Matrix& information, const std::vector<bool>& aliased) {
  for (Index j = 0; j < information.rows(); ++j) {
    if (!aliased[at(j)]) continue;
    information.row(j).setZero();
    information.col(j).setZero();
  }
}

}  // namespace

Index CoxPatients::tiesEnd(Index row) const {
  Index end = row + 1;
  while (end < x.rows() && time[at(end)] == time[at(row)] && stratum[at(end)] == stratum[at(row)])
    ++end;
  return end;
}

bool CoxPatients::startsStratum(Index row) const {
  return row == 0 || stratum[at(row)] != stratum[at(row - 1)];
}

CoxPatients coxPatients(const Matrix& x, const std::vector<double>& time,
                        const std::vector<std::uint8_t>& event, const std::vector<int>& stratum) {
  const auto stratumOf = [&](std::size_t i) { return stratum.empty() ? 0 : stratum[i]; };
  std::vector<std::size_t> order(time.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
    if (stratumOf(i) != stratumOf(j)) return stratumOf(i) < stratumOf(j);
    return time[i] != time[j] ? time[i] > time[j] : i < j;
  });

  CoxPatients patients;
  patients.x.resize(x.rows(), x.cols());
  for (const std::size_t i : order) {
    patients.x.row(static_cast<Index>(patients.time.size())) = x.row(static_cast<Index>(i));
    patients.time.push_back(time[i]);
    patients.event.push_back(event[i]);
    patients.stratum.push_back(stratumOf(i));
    patients.events += event[i];
  }
  patients.scale = Vector::Zero(x.cols());
  for (Index j = 0; j < x.cols(); ++j) {
    auto column = patients.x.col(j);
    const double size = column.cwiseAbs().maxCoeff();
    for (Index start = 0; start < column.size();) {
      Index end = start + 1;
      while (end < column.size() && !patients.startsStratum(end))
        ++end;
      auto own = column.segment(start, end - start);
      own.array() -= own.mean();
      start = end;
    }
    const double spread = std::sqrt(column.squaredNorm() / static_cast<double>(column.size()));
    if (spread > kConstant * size) {
      patients.scale(j) = spread;
      column /= spread;
    } else {
      column.setZero();
    }
  }
  return patients;
}

LikelihoodPoint coxLikelihood(const CoxPatients& patients, CoxTies ties, const Vector& coef) {
  const Vector linear = patients.x * coef;
  const RiskSets sets = riskSets(patients, linear, ties);
  LikelihoodPoint point{-sets.logWeight, -sets.means.colwise().sum().transpose(),
                        summedCovariance(patients, linear, sets, Vector::Ones(linear.size()))};
  for (Index row = 0; row < linear.size(); ++row) {
    if (!patients.event[at(row)]) continue;
    point.logLik += linear(row);
    point.gradient += patients.x.row(row).transpose();
  }
  return point;
}

int CoxFit::coefficients() const {
  return static_cast<int>(std::count(aliased.begin(), aliased.end(), false));
}

CoxFit fitCox(const CoxPatients& patients, CoxTies ties) {
  const Index width = patients.x.cols();
  const auto likelihood = [&](const Vector& coef) { return coxLikelihood(patients, ties, coef); };
  Maximum maximum = maximise(likelihood, width);

  CoxFit fit;
  fit.aliased = maximum.aliased;
  fit.diverging = maximum.diverging;
  fit.converged = maximum.converged;
  fit.iterations = maximum.iterations;
  fit.logLikNull = maximum.atNull.logLik;
  fit.logLik = maximum.atMaximum.logLik;
  fit.standardised = maximum.coef;
  fit.linear = patients.x * maximum.coef;

  Matrix information = maximum.atMaximum.information;
  withoutAliased(information, fit.aliased);
  const Matrix inverse = GeneralisedCholesky(information, 1e-14).inverse();
  fit.coef = Vector::Zero(width);
  fit.covariance = Matrix::Zero(width, width);
  for (Index i = 0; i < width; ++i) {
    if (fit.aliased[at(i)]) continue;
    fit.coef(i) = maximum.coef(i) / patients.scale(i);
    for (Index j = 0; j < width; ++j) {
      if (fit.aliased[at(j)]) continue;
      fit.covariance(i, j) = inverse(i, j) / (patients.scale(i) * patients.scale(j));
    }
  }

  const int df = fit.coefficients();
  fit.likelihoodRatio = chiSquareTest(2 * (fit.logLik - fit.logLikNull), df);
  fit.score = chiSquareTest(
      quadraticForm(GeneralisedCholesky(maximum.atNull.information), maximum.atNull.gradient), df);
  if (!maximum.anyDiverging()) {
    fit.wald = chiSquareTest(maximum.coef.dot(information * maximum.coef), df);
  }
  return fit;
}

}  // namespace riskset
