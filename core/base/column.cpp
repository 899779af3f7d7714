#include "core/base/column.h"
#include "core/base/contains.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/base/text.h"

namespace riskset {
namespace {

bool isCategory(const Column& column) {
  return column.type == ColumnType::category;
}

std::vector<double> numbersIn(const std::vector<std::string>& texts) {
  std::vector<double> numbers;
  for (const auto& text : texts) {
    if (const auto number = numberIn(text)) numbers.push_back(*number);
  }
  return numbers;
}

constexpr std::size_t kFew = 8;

// The different values, ascending. A column that groups has few: they are found as they are met.
std::vector<double> distinct(const std::vector<double>& numbers) {
  std::vector<double> values;
  for (const double number : numbers) {
    if (std::isnan(number) || contains(values, number)) continue;
    values.push_back(number);
    if (values.size() <= kFew) continue;
    values = numbers;
    std::erase_if(values, [](double value) { return std::isnan(value); });
    break;
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

// Of each level, whether a row has it.
std::vector<std::uint8_t> usedLevels(const std::vector<int>& codes, std::size_t levels) {
  std::vector<std::uint8_t> used(levels, 0);
  for (const int code : codes) {
    if (code >= 0) used[static_cast<std::size_t>(code)] = 1;
  }
  return used;
}

// How many of the ascending `values` are below this one.
int placeAmong(const std::vector<double>& values, double value) {
  if (values.size() > kFew) {
    const auto at = std::lower_bound(values.begin(), values.end(), value);
    return static_cast<int>(at - values.begin());
  }
  int place = 0;
  for (const double other : values)
    place += other < value;
  return place;
}

}  // namespace

bool Column::missing(int row) const {
  const auto at = static_cast<std::size_t>(row);
  return isCategory(*this) ? codes[at] < 0 : std::isnan(numbers[at]);
}

bool Column::anyMissing() const {
  if (isCategory(*this))
    return std::any_of(codes.begin(), codes.end(), [](int code) { return code < 0; });
  return std::any_of(numbers.begin(), numbers.end(),
                     [](double value) { return std::isnan(value); });
}

Result<Factor> asFactor(const Column& column, int most) {
  if (column.problem) return *column.problem;
  const auto tooMany = [&](std::size_t count) {
    return Problem{ProblemCode::tooManyLevels, column.name, {}, std::to_string(count)};
  };
  if (isCategory(column)) {
    const auto levels = usedLevels(column.codes, column.levels.size());
    const auto used = std::count(levels.begin(), levels.end(), 1);
    if (used > most) return tooMany(static_cast<std::size_t>(used));
    return Factor{column.name, column.levels, column.codes};
  }
  const auto values = distinct(column.numbers);
  if (values.size() > static_cast<std::size_t>(most)) return tooMany(values.size());
  Factor factor{column.name, {}, std::vector<int>(column.numbers.size(), -1)};
  for (const double value : values)
    factor.levels.push_back(shortestText(value));
  for (std::size_t row = 0; row < factor.codes.size(); ++row) {
    const double value = column.numbers[row];
    if (!std::isnan(value)) factor.codes[row] = placeAmong(values, value);
  }
  return factor;
}

Factor withoutEmptyLevels(Factor factor, std::vector<std::string>* empty) {
  const auto used = usedLevels(factor.codes, factor.levels.size());
  if (!contains(used, 0)) return factor;
  std::vector<std::string> kept;
  std::vector<int> renumbered(used.size(), -1);
  for (std::size_t level = 0; level < used.size(); ++level) {
    if (used[level]) {
      renumbered[level] = static_cast<int>(kept.size());
      kept.push_back(factor.levels[level]);
    } else if (empty) {
      empty->push_back(factor.levels[level]);
    }
  }
  factor.levels = std::move(kept);
  for (int& code : factor.codes) {
    if (code >= 0) code = renumbered[static_cast<std::size_t>(code)];
  }
  return factor;
}

std::vector<bool> rowsWithLevel(const Column& column, const std::vector<std::string>& levels) {
  if (isCategory(column)) {
    std::vector<bool> wanted;
    for (const auto& level : column.levels)
      wanted.push_back(contains(levels, level));
    std::vector<bool> matches(column.codes.size());
    for (std::size_t row = 0; row < matches.size(); ++row) {
      const int code = column.codes[row];
      matches[row] = code >= 0 && wanted[static_cast<std::size_t>(code)];
    }
    return matches;
  }
  const auto wanted = numbersIn(levels);
  std::vector<bool> matches(column.numbers.size());
  for (const double level : wanted) {
    for (std::size_t row = 0; row < matches.size(); ++row) {
      if (column.numbers[row] == level) matches[row] = true;
    }
  }
  return matches;
}

namespace {

bool occurs(const Column& column, const std::string& level) {
  if (!isCategory(column)) {
    const auto number = numberIn(level);
    return number && contains(column.numbers, *number);
  }
  const auto at = std::find(column.levels.begin(), column.levels.end(), level);
  return at != column.levels.end() &&
         contains(column.codes, static_cast<int>(at - column.levels.begin()));
}

}  // namespace

std::vector<std::string> absentLevels(const Column& column,
                                      const std::vector<std::string>& wanted) {
  std::vector<std::string> absent;
  for (const auto& level : wanted) {
    if (!occurs(column, level)) absent.push_back(level);
  }
  return absent;
}

}  // namespace riskset
