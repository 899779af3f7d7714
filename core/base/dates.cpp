#include "core/base/dates.h"

#include <algorithm>
#include <chrono>

namespace riskset {

std::optional<double> dayNamed(std::string_view text) {
  constexpr std::string_view pattern = "dddd-dd-dd";
  const auto fits = [](char own, char wanted) {
    return wanted == 'd' ? own >= '0' && own <= '9' : own == wanted;
  };
  if (text.size() != pattern.size() ||
      !std::equal(text.begin(), text.end(), pattern.begin(), fits)) {
    return {};
  }
  const auto number = [&](std::size_t from, std::size_t digits) {
    int value = 0;
    for (const char digit : text.substr(from, digits))
      value = 10 * value + (digit - '0');
    return value;
  };
  const std::chrono::year_month_day date(std::chrono::year(number(0, 4)),
                                         std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                         std::chrono::day(static_cast<unsigned>(number(8, 2))));
  if (!date.ok()) return {};
  return static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count());
}

}  // namespace riskset
