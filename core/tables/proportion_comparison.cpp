#include "core/tables/proportion_comparison.h"

#include <algorithm>

#include "core/tables/contingency.h"

namespace riskset {
namespace {

TwoProportions againstFirst(const std::vector<LabelledCounts>& groups, std::size_t index,
                            double level, Unconditional unconditional) {
  TwoProportions result =
      compareProportions(groups[index].counts, groups.front().counts, level, unconditional);
  result.a = groups[index].label;
  result.b = groups.front().label;
  return result;
}

}  // namespace

std::vector<LabelledCounts> countByGroup(const std::vector<bool>& outcome,
                                         const std::vector<bool>& counted, const Factor& groups) {
  std::vector<LabelledCounts> counts;
  for (const auto& level : groups.levels)
    counts.push_back({level, {0, 0}});
  for (std::size_t row = 0; row < groups.codes.size(); ++row) {
    if (!counted[row]) continue;
    Counts& own = counts[static_cast<std::size_t>(groups.codes[row])].counts;
    ++own.n;
    own.events += outcome[row];
  }
  std::erase_if(counts, [](const LabelledCounts& group) { return group.counts.n == 0; });
  return counts;
}

ProportionGroup proportionGroup(const LabelledCounts& group, double level,
                                std::optional<double> null) {
  const auto [events, n] = group.counts;
  ProportionGroup result{proportion(events, n, level), group.label, {}};
  if (null) result.exactTest = exactBinomialTest(events, n, *null);
  return result;
}

std::optional<ProportionComparison> compareGroups(const std::vector<LabelledCounts>& groups,
                                                  double level, Unconditional unconditional) {
  if (groups.size() < 2) return {};
  ProportionComparison result{againstFirst(groups, 1, level, unconditional), {}, {}, {}};
  std::vector<std::vector<int>> table;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Counts& counts = groups[i].counts;
    result.groups.push_back(proportionGroup(groups[i], level));
    table.push_back({counts.events, counts.n - counts.events});
    if (i > 1) result.others.push_back(againstFirst(groups, i, level, unconditional));
  }
  if (groups.size() > 2) result.overall = pearsonChiSquare(table);
  return result;
}

}  // namespace riskset
