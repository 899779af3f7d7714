#include "core/regression/cox.h"

#include <algorithm>
#include <cmath>

#include "core/base/times.h"
#include "core/distributions/distributions.h"
#include "core/linear/cholesky.h"
#include "core/linear/products.h"
#include "core/regression/exact_ties.h"
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

// Rows in the order of CoxPatients, those of one time in their own order.
std::vector<std::size_t> latestFirst(const std::vector<double>& time,
                                     const std::vector<int>& stratum) {
  auto order = ascending(time);
  std::reverse(order.begin(), order.end());
  for (auto first = order.begin(); first != order.end();) {
    const auto last = std::find_if(first, order.end(),
                                   [&](std::size_t row) { return time[row] != time[*first]; });
    std::reverse(first, last);
    first = last;
  }
  return byStratum(std::move(order), stratum);
}

template <class T>
std::vector<T> inOrder(const std::vector<T>& values, const std::vector<std::size_t>& order) {
  std::vector<T> ordered;
  if (values.empty()) return ordered;
  ordered.reserve(order.size());
  for (const std::size_t row : order)
    ordered.push_back(values[row]);
  return ordered;
}

// The row at which each stratum starts, and the end of the last.
std::vector<std::size_t> strataOf(const CoxPatients& patients) {
  std::vector<std::size_t> bounds;
  for (std::size_t row = 0; row < patients.time.size(); ++row) {
    if (patients.startsStratum(static_cast<Index>(row))) bounds.push_back(row);
  }
  bounds.push_back(patients.time.size());
  return bounds;
}

// Fills a column with the values of the rows in `order`, centred within strata and divided by what
// is left of their spread, which is returned; 0 if nothing is. A column may be longer than a cache
// is large: each walk along it does all that it can.
double standardise(const double* values, const std::vector<std::size_t>& order,
                   const std::vector<std::size_t>& strata, double* column) {
  double size = 0;
  double squares = 0;
  for (std::size_t s = 0; s + 1 < strata.size(); ++s) {
    double sum = 0;
    for (std::size_t row = strata[s]; row < strata[s + 1]; ++row) {
      const double value = values[order[row]];
      column[row] = value;
      size = std::max(size, std::abs(value));
      sum += value;
    }
    const double mean = sum / static_cast<double>(strata[s + 1] - strata[s]);
    for (std::size_t row = strata[s]; row < strata[s + 1]; ++row) {
      column[row] -= mean;
      squares += column[row] * column[row];
    }
  }
  const double spread = std::sqrt(squares / static_cast<double>(order.size()));
  const bool constant = !(spread > kConstant * size);
  for (std::size_t row = 0; row < order.size(); ++row)
    column[row] = constant ? 0 : column[row] / spread;
  return constant ? 0 : spread;
}

std::vector<CoxEventTime> eventTimesOf(const CoxPatients& patients) {
  std::vector<CoxEventTime> times;
  const Index rows = static_cast<Index>(patients.time.size());
  CoxEventTime now{0, 0, 0};
  for (Index row = 0; row < rows;) {
    if (patients.startsStratum(row)) now = {row, row, row, 0, true};
    now.tiedRow = row;
    const double time = patients.time[at(row)];
    double weight = 0;
    do {
      if (patients.event[at(row)]) {
        ++now.events;
        weight += patients.weightOf(row);
      }
      ++row;
    } while (row < rows && patients.time[at(row)] == time && !patients.startsStratum(row));
    now.endRow = row;
    if (now.events == 0) continue;
    now.meanWeight = weight / now.events;
    times.push_back(now);
    now = {row, row, row};
  }
  return times;
}

// Who of a risk set is no longer in the next earlier one, and who is in none: follow-up between two
// event times.
void markLateEntries(CoxPatients& patients) {
  patients.between.assign(patients.time.size(), 1);
  std::vector<Index> byEntry;  // of the stratum so far, those in some risk set
  const auto timeOf = [&](const CoxEventTime& time) { return patients.time[at(time.tiedRow)]; };
  const auto earlier = [&](Index a, Index b) {
    return patients.entry[at(a)] < patients.entry[at(b)];
  };
  for (CoxEventTime& time : patients.eventTimes) {
    if (time.startsStratum) byEntry.clear();
    time.firstLate = patients.late.size();
    while (!byEntry.empty() && patients.entry[at(byEntry.front())] >= timeOf(time)) {
      patients.late.push_back(byEntry.front());
      std::pop_heap(byEntry.begin(), byEntry.end(), earlier);
      byEntry.pop_back();
    }
    time.endLate = patients.late.size();
    for (Index row = time.firstRow; row < time.endRow; ++row) {
      if (patients.entry[at(row)] >= timeOf(time)) continue;
      patients.between[at(row)] = 0;
      byEntry.push_back(row);
      std::push_heap(byEntry.begin(), byEntry.end(), earlier);
    }
  }
}

