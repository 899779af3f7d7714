#include "core/regression/cox_residuals.h"

#include <algorithm>
#include <cmath>

#include "core/distributions/distributions.h"
#include "core/linear/cholesky.h"
#include "core/linear/products.h"
#include "core/regression/risk_sets.h"

namespace riskset {
namespace {

using Eigen::Index;

std::size_t at(Index row) {
  return static_cast<std::size_t>(row);
}

// exp(x' beta) of each row, in the unit in which it gathers hazard.
Vector relativeRisks(const CoxPatients& patients, const RiskSets& sets, const Vector& linear) {
  Vector risks = Vector::Zero(linear.size());
  for (std::size_t time = 0; time < sets.times.size(); ++time) {
    const CoxEventTime& own = patients.eventTimes[time];
    for (Index row = own.firstRow; row < own.endRow; ++row)
      risks(row) = std::exp(linear(row) - sets.times[time].shift);
  }
  return risks;
}

Vector expectedEvents(const CoxPatients& patients, const RiskSets& sets, const Vector& risks) {
  Vector hazard(static_cast<Index>(sets.times.size())), tied(hazard.size());
  for (Index i = 0; i < hazard.size(); ++i) {
    hazard(i) = sets.times[at(i)].inverse;
    tied(i) = sets.times[at(i)].tiedInverse;
  }
  return risks.cwiseProduct(gathered(patients, sets, hazard, tied));
}

// In the order of the data.
std::vector<double> martingaleOf(const CoxPatients& patients, const RiskSets& sets,
                                 const Vector& linear) {
  const Vector expected = expectedEvents(patients, sets, relativeRisks(patients, sets, linear));
  std::vector<double> residuals(patients.time.size());
  for (Index row = 0; row < expected.size(); ++row)
    residuals[patients.order[at(row)]] = patients.event[at(row)] - expected(row);
  return residuals;
}

// The mean of m over the terms of each event time, which have the same weight.
Matrix meansOf(const CoxPatients& patients, const RiskSets& sets, const CovariateSums& sums) {
  Matrix means = summedMeans(sets, sums);
  for (Index i = 0; i < means.rows(); ++i) {
    const CoxEventTime& time = patients.eventTimes[at(i)];
    const double weight = time.meanWeight * time.events;
    for (Index j = 0; j < means.cols(); ++j)
      means(i, j) = weight > 0 ? means(i, j) / weight : 0;
  }
  return means;
}

// Standardised, in the order of the patients.
Matrix scoreResiduals(const CoxPatients& patients, const Vector& linear, CoxTies ties) {
  const RiskSets sets = riskSets(patients, linear, ties);
  const Vector risks = relativeRisks(patients, sets, linear);
  const Vector expected = expectedEvents(patients, sets, risks);
  const CovariateSums covariates = covariateSums(patients, sets);
  const Matrix means = meansOf(patients, sets, covariates);
  Matrix score(patients.x.rows(), patients.x.cols());
  Vector hazard(means.rows()), tied(means.rows());
  for (Index j = 0; j < score.cols(); ++j) {
    for (Index i = 0; i < means.rows(); ++i) {
      const RiskSetSums& sums = sets.times[at(i)];
      hazard(i) = sums.square * covariates.sum(i, j) - sums.cross * covariates.tiedSum(i, j);
      tied(i) = sums.cross * covariates.sum(i, j) - sums.tiedSquare * covariates.tiedSum(i, j);
    }
    const Vector ofMeans = gathered(patients, sets, hazard, tied);
    for (Index row = 0; row < score.rows(); ++row)
      score(row, j) = risks(row) * ofMeans(row) - expected(row) * patients.x(row, j);
    for (Index i = 0; i < means.rows(); ++i) {
      const CoxEventTime& time = patients.eventTimes[at(i)];
      for (Index row = time.tiedRow; row < time.endRow; ++row) {
        if (patients.event[at(row)]) score(row, j) += patients.x(row, j) - means(i, j);
      }
    }
  }
  return score;
}

// a' a
Matrix squares(const Matrix& a) {
  Matrix total = Matrix::Zero(a.cols(), a.cols());
  addProducts(total, a, a);
  copyLowerToUpper(total);
  return total;
}

// Case-weighted, summed within clusters; `cluster` in the order of the data.
Matrix byCluster(const CoxPatients& patients, Matrix score, const std::vector<int>& cluster) {
  for (Index row = 0; row < score.rows(); ++row)
    score.row(row) *= patients.weightOf(row);
  if (cluster.empty()) return score;
  const auto clusters = static_cast<Index>(*std::max_element(cluster.begin(), cluster.end())) + 1;
  Matrix sums = Matrix::Zero(clusters, score.cols());
  for (Index row = 0; row < score.rows(); ++row)
    sums.row(cluster[patients.order[at(row)]]) += score.row(row);
  return sums;
}

// The covariance of the standardised coefficients.
Matrix standardised(const CoxPatients& patients, Matrix covariance) {
  for (Index i = 0; i < covariance.rows(); ++i) {
    for (Index j = 0; j < covariance.cols(); ++j)
      covariance(i, j) *= patients.scale(i) * patients.scale(j);
  }
  return covariance;
}

double deviance(double martingale, bool event) {
  const double inside = martingale + (event ? std::log(1 - martingale) : 0);
  const double size = std::sqrt(std::max(0.0, -2 * inside));
  return martingale < 0 ? -size : size;
}

bool oneCluster(const std::vector<int>& cluster) {
  return !cluster.empty() && std::all_of(cluster.begin(), cluster.end(),
                                         [&](int code) { return code == cluster.front(); });
}

}  // namespace

CoxResiduals coxResiduals(const CoxPatients& patients, const CoxFit& fit, CoxTies ties) {
  const Index rows = patients.x.rows(), width = patients.x.cols();
  CoxResiduals result;
  result.deviance.resize(at(rows));
  result.score.resize(rows, width);
  result.dfbeta.resize(rows, width);

  const RiskSets sets = riskSets(patients, fit.linear, ties);
  result.martingale = martingaleOf(patients, sets, fit.linear);
  Matrix score = scoreResiduals(patients, fit.linear, ties);
  for (Index j = 0; j < width; ++j) {
    const double scale = fit.aliased[at(j)] ? 0 : patients.scale(j);
    score.col(j) *= scale;
  }
  for (Index row = 0; row < rows; ++row) {
    const auto given = patients.order[at(row)];
    result.deviance[given] = deviance(result.martingale[given], patients.event[at(row)]);
    result.score.row(static_cast<Index>(given)) = score.row(row);
  }

  result.dfbeta = product(result.score, fit.covariance);
  for (Index row = 0; row < rows; ++row)
    result.dfbeta.row(static_cast<Index>(patients.order[at(row)])) *= patients.weightOf(row);

  const Matrix means = meansOf(patients, sets, covariateSums(patients, sets));
  std::vector<std::pair<Index, Index>> events;  // row, event time
  for (Index i = 0; i < means.rows(); ++i) {
    const CoxEventTime& time = patients.eventTimes[at(i)];
    for (Index row = time.tiedRow; row < time.endRow; ++row) {
      if (patients.event[at(row)]) events.emplace_back(row, i);
    }
  }
  std::sort(events.begin(), events.end(), [&](const auto& a, const auto& b) {
    const auto key = [&](Index row) {
      return std::tuple(patients.stratum[at(row)], patients.time[at(row)], patients.order[at(row)]);
    };
    return key(a.first) < key(b.first);
  });
  result.schoenfeld.resize(static_cast<Index>(events.size()), width);
  for (const auto& [row, time] : events) {
    const auto own = static_cast<Index>(result.eventRow.size());
    result.eventTime.push_back(patients.time[at(row)]);
    result.eventRow.push_back(patients.order[at(row)]);
    for (Index j = 0; j < width; ++j) {
      result.schoenfeld(own, j) =
          fit.aliased[at(j)] ? 0 : (patients.x(row, j) - means(time, j)) * patients.scale(j);
    }
  }
  result.scaledSchoenfeld = product(result.schoenfeld, Matrix(patients.events * fit.covariance));
  for (Index j = 0; j < width; ++j)
    result.scaledSchoenfeld.col(j).array() += fit.coef(j);
  return result;
}

std::vector<double> martingaleResiduals(const CoxPatients& patients, const Vector& linear,
                                        CoxTies ties) {
  return martingaleOf(patients, riskSets(patients, linear, ties), linear);
}

std::optional<Matrix> robustCovariance(const CoxPatients& patients, const CoxFit& fit, CoxTies ties,
                                       const std::vector<int>& cluster) {
  if (oneCluster(cluster)) return {};
  const Matrix score = byCluster(patients, scoreResiduals(patients, fit.linear, ties), cluster);
  const Matrix influence = product(score, standardised(patients, fit.covariance));
  Matrix covariance = squares(influence);
  for (Index i = 0; i < covariance.rows(); ++i) {
    for (Index j = 0; j < covariance.cols(); ++j) {
      const bool aliased = fit.aliased[at(i)] || fit.aliased[at(j)];
      covariance(i, j) = aliased ? 0 : covariance(i, j) / (patients.scale(i) * patients.scale(j));
    }
  }
  return covariance;
}

std::optional<ChiSquareTest> robustScoreTest(const CoxPatients& patients, const CoxFit& fit,
                                             CoxTies ties, const std::vector<int>& cluster) {
  if (oneCluster(cluster)) return {};
  const Vector atNull = Vector::Zero(patients.x.rows());
  const Matrix score = byCluster(patients, scoreResiduals(patients, atNull, ties), cluster);
  const Matrix variance = withoutColumns(squares(score), fit.aliased);
  const GeneralisedCholesky decomposed(variance);
  if (decomposed.rank() == 0) return {};
  const Vector sum = score.colwise().sum().transpose();
  const double chiSquare = quadraticForm(decomposed, sum);
  return ChiSquareTest{chiSquare, decomposed.rank(), chiSquareP(chiSquare, decomposed.rank())};
}

}  // namespace riskset
