#include "core/response/response_duration.h"

#include <algorithm>

#include "core/base/times.h"

namespace riskset {

TimeToResponse timeToResponse(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const std::size_t n = times.size();
  return {(times[(n - 1) / 2] + times[n / 2]) / 2, times.front(), times.back()};
}

SurvivalData responseDurations(const std::vector<double>& response, const std::vector<double>& time,
                               const std::vector<std::uint8_t>& event) {
  std::vector<double> lasted;
  for (std::size_t row = 0; row < time.size(); ++row)
    lasted.push_back(time[row] - response[row]);
  SurvivalData durations;
  for (const std::size_t row : ascending(lasted)) {
    durations.time.push_back(lasted[row]);
    durations.event.push_back(event[row]);
  }
  durations.time = mergeTies(durations.time);
  return durations;
}

}  // namespace riskset
