#include "core/tables/multiplicity.h"

#include <algorithm>

namespace riskset {

std::vector<std::optional<double>> adjustedP(const std::vector<std::optional<double>>& p,
                                             Adjustment adjustment) {
  auto adjusted = p;
  std::vector<std::size_t> order;  // of those that exist, by size
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (!p[i]) continue;
    order.insert(std::upper_bound(order.begin(), order.end(), *p[i],
                                  [&](double own, std::size_t other) { return own < *p[other]; }),
                 i);
  }
  const std::size_t count = order.size();
  double bound = adjustment == Adjustment::BH ? 1 : 0;
  for (std::size_t step = 0; step < count; ++step) {
    const bool down = adjustment == Adjustment::BH;
    const std::size_t rank = down ? count - step : step + 1;
    double& own = *adjusted[order[rank - 1]];
    switch (adjustment) {
      case Adjustment::none:
        break;
      case Adjustment::bonferroni:
        own = std::min(1.0, static_cast<double>(count) * own);
        break;
      case Adjustment::holm:
        bound = std::max(bound, static_cast<double>(count - rank + 1) * own);
        own = std::min(1.0, bound);
        break;
      case Adjustment::BH:
        bound = std::min(bound, static_cast<double>(count) / static_cast<double>(rank) * own);
        own = bound;
        break;
    }
  }
  return adjusted;
}

}  // namespace riskset
