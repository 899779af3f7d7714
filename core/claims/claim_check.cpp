#include "core/claims/claim_check.h"

#include "core/claims/kinds.h"
#include "core/claims/printed_number.h"
#include "core/claims/printed_p.h"
#include "core/claims/wording.h"

namespace riskset {

Problem missing(const std::string& field) {
  return {ProblemCode::missingKey, "", {}, field};
}

Result<PrintedNumber> requiredNumber(const Print& print, const std::string& field) {
  if (!print) return missing(field);
  return readNumber(*print, field);
}

Result<int> requiredSize(const Print& print, const std::string& field) {
  if (!print) return missing(field);
  const auto n = readCount(*print, field);
  if (n && *n == 0)
    return Problem{ProblemCode::valueNotAllowed, "", {}, field + " must be at least 1"};
  return n;
}

Result<ClaimCheck> checkPValue(const Claim& claim, double level) {
  if (!claim.p) return missing("p");
  const auto p = readP(claim, level);
  if (!p) return p.problem();
  const PrintedP& printed = **p;
  ClaimCheck check;
  check.verdict = printed.impossible() ? ClaimVerdict::impossible : ClaimVerdict::consistent;
  if (printed.impossible())
    check.sentence = impossiblePSentence(printed);
  else if (printed.number.value == 0)
    check.sentence = wordsOf({"A p value is never 0: \u201c", printed.number.text,
                              "\u201d is a smaller one after rounding."});
  else
    check.sentence = "A p value may be printed so; there is nothing beside it to check it with.";
  return check;
}

Result<ClaimCheck> checkClaim(const Claim& claim, double level) {
  if (!claim.kind) return missing("kind");
  if (claim.p) {
    const auto p = readP(claim, level);
    if (!p) return p.problem();
    if ((*p)->impossible())
      return ClaimCheck{ClaimVerdict::impossible, {}, {}, impossiblePSentence(**p)};
  }
  switch (*claim.kind) {
    case ClaimKind::percentOfN:
      return checkPercentOfN(claim);
    case ClaimKind::twoArmCounts:
      return checkTwoArmCounts(claim, level);
    case ClaimKind::ratioWithInterval:
      return checkRatio(claim, level);
    case ClaimKind::proportionWithInterval:
      return checkProportionInterval(claim, level);
    case ClaimKind::medianWithInterval:
      return checkMedian(claim, level);
    case ClaimKind::standardizedDifference:
      return checkDifference(claim);
    case ClaimKind::testStatistic:
      return checkStatistic(claim, level);
    case ClaimKind::pValue:
      return checkPValue(claim, level);
    case ClaimKind::eventsAndRatio:
      return checkEventsAndRatio(claim, level);
    case ClaimKind::twoMedians:
      return checkTwoMedians(claim, level);
  }
  return missing("kind");
}

}  // namespace riskset