Likelihood likelihoodOf(const CoxPatients& patients, CoxTies ties) {
  if (ties == CoxTies::exact) return ExactTies(patients);
  return [&patients, ties](const Vector& coef) { return coxLikelihood(patients, ties, coef); };
}

}  // namespace

bool CoxPatients::startsStratum(Index row) const {
  return row == 0 || stratum[at(row)] != stratum[at(row - 1)];
}

CoxPatients coxPatients(const Matrix& x, const CoxData& data) {
  CoxPatients patients;
  patients.order = latestFirst(data.time, data.stratum);
  const auto& order = patients.order;
  patients.time = inOrder(data.time, order);
  patients.event = inOrder(data.event, order);
  patients.entry = inOrder(data.entry, order);
  patients.weight = inOrder(data.weight, order);
  patients.stratum = inOrder(data.stratum, order);
  patients.stratum.resize(order.size());
  for (std::size_t row = 0; row < patients.weight.size(); ++row) {
    if (!(patients.weight[row] > 0)) patients.event[row] = 0;  // nor does it tie with others
  }
  for (const std::uint8_t event : patients.event)
    patients.events += event;
  patients.x.resize(x.rows(), x.cols());
  patients.scale.resize(x.cols());
  patients.eventSum = Vector::Zero(x.cols());
  const auto strata = strataOf(patients);
  for (Index j = 0; j < x.cols(); ++j) {
    const Index first = j * x.rows();
    patients.scale(j) = standardise(x.data() + first, order, strata, patients.x.data() + first);
  }
  Vector ofEvents(x.rows());
  for (Index row = 0; row < x.rows(); ++row)
    ofEvents(row) = patients.event[at(row)] ? patients.weightOf(row) : 0;
  addWeightedSums(patients.eventSum, {patients.x.data(), x.rows(), x.rows()}, ofEvents.data());
  patients.eventTimes = eventTimesOf(patients);
  if (!patients.entry.empty()) markLateEntries(patients);
  return patients;
}

LikelihoodPoint coxLikelihood(const CoxPatients& patients, CoxTies ties, const Vector& coef) {
  const RiskSets sets = riskSets(patients, product(patients.x, coef), ties);
  RiskSetMoments moments = summedMoments(patients, sets);
  return {coef.dot(patients.eventSum) - sets.logWeight, patients.eventSum - moments.mean,
          std::move(moments.covariance)};
}

int CoxFit::coefficients() const {
  return static_cast<int>(std::count(aliased.begin(), aliased.end(), false));
}

CoxFit fitCox(const CoxPatients& patients, CoxTies ties) {
  const Index width = patients.x.cols();
  CoxFit fit;
  fit.maximum = maximise(likelihoodOf(patients, ties), width);
  const Maximum& maximum = fit.maximum;
  fit.aliased = maximum.aliased;
  fit.diverging = maximum.diverging;
  fit.converged = maximum.converged;
  fit.iterations = maximum.iterations;
  fit.logLikNull = maximum.atNull.logLik;
  fit.logLik = maximum.atMaximum.logLik;
  fit.linear = product(patients.x, maximum.coef);

  setCoefficients(fit, patients);
  const int df = fit.coefficients();
  fit.likelihoodRatio = chiSquareTest(2 * (fit.logLik - fit.logLikNull), df);
  fit.score = chiSquareTest(
      quadraticForm(GeneralisedCholesky(maximum.atNull.information), maximum.atNull.gradient), df);
  if (!maximum.anyDiverging()) {
    const Matrix information = withoutColumns(maximum.atMaximum.information, fit.aliased);
    fit.wald = chiSquareTest(maximum.coef.dot(product(information, maximum.coef)), df);
  }
  return fit;
}

void setCoefficients(CoxFit& fit, const CoxPatients& patients) {
  const Index width = patients.x.cols();
  const Matrix information = withoutColumns(fit.maximum.atMaximum.information, fit.aliased);
  const Matrix inverse = GeneralisedCholesky(information, 1e-14).inverse();
  fit.coef = Vector::Zero(width);
  fit.covariance = Matrix::Zero(width, width);
  for (Index i = 0; i < width; ++i) {
    if (fit.aliased[at(i)]) continue;
    fit.coef(i) = fit.maximum.coef(i) / patients.scale(i);
    for (Index j = 0; j < width; ++j) {
      if (fit.aliased[at(j)]) continue;
      fit.covariance(i, j) = inverse(i, j) / (patients.scale(i) * patients.scale(j));
    }
  }
}

Maximum fitCoxWithout(const CoxPatients& patients, CoxTies ties, const CoxFit& full,
                      const std::vector<bool>& without) {
  return maximiseWithout(likelihoodOf(patients, ties), full.maximum, without);
}

}  // namespace riskset
