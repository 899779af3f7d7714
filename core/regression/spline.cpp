#include "core/regression/spline.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace riskset {
namespace {

using Eigen::Index;

constexpr std::array<std::array<double, 7>, 5> kQuantiles{{
    {0.1, 0.5, 0.9},
    {0.05, 0.35, 0.65, 0.95},
    {0.05, 0.275, 0.5, 0.725, 0.95},
    {0.05, 0.23, 0.41, 0.59, 0.77, 0.95},
    {0.025, 0.1833, 0.3417, 0.5, 0.6583, 0.8167, 0.975},
}};

// Between order statistics, linearly: R's type 7.
double quantile(const std::vector<double>& sorted, double p) {
  const double position = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  if (below + 1 >= sorted.size()) return sorted.back();
  return sorted[below] + (position - std::floor(position)) * (sorted[below + 1] - sorted[below]);
}

double cubed(double x) {
  return x > 0 ? x * x * x : 0;
}

}  // namespace

std::vector<double> splineKnots(std::span<const double> values, int knots) {
  if (values.empty()) return {};
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> places;
  for (int i = 0; i < knots; ++i) {
    const auto row = static_cast<std::size_t>(knots - kFewestKnots);
    places.push_back(quantile(sorted, kQuantiles[row][static_cast<std::size_t>(i)]));
    if (i > 0 && !(places[places.size() - 2] < places.back())) return {};
  }
  return places;
}

std::vector<Vector> splineColumns(std::span<const double> values, std::span<const double> knots) {
  const auto rows = static_cast<Index>(values.size());
  std::vector<Vector> columns{Eigen::Map<const Vector>(values.data(), rows)};
  const std::size_t last = knots.size() - 1;
  const double end = knots[last], before = knots[last - 1];
  const double unit = (end - knots[0]) * (end - knots[0]);
  for (std::size_t j = 0; j + 2 < knots.size(); ++j) {
    Vector column(rows);
    for (Index row = 0; row < rows; ++row) {
      const double x = values[static_cast<std::size_t>(row)];
      column(row) = (cubed(x - knots[j]) - cubed(x - before) * (end - knots[j]) / (end - before) +
                     cubed(x - end) * (before - knots[j]) / (end - before)) /
                    unit;
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace riskset
