// The root of a monotone function.
#pragma once

#include <functional>

namespace riskset {

// The point between `low` and `high` up to which `before` holds and after which it does not: by
// halving, to the last digits of a double. Halving asks for no smoothness and cannot run away, and
// what is solved with it is cheap. Where `before` changes nowhere, the end it points to.
inline double crossing(double low, double high, const std::function<bool(double)>& before) {
  constexpr int kMostHalvings = 120;
  for (int step = 0; step < kMostHalvings; ++step) {
    const double middle = low + (high - low) / 2;
    if (middle == low || middle == high) break;
    (before(middle) ? low : high) = middle;
  }
  return low + (high - low) / 2;
}

}  // namespace riskset
