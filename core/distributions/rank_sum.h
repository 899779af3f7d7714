// The Mann-Whitney count under the null hypothesis, without ties.
//
// U is the number of pairs, one of each of two samples of m and n, in which the value of the first
// is the larger one. All choose(m + n, m) orders of the two samples are equally probable. They are
// counted by U: adding the values in their order, the k-th of the first sample, standing at place
// r, stands above r - k of the second. Counts are sums of whole numbers above 0, so they keep their
// relative precision also in the tails.
//
// Source: Mann HB, Whitney DR (1947). Ann. Math. Stat. 18:50-60. doi:10.1214/aoms/1177730491.
// As R's pwilcox and qwilcox.
//
// With ties the values keep their midranks, and the count its exact distribution given them: sums
// of the doubled, whole ranks are counted instead, by the shift algorithm [2].
//
// [2] Streitberg B, Roehmel J (1986). Statistical Software Newsletter 12:10-17.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace riskset {

// Pairs (m x n) up to which the orders are counted: 100 x 100 takes about 0.3 s.
inline constexpr int kMostRankSumPairs = 10'000;

class RankSum {
 public:
  // m, n >= 1 with m x n at most kMostRankSumPairs.
  RankSum(int m, int n);

  // P(U <= u) and P(U > u). A u that is no whole number counts as the whole number below it, with
  // 1e-7 for rounding.
  double lowerP(double u) const;
  double upperP(double u) const;

  // The smallest u with P(U <= u) >= p, and with P(U > u) <= p, each with 2e-15 for rounding.
  double quantile(double p) const;
  double upperQuantile(double p) const;

 private:
  std::vector<double> upTo_;  // P(U <= u) for u = 0 ... m n
};

// P(|R - E R| >= |rankSum - E R|) for the sum R of `m` of these ranks (midranks of all values), all
// choices of m being equally probable; by a relative 1e-7 for rounding. Empty where it would take
// longer than a tenth of a second.
std::optional<double> rankSumTwoSidedP(std::span<const double> ranks, int m, double rankSum);

}  // namespace riskset
