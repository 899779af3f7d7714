#include "core/tables/fisher.h"

#include <algorithm>
#include <cstdint>
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
  double observed;  // that of first cell x1; 0 below the smallest double
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
  RelativeProbabilities result{{1}, x1 == mode ? 1.0 : 0.0};
  const auto add = [&](Whole x, double weight) {
    result.weights.push_back(weight);
    if (x == x1) result.observed = weight;
  };
  double weight = 1;
  for (Whole x = mode; x < highest && weight > 0; ++x)
    add(x + 1, weight *= ratioUp(x));
  weight = 1;
  for (Whole x = mode; x > lowest && weight > 0; --x)
    add(x - 1, weight /= ratioUp(x - 1));
  return result;
}

}  // namespace

double fisherExactP(int x1, int n1, int x2, int n2) {
  constexpr double kRounding = 1 + 1e-7;
  auto [weights, observed] = hypergeometric(x1, n1, n2, Whole{x1} + x2);
  std::sort(weights.begin(), weights.end());  // smallest first: sums keep their precision
  double asExtreme = 0;
  double all = 0;
  for (const double weight : weights) {
    if (weight <= observed * kRounding) asExtreme += weight;
    all += weight;
  }
  return asExtreme / all;
}

}  // namespace riskset
