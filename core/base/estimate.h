// The small records that many results share.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>

namespace riskset {

struct Interval {
  double lower, upper;
};
BOOST_DESCRIBE_STRUCT(Interval, (), (lower, upper))

// Of a ratio: an empty `upper` is unbounded.
struct RatioInterval {
  double lower;
  std::optional<double> upper;
};
BOOST_DESCRIBE_STRUCT(RatioInterval, (), (lower, upper))

// An estimate with its interval. Empty: does not exist, or is not reached.
struct Estimate {
  std::optional<double> value, lower, upper;
};
BOOST_DESCRIBE_STRUCT(Estimate, (), (value, lower, upper))

// A difference with its test against 0. Empty as in an Estimate.
struct DifferenceEstimate {
  std::optional<double> value, stdError, lower, upper, p;
};
BOOST_DESCRIBE_STRUCT(DifferenceEstimate, (), (value, stdError, lower, upper, p))

// A test statistic that is chi-square distributed under the null hypothesis.
struct ChiSquareTest {
  double chiSquare;
  int df;
  double p;
};
BOOST_DESCRIBE_STRUCT(ChiSquareTest, (), (chiSquare, df, p))

}  // namespace riskset
