#include "core/base/text.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace riskset {

std::string shortestText(double value) {
  char buffer[32];
  constexpr double kExactlyWhole = 1e15;  // up to here %g would write 10 as 1e+01
  if (std::trunc(value) == value && std::abs(value) < kExactlyWhole) {
    std::snprintf(buffer, sizeof buffer, "%.0f", value);
    return buffer;
  }
  for (int digits = 1; digits <= 17; ++digits) {
    std::snprintf(buffer, sizeof buffer, "%.*g", digits, value);
    if (std::strtod(buffer, nullptr) == value) break;
  }
  return buffer;
}

std::optional<double> numberIn(std::string_view text) {
  const std::string digits(trimmed(text));
  if (digits.empty() || digits.find_first_not_of("+-.0123456789eE") != std::string::npos) return {};
  char* end = nullptr;
  const double value = std::strtod(digits.c_str(), &end);
  if (end != digits.c_str() + digits.size() || !std::isfinite(value)) return {};
  return value;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const auto first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

}  // namespace riskset
