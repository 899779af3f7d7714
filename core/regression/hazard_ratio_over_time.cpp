#include "core/regression/hazard_ratio_over_time.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/linear/cholesky.h"
#include "core/linear/products.h"

namespace riskset {
namespace {

using Eigen::Index;

constexpr std::size_t kPoints = 40;
constexpr double kBand = 2;         // standard errors
constexpr double kSingular = 1e-7;  // of a column's length: what remains of it is rounding
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

// Four functions that span the natural cubic splines on [0, 1] with two knots inside.
using Basis = std::array<double, 4>;

Basis naturalSpline(double u, double first, double second) {
  const auto cubic = [u](double knot) {
    const double past = std::max(0.0, u - knot);
    return past * past * past / (1 - knot);
  };
  return {1, u, cubic(0) - cubic(second), cubic(first) - cubic(second)};
}

// The basis made orthonormal over `rows`, and the same combinations of it at `points`.
bool orthonormalise(std::vector<Basis>& rows, std::vector<Basis>& points) {
  const auto dot = [&](std::size_t i, std::size_t j) {
    double sum = 0;
    for (const Basis& row : rows)
      sum += row[i] * row[j];
    return sum;
  };
  for (std::size_t j = 0; j < 4; ++j) {
    const double before = std::sqrt(dot(j, j));
    for (int pass = 0; pass < 2; ++pass) {
      for (std::size_t i = 0; i < j; ++i) {
        const double share = dot(i, j);
        for (auto* all : {&rows, &points}) {
          for (Basis& own : *all)
            own[j] -= share * own[i];
        }
      }
    }
    const double length = std::sqrt(dot(j, j));
    if (!(length > kSingular * before)) return false;
    for (auto* all : {&rows, &points}) {
      for (Basis& own : *all)
        own[j] /= length;
    }
  }
  return true;
}

struct Event {
  Index row;
  std::size_t stratum;
  double time, g;
};

// The points of the smooth, from the smallest g of an event to the largest.
struct Grid {
  double from, width;
  double first, second;  // knots, as shares of the width
  std::vector<double> g;

  double share(double value) const { return (value - from) / width; }
  bool hasKnots() const { return first > 0 && first < second && second < 1; }
};

Grid gridOver(const std::vector<Event>& events) {
  Grid grid{events.front().g, events.back().g - events.front().g, 0, 0, {}};
  for (std::size_t i = 0; i < kPoints; ++i)
    grid.g.push_back(grid.from + grid.width * static_cast<double>(i) / (kPoints - 1));
  std::vector<double> all = grid.g;
  for (const Event& event : events)
    all.push_back(event.g);
  std::sort(all.begin(), all.end());
  const auto quantile = [&](double p) {
    const double position = p * static_cast<double>(all.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    return all[below] + (position - std::floor(position)) * (all[below + 1] - all[below]);
  };
  grid.first = grid.share(quantile(1.0 / 3));
  grid.second = grid.share(quantile(2.0 / 3));
  return grid;
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
                                          const Grid& grid, const std::vector<double>& gridTimes) {
  if (!grid.hasKnots()) return {};
  const auto basis = [&](double g) {
    return naturalSpline(grid.share(g), grid.first, grid.second);
  };
  std::vector<Basis> rows, points;
  for (const Event& event : kept)
    rows.push_back(basis(event.g));
  for (const double g : grid.g)
    points.push_back(basis(g));
  if (!orthonormalise(rows, points)) return {};

  Basis weights{};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < 4; ++j)
      weights[j] += rows[i][j] * values[i];
  }
  HazardRatioSmooth smooth;
  smooth.time = gridTimes;
  for (const Basis& point : points) {
    double value = 0;
    double spread = 0;
    for (std::size_t j = 0; j < 4; ++j) {
      value += weights[j] * point[j];
      spread += point[j] * point[j];
    }
    const double band = kBand * std::sqrt(variance * spread);
    smooth.value.push_back(value);
    smooth.lower.push_back(value - band);
    smooth.upper.push_back(value + band);
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
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.time < b.time; });

  const Grid grid = gridOver(events);
  std::vector<double> gridTimes;
  for (const double g : grid.g)
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
