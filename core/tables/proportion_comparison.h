// Proportions of several groups: each with its intervals, and each compared with the first.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/column.h"
#include "core/tables/proportion.h"
#include "core/tables/two_proportions.h"

namespace riskset {

struct ProportionGroup : Proportion {
  std::string label;
  std::optional<ExactBinomialTest> exactTest;  // against a given rate, when there is one
};
BOOST_DESCRIBE_STRUCT(ProportionGroup, (Proportion), (label, exactTest))

// The second group against the first; `others` has the further groups against the first, and
// `overall` tests all at once (Pearson) when there are more than two.
struct ProportionComparison : TwoProportions {
  std::vector<ProportionGroup> groups;
  std::vector<TwoProportions> others;
  std::optional<ChiSquareTest> overall;
};
BOOST_DESCRIBE_STRUCT(ProportionComparison, (TwoProportions), (groups, others, overall))

struct LabelledCounts {
  std::string label;
  Counts counts;
};

// How many of each group's `counted` patients have the outcome. Groups without any are left out.
std::vector<LabelledCounts> countByGroup(const std::vector<bool>& outcome,
                                         const std::vector<bool>& counted, const Factor& groups);

ProportionGroup proportionGroup(const LabelledCounts& group, double level,
                                std::optional<double> null = {});

// Empty for fewer than two groups.
std::optional<ProportionComparison> compareGroups(const std::vector<LabelledCounts>& groups,
                                                  double level,
                                                  Unconditional unconditional = Unconditional::no);

}  // namespace riskset
