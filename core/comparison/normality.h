// The test of Shapiro and Wilk: whether numbers may come from a normal distribution.
//
//   W = (sum a_i x_(i))^2 / sum (x_i - mean)^2
//
// with Royston's approximation of the weights a and of the distribution of W [1], as R's
// shapiro.test; of three values both are exact. It is here for the one who asks: whether a table
// says mean or median is better decided from what the variable is than from a test.
//
// [1] Royston P (1995). Appl. Stat. 44:547-551 (algorithm AS R94). doi:10.2307/2986146
#pragma once

#include <boost/describe/class.hpp>
#include <optional>

#include "core/comparison/samples.h"

namespace riskset {

struct ShapiroWilk {
  double w, p;
};
BOOST_DESCRIBE_STRUCT(ShapiroWilk, (), (w, p))

// Empty below 3 and above 5,000 values, for which the approximation was made, or where all values
// are equal.
std::optional<ShapiroWilk> shapiroWilk(const Sorted& values);

}  // namespace riskset
