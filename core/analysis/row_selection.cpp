#include "core/analysis/row_selection.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>

#include "core/base/dates.h"
#include "core/base/text.h"

namespace riskset {
namespace {

// The number that the values of the column are compared with.
Result<double> boundOf(const Condition& condition, const Column& column) {
  const Bound& bound = condition.atLeast ? *condition.atLeast : *condition.below;
  const double* number = std::get_if<double>(&bound);
  if (number && column.type == ColumnType::number) return *number;
  if (number || column.type != ColumnType::date) {
    return Problem{
        ProblemCode::columnWrongType, column.name, {}, std::string(number ? "number" : "date")};
  }
  if (const auto day = dayNamed(std::get<std::string>(bound))) return *day;
  return Problem{ProblemCode::valueNotAllowed,
                 column.name,
                 {},
                 "where: atLeast or below must be a date such as 2024-06-30"};
}

}  // namespace

RowSelection::RowSelection(const Study& study) : study_(study) {
  std::map<int, std::string> left;
  for (const auto& spec : study.file().exclude)
    left.emplace(spec.row, spec.why.value_or(""));
  rows_.resize(static_cast<std::size_t>(study.rows()));
  std::iota(rows_.begin(), rows_.end(), 0);
  if (left.empty()) return;
  keepIf([&](int row) { return !left.contains(row + 1); });
  for (const auto& [row, why] : left)
    excluded_.push_back({row, ExclusionReason::excluded, "", why});
}

void RowSelection::exclude(int row, const std::string& column) {
  excluded_.push_back({row + 1, ExclusionReason::missing, column, ""});
}

void RowSelection::keepOnly(const std::vector<bool>& rows) {
  keepIf([&](int row) { return rows[static_cast<std::size_t>(row)]; });
}

void RowSelection::dropMissing(const Column& column) {
  if (!column.anyMissing()) return;
  keepIf([&](int row) {
    if (!column.missing(row)) return true;
    exclude(row, column.name);
    return false;
  });
}

std::optional<Problem> RowSelection::dropMissing(const FollowUp& followUp) {
  Problem negative{ProblemCode::timeNegative, "", {}, ""};
  keepIf([&](int row) {
    const auto at = static_cast<std::size_t>(row);
    if (followUp.time[at] < 0) {
      const std::string& column = followUp.endColumn(row);
      if (negative.rows.empty()) {
        negative.column = column;
        negative.detail = shortestText(followUp.time[at]);
      }
      if (column == negative.column) negative.rows.push_back(row + 1);
    }
    if (!followUp.afterCutoff.empty() && followUp.afterCutoff[at]) {
      excluded_.push_back(
          {row + 1, ExclusionReason::afterCutoff, followUp.timeColumns.front(), ""});
    } else if (std::isnan(followUp.time[at])) {
      exclude(row, *std::find_if(
                       followUp.timeColumns.begin(), followUp.timeColumns.end(),
                       [&](const auto& name) { return (*study_.column(name))->missing(row); }));
    } else if (!followUp.entry.empty() && std::isnan(followUp.entry[at])) {
      exclude(row, followUp.entryColumn);
    } else if (!followUp.event[at]) {
      exclude(row, followUp.eventColumn);
    } else {
      return true;
    }
    return false;
  });
  return negative.rows.empty() ? std::nullopt : std::optional(negative);
}

void RowSelection::sortBy(const std::vector<int>& order) {
  if (order.size() == rows_.size()) {  // each of its rows is selected
    rows_ = order;
    return;
  }
  std::vector<std::uint8_t> selected(static_cast<std::size_t>(study_.rows()), 0);
  for (const int row : rows_)
    selected[static_cast<std::size_t>(row)] = 1;
  rows_ = order;
  keepIf([&](int row) { return selected[static_cast<std::size_t>(row)] != 0; });
}

std::optional<Problem> RowSelection::where(const std::vector<Condition>& conditions) {
  for (const Condition& condition : conditions) {
    const auto found = study_.column(condition.column);
    if (!found) return found.problem();
    const Column& column = **found;
    const int given = condition.in.has_value() + condition.atLeast.has_value() +
                      condition.below.has_value() + condition.missing.has_value();
    if (given != 1) {
      return Problem{ProblemCode::valueNotAllowed,
                     column.name,
                     {},
                     "where takes one of in, atLeast, below, missing"};
    }
    if (condition.missing) {
      keepIf([&](int row) { return column.missing(row) == *condition.missing; });
      continue;
    }
    dropMissing(column);
    if (condition.in) {
      std::vector<std::string> levels;
      for (const auto& level : *condition.in)
        levels.emplace_back(trimmed(level));
      if (const auto absent = absentLevels(column, levels); !absent.empty()) {
        return Problem{ProblemCode::levelAbsent, column.name, {}, joined(absent)};
      }
      const auto holds = rowsWithLevel(column, levels);
      keepIf([&](int row) { return holds[static_cast<std::size_t>(row)]; });
      continue;
    }
    const auto bound = boundOf(condition, column);
    if (!bound) return bound.problem();
    keepIf([&](int row) {
      const double value = column.numbers[static_cast<std::size_t>(row)];
      return condition.atLeast ? value >= *bound : value < *bound;
    });
  }
  return {};
}

}  // namespace riskset
