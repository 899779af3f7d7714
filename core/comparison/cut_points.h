// Where a number is cut into groups, and who is in them. Groups are closed on the left: a value
// equal to a cut point belongs to the group above it, as in R's cut(right = FALSE).
//
//   at[i] = quantile of type 7 (core/comparison/description.h) of the known values, R's default
//
// With many ties a quantile can equal the one before it, or the smallest value; a group would then
// have nobody in it, and there is no such cut.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <span>
#include <vector>

#include "core/comparison/samples.h"

namespace riskset {

// `smallest` and `largest` are empty where nobody is in the group.
struct CutGroup {
  int n = 0;
  std::optional<double> smallest, largest;
};
BOOST_DESCRIBE_STRUCT(CutGroup, (), (n, smallest, largest))

// The groups that ascending cut points make of the values.
std::vector<CutGroup> groupsAt(const Sorted& values, std::span<const double> at);

// Cut points at ascending quantiles, each inside (0, 1). Empty where a group would have nobody.
std::optional<std::vector<double>> cutPointsAtQuantiles(const Sorted& values,
                                                        std::span<const double> quantiles);

}  // namespace riskset
