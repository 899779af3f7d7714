#include "core/comparison/samples.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/times.h"

namespace riskset {

Sorted sorted(std::vector<double> values) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  const auto order = ascending(values);
  Sorted result(values.size());
  std::transform(order.begin(), order.end(), result.begin(),
                 [&](std::size_t at) { return values[at]; });
  return result;
}

std::vector<Sorted> sortedGroups(std::span<const double> values, std::span<const int> codes,
                                 std::size_t count) {
  std::vector<Sorted> groups(count);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (codes[i] >= 0) groups[static_cast<std::size_t>(codes[i])].push_back(values[i]);
  }
  for (Sorted& group : groups)
    group = sorted(std::move(group));
  return groups;
}

Sorted pooled(std::span<const Sorted> groups) {
  std::vector<double> all;
  for (const Sorted& group : groups)
    all.insert(all.end(), group.begin(), group.end());
  return sorted(std::move(all));
}

// The second pass takes away what rounding left of the first.
double mean(const Sorted& values) {
  const auto n = static_cast<double>(values.size());
  const double first = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double rest = 0;
  for (const double value : values)
    rest += value - first;
  return first + rest / n;
}

double squaresAround(const Sorted& values, double mean) {
  double sum = 0;
  for (const double value : values)
    sum += (value - mean) * (value - mean);
  return sum;
}

double variance(const Sorted& values) {
  if (values.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  return squaresAround(values, mean(values)) / static_cast<double>(values.size() - 1);
}

bool constant(double spread, double size) {
  return !(spread > 10 * std::numeric_limits<double>::epsilon() * std::abs(size));
}

}  // namespace riskset
