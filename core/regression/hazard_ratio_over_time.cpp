#include "core/regression/hazard_ratio_over_time.h"

#include <algorithm>
#include <cmath>

#include "core/base/times.h"
#include "core/linear/cholesky.h"
#include "core/linear/products.h"
#include "core/regression/natural_smooth.h"

namespace riskset {
namespace {

using Eigen::Index;

constexpr double kBand = 2;         // standard errors
constexpr double kInverse = 1e-14;  // as of the covariance of the coefficients

std::size_t at(Index row) {
  return static_cast<std::size_t>(row);
}

// What the events of each stratum weigh within which the covariate varies, 0 of the others.
using Counts = std::vector<double>;

Counts informativeEvents(const CoxPatients& patients, Index column) {
  const double* x = patients.x.data() + column * patients.x.rows();
  Counts counts;
  for (Index start = 0; start < patients.x.rows();) {
    Index end = start;
    double events = 0;
    bool varies = false;
    for (; end < patients.x.rows() && (end == start || !patients.startsStratum(end)); ++end) {
      if (patients.event[at(end)]) events += patients.weightOf(end);
      varies = varies || x[end] != x[start];
    }
    counts.push_back(varies ? events : 0);
    start = end;
  }
  return counts;
}

struct Event {
  Index row;
  std::size_t stratum;
  double time, g;
};

std::vector<Event> inOrderOfTime(const std::vector<Event>& events) {
  std::vector<double> times;
  for (const Event& event : events)
    times.push_back(event.time);
  std::vector<Event> inOrder;
  for (const std::size_t position : ascending(times))
    inOrder.push_back(events[position]);
  return inOrder;
}

std::vector<double> transformedTimes(const std::vector<Event>& events) {
  std::vector<double> all;
  for (const Event& event : events)
    all.push_back(event.g);
  return all;
}

double timeAt(double g, const std::vector<Event>& events) {
  const auto after =
      std::find_if(events.begin(), events.end(), [&](const Event& event) { return event.g >= g; });
  if (after == events.end()) return events.back().time;
  if (after == events.begin()) return after->time;
  const Event& before = *(after - 1);
  return before.time + (after->time - before.time) * (g - before.g) / (after->g - before.g);
}

std::optional<HazardRatioSmooth> smoothOf(const std::vector<Event>& kept,
                                          const std::vector<double>& values, double variance,
                                          const SmoothGrid& grid,
                                          const std::vector<double>& gridTimes) {
  const auto line = smoothLine(grid, transformedTimes(kept), values);
  if (!line) return {};
  HazardRatioSmooth smooth;
  smooth.time = gridTimes;
  smooth.value = line->value;
  for (std::size_t i = 0; i < line->value.size(); ++i) {
    const double band = kBand * std::sqrt(variance * line->spread[i]);
    smooth.lower.push_back(line->value[i] - band);
    smooth.upper.push_back(line->value[i] + band);
  }
  return smooth;
}

}  // namespace

std::vector<HazardRatioCurve> hazardRatioOverTime(const CoxPatients& patients, const CoxFit& fit,
                                                  const Design& design,
                                                  const HazardRatioSums& sums) {
  const Index width = patients.x.cols();
  std::vector<Counts> informative;
  for (Index j = 0; j < width; ++j)
    informative.push_back(informativeEvents(patients, j));
  Matrix average = sums.information;
  for (Index i = 0; i < width; ++i) {
    for (Index j = 0; j < width; ++j) {
      double shared = 0;
      for (std::size_t s = 0; s < informative.front().size(); ++s)
        shared += std::min(informative[at(i)][s], informative[at(j)][s]);
      average(i, j) /= shared > 0 ? shared : 1;
    }
  }

  std::vector<Event> events;
  Matrix values(patients.x.rows(), width);  // of the rows with events
  Index start = 0;                          // of the stratum
  std::size_t stratum = 0;                  // those without an event count too
  Matrix scaling;
  for (std::size_t i = 0; i < patients.eventTimes.size(); ++i) {
    const CoxEventTime& time = patients.eventTimes[i];
    if (time.startsStratum) {
      while (start < time.firstRow)
        stratum += patients.startsStratum(++start);
      std::vector<bool> constant;
      for (Index j = 0; j < width; ++j)
        constant.push_back(!(informative[at(j)][stratum] > 0));
      scaling = GeneralisedCholesky(withoutColumns(average, constant), kInverse).inverse();
    }
    for (Index row = time.tiedRow; row < time.endRow; ++row) {
      if (!patients.event[at(row)] || !(time.meanWeight > 0)) continue;
      events.push_back({row, stratum, patients.time[at(row)], sums.g(static_cast<Index>(i))});
      const Vector residual = patients.x.row(row) - sums.means.row(static_cast<Index>(i)) /
                                                        (time.meanWeight * time.events);
      values.row(row) = product(scaling, residual).transpose();
    }
  }
  events = inOrderOfTime(events);

  const SmoothGrid grid = smoothGrid(transformedTimes(events));
  std::vector<double> gridTimes;
  for (const double g : grid.points)
    gridTimes.push_back(sums.timeOf ? sums.timeOf(g) : timeAt(g, events));
  const Matrix variance = GeneralisedCholesky(average, kInverse).inverse();
  std::vector<HazardRatioCurve> curves;
  for (const DesignRow& row : design.rows) {
    if (row.column < 0 || fit.aliased[static_cast<std::size_t>(row.column)]) continue;
    const double scale = patients.scale(row.column);
    HazardRatioCurve curve{row.term, row.level, {}, {}, {}};
    std::vector<Event> kept;
    for (const Event& event : events) {
      if (!(informative[at(row.column)][event.stratum] > 0)) continue;
      kept.push_back(event);
      curve.time.push_back(event.time);
      curve.value.push_back(fit.coef(row.column) + values(event.row, row.column) / scale);
    }
    curve.smooth = smoothOf(kept, curve.value, variance(row.column, row.column) / (scale * scale),
                            grid, gridTimes);
    curves.push_back(std::move(curve));
  }
  return curves;
}

}  // namespace riskset
