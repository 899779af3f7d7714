#include "core/tables/conditional_odds_ratio.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/base/root.h"

namespace riskset {
namespace {

using Whole = std::int64_t;  // the sum of two counts needs more bits than an int

struct Margins {
  Whole observed, n1, n2, events;
  Whole lowest() const { return std::max<Whole>(0, events - n2); }
  Whole highest() const { return std::min(n1, events); }
};

struct Noncentral {
  double mean, upTo, from;  // P(X <= observed), P(X >= observed)
};

// Probabilities come from their neighbours by ratios, outwards from the mode, as far as they
// matter.
Noncentral noncentral(const Margins& margins, double oddsRatio) {
  const Whole observed = margins.observed, n1 = margins.n1, n2 = margins.n2,
              events = margins.events;
  const auto ratioUp = [&](Whole x) {  // P(x + 1) / P(x)
    return static_cast<double>(n1 - x) * static_cast<double>(events - x) * oddsRatio /
           (static_cast<double>(x + 1) * static_cast<double>(n2 - events + x + 1));
  };
  Whole mode = margins.lowest();
  for (Whole last = margins.highest(); mode < last;) {
    const Whole middle = mode + (last - mode) / 2;
    if (ratioUp(middle) > 1)
      mode = middle + 1;
    else
      last = middle;
  }
  constexpr double kNegligible = 1e-30;
  double all = 0, moment = 0, upTo = 0, from = 0;
  const auto add = [&](Whole x, double weight) {
    all += weight;
    moment += weight * static_cast<double>(x - mode);
    if (x <= observed) upTo += weight;
    if (x >= observed) from += weight;
  };
  add(mode, 1);
  double weight = 1;
  for (Whole x = mode; x < margins.highest() && weight > kNegligible; ++x)
    add(x + 1, weight *= ratioUp(x));
  weight = 1;
  for (Whole x = mode; x > margins.lowest() && weight > kNegligible; --x)
    add(x - 1, weight /= ratioUp(x - 1));
  return {static_cast<double>(mode) + moment / all, upTo / all, from / all};
}

}  // namespace

ConditionalOddsRatio conditionalOddsRatio(Counts a, Counts b, double level) {
  const Margins margins{a.events, a.n, b.n, Whole{a.events} + b.events};
  const bool lowest = margins.observed == margins.lowest();
  const bool highest = margins.observed == margins.highest();
  const double tail = (1 - level) / 2;
  constexpr double kLargestLog = 100;  // beyond every odds ratio of counts below 1e9
  const auto solve = [&](auto&& falling) {
    return std::exp(fallingRoot(-kLargestLog, kLargestLog, [&](double log) {
      return falling(noncentral(margins, std::exp(log)));
    }));
  };
  ConditionalOddsRatio result;
  if (!highest) {
    result.upper = solve([&](const Noncentral& x) { return x.upTo - tail; });
    const auto below = [&](const Noncentral& x) {
      return static_cast<double>(margins.observed) - x.mean;
    };
    result.value = lowest ? 0 : solve(below);
  }
  if (!lowest) result.lower = solve([&](const Noncentral& x) { return tail - x.from; });
  return result;
}

}  // namespace riskset
