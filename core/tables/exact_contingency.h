// The exact test of Fisher, Freeman and Halton of a table of any size.
//
// Given the margins, P(table) is proportional to the product of 1 / cell!. p is the sum over all
// tables no more probable than the observed one, with a relative 1e-7 for rounding (as R's
// fisher.test). Columns are placed one after the other, smallest first; partial tables that leave
// the same row totals and have the same probability are counted together, and the last two columns
// are enumerated for all of them at once. Beyond a budget of work, p is estimated from random
// tables with these margins: (as extreme + 1) / (draws + 1) with its 99 % Clopper-Pearson interval.
//
// Source: Freeman GH, Halton JH (1951). Biometrika 38:141-149. doi:10.1093/biomet/38.1-2.141
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/estimate.h"

namespace riskset {

struct ExactContingency {
  double p;
  bool monteCarlo = false;
  std::optional<Interval> interval;  // 99 %, of a Monte Carlo p
};
BOOST_DESCRIBE_STRUCT(ExactContingency, (), (p, monteCarlo, interval))

// Expects at least two rows and columns, none of them empty.
ExactContingency exactContingency(const std::vector<std::vector<int>>& table, int draws,
                                  std::uint64_t seed);

}  // namespace riskset
