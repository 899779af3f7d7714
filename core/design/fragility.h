// How many patients a significant difference of two rates hangs on.
//
// In the arm with the lower rate patients without the event are changed, one at a time, into
// patients with it, until the two-sided p of Fisher's exact test is no longer below alpha. Their
// number is the fragility index; divided by all patients it is the fragility quotient. (With the
// same number of events the arm is chosen by rate, not by events, as an unequal size decides which
// is lower.)
//
// Source: Walsh M et al. (2014). J. Clin. Epidemiol. 67:622-628. doi:10.1016/j.jclinepi.2013.10.019
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/tables/counts.h"

namespace riskset {

// `a` and `b` are the labels, `changed` the one of the arm whose patients are changed. `path`: p
// with 0, 1, 2 ... patients changed, the last one not below alpha. There is no index where p is not
// below alpha to begin with.
struct Fragility {
  std::string a, b;
  std::optional<std::string> changed;
  double p = 0;
  std::optional<int> index;
  std::optional<double> quotient;
  std::vector<double> path;
};
BOOST_DESCRIBE_STRUCT(Fragility, (), (a, b, changed, p, index, quotient, path))

// Expects 0 <= events <= n and n >= 1 in both arms, and alpha in (0, 1).
Fragility fragility(Counts a, Counts b, double alpha);

}  // namespace riskset
