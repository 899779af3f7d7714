// The exact test and interval of the common odds ratio of 2x2 tables in strata.
//
// Given the margins of every stratum, and with the same odds ratio in each, the sum of the first
// cells is a sum of independent noncentral hypergeometric counts; its distribution is their
// convolution. The tests are those of Fisher for one table: `less` and `greater` are the tails of
// the sum under an odds ratio of 1, and p is the sum of the probabilities no greater than that of
// the observed sum, with a relative 1e-7 for rounding. The estimate is the odds ratio under which
// the mean of the sum is the observed one; each limit the one under which the tail from the
// observed sum on has (1 - level) / 2. As R's mantelhaen.test(exact = TRUE), which stops its root
// finder after four digits; here all are computed.
//
// Source: Mehta CR, Patel NR, Gray R (1985). JASA 80:969-973. doi:10.1080/01621459.1985.10478212
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <vector>

#include "core/tables/conditional_odds_ratio.h"
#include "core/tables/stratified_tables.h"

namespace riskset {

struct ExactMantelHaenszel {
  double p, less, greater;
  ConditionalOddsRatio oddsRatio;
};
BOOST_DESCRIBE_STRUCT(ExactMantelHaenszel, (), (p, less, greater, oddsRatio))

// Empty when the convolution would take more than about a second.
std::optional<ExactMantelHaenszel> exactMantelHaenszel(const std::vector<TwoByTwo>& strata,
                                                       double level);

}  // namespace riskset
