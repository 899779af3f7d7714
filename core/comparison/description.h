// What is said of the numbers of one group: how many there are, mean and standard deviation (with
// n - 1), range and quantiles.
//
// Programs interpolate quantiles in different ways. The types, numbered as in [1]:
//
//   2  the value at n p, rounded up; the mean of two values where n p is whole (SAS, Stata)
//   6  at (n + 1) p, between the two values next to it (SPSS, Prism)
//   7  at 1 + (n - 1) p, likewise (R)
//
// The median is the same in all three.
//
// [1] Hyndman RJ, Fan Y (1996). Am. Stat. 50:361-365. doi:10.1080/00031305.1996.10473566
#pragma once

#include <boost/describe/class.hpp>
#include <optional>

#include "core/comparison/samples.h"

namespace riskset {

// Whether there is a quantile of that type.
bool isQuantileType(int type);

// `values` is not empty, p in [0, 1], `type` 2, 6 or 7.
double quantile(const Sorted& values, double p, int type);

// Empty where there are too few values: two for the standard deviation, one for the rest.
struct Description {
  int n = 0, missing = 0;
  std::optional<double> mean, sd, median, q1, q3, min, max;
};
BOOST_DESCRIBE_STRUCT(Description, (), (n, missing, mean, sd, median, q1, q3, min, max))

Description describe(const Sorted& values, int missing, int quantileType);

}  // namespace riskset
