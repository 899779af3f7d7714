// Is a printed percentage of n patients any count at all? Brown and Heathers's GRIM test, for
// percentages.
//
//   counts k with 100 k / n among the values that print as the percentage
//
// A percentage without such a count is impossible, also when it is only one last digit off; where
// cutting off the digits of a count gives it, it is truncated. A printed count that is not among
// them is inconsistent with it. Before either is said, somewhat fewer patients (those evaluable,
// say) are tried. How many fewer depends on what else is printed, for of many sizes one nearly
// always fits:
//
//   the count           at least 0.9 n: otherTabulation, for the count says which size it is
//   n and no count      at least 0.97 n, or 3 fewer: named in the sentence, but still impossible
//   neither (nAssumed)  at least 0.8 n: cannotCheck, for nobody printed that it is of n
//
// Source: Brown NJL, Heathers JAJ (2017). Soc. Psychol. Personal. Sci. 8:363-369.
//         doi:10.1177/1948550616673876
#pragma once

#include <optional>

#include "core/claims/claim_check.h"
#include "core/claims/printed_number.h"

namespace riskset {

// The first and last count of n that print as `percent`; empty when there is none.
struct CountRange {
  int first, last;
};
std::optional<CountRange> countsThatPrint(const PrintedNumber& percent, int n);

// A number below 1 with two decimals or more is read as a fraction when as a percentage it is no
// count, or not the printed one and farther from it.
PrintedNumber asPercentage(const PrintedNumber& printed, int n, std::optional<int> count);

// Expects n >= 1 and 0 <= count <= n. `nAssumed`: n is not printed beside the percentage.
PercentCheck checkPercentage(const PrintedNumber& percent, int n, std::optional<int> count,
                             bool nAssumed = false);

// Rounded or cut off from a count of n.
bool isSound(const PercentCheck& check);

// "30.6% is 15 of 49.", or what is wrong with it.
std::string percentageSentence(const PercentCheck& check);

}  // namespace riskset
