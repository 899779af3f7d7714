#include "core/design/two_proportions_design.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/design/binomial.h"
#include "core/design/whole_number.h"
#include "core/tables/noncentral_hypergeometric.h"
#include "core/tables/unconditional_tests.h"

namespace riskset {
namespace {

struct StandardErrors {
  double null, alternative;  // of the difference, times the square root of n1
};

StandardErrors standardErrors(TwoRates rates, double ratio) {
  const auto [p1, p2] = rates;
  const double common = (p1 + ratio * p2) / (1 + ratio);
  return {std::sqrt(common * (1 - common) * (1 + 1 / ratio)),
          std::sqrt(p1 * (1 - p1) + p2 * (1 - p2) / ratio)};
}

double normalPower(TwoRates rates, double n1, double n2, TestLevel level) {
  const auto [null, alternative] = standardErrors(rates, n2 / n1);
  const double beyond =
      std::sqrt(n1) * std::abs(rates.first - rates.second) - criticalValue(level) * null;
  if (alternative == 0) return beyond > 0 ? 1 : 0;  // rates of 0 and 1: nothing is left to chance
  return normalLowerP(beyond / alternative);
}

// The counts of the first arm, among tables of `events`, at which Fisher's test rejects: the least
// probable ones while their sum stays below alpha, tables as probable as each other together, as in
// core/tables/fisher.h. One-sided: the far ones on the side of the effect.
std::vector<std::int64_t> rejected(const HypergeometricMargins& margins, TestLevel level,
                                   bool firstIsHigher) {
  constexpr double kRounding = 1e-7;
  struct Table {
    std::int64_t count;
    double weight = 0;  // where the walk does not reach, too small for a double
  };
  std::vector<Table> tables;
  for (auto x = margins.lowest(); x <= margins.highest(); ++x)
    tables.push_back({x});
  double all = 0;
  walkFromMode(margins, 1, 0, [&](HypergeometricMargins::Whole x, double weight) {
    tables[static_cast<std::size_t>(x - margins.lowest())].weight = weight;
    all += weight;
  });
  const bool twoSided = level.sides == 2;
  if (twoSided) {
    std::sort(tables.begin(), tables.end(),
              [](const Table& own, const Table& other) { return own.weight < other.weight; });
  } else if (firstIsHigher) {
    std::reverse(tables.begin(), tables.end());
  }
  std::vector<std::int64_t> counts;
  double sum = 0;
  for (std::size_t i = 0; i < tables.size();) {
    std::size_t end = i + 1;
    while (twoSided && end < tables.size() &&
           tables[end].weight <= tables[i].weight * (1 + kRounding))
      ++end;
    for (std::size_t own = i; own < end; ++own)
      sum += tables[own].weight;
    if (!(sum < level.alpha * all)) break;
    for (; i < end; ++i)
      counts.push_back(tables[i].count);
  }
  return counts;
}

std::optional<double> fisherPower(TwoRates rates, double n1, double n2, TestLevel level) {
  if ((n1 + 1) * (n2 + 1) > kMostTables) return {};
  const auto first = binomialProbabilities(static_cast<int>(n1), rates.first);
  const auto second = binomialProbabilities(static_cast<int>(n2), rates.second);
  double power = 0;
  for (int events = 0; events <= static_cast<int>(n1 + n2); ++events) {
    const HypergeometricMargins margins{static_cast<std::int64_t>(n1),
                                        static_cast<std::int64_t>(n2), events};
    for (const auto x : rejected(margins, level, rates.first > rates.second))
      power += first[static_cast<std::size_t>(x)] * second[static_cast<std::size_t>(events - x)];
  }
  return std::min(1.0, power);
}

TwoProportionsSize sizeOf(double n1Unrounded, TwoRates rates, double ratio, TestLevel level) {
  TwoProportionsSize size{};
  size.n1Unrounded = n1Unrounded;
  size.n1 = std::max(1.0, wholeFrom(n1Unrounded));
  size.n2 = std::max(1.0, wholeFrom(n1Unrounded * ratio));
  size.n = size.n1 + size.n2;
  static_cast<TwoProportionsPower&>(size) = twoProportionsPower(rates, size.n1, size.n2, level);
  return size;
}

}  // namespace

TwoProportionsPower twoProportionsPower(TwoRates rates, double n1, double n2, TestLevel level) {
  return {normalPower(rates, n1, n2, level), fisherPower(rates, n1, n2, level)};
}

TwoProportionsSizes twoProportionsSizes(TwoRates rates, double allocation, TestLevel level,
                                        double power) {
  const double ratio = (1 - allocation) / allocation;
  const auto [null, alternative] = standardErrors(rates, ratio);
  const double difference = std::abs(rates.first - rates.second);
  const double root =
      (criticalValue(level) * null + normalQuantile(power) * alternative) / difference;
  const double n1 = root * root;
  const double corrected = std::sqrt(1 + 2 * (1 + ratio) / (n1 * ratio * difference)) + 1;
  return {sizeOf(n1, rates, ratio, level),
          sizeOf(n1 / 4 * corrected * corrected, rates, ratio, level)};
}

}  // namespace riskset
