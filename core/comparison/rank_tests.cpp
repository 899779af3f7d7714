#include "core/comparison/rank_tests.h"

#include <algorithm>
#include <cmath>

#include "core/base/times.h"
#include "core/comparison/description.h"
#include "core/distributions/distributions.h"
#include "core/distributions/rank_sum.h"

namespace riskset {
namespace {

struct Ranks {
  std::vector<double> all;   // the midrank of each value, ascending
  std::vector<double> sums;  // of each group
  double n = 0;
  double tied = 0;  // sum of t^3 - t
};

Ranks ranksOf(std::span<const Sorted> groups) {
  std::vector<double> values;
  std::vector<std::size_t> groupOf;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    values.insert(values.end(), groups[g].begin(), groups[g].end());
    groupOf.insert(groupOf.end(), groups[g].size(), g);
  }
  const auto order = ascending(values);
  Ranks ranks{std::vector<double>(values.size()), std::vector<double>(groups.size()),
              static_cast<double>(values.size()), 0};
  for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
    while (to < order.size() && values[order[to]] == values[order[from]])
      ++to;
    const double midrank = static_cast<double>(from + to + 1) / 2;
    for (std::size_t i = from; i < to; ++i) {
      ranks.all[i] = midrank;
      ranks.sums[groupOf[order[i]]] += midrank;
    }
    const auto t = static_cast<double>(to - from);
    ranks.tied += t * t * t - t;
  }
  return ranks;
}

// The median of all differences between the groups, and the order statistics that the exact test
// does not reject.
Estimate hodgesLehmann(const Sorted& first, const Sorted& second, const RankSum* exact,
                       double level) {
  std::vector<double> differences;
  differences.reserve(first.size() * second.size());
  for (const double a : first) {
    for (const double b : second)
      differences.push_back(a - b);
  }
  differences = sorted(std::move(differences));
  Estimate estimate{quantile(differences, 0.5, 7), {}, {}};
  if (!exact) return estimate;
  const auto below = static_cast<std::size_t>(std::max(1.0, exact->quantile((1 - level) / 2)));
  estimate.lower = differences[below - 1];
  estimate.upper = differences[differences.size() - below];
  return estimate;
}

}  // namespace

std::optional<Wilcoxon> wilcoxonTest(const Sorted& first, const Sorted& second, double level,
                                     WilcoxonExtent extent) {
  if (first.empty() || second.empty()) return {};
  const std::vector<Sorted> groups{first, second};
  const Ranks ranks = ranksOf(groups);
  const auto n1 = static_cast<double>(first.size()), n2 = static_cast<double>(second.size());
  const double variance = n1 * n2 / 12 * (ranks.n + 1 - ranks.tied / (ranks.n * (ranks.n - 1)));
  if (!(variance > 0)) return {};

  Wilcoxon result{ranks.sums[0] - n1 * (n1 + 1) / 2, ranks.tied > 0, {}, 1, 1, {}, {}};
  const double distance = std::abs(result.w - n1 * n2 / 2), error = std::sqrt(variance);
  result.uncorrectedP = normalTwoSidedP(distance / error);
  // At the expectation itself there is nothing to correct.
  result.correctedP =
      distance == 0 ? 1.0 : std::min(1.0, 2 * normalUpperP((distance - 0.5) / error));
  constexpr double kFewestForNormal = 50;
  const bool exact = !result.ties && n1 < kFewestForNormal && n2 < kFewestForNormal;
  result.rule = exact ? WilcoxonP::exact : WilcoxonP::corrected;

  const bool all = extent == WilcoxonExtent::all && n1 * n2 <= kMostRankSumPairs;
  std::optional<RankSum> untied;
  if (!result.ties && (exact || all)) {
    untied.emplace(static_cast<int>(n1), static_cast<int>(n2));
    result.exactP =
        std::min(1.0, 2 * std::min(untied->lowerP(result.w), untied->upperP(result.w - 1)));
  } else if (all) {
    result.exactP = rankSumTwoSidedP(ranks.all, static_cast<int>(n1), ranks.sums[0]);
  }
  if (all) result.difference = hodgesLehmann(first, second, untied ? &*untied : nullptr, level);
  return result;
}

std::optional<ChiSquareTest> kruskalWallisTest(std::span<const Sorted> groups) {
  const Ranks ranks = ranksOf(groups);
  const double n = ranks.n, untied = 1 - ranks.tied / (n * n * n - n);
  int filled = 0;
  double squares = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (groups[g].empty()) continue;
    ++filled;
    const auto own = static_cast<double>(groups[g].size());
    const double distance = ranks.sums[g] / own - (n + 1) / 2;
    squares += own * distance * distance;
  }
  if (filled < 2 || !(untied > 0)) return {};
  const double h = 12 / (n * (n + 1)) * squares / untied;
  return ChiSquareTest{h, filled - 1, chiSquareP(h, filled - 1)};
}

}  // namespace riskset
