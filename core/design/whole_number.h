// Patients and events come whole.
#pragma once

#include <cmath>

namespace riskset {

// The least whole number that is not below `x`, where rounding of the arithmetic before it does not
// count: 56 events of 0.7 each are 80 patients, though 56 / 0.7 may be a little more. As a double,
// because a trial of a hazard ratio next to 1 has more patients than an int holds.
inline double wholeFrom(double x) {
  constexpr double kRounding = 1e-12;
  return std::ceil(x * (1 - kRounding));
}

}  // namespace riskset
