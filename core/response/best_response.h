// Best response in groups of patients: how many had each category, and the rates made of them.
//
//   objective response rate ORR = (CR + PR) / n
//   disease control rate    DCR = (CR + PR + SD) / n
//   clinical benefit rate   CBR = (CR + PR + SD that lasted at least some duration, say 24 weeks) /
//   n
//
// n is either all treated patients, where not evaluable (NE) and missing count as no response, or
// the evaluable ones, where both are left out. Which one a paper used must be said: so both are
// computed. Of stable disease that was followed for less than the duration without an event nobody
// knows whether it would have lasted: it counts as no benefit among all treated, and is left out of
// the clinical benefit rate of the evaluable. (Not the "clinical benefit" of six weeks that some
// programs derive: that is disease control.)
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
  std::optional<Proportion> cbr;       // empty, too, when it is not asked for
  int benefitUnknown = 0;              // stable disease that was followed for too short
};
BOOST_DESCRIBE_STRUCT(ResponseGroup, (), (label, n, counts, orr, dcr, cbr, benefitUnknown))

struct ResponseComparisons {
  std::optional<ProportionComparison> orr, dcr, cbr;
};
BOOST_DESCRIBE_STRUCT(ResponseComparisons, (), (orr, dcr, cbr))

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

// Of each patient, empty: not known.
using Benefit = std::vector<std::optional<bool>>;

// Times without progression or death as the endpoint counts them (NaN: missing), `event` at their
// end (empty: missing), and the least `duration` of stable disease, all in one unit.
Benefit clinicalBenefit(const Responses& responses, const std::vector<double>& times,
                        const std::vector<std::optional<bool>>& events, double duration);

// Every patient has a group. Without `benefit` there is no clinical benefit rate.
BestResponse bestResponse(const Responses& responses, const Factor& groups, double level,
                          const std::optional<Benefit>& benefit = {});

}  // namespace riskset
