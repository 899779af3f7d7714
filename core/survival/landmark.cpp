#include "core/survival/landmark.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace riskset {

LandmarkSelection atLandmark(const SurvivalData& data, double landmark) {
  const double noise = std::sqrt(std::numeric_limits<double>::epsilon()) * std::max(1.0, landmark);
  LandmarkSelection selection;
  std::vector<std::size_t> kept;
  for (std::size_t row = 0; row < data.time.size(); ++row) {
    if (data.time[row] < landmark - noise) {
      ++(data.event[row] ? selection.eventsBefore : selection.censoredBefore);
    } else if (!data.entry.empty() && data.entry[row] > 0 && data.entry[row] >= landmark - noise) {
      ++selection.enteredAfter;
    } else {
      kept.push_back(row);
    }
  }
  selection.data = rowsOf(data, kept);
  selection.data.entry.clear();
  for (double& time : selection.data.time)
    time = time - landmark > noise ? time - landmark : 0;
  return selection;
}

}  // namespace riskset
