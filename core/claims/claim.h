// A printed result: what a paper says, every number as the text that was printed, because its
// trailing zeros tell how it was rounded.
//
//   kind                     fields
//   percentOfN               count, n, percent
//   twoArmCounts             arms[2] {count, n, percent}, test, p
//   ratioWithInterval        measure, value, lower, upper, p, test
//   proportionWithInterval   count, n, percent, lower, upper
//   medianWithInterval       value, lower, upper, unit
//   standardizedDifference   arms[2] {count, n}, value
//   testStatistic            statistic, df, p, test: chi-square (default), z or t
//   pValue                   p
//   eventsAndRatio           events or arms[2] {n, events}, value, lower, upper, p
//   twoMedians               arms[2] {value, n, events}, p
//
// `nAssumed`, with percentages: `n` is not printed beside them but is the size of the arm elsewhere
// in the paper, so that fewer patients may have been evaluable.
//
// What the paper does not print is empty. An arm's `count` and `percent` may be lists: the levels
// of one variable. Counts that are not printed are inferred from `n` and `percent`.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/described.h"

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(ClaimKind, percentOfN, twoArmCounts, ratioWithInterval,
                        proportionWithInterval, medianWithInterval, standardizedDifference,
                        testStatistic, pValue, eventsAndRatio, twoMedians)

BOOST_DEFINE_ENUM_CLASS(ClaimMeasure, HR, OR, RR)

using Print = std::optional<Label>;
using Prints = std::optional<OneOrMany<Label>>;

struct ClaimArm {
  Prints count;
  Print n;
  Prints percent;
  Print value, events;
};
BOOST_DESCRIBE_STRUCT(ClaimArm, (), (count, n, percent, value, events))

struct Claim {
  std::optional<ClaimKind> kind;
  Print count, n, percent;
  bool nAssumed = false;
  Print value, lower, upper, p;
  std::optional<ClaimMeasure> measure;
  std::optional<std::string> test;  // as the paper names it: "Fisher's exact test", "log-rank"
  std::optional<std::string> unit;
  Print statistic, df, events;
  std::vector<ClaimArm> arms;
};
BOOST_DESCRIBE_STRUCT(Claim, (),
                      (kind, count, n, percent, nAssumed, value, lower, upper, p, measure, test,
                       unit, statistic, df, events, arms))

}  // namespace riskset
