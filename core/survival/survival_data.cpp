#include "core/survival/survival_data.h"

namespace riskset {

SurvivalData rowsOf(const SurvivalData& data, std::span<const std::size_t> positions) {
  const auto pick = [&](const auto& from) {
    std::decay_t<decltype(from)> picked;
    if (from.empty()) return picked;
    picked.reserve(positions.size());
    for (const std::size_t row : positions)
      picked.push_back(from[row]);
    return picked;
  };
  return {pick(data.time), pick(data.event), pick(data.entry), pick(data.weight),
          pick(data.cluster)};
}

}  // namespace riskset
