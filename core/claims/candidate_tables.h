// The tables that the printed figures of two arms may stand for, searched for the one that gives
// the printed p.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/claims/claim_check.h"
#include "core/claims/two_arms.h"

namespace riskset {

using Methods = std::vector<ClaimMethod>;

inline const Methods kUsual{ClaimMethod::pearson, ClaimMethod::yates, ClaimMethod::fisher,
                            ClaimMethod::likelihoodRatio};
// With no test named any of these is what a reader expects.
inline const Methods kExpected{ClaimMethod::pearson, ClaimMethod::yates, ClaimMethod::fisher};

// All of one tabulation; `thinned`: only some of many.
struct Candidates {
  std::vector<TableCheck> tables;
  bool thinned = false;
};
Candidates tablesOf(const PossibleRows& first, const PossibleRows& second,
                    ClaimTabulation tabulation);

// Of two binary arms of somewhat fewer patients, where the percentages (checked in the arms' order)
// are theirs. None where they are all of the arms' own size.
Candidates evaluableTables(const std::vector<PrintedArm>& arms,
                           const std::vector<PercentCheck>& percentages);

// Whether p, or some p of a range, is what is looked for.
using HoldsOfP = std::function<bool(Interval p)>;

// The first of the methods that a table holds for becomes the answer: `check` gets that table
// alone, and all usual methods that it holds for. Between the tables that were left out, any p
// between the least and the greatest counts.
bool findMatch(Candidates& candidates, const Methods& methods, const HoldsOfP& holds,
               ClaimCheck& check);

// "0.392 by Pearson's chi-square test and 0.468 by Fisher's exact test".
std::string computedText(const TableCheck& table, const Methods& methods, int decimals);

// "of level 2 against the rest".
std::string tabulationText(const TableCheck& table);

}  // namespace riskset
