#include "core/survival/survival_data.h"

namespace riskset {

SurvivalData rowsOf(const SurvivalData& data, std::span<const std::size_t> positions) {
  const auto pick = [&](const auto& from) {
    std::decay_t<decltype(from)> picked;
    if (from.empty()) return picked;
    picked.resize(positions.size());
    for (std::size_t i = 0; i < picked.size(); ++i)
      picked[i] = from[positions[i]];
    return picked;
  };
  return {pick(data.time), pick(data.event), pick(data.entry), pick(data.weight),
          pick(data.cluster)};
}

}  // namespace riskset
