#include "core/analysis/read_columns.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/text.h"

namespace riskset {
namespace {

int indexOf(const std::vector<std::string>& levels, const std::string& level) {
  const auto found = std::find(levels.begin(), levels.end(), level);
  return found == levels.end() ? -1 : static_cast<int>(found - levels.begin());
}

// Gives the column `levels`, moving each old code to the place of its new name.
void renameLevels(Column& column, const std::vector<std::string>& names,
                  std::vector<std::string> levels) {
  std::vector<int> moved;
  for (const auto& name : names)
    moved.push_back(indexOf(levels, name));
  for (int& code : column.codes)
    code = code < 0 ? -1 : moved[static_cast<std::size_t>(code)];
  column.levels = std::move(levels);
}

void mergeLevels(const std::map<std::string, std::vector<Label>>& merge, Column& column) {
  // Every part names a level of the column, so that two merges never chain (A into B, B into C).
  std::map<std::string, std::string> nameOf;
  for (const auto& [merged, parts] : merge) {
    for (const auto& part : parts)
      nameOf.emplace(trimmed(part), trimmed(merged));
  }
  std::vector<std::string> names = column.levels;
  for (auto& name : names) {
    if (const auto found = nameOf.find(name); found != nameOf.end()) name = found->second;
  }
  std::vector<std::string> levels;
  for (const auto& name : names) {
    if (indexOf(levels, name) < 0) levels.push_back(name);
  }
  renameLevels(column, names, std::move(levels));
}

void orderLevels(const std::vector<Label>& declared, Column& column) {
  std::vector<std::string> levels;
  for (const auto& level : declared)
    levels.emplace_back(trimmed(level));
  std::vector<bool> isDeclared;
  for (const auto& level : column.levels)
    isDeclared.push_back(indexOf(levels, level) >= 0);
  Problem undeclared{ProblemCode::levelUndeclared, column.name, {}, ""};
  for (std::size_t row = 0; row < column.codes.size(); ++row) {
    const auto code = static_cast<std::size_t>(column.codes[row]);
    if (column.codes[row] < 0 || isDeclared[code]) continue;
    undeclared.rows.push_back(static_cast<int>(row) + 1);
    if (undeclared.detail.empty()) undeclared.detail = column.levels[code];
  }
  if (!undeclared.rows.empty()) column.problem = undeclared;
  const std::vector<std::string> names = column.levels;
  renameLevels(column, names, std::move(levels));
}

// Without declared levels: numbers by value, then texts by character, so that the reference does
// not depend on the order of the rows.
void sortLevels(Column& column) {
  std::vector<std::string> levels = column.levels;
  std::sort(levels.begin(), levels.end(), [](const std::string& a, const std::string& b) {
    const auto left = numberIn(a);
    const auto right = numberIn(b);
    if (left && right && *left != *right) return *left < *right;
    if (left.has_value() != right.has_value()) return left.has_value();
    return a < b;
  });
  const std::vector<std::string> names = column.levels;
  renameLevels(column, names, std::move(levels));
}

}  // namespace

void applySpec(const ColumnSpec& spec, Column& column) {
  if (column.problem || column.type != ColumnType::category) return;
  if (!spec.merge.empty()) mergeLevels(spec.merge, column);
  if (spec.levels.empty()) {
    sortLevels(column);
  } else {
    orderLevels(spec.levels, column);
  }
}

Column cutColumn(const std::string& name, const std::vector<double>& at,
                 const std::vector<Label>& labels, const Column& source) {
  Column column;
  column.name = name;
  column.type = ColumnType::category;
  column.levels.assign(labels.begin(), labels.end());
  for (const double value : source.numbers) {
    const auto above = std::upper_bound(at.begin(), at.end(), value) - at.begin();
    column.codes.push_back(std::isnan(value) ? -1 : static_cast<int>(above));
  }
  return column;
}

Column unusable(const std::string& name, Problem problem) {
  Column column;
  column.name = name;
  column.problem = std::move(problem);
  return column;
}

}  // namespace riskset
