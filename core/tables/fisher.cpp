#include "core/tables/fisher.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace riskset {
namespace {

// Counts up to 2^31 each: their sums need more bits.
using Whole = std::int64_t;

// Hypergeometric probabilities up to a common factor, for the first cells around the mode that are
// not below the smallest double. Each comes from its neighbour by a ratio of whole numbers,
// starting at the mode, so no factorial is ever formed and the relative error stays near the number
// of steps times machine epsilon.
struct RelativeProbabilities {
  std::vector<double> weights;
  double observed;              // that of first cell x1; 0 below the smallest double
  double below = 0, above = 0;  // sums over the first cells on either side of x1
};

RelativeProbabilities hypergeometric(Whole x1, Whole n1, Whole n2, Whole events) {
  const Whole lowest = std::max<Whole>(0, events - n2);
  const Whole highest = std::min(n1, events);
  const auto ratioUp = [&](Whole x) {  // P(x + 1) / P(x)
    return static_cast<double>(n1 - x) * static_cast<double>(events - x) /
           (static_cast<double>(x + 1) * static_cast<double>(n2 - events + x + 1));
  };
  const double expected = static_cast<double>(n1 + 1) * static_cast<double>(events + 1) /
                          static_cast<double>(n1 + n2 + 2);
  const Whole mode = std::clamp(static_cast<Whole>(expected), lowest, highest);
  // Below the smallest normal double a ratio near 1 is lost in rounding, and weights stand still.
  constexpr double kSmallest = std::numeric_limits<double>::min();
  RelativeProbabilities result{{}, 0};
  const auto add = [&](Whole x, double weight) {
    result.weights.push_back(weight);
    (x == x1 ? result.observed : x < x1 ? result.below : result.above) += weight;
  };
  add(mode, 1);
  double weight = 1;
  for (Whole x = mode; x < highest && weight > kSmallest; ++x)
    add(x + 1, weight *= ratioUp(x));
  weight = 1;
  for (Whole x = mode; x > lowest && weight > kSmallest; --x)
    add(x - 1, weight /= ratioUp(x - 1));
  return result;
}

}  // namespace

FisherTest fisherTest(Counts a, Counts b) {
  constexpr double kRounding = 1e-7;
  auto [weights, observed, below, above] =
      hypergeometric(a.events, a.n, b.n, Whole{a.events} + b.events);
  std::sort(weights.begin(), weights.end());  // smallest first: sums keep their precision
  double asExtreme = 0, asProbable = 0, all = 0;
  for (const double weight : weights) {
    all += weight;
    if (weight > observed * (1 + kRounding)) continue;
    asExtreme += weight;
    if (weight >= observed * (1 - kRounding)) asProbable += weight;
  }
  const double smallerTail = std::min(below, above) + observed / 2;
  return {asExtreme / all,
          (below + observed) / all,
          (above + observed) / all,
          (asExtreme - asProbable / 2) / all,
          (asExtreme - observed / 2) / all,
          std::min(1.0, 2 * smallerTail / all)};
}

}  // namespace riskset
