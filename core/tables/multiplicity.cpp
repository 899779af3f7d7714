#include "core/tables/multiplicity.h"

#include <algorithm>
#include <functional>

namespace riskset {
namespace {

using Sorted = std::vector<double>;  // ascending

// From the smallest p to the largest, none below those before.
void stepDown(Sorted& p, const std::function<double(double rank)>& factor) {
  double bound = 0;
  for (std::size_t i = 0; i < p.size(); ++i)
    p[i] = bound = std::max(bound, factor(static_cast<double>(i + 1)) * p[i]);
}

// From the largest p to the smallest, none above those before.
void stepUp(Sorted& p, const std::function<double(double rank)>& factor) {
  double bound = 1;
  for (std::size_t i = p.size(); i-- > 0;)
    p[i] = bound = std::min(bound, factor(static_cast<double>(i + 1)) * p[i]);
}

// Wright's algorithm (appendix of [1992]), as R's p.adjust: for each number m of hypotheses that
// may all be true, Simes's p of the m largest and what it means for the others.
void hommel(Sorted& p) {
  const std::size_t count = p.size();
  if (count < 2) return;
  const auto m = static_cast<double>(count);
  double least = m * p.front();
  for (std::size_t i = 0; i < count; ++i)
    least = std::min(least, m * p[i] / static_cast<double>(i + 1));
  Sorted adjusted(count, least), own(count, least);
  for (std::size_t size = count - 1; size >= 2; --size) {
    const auto times = static_cast<double>(size);
    const std::size_t others = count - size + 1;  // the smallest: at least one of them is true
    double simes = times * p[others] / 2;
    for (std::size_t i = others; i < count; ++i)
      simes = std::min(simes, times * p[i] / static_cast<double>(i - others + 2));
    for (std::size_t i = 0; i < others; ++i)
      own[i] = std::min(times * p[i], simes);
    for (std::size_t i = others; i < count; ++i)
      own[i] = own[others - 1];
    for (std::size_t i = 0; i < count; ++i)
      adjusted[i] = std::max(adjusted[i], own[i]);
  }
  for (std::size_t i = 0; i < count; ++i)
    p[i] = std::max(adjusted[i], p[i]);
}

void adjust(Sorted& p, Adjustment adjustment) {
  const auto m = static_cast<double>(p.size());
  double harmonic = 0;
  for (std::size_t i = 1; i <= p.size(); ++i)
    harmonic += 1 / static_cast<double>(i);
  switch (adjustment) {
    case Adjustment::none:
      return;
    case Adjustment::bonferroni:
      return stepDown(p, [&](double) { return m; });
    case Adjustment::holm:
      return stepDown(p, [&](double rank) { return m - rank + 1; });
    case Adjustment::hochberg:
      return stepUp(p, [&](double rank) { return m - rank + 1; });
    case Adjustment::hommel:
      return hommel(p);
    case Adjustment::BH:
      return stepUp(p, [&](double rank) { return m / rank; });
    case Adjustment::BY:
      return stepUp(p, [&](double rank) { return harmonic * m / rank; });
  }
}

}  // namespace

std::vector<std::optional<double>> adjustedP(const std::vector<std::optional<double>>& p,
                                             Adjustment adjustment) {
  std::vector<std::size_t> order;  // of those that exist, by size
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i]) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t own, std::size_t other) { return *p[own] < *p[other]; });
  Sorted sorted;
  for (const std::size_t i : order)
    sorted.push_back(*p[i]);
  adjust(sorted, adjustment);
  auto adjusted = p;
  for (std::size_t i = 0; i < order.size(); ++i)
    adjusted[order[i]] = std::min(1.0, sorted[i]);
  return adjusted;
}

}  // namespace riskset
