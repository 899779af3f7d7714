// A test statistic with its degrees of freedom against p.
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/claims/kinds.h"
#include "core/claims/printed_p.h"
#include "core/claims/wording.h"
#include "core/distributions/distributions.h"

namespace riskset {
namespace {

using enum ClaimVerdict;

struct Reference {
  ClaimMethod method;
  double df;
};

// Two-sided, of z and t.
double tailOf(const Reference& reference, double statistic) {
  const double x = std::max(0.0, statistic);
  switch (reference.method) {
    case ClaimMethod::normalTest:
      return normalTwoSidedP(x);
    case ClaimMethod::tTest:
      return std::min(1.0, 2 * tUpperP(x, reference.df));
    default:
      return chiSquareP(x, reference.df);
  }
}

ClaimMethod methodNamed(const std::string& words) {
  if (words.find('z') != std::string::npos || words.find('Z') != std::string::npos ||
      words.find("ormal") != std::string::npos)
    return ClaimMethod::normalTest;
  const bool t = words == "t" || words == "T" || words.starts_with("t ") ||
                 words.starts_with("t-") || words.find("tudent") != std::string::npos;
  return t ? ClaimMethod::tTest : ClaimMethod::chiSquareTest;
}

}  // namespace

Result<ClaimCheck> checkStatistic(const Claim& claim, double level) {
  const auto statistic = requiredNumber(claim.statistic, "statistic");
  if (!statistic) return statistic.problem();
  Reference reference{methodNamed(claim.test.value_or("")), 1};
  if (reference.method != ClaimMethod::normalTest) {
    const auto df = requiredNumber(claim.df, "df");
    if (!df) return df.problem();
    if (!(df->value >= 1 && df->value <= 1e6 && df->relation == PrintedNumber::Relation::equal))
      return Problem{ProblemCode::valueNotAllowed, "", {}, "df must be at least 1"};
    reference.df = df->value;
  }
  const auto p = readP(claim, level);
  if (!p) return p.problem();

  ClaimCheck check;
  PrintedNumber size = *statistic;
  const bool chiSquare = reference.method == ClaimMethod::chiSquareTest;
  if (chiSquare && size.rounded().upper < 0) {
    check.verdict = impossible;
    check.sentence =
        wordsOf({"A chi-square statistic is not below 0, as ", statistic->text, " is."});
    return check;
  }
  size.value = std::abs(size.value);
  const Interval range = size.rounded();
  const StatisticCheck computed{tailOf(reference, size.value),
                                {tailOf(reference, range.upper), tailOf(reference, range.lower)}};
  check.recomputed.statistic = computed;
  const std::string df =
      reference.method == ClaimMethod::normalTest ? "" : " with " + fixed(reference.df, 0) + " df";
  const std::string of = wordsOf({(chiSquare                                     ? "chi-square "
                                   : reference.method == ClaimMethod::normalTest ? "z "
                                                                                 : "t "),
                                  statistic->text, df});
  if (!*p) {
    check.verdict = cannotCheck;
    check.sentence =
        wordsOf({"No p is printed beside it; that of ", of, " is ", pText(computed.p), "."});
    return check;
  }
  const PrintedP& printed = **p;
  const PrintedNumber& number = printed.number;
  const bool equal = number.relation == PrintedNumber::Relation::equal;
  const std::string is = wordsOf({"The p of ", of, " is ", pText(computed.p, number.decimals + 1)});
  if (overlap(number.rounded(), computed.pRange)) {
    check.verdict = consistent;
    check.reproducedBy = {reference.method};
    check.sentence = wordsOf({printed.words(), " follows from ", of, "."});
  } else if (equal && overlap(number.cutOff(), computed.pRange)) {
    check.verdict = truncated;
    check.reproducedBy = {reference.method};
    check.sentence =
        wordsOf({is, "; ", printed.words(), " has its digits cut off instead of rounded."});
  } else if (overlap(number.rounded(), {computed.pRange.lower / 2, computed.pRange.upper / 2})) {
    check.verdict = oneSided;
    check.reproducedBy = {reference.method};
    check.sentence = wordsOf({is, "; ", printed.words(), " follows only as a one-sided p."});
  } else if (printed.isOtherSideOf(computed.pRange)) {
    check.verdict = decisionError;
    check.sentence = wordsOf({is, ", not ", printed.words(), ", and lies on the other side of ",
                              shortestText(printed.alpha), "."});
  } else if (overlap(number.neighbours(), computed.pRange)) {
    check.verdict = lastDigit;
    check.sentence = wordsOf({is, "; ", printed.words(), " is off by one in the last digit."});
  } else {
    check.verdict = inconsistent;
    check.sentence = wordsOf({is, ", not ", printed.words(), "."});
  }
  return check;
}

}  // namespace riskset
