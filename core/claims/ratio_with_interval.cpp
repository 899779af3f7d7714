// A ratio with its interval against the p that is printed with it.
//
// Consistent is a p that Wald's test gives for some values that round to the three prints. A p
// beyond them is no proof of an error where no test is named: log-rank and likelihood-ratio tests
// differ from Wald's. As far as they usually do it cannot be checked, and the sentence says so.
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/claims/kinds.h"
#include "core/claims/printed_p.h"
#include "core/claims/ratios.h"
#include "core/claims/wording.h"

namespace riskset {
namespace {

using enum ClaimVerdict;

bool namesAnotherTest(const std::string& words) {
  for (const char* word : {"rank", "Rank", "ikelihood", "core", "LR", "antel"}) {
    if (words.find(word) != std::string::npos) return true;
  }
  return false;
}

ClaimCheck unordered(const std::string& value, const std::string& lower, const std::string& upper) {
  return {impossible,
          {},
          {},
          wordsOf({value, " does not lie in its interval, ", lower, " to ", upper, "."})};
}

// Between the limits, whatever rounding did.
bool ordered(const PrintedRatio& ratio) {
  return ratio.lower.rounded().lower <= ratio.value.rounded().upper &&
         ratio.value.rounded().lower <= ratio.upper.rounded().upper;
}

std::string rangeText(Interval p, int decimals) {
  const std::string low = pText(p.lower, decimals), high = pText(p.upper, decimals);
  return low == high ? low : low + " to " + high;
}

class RatioClaim {
 public:
  RatioClaim(PrintedRatio ratio, std::optional<PrintedP> p, const Claim& claim, double level)
      : ratio_(std::move(ratio)),
        p_(std::move(p)),
        otherTestNamed_(namesAnotherTest(claim.test.value_or(""))),
        profile_(claim.measure && *claim.measure != ClaimMeasure::HR),
        printed_(ratio_.value.text + " (" + ratio_.lower.text + " to " + ratio_.upper.text + ")"),
        computed_(checkRatioInterval(ratio_, level)) {}

  ClaimCheck check() {
    ClaimCheck result;
    result.recomputed.ratio = computed_;
    if (!computed_.symmetric && !nearlySymmetric()) {
      result.verdict = decides() ? decisionError : inconsistent;
      result.sentence = asymmetrySentence();
      return result;
    }
    if (!computed_.symmetric) return asymmetric(std::move(result));
    if (!p_) {
      result.verdict = consistent;
      result.reproducedBy = {ClaimMethod::waldTest};
      result.sentence =
          wordsOf({"The interval of ", printed_, " is symmetric on the log scale; Wald's p is ",
                   rangeText(computed_.pRange, 3), "."});
      return result;
    }
    judgeP(result);
    return result;
  }

 private:
  // A little asymmetric: p decides where it contradicts.
  ClaimCheck asymmetric(ClaimCheck result) const {
    if (p_) judgeP(result);
    if (result.verdict == decisionError || result.verdict == inconsistent) return result;
    result.reproducedBy.clear();
    result.verdict = profile_ ? cannotCheck : lastDigit;
    result.sentence = asymmetrySentence() +
                      (profile_ ? " Limits from the likelihood may lie so; they cannot be checked."
                                : " The value or a limit is off by one in the last digit.");
    return result;
  }

  // Within a unit of the last digit of the value; of odds and risk ratios, as limits from the
  // likelihood may be: the smaller the sample, the more askew.
  bool nearlySymmetric() const {
    const auto logs = [](Interval range) {
      return Interval{std::max(range.lower, 1e-12), std::max(range.upper, 1e-12)};
    };
    const Interval value = logs(ratio_.value.neighbours()), lower = logs(ratio_.lower.rounded()),
                   upper = logs(ratio_.upper.rounded());
    if (overlap({value.lower * value.lower, value.upper * value.upper},
                {lower.lower * upper.lower, lower.upper * upper.upper}))
      return true;
    if (!profile_) return false;
    constexpr double kMostProfile = 0.4;  // standard errors, for each of the standard error
    const double away = std::abs(std::log(ratio_.value.value / *computed_.geometricMean));
    return away <= kMostProfile * computed_.stdError * std::min(1.0, computed_.stdError);
  }

  // p and interval disagree on whether the ratio differs from 1.
  bool decides() const {
    if (!p_ || !computed_.excludesOne) return false;
    return p_->side() == (*computed_.excludesOne ? SideOfLevel::above : SideOfLevel::below);
  }

  std::string asymmetrySentence() const {
    return wordsOf({"On the log scale ", ratio_.value.text, " is not in the middle of ",
                    ratio_.lower.text, " to ", ratio_.upper.text, ": the middle is ",
                    fixed(*computed_.geometricMean, ratio_.value.decimals + 1), "."});
  }

