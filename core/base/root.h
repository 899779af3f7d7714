// The root of a falling function.
#pragma once

#include <cmath>
#include <functional>
#include <limits>

namespace riskset {

// Where `f` comes down through 0 between `low` and `high`, to a few of the last digits of a double;
// the end it points to where it does not. `f` is not asked at the ends, and may be infinite. By
// false position with the Illinois rule [1], and a halving every third time: it cannot run away.
//
// [1] Dowell M, Jarratt P (1971). BIT 11:168-174. doi:10.1007/BF01934364
inline double fallingRoot(double low, double high, const std::function<double(double)>& f) {
  constexpr int kMostSteps = 200;
  constexpr double kClose = 2 * std::numeric_limits<double>::epsilon();
  double above = std::numeric_limits<double>::infinity(), below = -above;  // f at the ends
  int side = 0;
  for (int step = 0; step < kMostSteps; ++step) {
    const double middle = low + (high - low) / 2;
    if (middle == low || middle == high) break;
    if (high - low <= kClose * std::fmin(std::abs(low), std::abs(high))) break;
    double x = middle;
    if (std::isfinite(above) && std::isfinite(below) && step % 3 != 2) {
      const double between = low + (high - low) * (above / (above - below));
      if (between > low && between < high) x = between;
    }
    const double value = f(x);
    if (value == 0) return x;
    if (value > 0) {
      low = x;
      above = value;
      if (side > 0) below /= 2;
      side = 1;
    } else {
      high = x;
      below = value;
      if (side < 0) above /= 2;
      side = -1;
    }
  }
  return low + (high - low) / 2;
}

}  // namespace riskset
