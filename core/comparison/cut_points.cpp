#include "core/comparison/cut_points.h"

#include <algorithm>

#include "core/comparison/description.h"

namespace riskset {

std::vector<CutGroup> groupsAt(const Sorted& values, std::span<const double> at) {
  std::vector<CutGroup> groups;
  auto from = values.begin();
  for (std::size_t i = 0; i <= at.size(); ++i) {
    const auto to = i < at.size() ? std::lower_bound(from, values.end(), at[i]) : values.end();
    CutGroup group;
    group.n = static_cast<int>(to - from);
    if (group.n > 0) {
      group.smallest = *from;
      group.largest = *(to - 1);
    }
    groups.push_back(group);
    from = to;
  }
  return groups;
}

std::optional<std::vector<double>> cutPointsAtQuantiles(const Sorted& values,
                                                        std::span<const double> quantiles) {
  if (values.empty()) return {};
  std::vector<double> at;
  for (const double p : quantiles)
    at.push_back(quantile(values, p, 7));
  const auto groups = groupsAt(values, at);
  const bool all =
      std::all_of(groups.begin(), groups.end(), [](const CutGroup& group) { return group.n > 0; });
  return all ? std::optional(at) : std::nullopt;
}

}  // namespace riskset
