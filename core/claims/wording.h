// The words that the sentences of claim checks are made of.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/claims/claim_check.h"

namespace riskset {

// The parts in a row. Cheaper in bytes than a chain of sums.
std::string wordsOf(std::initializer_list<std::string_view> parts);

std::string fixed(double x, int decimals);

// A p value with at least three decimals: "0.392", and one digit of a small one: "0.0004".
std::string pText(double p, int decimals = 3);

// "30.6" and "30.6 %" -> "30.6%".
std::string withPercentSign(const std::string& printed);

// How many digits stand behind the point or comma.
int decimalsOf(const std::string& printed);

// "a, b and c".
std::string listedWith(const std::vector<std::string>& items, const std::string& word = "and");

// "Pearson's chi-square test", "Wilson's interval".
std::string nameOfMethod(ClaimMethod method);
std::string namesOf(const std::vector<ClaimMethod>& methods);

}  // namespace riskset
