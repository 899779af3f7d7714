#include "core/regression/natural_smooth.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace riskset {
namespace {

constexpr std::size_t kPoints = 40;
constexpr double kSingular = 1e-7;  // of a column's length: what remains of it is rounding

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

}  // namespace

SmoothGrid smoothGrid(std::span<const double> x) {
  const auto [smallest, largest] = std::minmax_element(x.begin(), x.end());
  SmoothGrid grid{*smallest, *largest - *smallest, 0, 0, {}};
  for (std::size_t i = 0; i < kPoints; ++i)
    grid.points.push_back(grid.from + grid.width * static_cast<double>(i) / (kPoints - 1));
  std::vector<double> all = grid.points;
  all.insert(all.end(), x.begin(), x.end());
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

std::optional<SmoothLine> smoothLine(const SmoothGrid& grid, std::span<const double> x,
                                     std::span<const double> y) {
  if (!(grid.first > 0 && grid.first < grid.second && grid.second < 1)) return {};
  const auto basis = [&](double at) {
    return naturalSpline(grid.share(at), grid.first, grid.second);
  };
  std::vector<Basis> rows, points;
  for (const double at : x)
    rows.push_back(basis(at));
  for (const double at : grid.points)
    points.push_back(basis(at));
  if (!orthonormalise(rows, points)) return {};

  Basis weights{};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < 4; ++j)
      weights[j] += rows[i][j] * y[i];
  }
  SmoothLine line;
  for (const Basis& point : points) {
    double value = 0;
    double spread = 0;
    for (std::size_t j = 0; j < 4; ++j) {
      value += weights[j] * point[j];
      spread += point[j] * point[j];
    }
    line.value.push_back(value);
    line.spread.push_back(spread);
  }
  return line;
}

}  // namespace riskset
