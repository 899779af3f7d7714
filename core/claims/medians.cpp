// Medians of survival: one in its interval, and two of which no p can be told.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/claims/kinds.h"
#include "core/claims/printed_p.h"
#include "core/claims/wording.h"
#include "core/distributions/distributions.h"

namespace riskset {
namespace {

using enum ClaimVerdict;

// Empty: not reached.
Result<std::optional<PrintedNumber>> readTime(const Print& print, const std::string& field) {
  if (!print) return missing(field);
  if (isNotReached(*print)) return std::optional<PrintedNumber>();
  const auto number = readNumber(*print, field);
  if (!number) return number.problem();
  return std::optional(*number);
}

std::string textOf(const std::optional<PrintedNumber>& time) {
  return time ? time->text : "not reached";
}

}  // namespace

Result<ClaimCheck> checkMedian(const Claim& claim, double level) {
  const auto readValue = readTime(claim.value, "value");
  if (!readValue) return readValue.problem();
  const auto readLower = readTime(claim.lower, "lower");
  if (!readLower) return readLower.problem();
  const auto readUpper = readTime(claim.upper, "upper");
  if (!readUpper) return readUpper.problem();
  const std::optional<PrintedNumber>&median = *readValue, &lower = *readLower, &upper = *readUpper;
  const bool below = lower && median && lower->rounded().lower > median->rounded().upper;
  const bool above = upper && median && median->rounded().lower > upper->rounded().upper;
  const bool reversed = lower && upper && lower->rounded().lower > upper->rounded().upper;
  const bool negative = median && median->value < 0;
  const bool unreached = !median && upper;  // a curve that misses its middle is below a limit

  ClaimCheck check;
  MedianCheck& computed = check.recomputed.median.emplace();
  computed.inside = !below && !above && !reversed;
  const std::string printed =
      wordsOf({textOf(median), " (", textOf(lower), " to ", textOf(upper), ")"});
  if (median && lower && upper) {
    const Interval low = lower->rounded(), high = upper->rounded();
    computed.midpoint = (lower->value + upper->value) / 2;
    computed.symmetric =
        overlap(median->rounded(), {(low.lower + high.lower) / 2, (low.upper + high.upper) / 2});
    computed.stdError = (upper->value - lower->value) / (2 * normalCritical(level));
  }
  if (!computed.inside || negative) {
    check.verdict = impossible;
    check.sentence = negative ? "A median time is not below 0, as " + median->text + " is."
                              : "The median " + textOf(median) + " does not lie in its interval, " +
                                    textOf(lower) + " to " + textOf(upper) + ".";
    return check;
  }
  if (unreached) {
    check.verdict = inconsistent;
    check.sentence =
        "A median that is not reached has no upper limit, but " + upper->text + " is printed.";
    return check;
  }
  if (lower && lower->value < 0 && computed.symmetric == false) {
    check.verdict = inconsistent;
    check.sentence =
        "A lower limit below 0 belongs to a symmetric interval, which " + printed + " is not.";
    return check;
  }
  check.verdict = consistent;
  if (computed.symmetric) {
    check.reproducedBy = {*computed.symmetric ? ClaimMethod::symmetricInterval
                                              : ClaimMethod::asymmetricInterval};
    check.sentence = wordsOf({"The median lies in its interval; ", printed, " has ",
                              nameOfMethod(check.reproducedBy.front()), "."});
  } else {
    check.sentence = wordsOf({"Nothing in ", printed, " contradicts itself."});
  }
  return check;
}

Result<ClaimCheck> checkTwoMedians(const Claim& claim, double level) {
  if (claim.arms.size() != 2) return missing("arms");
  std::vector<std::optional<PrintedNumber>> medians;
  std::optional<double> events = 0, n = 0;
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string name = wordsOf({"arms[", std::to_string(i), "]"});
    const auto value = readTime(claim.arms[i].value, name + ".value");
    if (!value) return value.problem();
    medians.push_back(*value);
    for (const auto& [print, field, sum] : {std::tuple{&claim.arms[i].events, ".events", &events},
                                            std::tuple{&claim.arms[i].n, ".n", &n}}) {
      if (!*print) {
        *sum = {};
        continue;
      }
      const auto count = readCount(**print, name + field);
      if (!count) return count.problem();
      if (*sum) *sum = **sum + *count;
    }
  }
  const auto p = readP(claim, level);
  if (!p) return p.problem();

  ClaimCheck check;
  check.verdict = cannotCheck;
  check.sentence = "Two medians do not tell the p of a comparison of the curves.";
  if (!medians[0] || !medians[1] || !(medians[0]->value > 0) || !(medians[1]->value > 0))
    return check;
  MediansCheck& hint = check.recomputed.medians.emplace();
  hint.hazardRatio = medians[1]->value / medians[0]->value;
  const auto counted = events ? events : n;
  check.sentence +=
      " If both curves were exponential, the hazard ratio would be " + fixed(hint.hazardRatio, 2);
  if (counted && *counted > 0) {
    hint.p = normalTwoSidedP(std::log(hint.hazardRatio) * std::sqrt(*counted) / 2);
    check.sentence +=
        wordsOf({" and p about ", pText(*hint.p), " with ", fixed(*counted, 0), " events",
                 (events ? "" : " (one for each patient, the most there can be)")});
  }
  check.sentence += ".";
  return check;
}

}  // namespace riskset
