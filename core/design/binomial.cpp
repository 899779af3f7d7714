#include "core/design/binomial.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace riskset {

std::vector<double> binomialProbabilities(int n, double rate) {
  std::vector<double> probability(static_cast<std::size_t>(n) + 1);
  const int mode = std::min(n, static_cast<int>(std::floor((n + 1) * rate)));
  const auto at = [&](int x) -> double& { return probability[static_cast<std::size_t>(x)]; };
  at(mode) = 1;
  const double odds = rate / (1 - rate);  // infinite at 1, where the mode is n: not used upwards
  for (int x = mode; x < n; ++x)
    at(x + 1) = at(x) * odds * (n - x) / (x + 1);
  for (int x = mode; x > 0; --x)
    at(x - 1) = at(x) * x / (odds * (n - x + 1));
  // Smallest first keeps the digits of the sum; the two flanks rise to the mode.
  const double all = std::accumulate(probability.begin(), probability.begin() + mode, 0.0) +
                     std::accumulate(probability.rbegin(), probability.rend() - mode, 0.0);
  for (double& each : probability)
    each /= all;
  return probability;
}

}  // namespace riskset
