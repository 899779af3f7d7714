// The test of one variable of Table 1 across the arms, by a rule:
//
//   levels             Pearson's chi-square without correction where every expected count is at
//                      least 5, else Fisher's exact test (Freeman and Halton's for larger tables)
//   numbers, as means  two arms: Welch's t; more: the analysis of variance
//   numbers, medians   two arms: Wilcoxon's rank-sum test, exact or corrected as R decides
//                      (rank_tests.h); more: Kruskal and Wallis's
//
// or the one that is asked for. Arms without a value of the variable are not compared.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <span>
#include <vector>

#include "core/base/estimate.h"
#include "core/comparison/samples.h"

namespace riskset {

// What can be asked for: `wilcoxon` leaves its p to R's rule.
BOOST_DEFINE_ENUM_CLASS(GroupTestChoice, auto_, none, welch, student, wilcoxon, wilcoxonExact,
                        wilcoxonCorrected, wilcoxonUncorrected, anova, welchAnova, kruskalWallis,
                        pearson, yates, fisher)

// What was done.
BOOST_DEFINE_ENUM_CLASS(GroupTestName, welch, student, wilcoxonExact, wilcoxonCorrected,
                        wilcoxonUncorrected, anova, welchAnova, kruskalWallis, pearson, yates,
                        fisher)

// The statistic of t, W, F or chi-square, the later arm against the first; `df2` of F. Empty where
// there is none. `expectedMin` of levels; `interval` (99 %) of an exact p estimated from random
// tables.
struct GroupTest {
  GroupTestName name{};
  std::optional<double> statistic, df, df2, p, expectedMin;
  std::optional<Interval> interval;
};
BOOST_DESCRIBE_STRUCT(GroupTest, (), (name, statistic, df, df2, p, expectedMin, interval))

bool isTestOfNumbers(GroupTestChoice choice);
bool isTestOfLevels(GroupTestChoice choice);

// `groups` in the order of the arms. Empty where the test does not exist: fewer than two arms with
// values, nothing that varies, too few values, or two groups asked for where there are more.
std::optional<GroupTest> testOfNumbers(std::span<const Sorted> groups, GroupTestChoice choice,
                                       bool means);

// `table`: a row for each level, a column for each arm.
std::optional<GroupTest> testOfLevels(const std::vector<std::vector<int>>& table,
                                      GroupTestChoice choice);

}  // namespace riskset
