// Days as the engine counts them: since 1970-01-01 in the Gregorian calendar.
#pragma once

#include <optional>
#include <string_view>

namespace riskset {

// The day that "2024-06-30" names; empty for any other text and for days that do not exist.
std::optional<double> dayNamed(std::string_view text);

}  // namespace riskset
