#include "core/tables/fisher.h"

#include <algorithm>
#include <vector>

namespace riskset {
namespace {

// Hypergeometric probabilities up to a common factor, for first cells lowest..lowest+size-1. Each
// comes from its neighbour by a ratio of whole numbers, starting at the mode, so no factorial is
// ever formed and the relative error stays near the number of steps times machine epsilon.
struct RelativeProbabilities {
  int lowest;
  std::vector<double> weights;
};

RelativeProbabilities hypergeometric(int n1, int n2, int events) {
  const int lowest = std::max(0, events - n2);
  const int highest = std::min(n1, events);
  const auto ratioUp = [&](int x) {  // P(x + 1) / P(x)
    return static_cast<double>(n1 - x) * (events - x) /
           (static_cast<double>(x + 1) * (n2 - events + x + 1));
  };
  const double total = static_cast<double>(n1) + n2 + 2;
  const int mode =
      std::clamp(static_cast<int>((n1 + 1.0) * (events + 1.0) / total), lowest, highest);
  std::vector<double> weights(static_cast<std::size_t>(highest - lowest + 1));
  const auto at = [&](int x) -> double& { return weights[static_cast<std::size_t>(x - lowest)]; };
  at(mode) = 1;
  for (int x = mode; x < highest; ++x)
    at(x + 1) = at(x) * ratioUp(x);
  for (int x = mode; x > lowest; --x)
    at(x - 1) = at(x) / ratioUp(x - 1);
  return {lowest, std::move(weights)};
}

}  // namespace

double fisherExactP(int x1, int n1, int x2, int n2) {
  constexpr double kRounding = 1 + 1e-7;
  auto [lowest, weights] = hypergeometric(n1, n2, x1 + x2);
  const double observed = weights[static_cast<std::size_t>(x1 - lowest)];
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
