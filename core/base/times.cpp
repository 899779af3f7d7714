#include "core/base/times.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace riskset {

std::vector<double> mergeTies(std::span<const double> times) {
  std::vector<double> distinct(times.begin(), times.end());
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  double mean = 0;
  for (const double time : distinct)
    mean += std::abs(time) / static_cast<double>(distinct.size());
  const double tolerance = std::sqrt(std::numeric_limits<double>::epsilon());

  std::vector<double> starts;  // the smallest time of each run
  for (std::size_t i = 0; i < distinct.size(); ++i) {
    const double gap = i == 0 ? 0 : distinct[i] - distinct[i - 1];
    const bool tied = i > 0 && (gap <= tolerance || gap <= tolerance * mean);
    if (!tied) starts.push_back(distinct[i]);
  }
  std::vector<double> merged;
  merged.reserve(times.size());
  for (const double time : times) {
    merged.push_back(*(std::upper_bound(starts.begin(), starts.end(), time) - 1));
  }
  return merged;
}

}  // namespace riskset
