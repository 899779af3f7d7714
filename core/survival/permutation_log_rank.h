// The log-rank test by permutation: the p value that the patients' own labels give, shuffled, in
// place of the chi-square distribution. Exact for any number of patients when patients of all
// groups enter and are followed up alike; where entry or follow-up itself differs between the
// groups, no permutation test is.
//
// A patient's score is a = w(t) event - sum over event times s up to t (and after entry) of w(s) d
// / n: no labels enter it. O - E of a group is the sum T of its patients' scores, ties and weights
// included, so a permutation costs additions alone. Labels are permuted within strata. With m
// patients of a stratum, n_g of them in group g,
//   Var T = sum over strata of sum a^2 / (m - 1) (n_g [g = h] - n_g n_h / m),
// the same for all permutations; the statistic T' Var^- T orders them, two-sided (with two groups
// as |O - E| does). A permutation counts when its statistic is no smaller than the observed one, up
// to rounding (1e-10 of it).
//
// Up to kMostEnumerated labellings are all enumerated: p is their share, exact. Otherwise labels
// are drawn: with b of m draws that count, p = (b + 1) / (m + 1), the observed labels being one
// more labelling [1], with the Clopper-Pearson interval of b / m.
//
// [1] Phipson B, Smyth GK (2010). Stat. Appl. Genet. Mol. Biol. 9:39. doi:10.2202/1544-6115.1585
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/estimate.h"
#include "core/survival/group_risk_sets.h"
#include "core/survival/log_rank_weights.h"

namespace riskset {

inline constexpr double kMostEnumerated = 2e6;

struct PermutationTest {
  double statistic = 0;  // T' Var^- T
  double p = 1;
  bool exact = false;                // all labellings were enumerated
  std::optional<Interval> interval;  // of a p that is not exact, at 99 %
  int labellings = 0;                // enumerated or drawn
  int asExtreme = 0;                 // of these, with a statistic no smaller than the observed one
};
BOOST_DESCRIBE_STRUCT(PermutationTest, (), (statistic, p, exact, interval, labellings, asExtreme))

// A score for each patient, in the order of the cohort.
std::vector<double> logRankScores(const ComparedCohort& cohort, const LogRankTest& test = {});

// `draws` >= 1, when there are more labellings than are enumerated. Empty: no permutation changes
// anything.
std::optional<PermutationTest> permutationLogRank(const ComparedCohort& cohort,
                                                  const LogRankTest& test, int draws,
                                                  std::uint64_t seed,
                                                  double mostEnumerated = kMostEnumerated);

}  // namespace riskset
