// Two arms by the levels of a variable: the p of every usual test, and the other tables that the
// same counts may have been tested as.
//
// Other tabulations tried: the patients that the printed levels lack as a level of their own; the
// last level left out; one level against the rest; neighbouring levels merged.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/claims/claim_check.h"

namespace riskset {

// Which tests a paper's words mean: one of them, or the chi-square test with or without
// correction, or nothing that is known here.
std::vector<ClaimMethod> testsNamed(const std::string& words);

// Pearson, Yates (2x2), Fisher; `all`: also G and Fisher's of one side. Two rows; levels that
// nobody has are passed over.
TableCheck tableCheck(const std::vector<std::vector<int>>& table, bool all);

// The p of `method` in the table; empty where it does not exist.
std::optional<double> pOf(const TableCheck& table, ClaimMethod method);

// The same with what a simulation leaves open.
std::optional<Interval> pRangeOf(const TableCheck& table, ClaimMethod method);

// `unknown`: patients of each arm in none of the levels.
std::vector<TableCheck> otherTabulations(const std::vector<std::vector<int>>& table,
                                         const std::vector<int>& unknown);

}  // namespace riskset
