#include "core/comparison/description.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace riskset {
namespace {

// The value at a place counted from 1; the ends stand for what lies beyond them.
double at(const Sorted& values, double place) {
  const double last = static_cast<double>(values.size());
  return values[static_cast<std::size_t>(std::clamp(place, 1.0, last)) - 1];
}

double between(const Sorted& values, double place, double share) {
  const double lower = at(values, place), upper = at(values, place + 1);
  if (share == 0 || lower == upper) return lower;
  return (1 - share) * lower + share * upper;
}

}  // namespace

bool isQuantileType(int type) {
  return type == 2 || type == 6 || type == 7;
}

double quantile(const Sorted& values, double p, int type) {
  const auto n = static_cast<double>(values.size());
  if (type == 2) {
    const double whole = std::floor(n * p);
    return n * p > whole ? at(values, whole + 1) : between(values, whole, 0.5);
  }
  if (type == 6) {
    constexpr double kRounding = 4 * std::numeric_limits<double>::epsilon();
    const double place = (n + 1) * p, whole = std::floor(place + kRounding);
    const double share = place - whole;
    return between(values, whole, std::abs(share) < kRounding ? 0 : share);
  }
  const double place = 1 + (n - 1) * p, whole = std::floor(place);
  return between(values, whole, place - whole);
}

Description describe(const Sorted& values, int missing, int quantileType) {
  Description result{static_cast<int>(values.size()), missing, {}, {}, {}, {}, {}, {}, {}};
  if (values.empty()) return result;
  result.mean = mean(values);
  if (values.size() > 1) result.sd = std::sqrt(variance(values));
  result.median = quantile(values, 0.5, quantileType);
  result.q1 = quantile(values, 0.25, quantileType);
  result.q3 = quantile(values, 0.75, quantileType);
  result.min = values.front();
  result.max = values.back();
  return result;
}

}  // namespace riskset
