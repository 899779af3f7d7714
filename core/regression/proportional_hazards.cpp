#include "core/regression/proportional_hazards.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/contains.h"
#include "core/distributions/distributions.h"
#include "core/linear/cholesky.h"
#include "core/regression/risk_sets.h"
#include "core/survival/kaplan_meier.h"

namespace riskset {
namespace {

using Eigen::Index;

std::map<double, double> kaplanMeierBefore(const CoxPatients& patients) {
  const SurvivalSteps steps = kaplanMeier(patients.time, patients.event);
  std::map<double, double> g;
  double before = 1;
  for (std::size_t i = 0; i < steps.time.size(); ++i) {
    g[steps.time[i]] = 1 - before;
    before = steps.survival[i];
  }
  return g;
}

// Ranks among all patients' times, ties sharing their mean rank.
std::map<double, double> meanRanks(const CoxPatients& patients) {
  std::map<double, double> g;
  for (const double time : patients.time)
    ++g[time];
  double below = 0;
  for (auto& [time, value] : g) {
    const double count = value;
    value = below + (count + 1) / 2;
    below += count;
  }
  return g;
}

std::map<double, double> functionOfTime(const CoxPatients& patients, TimeTransform transform) {
  switch (transform) {
    case TimeTransform::km:
      return kaplanMeierBefore(patients);
    case TimeTransform::rank:
      return meanRanks(patients);
    case TimeTransform::identity:
    case TimeTransform::log:
      break;
  }
  std::map<double, double> g;
  for (const double time : patients.time)
    g[time] = transform == TimeTransform::log ? std::log(time) : time;
  return g;
}

// Centred over the events and scaled to their spread, which changes no test but keeps the
// information matrix well conditioned. Empty when g is constant or not finite at an event.
std::optional<Vector> standardisedAtEvents(const CoxPatients& patients, TimeTransform transform) {
  const auto g = functionOfTime(patients, transform);
  Vector values(patients.x.rows());
  double sum = 0;
  for (Index row = 0; row < values.size(); ++row) {
    values(row) = g.at(patients.time[static_cast<std::size_t>(row)]);
    if (patients.event[static_cast<std::size_t>(row)]) sum += values(row);
  }
  const double mean = sum / patients.events;
  double squares = 0;
  for (Index row = 0; row < values.size(); ++row) {
    values(row) -= mean;
    if (patients.event[static_cast<std::size_t>(row)]) squares += values(row) * values(row);
  }
  const double spread = std::sqrt(squares / patients.events);
  if (!std::isfinite(spread) || !(spread > 1e-12 * (1 + std::abs(mean)))) return {};
  return values / spread;
}

// g of each row as it is, and its inverse where that is a formula.
void setFunctionOfTime(HazardRatioSums& sums, const CoxPatients& patients,
                       TimeTransform transform) {
  const auto g = functionOfTime(patients, transform);
  sums.g.resize(patients.x.rows());
  for (Index row = 0; row < sums.g.size(); ++row)
    sums.g(row) = g.at(patients.time[static_cast<std::size_t>(row)]);
  if (transform == TimeTransform::identity) sums.timeOf = [](double time) { return time; };
  if (transform == TimeTransform::log)
    sums.timeOf = [](double logTime) { return std::exp(logTime); };
}

struct ScoreTest {
  Vector score;        // for theta; that for beta is 0 at the maximum
  Matrix information;  // of (beta, theta)
};

// The test of theta in `columns` alone, with all of beta.
std::optional<ChiSquareTest> testOf(const ScoreTest& all, const std::vector<Index>& columns) {
  const Index width = all.score.size();
  std::vector<Index> kept(static_cast<std::size_t>(width));
  for (Index j = 0; j < width; ++j)
    kept[static_cast<std::size_t>(j)] = j;
  Vector score = Vector::Zero(width + static_cast<Index>(columns.size()));
  for (std::size_t j = 0; j < columns.size(); ++j) {
    kept.push_back(width + columns[j]);
    score(width + static_cast<Index>(j)) = all.score(columns[j]);
  }
  Matrix information(score.size(), score.size());
  for (Index i = 0; i < score.size(); ++i) {
    for (Index j = 0; j < score.size(); ++j) {
      information(i, j) =
          all.information(kept[static_cast<std::size_t>(i)], kept[static_cast<std::size_t>(j)]);
    }
  }
  const GeneralisedCholesky decomposed(information);
  int df = 0;
  for (std::size_t j = 0; j < columns.size(); ++j)
    df += !decomposed.dropped(width + static_cast<Index>(j));
  if (df == 0) return {};
  const double chiSquare = quadraticForm(decomposed, score);
  return ChiSquareTest{chiSquare, df, chiSquareP(chiSquare, df)};
}

}  // namespace

std::optional<ProportionalHazards> testProportionalHazards(const CoxPatients& patients,
                                                           const CoxFit& fit, CoxTies ties,
                                                           const Design& design,
                                                           TimeTransform transform, bool curves) {
  const auto g = standardisedAtEvents(patients, transform);
  if (!g || contains(fit.diverging, true)) return {};

  const Index width = patients.x.cols();
  ScoreTest test{Vector::Zero(width), Matrix::Zero(2 * width, 2 * width)};
  for (Index row = 0; row < patients.x.rows(); ++row) {
    if (patients.event[static_cast<std::size_t>(row)]) {
      test.score += (*g)(row)*patients.x.row(row).transpose();
    }
  }
  HazardRatioSums sums;
  if (curves) sums.means = Matrix::Zero(patients.x.rows(), width);
  const RiskSets sets = riskSets(patients, fit.linear, ties);
  for (const RiskSetTime& time : sets.times) {
    for (Index term = time.firstTerm; term < time.endTerm; ++term) {
      test.score -= (*g)(time.firstRow) * sets.means.row(term).transpose();
      if (curves) sums.means.row(time.firstRow) += sets.means.row(term);
    }
  }
  const auto covariance = [&](const Vector& factor) {
    return summedCovariance(patients, fit.linear, sets, factor);
  };
  test.information.topLeftCorner(width, width) = covariance(Vector::Ones(g->size()));
  test.information.topRightCorner(width, width) = covariance(*g);
  test.information.bottomRightCorner(width, width) = covariance(g->cwiseProduct(*g));
  test.information.bottomLeftCorner(width, width) =
      test.information.topRightCorner(width, width).transpose();
  for (Index j = 0; j < width; ++j) {
    if (!fit.aliased[static_cast<std::size_t>(j)]) continue;
    for (const Index column : {j, width + j}) {
      test.information.row(column).setZero();
      test.information.col(column).setZero();
    }
    test.score(j) = 0;
  }

  ProportionalHazards result;
  result.transform = transform;
  std::vector<Index> everything;
  for (const TermColumns& term : design.terms) {
    std::vector<Index> columns;
    for (Index j = term.first; j < term.first + term.count; ++j)
      columns.push_back(j);
    everything.insert(everything.end(), columns.begin(), columns.end());
    if (const auto own = testOf(test, columns)) {
      result.terms.push_back({term.name, own->chiSquare, own->df, own->p});
    }
  }
  const auto global = testOf(test, everything);
  if (!global) return {};
  result.global = *global;
  if (curves) {
    sums.information = test.information.topLeftCorner(width, width);
    setFunctionOfTime(sums, patients, transform);
    result.curves = hazardRatioOverTime(patients, fit, design, sums);
  }
  return result;
}

}  // namespace riskset
