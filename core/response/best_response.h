// Best response in groups of patients: how many had each category, and the rates made of them.
//
//   objective response rate ORR = (CR + PR) / n
//   disease control rate    DCR = (CR + PR + SD) / n
//
// n is either all treated patients, where not evaluable (NE) and missing count as no response, or
// the evaluable ones, where both are left out. Which one a paper used must be said: so both are
// computed.
//
// Source: Eisenhauer EA et al. (2009), RECIST 1.1. Eur. J. Cancer 45:228-247.
// doi:10.1016/j.ejca.2008.10.026
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/column.h"
#include "core/tables/proportion.h"
#include "core/tables/proportion_comparison.h"

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(ResponseCategory, CR, PR, SD, PD, NE)
BOOST_DEFINE_ENUM_CLASS(ResponseRate, orr, dcr)
BOOST_DEFINE_ENUM_CLASS(Denominator, all, evaluable)

struct ResponseCounts {
  int CR = 0, PR = 0, SD = 0, PD = 0, NE = 0, missing = 0;
};
BOOST_DESCRIBE_STRUCT(ResponseCounts, (), (CR, PR, SD, PD, NE, missing))

struct ResponseGroup {
  std::string label;
  int n = 0;
  ResponseCounts counts;
  std::optional<Proportion> orr, dcr;  // empty: nobody in the denominator
};
BOOST_DESCRIBE_STRUCT(ResponseGroup, (), (label, n, counts, orr, dcr))

struct ResponseComparisons {
  std::optional<ProportionComparison> orr, dcr;
};
BOOST_DESCRIBE_STRUCT(ResponseComparisons, (), (orr, dcr))

struct ResponseSet {
  std::vector<ResponseGroup> groups;
  std::optional<ResponseComparisons> comparisons;  // empty: one group
};
BOOST_DESCRIBE_STRUCT(ResponseSet, (), (groups, comparisons))

struct ResponseSets {
  ResponseSet all, evaluable;
};
BOOST_DESCRIBE_STRUCT(ResponseSets, (), (all, evaluable))

struct BestResponse {
  ResponseSets sets;
};
BOOST_DESCRIBE_STRUCT(BestResponse, (), (sets))

using Responses = std::vector<std::optional<ResponseCategory>>;  // empty: not recorded

// Whether each patient counts for the rate, and which are in its denominator.
std::vector<bool> hasResponse(const Responses& responses, ResponseRate rate);
std::vector<bool> inDenominator(const Responses& responses, Denominator denominator);

// Every patient has a group.
BestResponse bestResponse(const Responses& responses, const Factor& groups, double level);

}  // namespace riskset
