// The smooth line through points (x, y): a least-squares natural cubic spline with 4 degrees of
// freedom, as R's plot.cox.zph draws it. Its two inner knots lie at the thirds (quantiles of R's
// type 7) of the x together with the 40 equidistant points at which the line is evaluated; beyond
// the smallest and largest x it would be straight.
//
// Source: Grambsch PM, Therneau TM (1994). Biometrika 81:515-526. doi:10.1093/biomet/81.3.515
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace riskset {

struct SmoothGrid {
  double from, width;
  double first, second;        // inner knots, as shares of the width
  std::vector<double> points;  // from the smallest x to the largest

  double share(double x) const { return (x - from) / width; }
};

// Of one x at least, in any order.
SmoothGrid smoothGrid(std::span<const double> x);

// The line at the points of the grid. `spread`: its variance there where each y has variance 1.
struct SmoothLine {
  std::vector<double> value, spread;
};

// `x` are the grid's own or some of them. Empty when they are too few or too equal: fewer than
// four different ones, or a third of them at one place.
std::optional<SmoothLine> smoothLine(const SmoothGrid& grid, std::span<const double> x,
                                     std::span<const double> y);

}  // namespace riskset
