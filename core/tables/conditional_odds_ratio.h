// The odds ratio of a 2x2 table given its margins.
//
// Given the margins, the count of the first cell is noncentral hypergeometric with the odds ratio
// as its parameter. The estimate is the odds ratio under which its mean is the observed count; each
// limit is the odds ratio under which the tail from the observed count on has (1 - level) / 2.
//
// Source: Cornfield J (1956). Proc. 3rd Berkeley Symp. 4:135-148. As R's fisher.test, which stops
// its root finder after four digits; here all are computed.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>

#include "core/tables/counts.h"

namespace riskset {

// `value` is 0 or does not exist where the count is the smallest or largest possible; an empty
// `upper` is unbounded.
struct ConditionalOddsRatio {
  std::optional<double> value;
  double lower = 0;
  std::optional<double> upper;
};
BOOST_DESCRIBE_STRUCT(ConditionalOddsRatio, (), (value, lower, upper))

ConditionalOddsRatio conditionalOddsRatio(Counts a, Counts b, double level);

}  // namespace riskset
