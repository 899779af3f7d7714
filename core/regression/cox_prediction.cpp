#include "core/regression/cox_prediction.h"

#include <algorithm>
#include <cmath>

#include "core/distributions/distributions.h"
#include "core/linear/products.h"
#include "core/regression/model.h"
#include "core/regression/risk_sets.h"

namespace riskset {
namespace {

using Eigen::Index;

std::size_t at(Index row) {
  return static_cast<std::size_t>(row);
}

struct Stratum {
  Index first, end;                // rows
  std::size_t firstTime, endTime;  // event times, latest first
};

std::vector<Stratum> strataOf(const CoxPatients& patients) {
  std::vector<Stratum> strata;
  std::size_t time = 0;
  for (Index row = 0; row < patients.x.rows(); ++row) {
    if (patients.startsStratum(row)) strata.push_back({row, row, time, time});
    Stratum& own = strata.back();
    own.end = row + 1;
    if (row + 1 < patients.x.rows() && !patients.startsStratum(row + 1)) continue;
    while (time < patients.eventTimes.size() && patients.eventTimes[time].firstRow < own.end)
      ++time;
    own.endTime = time;
  }
  return strata;
}

double timeOf(const CoxPatients& patients, std::size_t time) {
  return patients.time[at(patients.eventTimes[time].tiedRow)];
}

// x' beta of covariates on the scale of the data, less the stratum's own centre.
double centredIn(const Stratum& stratum, const CoxPatients& patients, const CoxFit& fit,
                 const Matrix& x, const Vector& covariates) {
  const auto row = static_cast<Index>(patients.order[at(stratum.first)]);
  return fit.linear(stratum.first) + (covariates - x.row(row).transpose()).dot(fit.coef);
}

std::string labelOf(const Stratum& stratum, const CoxPatients& patients,
                    const std::vector<std::string>& labels) {
  return labels.empty() ? "" : labels[at(patients.stratum[at(stratum.first)])];
}

}  // namespace

std::vector<BaselineHazard> baselineHazards(const CoxPatients& patients, const CoxFit& fit,
                                            CoxTies ties, const Matrix& x,
                                            const std::vector<std::string>& labels) {
  const RiskSets sets = riskSets(patients, fit.linear, ties);
  const Vector atZero = Vector::Zero(x.cols());
  std::vector<BaselineHazard> baselines;
  for (const Stratum& stratum : strataOf(patients)) {
    BaselineHazard baseline;
    baseline.stratum = labelOf(stratum, patients, labels);
    const double linear = centredIn(stratum, patients, fit, x, atZero);
    double hazard = 0;
    std::size_t next = stratum.endTime;  // event times not yet added are those before it
    for (Index row = stratum.end; row-- > stratum.first;) {
      const double time = patients.time[at(row)];
      if (row > stratum.first && patients.time[at(row - 1)] == time) continue;
      for (; next > stratum.firstTime && timeOf(patients, next - 1) <= time; --next) {
        const RiskSetSums& sums = sets.times[next - 1];
        hazard += sums.inverse * std::exp(linear - sums.shift);
      }
      baseline.time.push_back(time);
      baseline.cumulativeHazard.push_back(hazard);
    }
    baselines.push_back(std::move(baseline));
  }
  return baselines;
}

Vector centres(const Matrix& x, const std::vector<double>& weight) {
  Vector result = Vector::Zero(x.cols());
  for (Index j = 0; j < x.cols(); ++j) {
    const bool indicator = std::all_of(x.col(j).begin(), x.col(j).end(), [](double value) {
      return value == 0 || value == 1 || value == -1;
    });
    if (indicator) continue;
    double sum = 0, total = 0;
    for (Index row = 0; row < x.rows(); ++row) {
      const double own = weight.empty() ? 1 : weight[at(row)];
      sum += own * x(row, j);
      total += own;
    }
    result(j) = sum / total;
  }
  return result;
}

std::vector<PredictedSurvival> predictSurvival(const CoxPatients& patients, const CoxFit& fit,
                                               CoxTies ties, const Matrix& x,
                                               const std::vector<std::string>& labels,
                                               const PredictionRequest& request) {
  const RiskSets sets = riskSets(patients, fit.linear, ties);
  const CovariateSums covariates = covariateSums(patients, sets);
  const double critical = normalCritical(request.level);
  std::vector<double> weight(patients.weight.empty() ? 0 : patients.order.size());
  for (std::size_t row = 0; row < weight.size(); ++row)
    weight[patients.order[row]] = patients.weight[row];
  const Vector difference = request.covariates - centres(x, weight);
  // The standardised coefficients' covariance, so that sums over risk sets serve as they are.
  Matrix covariance = fit.covariance;
  for (Index i = 0; i < covariance.rows(); ++i) {
    for (Index j = 0; j < covariance.cols(); ++j)
      covariance(i, j) *= patients.scale(i) * patients.scale(j);
  }

  std::vector<PredictedSurvival> predicted;
  for (const Stratum& stratum : strataOf(patients)) {
    PredictedSurvival own;
    own.stratum = labelOf(stratum, patients, labels);
    own.linearPredictor = difference.dot(fit.coef);
    own.linearPredictorStdError = std::sqrt(difference.dot(product(fit.covariance, difference)));
    if (std::abs(own.linearPredictor) <= kLargestLogRatio) own.risk = std::exp(own.linearPredictor);

    const auto row = static_cast<Index>(patients.order[at(stratum.first)]);
    Vector standardised = patients.x.row(stratum.first).transpose();
    for (Index j = 0; j < standardised.size(); ++j) {
      if (patients.scale(j) > 0)
        standardised(j) += (request.covariates(j) - x(row, j)) / patients.scale(j);
    }
    const double linear = centredIn(stratum, patients, fit, x, request.covariates);
    double hazard = 0, variance = 0;
    Vector means = Vector::Zero(x.cols());  // sum of m dH
    std::size_t next = stratum.endTime;
    const auto addUpTo = [&](double time) {
      for (; next > stratum.firstTime && timeOf(patients, next - 1) <= time; --next) {
        const RiskSetSums& sums = sets.times[next - 1];
        const double unit = std::exp(linear - sums.shift);
        hazard += sums.inverse * unit;
        variance += sums.square * unit * unit;
        const auto place = static_cast<Index>(next - 1);
        means += unit * (sums.square * covariates.sum.row(place) -
                         sums.cross * covariates.tiedSum.row(place))
                            .transpose();
      }
    };
    const auto report = [&](double time) {
      const Vector q = means - hazard * standardised;
      const double stdError = std::sqrt(std::max(0.0, variance + q.dot(product(covariance, q))));
      own.time.push_back(time);
      own.survival.push_back(std::exp(-hazard));
      own.stdError.push_back(std::exp(-hazard) * stdError);
      own.lower.push_back(std::exp(-hazard - critical * stdError));
      own.upper.push_back(std::min(1.0, std::exp(-hazard + critical * stdError)));
    };
    if (request.times.empty()) {
      for (std::size_t time = stratum.endTime; time-- > stratum.firstTime;) {
        addUpTo(timeOf(patients, time));
        report(timeOf(patients, time));
      }
    }
    for (const double time : request.times) {
      addUpTo(time);
      report(time);
    }
    predicted.push_back(std::move(own));
  }
  return predicted;
}

}  // namespace riskset
