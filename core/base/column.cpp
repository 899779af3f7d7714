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

// Numbers as groups: the different values, ascending, and the place of each number among them (-1
// for NaN).
struct Grouped {
  std::vector<double> values;
  std::vector<int> codes;
};

void putInOrder(Grouped& grouped) {
  std::vector<double> ascending = grouped.values;
  std::sort(ascending.begin(), ascending.end());
  if (ascending == grouped.values) return;
  std::vector<int> places;
  for (const double value : grouped.values) {
    const auto at = std::lower_bound(ascending.begin(), ascending.end(), value);
    places.push_back(static_cast<int>(at - ascending.begin()));
  }
  for (int& code : grouped.codes) {
    if (code >= 0) code = places[static_cast<std::size_t>(code)];
  }
  grouped.values = std::move(ascending);
}

// A column that groups has few values: they are found as they are met. Empty where it has more.
std::optional<Grouped> groupedAsMet(const std::vector<double>& numbers) {
  Grouped grouped{{}, std::vector<int>(numbers.size(), -1)};
  double values[kFew];
  std::size_t count = 0;
  for (std::size_t row = 0; row < numbers.size(); ++row) {
    const double number = numbers[row];
    if (std::isnan(number)) continue;
    std::size_t place = 0;
    while (place < count && values[place] != number)
      ++place;
    if (place == count) {
      if (count == kFew) return {};
      values[count++] = number;
    }
    grouped.codes[row] = static_cast<int>(place);
  }
  grouped.values.assign(values, values + count);
  putInOrder(grouped);
  return grouped;
}

// Without the codes where there are more than `most` values.
Grouped grouped(const std::vector<double>& numbers, std::size_t most) {
  if (auto few = groupedAsMet(numbers)) return *std::move(few);
  Grouped grouped{numbers, std::vector<int>(numbers.size(), -1)};
  auto& values = grouped.values;
  std::erase_if(values, [](double value) { return std::isnan(value); });
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  if (values.size() > most) return grouped;
  for (std::size_t row = 0; row < numbers.size(); ++row) {
    if (std::isnan(numbers[row])) continue;
    const auto at = std::lower_bound(values.begin(), values.end(), numbers[row]);
    grouped.codes[row] = static_cast<int>(at - values.begin());
  }
  return grouped;
}

// Of each level, whether a row has it.
std::vector<std::uint8_t> usedLevels(const std::vector<int>& codes, std::size_t levels) {
  std::vector<std::uint8_t> used(levels, 0);
  for (const int code : codes) {
    if (code >= 0) used[static_cast<std::size_t>(code)] = 1;
  }
  return used;
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
  auto [values, codes] = grouped(column.numbers, static_cast<std::size_t>(most));
  if (values.size() > static_cast<std::size_t>(most)) return tooMany(values.size());
  Factor factor{column.name, {}, std::move(codes)};
  for (const double value : values)
    factor.levels.push_back(shortestText(value));
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
