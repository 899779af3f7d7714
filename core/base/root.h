// The root of a falling function.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace riskset {

// Where `f` comes down through 0 between `low` and `high`, to a few of the last digits of a double;
// the end it points to where it does not. `f` is not asked at the ends, and may be infinite.
//
// Chandrupatla's method [1]: inverse quadratic interpolation through the last three points where
// these are so placed that it can be trusted, and a halving where they are not: it cannot run away.
//
// [1] Chandrupatla TR (1997). Adv. Eng. Softw. 28:145-149. doi:10.1016/S0965-9978(96)00051-8
inline double fallingRoot(double low, double high, const std::function<double(double)>& f) {
  struct Point {
    double x, value;
  };
  constexpr int kMostSteps = 200;
  constexpr double kClose = 2 * std::numeric_limits<double>::epsilon();
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  // The root is between the last point and the one across; `before` was one of them.
  Point last{low, kInfinity}, across{high, -kInfinity}, before = last;
  double share = 0.5;  // of the way from the last point to the one across
  for (int step = 0; step < kMostSteps; ++step) {
    const double left = std::min(last.x, across.x), right = std::max(last.x, across.x);
    const double middle = left + (right - left) / 2;
    if (middle == left || middle == right) break;
    if (right - left <= kClose * std::fmin(std::abs(left), std::abs(right))) break;

    double x = last.x + share * (across.x - last.x);
    if (!(x > left && x < right)) x = middle;
    const Point next{x, f(x)};
    if (next.value == 0) return x;
    before = last;
    if ((next.value > 0) != (last.value > 0)) std::swap(before, across);
    last = next;

    const double place = (last.x - across.x) / (before.x - across.x);
    const double height = (last.value - across.value) / (before.value - across.value);
    share = 0.5;
    // Infinite values make no height that passes.
    if (height * height < place && (1 - height) * (1 - height) < 1 - place) {
      const double quadratic =
          last.value / (across.value - last.value) * before.value / (across.value - before.value) +
          (before.x - last.x) / (across.x - last.x) * last.value / (before.value - last.value) *
              across.value / (before.value - across.value);
      // Closer to an end than can be told from it would leave the other end where it is.
      const double least = kClose * std::abs(last.x) / std::abs(across.x - last.x);
      share = std::clamp(quadratic, std::min(least, 0.5), std::max(1 - least, 0.5));
    }
  }
  return last.x + (across.x - last.x) / 2;
}

}  // namespace riskset
