// Whether printed figures can be true together. The verdict rests on intervals: a printed number
// stands for every value that rounds to it, half up, down or to even, and only what lies outside
// all of these is called so.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/estimate.h"
#include "core/base/result.h"
#include "core/claims/claim.h"

namespace riskset {

// clang-format off
BOOST_DEFINE_ENUM_CLASS(ClaimVerdict,
    consistent,       // the figures can be true together
    otherTest,        // by another test or formula than the one named
    oneSided,         // by a one-sided test only
    otherTabulation,  // by another table of the same counts: fewer patients, levels merged
    lastDigit,        // off by one in the last digit printed
    truncated,        // digits cut off instead of rounded
    inconsistent,     // no usual computation gives the print
    decisionError,    // likewise, and on the other side of the level (0.05)
    impossible,       // no data at all give the print
    cannotCheck)      // what is printed does not decide it

// What reproduces a print.
BOOST_DEFINE_ENUM_CLASS(ClaimMethod,
    count, countAsFraction,                                             // k / n
    pearson, yates, fisher, likelihoodRatio, fisherOneSided,            // p of counts
    waldTest, oneSidedWaldTest,                                         // p of a ratio
    clopperPearson, wilson, wilsonCorrected, wald, waldCorrected, agrestiCoull, jeffreys, midP,
    symmetricInterval, asymmetricInterval,                              // of a median
    meanVariance, firstVariance, secondVariance,                        // standardised differences
    chiSquareTest, normalTest, tTest, eventsApproximation)

BOOST_DEFINE_ENUM_CLASS(ClaimTabulation,
    asPrinted,
    swappedArms,      // each arm's figures with the size of the other
    evaluable,        // of so many fewer patients as the printed percentages may be of
    withUnknown,      // patients that the printed levels lack as a level of their own
    oneAgainstRest,   // the level `level` against all others
    mergedNeighbours, // the levels up to `level` against those above, or with the next one
    withoutLevel)     // the last level left out
// clang-format on

struct CountOfN {
  int count, n;
  double percent;
};
BOOST_DESCRIBE_STRUCT(CountOfN, (), (count, n, percent))

// A printed percentage against `n`. `counts`: those that give it, at most 20 of `possible`.
// `evaluable`: counts that give it of somewhat fewer patients, nearest to `n` first: the first
// two and the last of them.
struct PercentCheck {
  std::string printed;
  int n = 0;
  double lower = 0, upper = 0;  // the percentages that are printed so
  std::vector<int> counts;
  int possible = 0;
  std::optional<CountOfN> printedCount;  // what the printed count gives
  std::optional<CountOfN> nearest;
  std::vector<CountOfN> evaluable;
  ClaimVerdict verdict{};
};
BOOST_DESCRIBE_STRUCT(PercentCheck, (),
                      (printed, n, lower, upper, counts, possible, printedCount, nearest, evaluable,
                       verdict))

// A table of two arms (rows) by levels, and its p by each test; empty where the test does not
// exist. `fisherRange`: where that p lies, 99 % sure, when it was simulated. `matches`: the tests
// that give the printed p.
struct TableCheck {
  ClaimTabulation tabulation{};
  int level = 0;  // 1-based, of oneAgainstRest, mergedNeighbours, withoutLevel; else 0
  std::vector<std::vector<int>> table;
  std::optional<double> pearson, yates, fisher, likelihoodRatio, fisherOneSided;
  std::optional<Interval> fisherRange;
  double expectedMin = 0;
  std::vector<ClaimMethod> matches;
};
BOOST_DESCRIBE_STRUCT(TableCheck, (),
                      (tabulation, level, table, pearson, yates, fisher, likelihoodRatio,
                       fisherOneSided, fisherRange, expectedMin, matches))

// Wald's z and p of a ratio from its limits, with what rounding leaves open. `excludesOne` is empty
// where rounding does. `otherTestRange`: p values that a log-rank, score or likelihood-ratio test
// of the same data may have.
struct RatioCheck {
  std::optional<double> geometricMean;
  bool symmetric = false;  // on the log scale
  double stdError = 0;     // of the log ratio
  double z = 0, p = 0;
  Interval pRange;
  std::optional<bool> excludesOne;
  Interval otherTestRange;
};
BOOST_DESCRIBE_STRUCT(RatioCheck, (),
                      (geometricMean, symmetric, stdError, z, p, pRange, excludesOne,
                       otherTestRange))

struct IntervalCheck {
  ClaimMethod method{};
  double lower, upper;  // in percent
  bool matches = false;
};
BOOST_DESCRIBE_STRUCT(IntervalCheck, (), (method, lower, upper, matches))

struct MedianCheck {
  bool inside = false;
  std::optional<bool> symmetric;  // empty where a limit is not reached
  std::optional<double> midpoint, stdError;
};
BOOST_DESCRIBE_STRUCT(MedianCheck, (), (inside, symmetric, midpoint, stdError))

struct DifferenceCheck {
  ClaimMethod method{};
  double value;
  bool matches = false;
};
BOOST_DESCRIBE_STRUCT(DifferenceCheck, (), (method, value, matches))

struct StatisticCheck {
  double p;
  Interval pRange;
};
BOOST_DESCRIBE_STRUCT(StatisticCheck, (), (p, pRange))

// What the number of events says of a hazard ratio, as an approximation: its log has a standard
// error of at least 2 / sqrt(events), and about `stdError` with arms of these sizes.
struct EventsCheck {
  double events;
  double leastStdError;
  double stdError;
  std::optional<double> printedStdError;  // from the limits
  double p;                               // of the ratio with `stdError`
  double leastP;                          // with the least
  std::optional<double> impliedRatio;     // Peto's, from the printed p
};
BOOST_DESCRIBE_STRUCT(EventsCheck, (),
                      (events, leastStdError, stdError, printedStdError, p, leastP, impliedRatio))

// If both curves were exponential: a hint, no check.
struct MediansCheck {
  double hazardRatio;       // of the first arm against the second
  std::optional<double> p;  // where events are known
};
BOOST_DESCRIBE_STRUCT(MediansCheck, (), (hazardRatio, p))

struct ClaimRecomputed {
  std::vector<PercentCheck> percentages;
  std::vector<TableCheck> tables;  // as printed first
  std::optional<RatioCheck> ratio;
  std::vector<IntervalCheck> intervals;
  std::optional<MedianCheck> median;
  std::vector<DifferenceCheck> differences;
  std::optional<StatisticCheck> statistic;
  std::optional<EventsCheck> events;
  std::optional<MediansCheck> medians;
};
BOOST_DESCRIBE_STRUCT(ClaimRecomputed, (),
                      (percentages, tables, ratio, intervals, median, differences, statistic,
                       events, medians))

struct ClaimCheck {
  ClaimVerdict verdict{};
  std::vector<ClaimMethod> reproducedBy;
  ClaimRecomputed recomputed;
  std::string sentence;  // plain English; it says what follows from what, and accuses nobody
};
BOOST_DESCRIBE_STRUCT(ClaimCheck, (), (verdict, reproducedBy, recomputed, sentence))

// `level` is the coverage of the printed intervals; 1 - `level` is where a p decides.
// Problem: the claim lacks what its kind needs, or a text is no number.
Result<ClaimCheck> checkClaim(const Claim& claim, double level = 0.95);

}  // namespace riskset
