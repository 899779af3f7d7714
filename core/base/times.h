// Follow-up times that differ by rounding noise (0.1 + 0.2 and 0.3) are one time. Without this,
// two deaths on one day may fall on two days after a division, and every tie rule goes wrong.
#pragma once

#include <span>
#include <vector>

namespace riskset {

// Positions of `values`, none of them NaN, smallest value first; equal ones in their own order. In
// time proportional to their number.
std::vector<std::size_t> ascending(std::span<const double> values);

// The positions `order` with those of the smallest stratum first, in each stratum as they were.
// `stratum` is empty where there is one.
std::vector<std::size_t> byStratum(std::vector<std::size_t> order, std::span<const int> stratum);

// The times with near-equal ones replaced by the smallest of their run. As R's survival does
// (aeqSurv, "timefix"): neighbours are equal when they differ by less than sqrt(machine epsilon),
// absolutely or relative to the mean absolute distinct time.
std::vector<double> mergeTies(std::span<const double> times);

}  // namespace riskset
