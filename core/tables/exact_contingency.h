// The exact test of Fisher, Freeman and Halton of a table of any size.
//
// Given the margins, P(table) is proportional to the product of 1 / cell!. p is the sum over all
// tables no more probable than the observed one, with a relative 1e-7 for rounding (as R's
// fisher.test), by enumeration (table_enumeration.h). Beyond a budget of work p is estimated from
// random tables with these margins: (as extreme + 1) / (draws + 1) with its 99 % Clopper-Pearson
// interval.
//
// Source: Freeman GH, Halton JH (1951). Biometrika 38:141-149. doi:10.2307/2332323
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

// Expects at least two rows and columns, none of them empty. Empty for more than 100,000 patients
// (unless two by two), and when the random tables would take more than some 20 s.
std::optional<ExactContingency> exactContingency(const std::vector<std::vector<int>>& table,
                                                 int draws, std::uint64_t seed);

}  // namespace riskset
