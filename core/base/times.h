// Follow-up times that differ by rounding noise (0.1 + 0.2 and 0.3) are one time. Without this,
// two deaths on one day may fall on two days after a division, and every tie rule goes wrong.
#pragma once

#include <span>
#include <vector>

namespace riskset {

// Positions of `values`, smallest value first.
std::vector<std::size_t> ascending(std::span<const double> values);

// The times in their own order, and their positions from the earliest on: sorted once for all that
// walks along them.
struct TiedTimes {
  std::vector<double> time;
  std::vector<std::size_t> order;
};

// The times with near-equal ones replaced by the smallest of their run. As R's survival does
// (aeqSurv, "timefix"): neighbours are equal when they differ by less than sqrt(machine epsilon),
// absolutely or relative to the mean absolute distinct time.
TiedTimes mergeTies(std::span<const double> times);

}  // namespace riskset
