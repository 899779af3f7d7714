#include "core/base/column.h"
#include "core/base/contains.h"

#include <algorithm>
#include <cmath>

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

// The different values, ascending. Most columns that group have few, which are found while they are
// met; of many the sorted whole is thinned out.
std::vector<double> distinct(const std::vector<double>& numbers) {
  constexpr std::size_t kFew = 64;
  std::vector<double> values;
  for (const double number : numbers) {
    if (std::isnan(number)) continue;
    const auto at = std::lower_bound(values.begin(), values.end(), number);
    if (at != values.end() && *at == number) continue;
    values.insert(at, number);
    if (values.size() <= kFew) continue;
    values = numbers;
    std::erase_if(values, [](double value) { return std::isnan(value); });
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
  }
  return values;
}

}  // namespace

bool Column::missing(int row) const {
  const auto at = static_cast<std::size_t>(row);
  return isCategory(*this) ? codes[at] < 0 : std::isnan(numbers[at]);
}

Result<Factor> asFactor(const Column& column, int most) {
  if (column.problem) return *column.problem;
  const auto tooMany = [&](std::size_t count) {
    return Problem{ProblemCode::tooManyLevels, column.name, {}, std::to_string(count)};
  };
  if (isCategory(column)) {
    const Factor factor{column.name, column.levels, column.codes};
    const auto used = withoutEmptyLevels(factor).levels.size();
    if (used > static_cast<std::size_t>(most)) return tooMany(used);
    return factor;
  }
  const auto values = distinct(column.numbers);
  if (values.size() > static_cast<std::size_t>(most)) return tooMany(values.size());
  Factor factor{column.name, {}, std::vector<int>(column.numbers.size(), -1)};
  for (const double value : values)
    factor.levels.push_back(shortestText(value));
  for (std::size_t row = 0; row < factor.codes.size(); ++row) {
    const double value = column.numbers[row];
    if (std::isnan(value)) continue;
    factor.codes[row] = static_cast<int>(std::lower_bound(values.begin(), values.end(), value) -
                                       values.begin());
  }
  return factor;
}

Factor withoutEmptyLevels(const Factor& factor, std::vector<std::string>* empty) {
  Factor kept{factor.name, {}, factor.codes};
  std::vector<bool> occurs(factor.levels.size(), false);
  for (const int code : factor.codes) {
    if (code >= 0) occurs[static_cast<std::size_t>(code)] = true;
  }
  std::vector<int> renumbered(factor.levels.size(), -1);
  for (std::size_t level = 0; level < factor.levels.size(); ++level) {
    if (occurs[level]) {
      renumbered[level] = static_cast<int>(kept.levels.size());
      kept.levels.push_back(factor.levels[level]);
    } else if (empty) {
      empty->push_back(factor.levels[level]);
    }
  }
  for (int& code : kept.codes) {
    if (code >= 0) code = renumbered[static_cast<std::size_t>(code)];
  }
  return kept;
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
  for (std::size_t row = 0; row < matches.size(); ++row)
    matches[row] = contains(wanted, column.numbers[row]);
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
