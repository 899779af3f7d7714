#include "core/tables/conditional_odds_ratio.h"

#include <cmath>

#include "core/base/root.h"
#include "core/tables/noncentral_hypergeometric.h"

namespace riskset {
namespace {

using Whole = HypergeometricMargins::Whole;

struct Noncentral {
  double beyond;      // mean less observed
  double upTo, from;  // P(X <= observed), P(X >= observed)
};

Noncentral noncentral(const HypergeometricMargins& margins, Whole observed, double oddsRatio) {
  constexpr double kNegligible = 1e-30;
  double all = 0, moment = 0, upTo = 0, from = 0;
  walkFromMode(margins, oddsRatio, kNegligible, [&](Whole x, double weight) {
    all += weight;
    moment += weight * static_cast<double>(x - observed);
    if (x <= observed) upTo += weight;
    if (x >= observed) from += weight;
  });
  return {moment / all, upTo / all, from / all};
}

}  // namespace

ConditionalOddsRatio conditionalOddsRatio(Counts a, Counts b, double level) {
  const HypergeometricMargins margins{a.n, b.n, Whole{a.events} + b.events};
  const Whole observed = a.events;
  const bool lowest = observed == margins.lowest();
  const bool highest = observed == margins.highest();
  const double tail = (1 - level) / 2;
  constexpr double kLargestLog = 100;  // beyond every odds ratio of counts below 1e9
  const auto solve = [&](auto&& falling) {
    return std::exp(fallingRoot(-kLargestLog, kLargestLog, [&](double log) {
      return falling(noncentral(margins, observed, std::exp(log)));
    }));
  };
  ConditionalOddsRatio result;
  if (!highest) {
    result.upper = solve([&](const Noncentral& x) { return x.upTo - tail; });
    result.value = lowest ? 0 : solve([](const Noncentral& x) { return -x.beyond; });
  }
  if (!lowest) result.lower = solve([&](const Noncentral& x) { return tail - x.from; });
  return result;
}

}  // namespace riskset
