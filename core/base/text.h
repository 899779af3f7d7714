// Numbers and level texts: how a level of a number column reads, and when two level texts agree.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace riskset {

// The shortest decimal text that reads back as `value`: 1 -> "1", 0.5 -> "0.5".
std::string shortestText(double value);

// The number that a text is, spaces around it ignored; empty if it is anything else.
std::optional<double> numberIn(std::string_view text);

std::string_view trimmed(std::string_view text);

// Items joined as "a, b, c".
template <class Texts>
std::string joined(const Texts& texts, std::string_view between = ", ") {
  std::string all;
  bool first = true;
  for (const auto& text : texts) {
    if (!first) all += between;
    all += text;
    first = false;
  }
  return all;
}

}  // namespace riskset
