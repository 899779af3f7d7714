#include "core/tables/exact_mantel_haenszel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/root.h"
#include "core/tables/noncentral_hypergeometric.h"

namespace riskset {
namespace {

using Whole = HypergeometricMargins::Whole;

// Probabilities up to a common factor, of whole numbers from `first` on.
struct Weights {
  Whole first = 0;
  std::vector<double> values{1};
};

struct Strata {
  std::vector<HypergeometricMargins> margins;
  Whole observed = 0, lowest = 0, highest = 0;
};

Strata strataOf(const std::vector<TwoByTwo>& tables) {
  Strata strata;
  for (const auto& table : tables) {
    const auto& added = strata.margins.emplace_back(HypergeometricMargins{
        Whole{table.a} + table.b, Whole{table.c} + table.d, Whole{table.a} + table.c});
    strata.observed += table.a;
    strata.lowest += added.lowest();
    strata.highest += added.highest();
  }
  return strata;
}

Weights stratum(const HypergeometricMargins& margins, double oddsRatio) {
  constexpr double kSmallest = std::numeric_limits<double>::min();
  Weights up, down;
  up.first = margins.mode(oddsRatio);
  up.values.clear();
  walkFromMode(margins, oddsRatio, kSmallest, [&](Whole x, double weight) {
    (x >= up.first ? up : down).values.push_back(weight);
  });
  Weights all;
  all.first = up.first - std::ssize(down.values) + 1;
  all.values.assign(down.values.rbegin(), down.values.rend() - 1);
  all.values.insert(all.values.end(), up.values.begin(), up.values.end());
  return all;
}

// Empty beyond the budget of work.
std::optional<Weights> convolved(const Strata& strata, double oddsRatio) {
  constexpr double kBudget = 3e8;  // products; there are two convolutions
  double work = 0;
  Weights sum;
  for (const auto& margins : strata.margins) {
    const Weights next = stratum(margins, oddsRatio);
    work += static_cast<double>(sum.values.size()) * static_cast<double>(next.values.size());
    if (work > kBudget) return {};
    std::vector<double> values(sum.values.size() + next.values.size() - 1);
    for (std::size_t i = 0; i < sum.values.size(); ++i) {
      for (std::size_t j = 0; j < next.values.size(); ++j)
        values[i + j] += sum.values[i] * next.values[j];
    }
    const double largest = *std::max_element(values.begin(), values.end());
    for (double& value : values)
      value /= largest;
    sum = {sum.first + next.first, std::move(values)};
  }
  return sum;
}

double meanOf(const Strata& strata, double oddsRatio) {
  constexpr double kNegligible = 1e-30;
  double mean = 0;
  for (const auto& margins : strata.margins) {
    double all = 0, moment = 0;
    walkFromMode(margins, oddsRatio, kNegligible, [&](Whole x, double weight) {
      all += weight;
      moment += weight * static_cast<double>(x);
    });
    mean += moment / all;
  }
  return mean;
}

// The logarithm of the odds ratio under which the sum has this mean.
double logOddsRatioOfMean(const Strata& strata, double mean) {
  constexpr double kLargestLog = 100;  // beyond every odds ratio of counts below 1e9
  return fallingRoot(-kLargestLog, kLargestLog,
                     [&](double log) { return mean - meanOf(strata, std::exp(log)); });
}

struct Tails {
  double upTo, from;  // P(sum <= observed), P(sum >= observed)
};

// The tails when the odds ratio is multiplied by exp(shift).
Tails tailsOf(const Weights& weights, Whole observed, double shift) {
  std::vector<double> logs;
  for (std::size_t i = 0; i < weights.values.size(); ++i) {
    const double steps = static_cast<double>(weights.first + static_cast<Whole>(i) - observed);
    logs.push_back(std::log(weights.values[i]) + steps * shift);
  }
  const double largest = *std::max_element(logs.begin(), logs.end());
  double all = 0, upTo = 0, from = 0;
  for (std::size_t i = 0; i < logs.size(); ++i) {
    const Whole x = weights.first + static_cast<Whole>(i);
    const double weight = std::exp(logs[i] - largest);
    all += weight;
    if (x <= observed) upTo += weight;
    if (x >= observed) from += weight;
  }
  return {upTo / all, from / all};
}

}  // namespace

std::optional<ExactMantelHaenszel> exactMantelHaenszel(const std::vector<TwoByTwo>& tables,
                                                       double level) {
  const Strata strata = strataOf(tables);
  const auto null = convolved(strata, 1);
  if (!null) return {};
  ExactMantelHaenszel result{1, 1, 1, {}};
  constexpr double kRounding = 1e-7;
  double observed = 0, below = 0, above = 0;
  for (std::size_t i = 0; i < null->values.size(); ++i) {
    const Whole x = null->first + static_cast<Whole>(i);
    (x == strata.observed ? observed : x < strata.observed ? below : above) += null->values[i];
  }
  std::vector<double> weights = null->values;
  std::sort(weights.begin(), weights.end());  // smallest first: sums keep their precision
  const auto beyond = std::upper_bound(weights.begin(), weights.end(), observed * (1 + kRounding));
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  result.p = std::accumulate(weights.begin(), beyond, 0.0) / all;
  result.less = (below + observed) / all;
  result.greater = (above + observed) / all;
  if (strata.lowest == strata.highest) return result;

  // Weights around the observed sum, so that none is lost where the limits look for them.
  const auto sum = static_cast<double>(strata.observed);
  const double nearby = std::clamp(sum, static_cast<double>(strata.lowest) + 0.5,
                                   static_cast<double>(strata.highest) - 0.5);
  const double centre = logOddsRatioOfMean(strata, nearby);
  const auto around = convolved(strata, std::exp(centre));
  if (!around) return {};
  const double tail = (1 - level) / 2;
  const auto limit = [&](auto&& falling) {
    constexpr double kFarthest = 100;
    return std::exp(centre + fallingRoot(-kFarthest, kFarthest, [&](double shift) {
                      return falling(tailsOf(*around, strata.observed, shift));
                    }));
  };
  const bool lowest = strata.observed == strata.lowest;
  const bool highest = strata.observed == strata.highest;
  if (!highest) {
    result.oddsRatio.value = lowest ? 0 : std::exp(centre);
    result.oddsRatio.upper = limit([&](const Tails& x) { return x.upTo - tail; });
  }
  if (!lowest) result.oddsRatio.lower = limit([&](const Tails& x) { return tail - x.from; });
  return result;
}

}  // namespace riskset
