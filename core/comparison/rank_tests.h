// Distributions compared by ranks: two groups by Wilcoxon's rank-sum test (Mann-Whitney [1, 2]),
// more by Kruskal and Wallis's [3].
//
//   W = pairs, one of each group, in which the value of the first is the larger one (ties count
//       half) = rank sum of the first - n1 (n1 + 1) / 2
//   z = (W - n1 n2 / 2) / sqrt(n1 n2 / 12 (N + 1 - sum(t^3 - t) / (N (N - 1)))), t values in a tie
//
// in the corrected one W is moved 1/2 towards its expectation, as R and SAS do by default; SPSS and
// Stata do not. R takes the exact p instead where no values are tied and both groups have fewer
// than 50: `rule` says which one that is. With ties the exact p is that of the distribution of the
// midranks, P(|W - E W| >= |w - E W|).
//
//   H = 12 / (N (N + 1)) sum n_i (mean rank - (N + 1) / 2)^2 / (1 - sum(t^3 - t) / (N^3 - N))
//
// Hodges and Lehmann's estimate [4] is the median of the n1 n2 differences between a value of the
// first group and one of the second; its interval, without ties, that of the exact test.
//
// As R's wilcox.test (its estimate with ties, a root of the corrected z found to 1e-4, is not the
// median of the differences) and kruskal.test.
//
// [1] Wilcoxon F (1945). Biometrics Bull. 1:80-83. doi:10.2307/3001968
// [2] Mann HB, Whitney DR (1947). Ann. Math. Stat. 18:50-60. doi:10.1214/aoms/1177730491
// [3] Kruskal WH, Wallis WA (1952). JASA 47:583-621. doi:10.1080/01621459.1952.10483441
// [4] Hodges JL, Lehmann EL (1963). Ann. Math. Stat. 34:598-611. doi:10.1214/aoms/1177704172
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>

#include "core/base/estimate.h"
#include "core/comparison/samples.h"

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(WilcoxonP, exact, corrected, uncorrected)

// Of the rule alone, `exactP` is empty where the rule does not ask for it, and `difference` is.
// Else `exactP` is empty beyond a budget of work, `difference` beyond kMostRankSumPairs pairs, its
// limits also with ties.
struct Wilcoxon {
  double w;
  bool ties;
  std::optional<double> exactP;
  double correctedP, uncorrectedP;
  WilcoxonP rule{};
  Estimate difference;
};
BOOST_DESCRIBE_STRUCT(Wilcoxon, (), (w, ties, exactP, correctedP, uncorrectedP, rule, difference))

// A table of many variables needs no more than the rule asks for; the rest may take 0.3 s.
enum class WilcoxonExtent { ofTheRule, all };

// Empty where a group has no value, or all values are equal.
std::optional<Wilcoxon> wilcoxonTest(const Sorted& first, const Sorted& second, double level,
                                     WilcoxonExtent extent = WilcoxonExtent::all);

// Groups without values are passed over. Empty below two groups, or where all values are equal.
std::optional<ChiSquareTest> kruskalWallisTest(std::span<const Sorted> groups);

}  // namespace riskset
