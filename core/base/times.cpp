#include "core/base/times.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace riskset {

std::vector<std::size_t> ascending(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t i, std::size_t j) { return values[i] < values[j]; });
  return order;
}

TiedTimes mergeTies(std::span<const double> times) {
  TiedTimes tied{{times.begin(), times.end()}, ascending(times)};
  double sum = 0;
  double distinct = 0;
  for (std::size_t i = 0; i < tied.order.size(); ++i) {
    const double time = times[tied.order[i]];
    if (i > 0 && time == times[tied.order[i - 1]]) continue;
    sum += std::abs(time);
    ++distinct;
  }
  const double tolerance =
      std::sqrt(std::numeric_limits<double>::epsilon()) * std::max(1.0, sum / distinct);
  double start = 0;     // the smallest time of a run
  double previous = 0;  // the neighbour, before it was merged
  for (std::size_t i = 0; i < tied.order.size(); ++i) {
    const double time = times[tied.order[i]];
    if (i == 0 || time - previous > tolerance) start = time;
    previous = time;
    tied.time[tied.order[i]] = start;
  }
  return tied;
}

}  // namespace riskset
