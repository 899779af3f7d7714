// Standardised difference between two groups: how far apart they are, in standard deviations,
// whatever their sizes. Unlike a p value it does not grow with the number of patients.
//
//   numbers         (m1 - m2) / sqrt((s1^2 + s2^2) / 2)
//   two levels      (p1 - p2) / sqrt((p1 (1 - p1) + p2 (1 - p2)) / 2), p of the second level
//   several levels  sqrt((T - C)' S^-1 (T - C)), the Mahalanobis distance of the shares T and C of
//                   all levels but the first, S the mean of their multinomial covariances [1]
//
// Of two levels the distance is the size of the difference, and which level is left out does not
// matter. It does not exist where nothing varies within the groups (constant), and for levels where
// no level is in both groups (disjoint: infinitely far apart). Levels that neither group has are
// left out.
//
// [1] Yang D, Dalton JE (2012). A unified approach to measuring the effect size between two groups
//     using SAS. SAS Global Forum, paper 335-2012.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <vector>

#include "core/comparison/samples.h"

namespace riskset {

// `difference` has a sign, first minus second; of several levels there is only the `distance`.
struct StandardizedDifference {
  std::optional<double> difference, distance;
};
BOOST_DESCRIBE_STRUCT(StandardizedDifference, (), (difference, distance))

StandardizedDifference standardizedDifference(const Sorted& first, const Sorted& second);

// Counts by level, of as many levels.
StandardizedDifference standardizedDifference(const std::vector<int>& first,
                                              const std::vector<int>& second);

}  // namespace riskset
