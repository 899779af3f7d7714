#include "core/base/column.h"
#include "core/base/contains.h"

#include <algorithm>
#include <cmath>
#include <map>

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
  std::map<double, int> codeOf;
  for (const double value : column.numbers) {
    if (!std::isnan(value)) codeOf.emplace(value, 0);
  }
  if (codeOf.size() > static_cast<std::size_t>(most)) return tooMany(codeOf.size());
  Factor factor{column.name, {}, {}};
  for (auto& [value, code] : codeOf) {
    code = static_cast<int>(factor.levels.size());
    factor.levels.push_back(shortestText(value));
  }
  factor.codes.reserve(column.numbers.size());
  for (const double value : column.numbers) {
    factor.codes.push_back(std::isnan(value) ? -1 : codeOf.find(value)->second);
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
  std::vector<bool> matches;
  if (isCategory(column)) {
    std::vector<bool> wanted;
    for (const auto& level : column.levels)
      wanted.push_back(contains(levels, level));
    for (const int code : column.codes) {
      matches.push_back(code >= 0 && wanted[static_cast<std::size_t>(code)]);
    }
    return matches;
  }
  const auto wanted = numbersIn(levels);
  for (const double value : column.numbers)
    matches.push_back(contains(wanted, value));
  return matches;
}

std::vector<std::string> absentLevels(const Column& column,
                                      const std::vector<std::string>& wanted) {
  std::vector<std::string> absent;
  for (const auto& level : wanted) {
    const auto rows = rowsWithLevel(column, {level});
    if (!contains(rows, true)) absent.push_back(level);
  }
  return absent;
}

}  // namespace riskset
