// A standardised difference against the counts of two arms.
//
//   |p1 - p2| / sqrt((v1 + v2) / 2), v = p (1 - p); of several levels the distance of
//   core/comparison/standardized_difference.h
//
// Programs for matching divide by the standard deviation of one arm, v1 or v2 alone: another
// formula. Signs do not count, and percent are taken for what they are.
#include <algorithm>
#include <cmath>

#include "core/claims/kinds.h"
#include "core/claims/printed_number.h"
#include "core/claims/two_arms.h"
#include "core/claims/wording.h"
#include "core/comparison/standardized_difference.h"

namespace riskset {
namespace {

using enum ClaimVerdict;

std::vector<DifferenceCheck> differencesOf(const std::vector<int>& a, const std::vector<int>& b,
                                           bool binary) {
  std::vector<DifferenceCheck> checks;
  if (const auto distance = standardizedDifference(a, b).distance)
    checks.push_back({ClaimMethod::meanVariance, *distance, false});
  if (!binary) return checks;
  const double p1 = 1.0 * a[0] / (a[0] + a[1]), p2 = 1.0 * b[0] / (b[0] + b[1]);
  for (const auto& [method, p] :
       {std::pair{ClaimMethod::firstVariance, p1}, {ClaimMethod::secondVariance, p2}}) {
    if (p > 0 && p < 1)
      checks.push_back({method, std::abs(p1 - p2) / std::sqrt(p * (1 - p)), false});
  }
  return checks;
}

PrintedNumber absolute(PrintedNumber number) {
  number.value = std::abs(number.value);
  return number;
}

}  // namespace

Result<ClaimCheck> checkDifference(const Claim& claim) {
  const auto arms = readArms(claim.arms);
  if (!arms) return arms.problem();
  const auto value = requiredNumber(claim.value, "value");
  if (!value) return value.problem();
  ClaimCheck check;
  const PrintedArm &first = (*arms)[0], &second = (*arms)[1];
  for (const auto& arm : *arms) {
    if (arm.sum() > arm.n) {
      check.verdict = impossible;
      check.sentence = wordsOf({std::to_string(arm.sum()), " patients are more than the ",
                                std::to_string(arm.n), " they are counted among."});
      return check;
    }
  }
  const auto rows1 = possibleRows(first, first.n), rows2 = possibleRows(second, second.n);
  const bool binary = first.isBinary();
  const PrintedNumber plain = absolute(*value);
  PrintedNumber percent = plain;
  percent.value /= 100;
  percent.unit /= 100;
  ClaimVerdict best = inconsistent;
  auto& shown = check.recomputed.differences;
  std::string counts;
  const auto judge = [&](const DifferenceCheck& each) {
    const bool gives = plain.gives(each.value) || percent.gives(each.value);
    if (gives) return each.method == ClaimMethod::meanVariance ? consistent : otherTest;
    if (each.method != ClaimMethod::meanVariance) return inconsistent;
    if (plain.isCutOffFrom(each.value) || percent.isCutOffFrom(each.value)) return truncated;
    const auto [lower, upper] = plain.neighbours();
    return each.value >= lower && each.value <= upper ? lastDigit : inconsistent;
  };
  const auto rank = [](ClaimVerdict verdict) {
    const ClaimVerdict bestFirst[]{consistent, otherTest, truncated, lastDigit, inconsistent};
    return std::find(std::begin(bestFirst), std::end(bestFirst), verdict) - std::begin(bestFirst);
  };
  for (const auto& a : rows1.rows) {
    for (const auto& b : rows2.rows) {
      auto checks = differencesOf(a, b, binary);
      ClaimVerdict verdict = inconsistent;
      for (auto& each : checks) {
        const ClaimVerdict judged = judge(each);
        each.matches = judged == consistent || judged == otherTest;
        if (rank(judged) < rank(verdict)) verdict = judged;
      }
      if (!shown.empty() && rank(verdict) >= rank(best)) continue;
      best = verdict;
      shown = std::move(checks);
      counts = rowText(a, binary) + " against " + rowText(b, binary);
    }
  }
  if (shown.empty()) {
    check.verdict = cannotCheck;
    check.sentence = "These counts have no standardised difference.";
    return check;
  }
  check.verdict = best;
  for (const auto& each : shown) {
    if (each.matches && (best != consistent || each.method == ClaimMethod::meanVariance))
      check.reproducedBy.push_back(each.method);
  }
  const std::string exact = fixed(shown.front().value, std::max(3, plain.decimals + 1));
  switch (best) {
    case consistent:
      check.sentence =
          wordsOf({"The standardised difference of ", counts, " is ", value->text, "."});
      break;
    case otherTest:
      check.sentence =
          wordsOf({"The standardised difference of ", counts, " is ", exact, "; ", value->text,
                   " follows with ", namesOf(check.reproducedBy), " alone."});
      break;
    case truncated:
      check.sentence = wordsOf({"The standardised difference of ", counts, " is ", exact, "; ",
                                value->text, " has its digits cut off instead of rounded."});
      break;
    default:
      check.sentence = wordsOf(
          {"The standardised difference of ", counts, " is ", exact, ", not ", value->text, "."});
  }
  return check;
}

}  // namespace riskset