  void judgeP(ClaimCheck& result) const {
    const PrintedNumber& number = p_->number;
    const Interval range = computed_.pRange;
    const int decimals = number.decimals;
    const std::string wald =
        wordsOf({"Wald's p of ", printed_, " is ", rangeText(range, decimals)});
    const auto set = [&](ClaimVerdict verdict, ClaimMethod method, std::string sentence) {
      result.verdict = verdict;
      result.reproducedBy = {method};
      result.sentence = std::move(sentence);
    };
    if (overlap(number.rounded(), range))
      return set(consistent, ClaimMethod::waldTest,
                 p_->words() + " follows from " + printed_ + " by Wald's test.");
    if (overlap(number.rounded(), computed_.otherTestRange)) {
      result.verdict = otherTestNamed_ ? otherTest : cannotCheck;
      result.sentence =
          wordsOf({wald, ", not ", p_->words(), ". ",
                   (otherTestNamed_ ? "The test that is named may differ from it so far."
                                    : "A log-rank, score or likelihood-ratio test of the same "
                                      "data may differ from it so far.")});
      return;
    }
    const bool cut =
        number.relation == PrintedNumber::Relation::equal && overlap(number.cutOff(), range);
    if (cut)
      return set(truncated, ClaimMethod::waldTest,
                 wald + "; " + p_->words() + " has its digits cut off instead of rounded.");
    if (overlap(number.rounded(), {range.lower / 2, range.upper / 2}))
      return set(oneSided, ClaimMethod::oneSidedWaldTest,
                 p_->words() + " follows from " + printed_ + " only by a one-sided test.");
    result.verdict = decides() || p_->isOtherSideOf(range) ? decisionError
                     : overlap(number.neighbours(), range) ? lastDigit
                                                           : inconsistent;
    result.sentence = wordsOf({wald, "; ", p_->words(),
                               (result.verdict == lastDigit ? " is off by one in the last digit."
                                                            : " does not follow from it")});
    if (result.verdict == decisionError)
      result.sentence +=
          ", and " + std::string(computed_.excludesOne.value_or(p_->side() == SideOfLevel::above)
                                     ? "the interval excludes 1"
                                     : "the interval includes 1");
    if (result.verdict != lastDigit) result.sentence += ".";
  }

  PrintedRatio ratio_;
  std::optional<PrintedP> p_;
  bool otherTestNamed_, profile_;
  std::string printed_;
  RatioCheck computed_;
};

// A limit that was not reached is beyond all numbers.
ClaimCheck openInterval(const PrintedNumber& value, const Claim& claim) {
  const auto outside = [&](const Print& limit, bool lower) {
    if (!limit || isNotReached(*limit)) return false;
    const auto number = readNumber(*limit, "");
    if (!number) return false;
    return lower ? number->rounded().lower > value.rounded().upper
                 : number->rounded().upper < value.rounded().lower;
  };
  if (outside(claim.lower, true) || outside(claim.upper, false))
    return unordered(value.text, claim.lower.value_or("-"), claim.upper.value_or("-"));
  return {cannotCheck, {}, {}, "Without both limits neither the interval nor p can be checked."};
}

}  // namespace

Result<ClaimCheck> checkRatio(const Claim& claim, double level) {
  const auto value = requiredNumber(claim.value, "value");
  if (!value) return value.problem();
  const auto p = readP(claim, level);
  if (!p) return p.problem();
  if (value->rounded().upper <= 0)
    return ClaimCheck{
        impossible, {}, {}, wordsOf({"A ratio is above 0, which ", value->text, " is not."})};
  std::vector<PrintedNumber> limits;
  for (const auto& [print, field] : {std::pair{&claim.lower, "lower"}, {&claim.upper, "upper"}}) {
    if (!*print || isNotReached(**print)) continue;
    const auto limit = readNumber(**print, field);
    if (!limit) return limit.problem();
    if (limit->value < 0)
      return ClaimCheck{impossible,
                        {},
                        {},
                        wordsOf({"A limit of a ratio is not below 0, as ", limit->text, " is."})};
    limits.push_back(*limit);
  }
  const bool exact = limits.size() == 2 && value->relation == PrintedNumber::Relation::equal &&
                     limits[0].relation == PrintedNumber::Relation::equal &&
                     limits[1].relation == PrintedNumber::Relation::equal;
  if (!exact) return openInterval(*value, claim);
  const PrintedRatio ratio{*value, limits[0], limits[1]};
  if (!ordered(ratio) || limits[1].rounded().upper <= 0)
    return unordered(value->text, limits[0].text, limits[1].text);
  return RatioClaim(ratio, *p, claim, level).check();
}

}  // namespace riskset
