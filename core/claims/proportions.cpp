// Percentages of one group, with and without an interval.
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/claims/kinds.h"
#include "core/claims/percentages.h"
#include "core/claims/wording.h"
#include "core/tables/proportion.h"

namespace riskset {
namespace {

struct Share {
  int n;
  std::optional<int> count;
  PrintedNumber percent;
};

ClaimCheck tooMany(int count, int n) {
  return {ClaimVerdict::impossible,
          {},
          {},
          std::to_string(count) + " patients are more than the " + std::to_string(n) +
              " they are counted among."};
}

Result<Share> readShare(const Claim& claim) {
  const auto n = requiredSize(claim.n, "n");
  if (!n) return n.problem();
  const auto percent = requiredNumber(claim.percent, "percent");
  if (!percent) return percent.problem();
  Share share{*n, {}, *percent};
  if (claim.count) {
    const auto count = readCount(*claim.count, "count");
    if (!count) return count.problem();
    share.count = *count;
  }
  return share;
}

std::vector<IntervalCheck> intervalsOf(int events, int n, double level) {
  using enum ClaimMethod;
  const auto [clopper, wilsons, corrected, walds, agresti, jeffrey, midPs] =
      proportion(events, n, level).intervals;
  const double continuity = 0.5 / n;
  const Interval waldsCorrected{walds.lower - continuity, walds.upper + continuity};
  std::vector<IntervalCheck> checks;
  const auto add = [&](ClaimMethod method, Interval interval) {
    checks.push_back({method, 100 * interval.lower, 100 * interval.upper, false});
  };
  add(clopperPearson, clopper);
  add(wilson, wilsons);
  add(wilsonCorrected, corrected);
  add(wald, walds);
  add(waldCorrected, waldsCorrected);
  add(agrestiCoull, agresti);
  add(jeffreys, jeffrey);
  add(midP, midPs);
  return checks;
}

// Limits outside of 0 and 100 % are printed so, or cut there.
bool gives(const PrintedNumber& printed, double limit) {
  return printed.gives(limit) || printed.gives(std::fmin(100, std::fmax(0, limit)));
}

bool isCutOff(const PrintedNumber& printed, double limit) {
  const auto [lower, upper] = printed.cutOff();
  return limit >= lower && limit <= upper;
}

std::string intervalText(const IntervalCheck& each, int decimals) {
  return wordsOf({fixed(each.lower, decimals), " to ", fixed(each.upper, decimals)});
}

std::string intervalSentence(const ClaimCheck& check, const std::string& counts,
                             const std::string& printed, int decimals) {
  if (check.verdict == ClaimVerdict::consistent)
    return wordsOf({printed, " is ", namesOf(check.reproducedBy), " of ", counts, "."});
  const auto& all = check.recomputed.intervals;
  std::string computed;
  for (const auto& each : all) {
    if (each.method != ClaimMethod::clopperPearson && each.method != ClaimMethod::wilson &&
        each.method != ClaimMethod::wald)
      continue;
    computed += (computed.empty() ? "" : ", ") + intervalText(each, decimals) + " by " +
                nameOfMethod(each.method);
  }
  const std::string of = wordsOf({"The interval of ", counts, " is ", computed});
  switch (check.verdict) {
    case ClaimVerdict::truncated:
      return wordsOf({printed, " is ", namesOf(check.reproducedBy), " of ", counts,
                      " with digits cut off instead of rounded."});
    case ClaimVerdict::lastDigit:
      return wordsOf({printed, " is off by one in a last digit: ", namesOf(check.reproducedBy),
                      " of ", counts, " comes nearest."});
    default:
      return wordsOf({of, "; ", printed, " follows by none of the usual methods."});
  }
}

// Where the percentage is of fewer patients the interval is of them too.
ClaimCheck checkOfEvaluable(const Claim& claim, const PercentCheck& percentage, double level) {
  ClaimCheck check;
  for (const auto& each : percentage.evaluable) {
    Claim fewer = claim;
    fewer.n = std::to_string(each.n);
    fewer.nAssumed = false;
    auto found = *checkProportionInterval(fewer, level);
    const bool holds = found.verdict == ClaimVerdict::consistent;
    if (!holds && !check.sentence.empty()) continue;
    check = std::move(found);
    if (!holds) continue;
    check.verdict = ClaimVerdict::otherTabulation;
    break;
  }
  // What other size it may be of is a guess without the count.
  if (check.verdict != ClaimVerdict::otherTabulation && !claim.count) {
    check = {};
    check.verdict = ClaimVerdict::cannotCheck;
  }
  check.recomputed.percentages = {percentage};
  check.sentence =
      percentageSentence(percentage) + (check.sentence.empty() ? "" : " " + check.sentence);
  return check;
}

}  // namespace

Result<ClaimCheck> checkPercentOfN(const Claim& claim) {
  const auto share = readShare(claim);
  if (!share) return share.problem();
  if (share->count.value_or(0) > share->n) return tooMany(*share->count, share->n);
  ClaimCheck check;
  const auto percentage = checkPercentage(share->percent, share->n, share->count, claim.nAssumed);
  check.verdict = percentage.verdict;
  const bool asPrinted =
      asPercentage(share->percent, share->n, share->count).value == share->percent.value;
  if (check.verdict == ClaimVerdict::consistent)
    check.reproducedBy = {asPrinted ? ClaimMethod::count : ClaimMethod::countAsFraction};
  check.sentence = percentageSentence(percentage);
  check.recomputed.percentages = {percentage};
  return check;
}

Result<ClaimCheck> checkProportionInterval(const Claim& claim, double level) {
  if (!claim.percent && !claim.count) return missing("percent");
  const auto n = requiredSize(claim.n, "n");
  if (!n) return n.problem();
  const auto lower = requiredNumber(claim.lower, "lower");
  if (!lower) return lower.problem();
  const auto upper = requiredNumber(claim.upper, "upper");
  if (!upper) return upper.problem();
  std::optional<int> count;
  if (claim.count) {
    const auto read = readCount(*claim.count, "count");
    if (!read) return read.problem();
    count = *read;
    if (*count > *n) return tooMany(*count, *n);
  }

  ClaimCheck check;
  CountRange counts{count.value_or(0), count.value_or(0)};
  bool fraction = false;
  if (claim.percent) {
    const auto percent = readNumber(*claim.percent, "percent");
    if (!percent) return percent.problem();
    const auto asPercent = asPercentage(*percent, *n, count);
    fraction = asPercent.value != percent->value;
    const auto percentage = checkPercentage(*percent, *n, count, claim.nAssumed);
    if (percentage.verdict == ClaimVerdict::otherTabulation ||
        percentage.verdict == ClaimVerdict::cannotCheck)
      return checkOfEvaluable(claim, percentage, level);
    check.recomputed.percentages = {percentage};
    const bool sound = percentage.verdict == ClaimVerdict::consistent ||
                       percentage.verdict == ClaimVerdict::truncated;
    if (!sound) {
      check.verdict = percentage.verdict;
      check.sentence = percentageSentence(percentage);
      check.recomputed.intervals =
          intervalsOf(count.value_or(percentage.nearest->count), *n, level);
      return check;
    }
    if (!count) {
      const auto range = countsThatPrint(asPercent, *n);
      counts = range ? *range : CountRange{percentage.nearest->count, percentage.nearest->count};
    }
    check.verdict = percentage.verdict;
  } else {
    check.verdict = ClaimVerdict::consistent;
    fraction = upper->value <= 1 && upper->decimals >= 2 && !upper->percentSign;
  }
  PrintedNumber low = *lower, high = *upper;
  if (fraction) {
    for (PrintedNumber* each : {&low, &high}) {
      each->value *= 100;
      each->unit *= 100;
      each->decimals -= 2;
    }
  }

  constexpr int kMostCounts = 200;
  const int step = std::max(1, (counts.last - counts.first + 1) / kMostCounts);
  struct Nearest {
    bool cutOff = false, neighbour = false;
    int count = -1;
    std::vector<ClaimMethod> methods;
  } truncated, neighbour;
  int chosen = -1;
  for (int k = counts.first; k <= counts.last && chosen < 0; k += step) {
    auto intervals = intervalsOf(k, *n, level);
    for (auto& each : intervals) {
      each.matches = gives(low, each.lower) && gives(high, each.upper);
      if (each.matches) {
        check.reproducedBy.push_back(each.method);
        chosen = k;
        continue;
      }
      const bool cut = (isCutOff(low, each.lower) || gives(low, each.lower)) &&
                       (isCutOff(high, each.upper) || gives(high, each.upper));
      const bool near = overlap(low.neighbours(), {each.lower, each.lower}) &&
                        overlap(high.neighbours(), {each.upper, each.upper});
      for (auto [holds, found] : {std::pair(cut, &truncated), std::pair(near, &neighbour)}) {
        if (!holds || (found->count >= 0 && found->count != k)) continue;
        found->count = k;
        found->methods.push_back(each.method);
      }
    }
    if (chosen >= 0 || k == counts.first) check.recomputed.intervals = std::move(intervals);
  }
  if (chosen < 0) {
    const auto take = [&](const Nearest& found, ClaimVerdict verdict) {
      chosen = found.count;
      check.verdict = verdict;
      check.reproducedBy = found.methods;
      check.recomputed.intervals = intervalsOf(chosen, *n, level);
    };
    if (truncated.count >= 0)
      take(truncated, ClaimVerdict::truncated);
    else if (neighbour.count >= 0)
      take(neighbour, ClaimVerdict::lastDigit);
    else
      check.verdict = ClaimVerdict::inconsistent;
  }
  const int of = chosen >= 0 ? chosen : counts.first;
  const int decimals = std::max(low.decimals, high.decimals) + 1;
  check.sentence = intervalSentence(check, std::to_string(of) + " of " + std::to_string(*n),
                                    lower->text + " to " + upper->text, decimals);
  return check;
}

}  // namespace riskset
