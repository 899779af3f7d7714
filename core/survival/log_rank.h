// Log-rank test of equal hazards in two or more groups.
//
// At each event time, within each stratum, the d events are a draw without replacement from those
// at risk: group g expects d n_g / n, with the hypergeometric covariance
//   d (n - d) / (n - 1) (n_g / n) ([g = h] - n_h / n).
// chi-square = (O - E)' V^- (O - E) on rank(V) degrees of freedom, two-sided: the groups less one,
// unless some are never at risk together with others.
// (The shortcut sum (O - E)^2 / E found in some software is another, smaller number.)
//
// Source: Mantel N (1966). Cancer Chemother. Rep. 50:163-170; Peto R, Peto J (1972). J. R. Stat.
// Soc. A 135:185-207. doi:10.2307/2344317
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/estimate.h"

namespace riskset {

struct LogRankGroup {
  std::string label;
  int n = 0;
  int observed = 0;
  double expected = 0;
};
BOOST_DESCRIBE_STRUCT(LogRankGroup, (), (label, n, observed, expected))

struct LogRank {
  std::vector<LogRankGroup> groups;   // without labels: the caller knows the levels
  std::optional<ChiSquareTest> test;  // empty: no event finds two groups at risk and someone left
};

// `group` holds codes 0..groups-1; `stratum` codes from 0, or is empty for no strata. Times as for
// kaplanMeier.
LogRank logRank(std::span<const double> time, std::span<const std::uint8_t> event,
                std::span<const int> group, int groups, std::span<const int> stratum = {});

}  // namespace riskset
