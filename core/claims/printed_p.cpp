#include "core/claims/printed_p.h"

#include <cmath>

#include "core/claims/wording.h"

namespace riskset {

using Relation = PrintedNumber::Relation;

std::string PrintedP::words() const {
  const char* sign = number.relation == Relation::below   ? "<"
                     : number.relation == Relation::above ? ">"
                                                          : "=";
  return wordsOf({"p ", sign, " ", fixed(number.value, number.decimals)});
}

SideOfLevel PrintedP::side() const {
  const auto [lower, upper] = number.rounded();
  if (number.relation == Relation::below)
    return number.value <= alpha + 1e-9 ? SideOfLevel::below : SideOfLevel::open;
  if (upper < alpha) return SideOfLevel::below;
  if (lower >= alpha - 1e-9) return SideOfLevel::above;
  return SideOfLevel::open;
}

bool PrintedP::isOtherSideOf(Interval range) const {
  const SideOfLevel printed = side();
  return (printed == SideOfLevel::below && range.lower >= alpha) ||
         (printed == SideOfLevel::above && range.upper < alpha);
}

bool PrintedP::impossible() const {
  if (number.value < 0 || number.value > 1) return true;
  if (number.value == 1) return number.relation == Relation::above;
  return number.value == 0 && (number.decimals == 0 || number.relation == Relation::below);
}

Result<std::optional<PrintedP>> readP(const Claim& claim, double level) {
  if (!claim.p) return std::optional<PrintedP>();
  const auto number = readNumber(*claim.p, "p");
  if (!number) return number.problem();
  const double alpha = std::round((1 - level) * 1e12) / 1e12;  // 0.05, not 0.050000000000000044
  return std::optional(PrintedP{*number, alpha});
}

std::string impossiblePSentence(const PrintedP& p) {
  if (p.number.value == 0) return "A p value is never 0; a small one is printed as p < 0.001.";
  return wordsOf(
      {"A p value lies between 0 and 1, which \u201c", p.number.text, "\u201d does not."});
}

}  // namespace riskset
