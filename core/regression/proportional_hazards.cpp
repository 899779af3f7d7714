#include "core/regression/proportional_hazards.h"

#include <algorithm>
#include <cmath>

#include "core/base/contains.h"
#include "core/base/times.h"
#include "core/distributions/distributions.h"
#include "core/linear/cholesky.h"
#include "core/linear/products.h"
#include "core/regression/risk_sets.h"
#include "core/survival/kaplan_meier.h"

namespace riskset {
namespace {

using Eigen::Index;

// All patients, by time.
SurvivalData pooled(const CoxPatients& patients) {
  return rowsOf({patients.time, patients.event, patients.entry, {}, {}}, ascending(patients.time));
}

double timeOf(const CoxPatients& patients, const CoxEventTime& at) {
  return patients.time[static_cast<std::size_t>(at.tiedRow)];
}

// Strata share one Kaplan-Meier curve, which knows no case weights (as R's cox.zph).
Vector kaplanMeierBefore(const CoxPatients& patients) {
  const SurvivalData all = pooled(patients);
  const SurvivalSteps steps = kaplanMeier(all, {});
  Vector g(static_cast<Index>(patients.eventTimes.size()));
  for (Index at = 0; at < g.size(); ++at) {
    const auto step =
        std::lower_bound(steps.time.begin(), steps.time.end(),
                         timeOf(patients, patients.eventTimes[static_cast<std::size_t>(at)]));
    const auto before = step - steps.time.begin();
    g(at) = before == 0 ? 0 : 1 - steps.survival[static_cast<std::size_t>(before - 1)];
  }
  return g;
}

// Ranks among all patients' times, ties sharing their mean rank.
Vector meanRanks(const CoxPatients& patients) {
  const SurvivalData all = pooled(patients);
  Vector g(static_cast<Index>(patients.eventTimes.size()));
  for (Index at = 0; at < g.size(); ++at) {
    const auto [first, end] =
        std::equal_range(all.time.begin(), all.time.end(),
                         timeOf(patients, patients.eventTimes[static_cast<std::size_t>(at)]));
    g(at) = static_cast<double>((first - all.time.begin()) + (end - all.time.begin()) + 1) / 2;
  }
  return g;
}

// g at each event time.
Vector functionOfTime(const CoxPatients& patients, TimeTransform transform) {
  switch (transform) {
    case TimeTransform::km:
      return kaplanMeierBefore(patients);
    case TimeTransform::rank:
      return meanRanks(patients);
    case TimeTransform::identity:
    case TimeTransform::log:
      break;
  }
  Vector g(static_cast<Index>(patients.eventTimes.size()));
  for (Index at = 0; at < g.size(); ++at) {
    const double time = timeOf(patients, patients.eventTimes[static_cast<std::size_t>(at)]);
    g(at) = transform == TimeTransform::log ? std::log(time) : time;
  }
  return g;
}

// Centred over the events and scaled to their spread, which changes no test but keeps the
// information matrix well conditioned. Empty when g is constant or not finite at an event.
std::optional<Vector> standardisedAtEvents(const CoxPatients& patients, const Vector& g) {
  Vector events(g.size());
  for (Index at = 0; at < g.size(); ++at)
    events(at) = patients.eventTimes[static_cast<std::size_t>(at)].events;
  const double mean = g.dot(events) / patients.events;
  const Vector centred = g.array() - mean;
  const double spread = std::sqrt(centred.cwiseAbs2().dot(events) / patients.events);
  if (!std::isfinite(spread) || !(spread > 1e-12 * (1 + std::abs(mean)))) return {};
  return centred / spread;
}

// The Schoenfeld residuals summed over the events of each time: their x less the means.
Matrix summedResiduals(const CoxPatients& patients, const Matrix& means) {
  Matrix residuals = -means;
  for (Index j = 0; j < residuals.cols(); ++j) {
    const double* x = patients.x.data() + j * patients.x.rows();
    for (Index at = 0; at < residuals.rows(); ++at) {
      const CoxEventTime& time = patients.eventTimes[static_cast<std::size_t>(at)];
      for (Index row = time.tiedRow; row < time.endRow; ++row) {
        if (patients.event[static_cast<std::size_t>(row)])
          residuals(at, j) += patients.weightOf(row) * x[row];
      }
    }
  }
  return residuals;
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
  const Vector time = functionOfTime(patients, transform);
  const auto g = standardisedAtEvents(patients, time);
  if (!g || contains(fit.diverging, true)) return {};

  const Index width = patients.x.cols();
  const RiskSets sets = riskSets(patients, fit.linear, ties);
  const Matrix means = summedMeans(sets, covariateSums(patients, sets));
  const Matrix residuals = summedResiduals(patients, means);
  ScoreTest test{productOfTransposed(residuals, *g), Matrix::Zero(2 * width, 2 * width)};
  const auto covariances =
      summedCovariances(patients, sets, {Vector::Ones(g->size()), *g, g->cwiseProduct(*g)});
  test.information.topLeftCorner(width, width) = covariances[0];
  test.information.topRightCorner(width, width) = covariances[1];
  test.information.bottomRightCorner(width, width) = covariances[2];
  test.information.bottomLeftCorner(width, width) =
      test.information.topRightCorner(width, width).transpose();
  std::vector<bool> left = fit.aliased;
  left.insert(left.end(), fit.aliased.begin(), fit.aliased.end());
  test.information = withoutColumns(std::move(test.information), left);
  for (Index j = 0; j < width; ++j) {
    if (fit.aliased[static_cast<std::size_t>(j)]) test.score(j) = 0;
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
    HazardRatioSums sums{means, test.information.topLeftCorner(width, width), time};
    if (transform == TimeTransform::identity) sums.timeOf = [](double value) { return value; };
    if (transform == TimeTransform::log) sums.timeOf = [](double value) { return std::exp(value); };
    result.curves = hazardRatioOverTime(patients, fit, design, sums);
  }
  return result;
}

}  // namespace riskset
