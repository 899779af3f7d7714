// The characters of print in those that a number is read from.
#pragma once

#include <string>
#include <string_view>

namespace riskset {

// Middle dots, minus signs, thin spaces, full-width forms and signs of comparison as ASCII. A
// footnote mark becomes '*', a raised character has '^' before it; others stay.
std::string plainCharacters(std::string_view text);

// Of ASCII letters.
std::string lowerCase(std::string text);

}  // namespace riskset
