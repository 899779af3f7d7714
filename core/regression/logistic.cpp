#include "core/regression/logistic.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/distributions/distributions.h"
#include "core/linear/cholesky.h"
#include "core/linear/products.h"

namespace riskset {
namespace {

using Eigen::Index;

std::size_t at(Index row) {
  return static_cast<std::size_t>(row);
}

// Below this spread, relative to the column's size, a column is constant but for rounding.
constexpr double kConstant = 1e-13;
// The information at a maximum has no pivot this small unless a coefficient runs off: collinear
// columns were taken out at 0.
constexpr double kExhausted = 1e-14;

// What the probability p of a row adds; residual and weight are of all its patients.
struct Expected {
  Vector residual;  // y - p
  Vector weight;    // p (1 - p)
  Vector variance;  // p (1 - p) of one
  Vector slope;     // 1 - 2 p
  double logLik = 0;
};

// By the tail e = exp(-|x' b|), so that p near 0 or 1 keeps its digits.
Expected expectedAt(const LogisticPatients& patients, const Vector& coef) {
  const Vector linear = product(patients.x, coef);
  const Index n = linear.size();
  Expected expected{Vector(n), Vector(n), Vector(n), Vector(n)};
  for (Index i = 0; i < n; ++i) {
    const double tail = std::exp(-std::abs(linear(i)));
    const double large = 1 / (1 + tail), small = tail / (1 + tail);
    const double p = linear(i) > 0 ? large : small;
    const bool has = patients.outcome[at(i)];
    const bool unlikely = has == (linear(i) <= 0);
    const double alike = patients.count(i);
    expected.residual(i) = alike * (has ? 1 : -1) * (unlikely ? large : small);
    expected.variance(i) = large * small;
    expected.weight(i) = alike * expected.variance(i);
    expected.slope(i) = 1 - 2 * p;
    expected.logLik -= alike * (std::log1p(tail) + (unlikely ? std::abs(linear(i)) : 0));
  }
  return expected;
}

Matrix weightedProducts(const Matrix& x, const Vector& weight) {
  Matrix total = Matrix::Zero(x.cols(), x.cols());
  addWeightedProducts(total, x, weight);
  copyLowerToUpper(total);
  return total;
}

LikelihoodPoint plainLikelihood(const LogisticPatients& patients, const Vector& coef) {
  const Expected expected = expectedAt(patients, coef);
  return {expected.logLik, productOfTransposed(patients.x, expected.residual),
          weightedProducts(patients.x, expected.weight)};
}

// With w = p (1 - p), V = I^-1, q_i = x_i' V x_i, and dI_j = X' diag(w (1 - 2p) x_j) X, the
// derivatives of 1/2 log det I are
//
//   1/2 sum_i w_i (1 - 2 p_i) q_i x_ij
//   1/2 sum_i w_i (1 - 6 w_i) q_i x_ij x_ik - 1/2 tr(V dI_j V dI_k)
LikelihoodPoint firthLikelihood(const LogisticPatients& patients, const Vector& coef) {
  const Matrix& x = patients.x;
  const std::vector<bool>& aliased = patients.aliased;
  const Index width = x.cols();
  const Expected expected = expectedAt(patients, coef);
  const Vector& weight = expected.weight;
  const Matrix information = weightedProducts(x, weight);
  const GeneralisedCholesky decomposed(withoutColumns(information, aliased), kExhausted);
  const auto kept = std::count(aliased.begin(), aliased.end(), false);
  if (decomposed.rank() < kept) {
    return {-std::numeric_limits<double>::infinity(), Vector::Zero(width), information};
  }
  const Matrix variance = decomposed.inverse();
  const Vector leverage = product(x, variance).cwiseProduct(x).rowwise().sum();
  const Vector third = weight.cwiseProduct(expected.slope);
  const Vector gradient =
      productOfTransposed(x, expected.residual + 0.5 * third.cwiseProduct(leverage));

  std::vector<Matrix> change;  // dI_j V
  for (Index j = 0; j < width; ++j)
    change.push_back(product(weightedProducts(x, third.cwiseProduct(x.col(j))), variance));
  Matrix curvature = information;
  const Vector fourth =
      (weight.array() * (1 - 6 * expected.variance.array()) * leverage.array()).matrix();
  curvature -= 0.5 * weightedProducts(x, fourth);
  for (Index j = 0; j < width; ++j) {
    for (Index k = 0; k < width; ++k)
      curvature(j, k) += 0.5 * change[at(j)].cwiseProduct(change[at(k)].transpose()).sum();
  }
  return {expected.logLik + 0.5 * decomposed.logDeterminant(), gradient, information, curvature};
}

std::vector<bool> aliasedColumns(const Matrix& x) {
  const GeneralisedCholesky decomposed(weightedProducts(x, Vector::Ones(x.rows())));
  std::vector<bool> aliased;
  for (Index j = 0; j < x.cols(); ++j)
    aliased.push_back(decomposed.dropped(j));
  return aliased;
}

// log det I of the columns of the data is that of the standardised ones, and this.
double logDeterminantOfScale(const LogisticPatients& patients, const std::vector<bool>& aliased) {
  double sum = 0;
  for (Index j = 0; j < patients.scale.size(); ++j) {
    if (!aliased[at(j)]) sum += 2 * std::log(patients.scale(j));
  }
  return sum;
}

// coefficients of the data = transform * those of the standardised columns.
Matrix toData(const LogisticPatients& patients, const std::vector<bool>& aliased) {
  Matrix transform = Matrix::Identity(patients.x.cols(), patients.x.cols());
  for (Index j = 1; j < transform.cols(); ++j) {
    transform(j, j) = aliased[at(j)] ? 0 : 1 / patients.scale(j);
    transform(0, j) = -patients.mean(j) * transform(j, j);
  }
  return transform;
}

std::vector<bool> allButIntercept(Index width) {
  std::vector<bool> columns(at(width), true);
  columns[0] = false;
  return columns;
}

std::optional<ChiSquareTest> chiSquareTest(double chiSquare, int df) {
  if (df < 1) return {};
  const double statistic = std::max(0.0, chiSquare);  // rounding may leave a statistic of 0 below
  return ChiSquareTest{statistic, df, chiSquareP(statistic, df)};
}

}  // namespace

LogisticPatients logisticPatients(const Matrix& covariates,
                                  const std::vector<std::uint8_t>& outcome,
                                  const std::vector<double>& count) {
  const Index n = covariates.rows(), width = covariates.cols() + 1;
  LogisticPatients patients{
      Matrix(n, width), Vector::Zero(width), Vector::Ones(width), outcome, Vector::Ones(n), 0, {}};
  if (!count.empty()) patients.count = Eigen::Map<const Vector>(count.data(), n);
  patients.events = static_cast<int>(std::count(outcome.begin(), outcome.end(), 1));
  patients.x.col(0).setOnes();
  for (Index j = 1; j < width; ++j) {
    const Vector given = covariates.col(j - 1);
    const double mean = given.mean();
    const Vector centred = (given.array() - mean).matrix();
    const double spread = std::sqrt(centred.squaredNorm() / static_cast<double>(n));
    const bool constant = !(spread > kConstant * given.cwiseAbs().maxCoeff());
    patients.mean(j) = mean;
    patients.scale(j) = constant ? 0 : spread;
    if (constant) {
      patients.x.col(j).setZero();
    } else {
      patients.x.col(j) = centred / spread;
    }
  }
  patients.aliased = aliasedColumns(patients.x);
  return patients;
}

LogisticPatients withoutCentring(LogisticPatients patients) {
  for (Index j = 1; j < patients.x.cols(); ++j) {
    if (patients.scale(j) > 0) patients.x.col(j).array() += patients.mean(j) / patients.scale(j);
    patients.mean(j) = 0;
  }
  return patients;
}

Likelihood logisticLikelihood(const LogisticPatients& patients, Penalty penalty) {
  if (penalty == Penalty::none)
    return [&patients](const Vector& coef) { return plainLikelihood(patients, coef); };
  return [&patients](const Vector& coef) { return firthLikelihood(patients, coef); };
}

int LogisticFit::coefficients() const {
  return static_cast<int>(std::count(aliased.begin(), aliased.end(), false));
}

LogisticFit fitLogistic(const LogisticPatients& patients, Penalty penalty) {
  const Index width = patients.x.cols();
  const Likelihood likelihood = logisticLikelihood(patients, penalty);
  LogisticFit fit;
  fit.maximum = maximise(likelihood, width);
  const Maximum null = maximiseWithout(likelihood, fit.maximum, allButIntercept(width));
  const Maximum& maximum = fit.maximum;
  fit.aliased = maximum.aliased;
  fit.diverging = maximum.diverging;
  fit.diverging[0] = maximum.anyDiverging();
  fit.converged = maximum.converged && null.converged;
  fit.iterations = maximum.iterations;
  fit.logLikNull = null.atMaximum.logLik;
  fit.logLik = maximum.atMaximum.logLik;
  if (penalty == Penalty::firth) {
    const double scale = 0.5 * logDeterminantOfScale(patients, fit.aliased);
    fit.logLikNull += scale;
    fit.logLik += scale;
  }
  const LikelihoodPoint plain = plainLikelihood(patients, maximum.coef);
  fit.unpenalised = plain.logLik;

  const Matrix transform = toData(patients, fit.aliased);
  const Matrix inverse =
      GeneralisedCholesky(withoutColumns(plain.information, fit.aliased), kExhausted).inverse();
  fit.coef = product(transform, maximum.coef);
  fit.covariance = product(product(transform, inverse), Matrix(transform.transpose()));

  const int df = fit.coefficients() - 1;
  fit.likelihoodRatio = chiSquareTest(2 * (fit.logLik - fit.logLikNull), df);
  if (!maximum.anyDiverging()) {
    Matrix covariates = inverse;
    covariates.row(0).setZero();
    covariates.col(0).setZero();
    fit.wald =
        chiSquareTest(quadraticForm(GeneralisedCholesky(covariates, kExhausted), maximum.coef), df);
  }
  if (penalty == Penalty::none) {
    const GeneralisedCholesky information(withoutColumns(null.atMaximum.information, fit.aliased));
    fit.score = chiSquareTest(quadraticForm(information, null.atMaximum.gradient), df);
  }
  return fit;
}

std::optional<ChiSquareTest> testWithout(const LogisticPatients& patients, Penalty penalty,
                                         const LogisticFit& full,
                                         const std::vector<bool>& without) {
  const Maximum left =
      maximiseWithout(logisticLikelihood(patients, penalty), full.maximum, without);
  if (!full.converged || !left.converged) return {};
  const auto kept = std::count(left.aliased.begin(), left.aliased.end(), false);
  return chiSquareTest(2 * (full.maximum.atMaximum.logLik - left.atMaximum.logLik),
                       full.coefficients() - static_cast<int>(kept));
}

}  // namespace riskset
