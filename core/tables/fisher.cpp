#include "core/tables/fisher.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "core/tables/noncentral_hypergeometric.h"

namespace riskset {

FisherTest fisherTest(Counts a, Counts b) {
  constexpr double kRounding = 1e-7;
  // Below the smallest normal double a ratio near 1 is lost in rounding, and weights stand still.
  constexpr double kSmallest = std::numeric_limits<double>::min();
  const HypergeometricMargins margins{a.n, b.n, HypergeometricMargins::Whole{a.events} + b.events};
  std::vector<double> weights;
  double observed = 0;  // stays 0 below the smallest double
  double below = 0, above = 0;
  walkFromMode(margins, 1, kSmallest, [&](HypergeometricMargins::Whole x, double weight) {
    weights.push_back(weight);
    (x == a.events ? observed : x < a.events ? below : above) += weight;
  });
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
