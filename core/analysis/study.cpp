#include "core/analysis/study.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <set>

#include "core/analysis/read_columns.h"
#include "core/base/contains.h"
#include "core/base/dates.h"
#include "core/base/text.h"
#include "core/comparison/cut_points.h"

namespace riskset {
namespace {

bool allNumbers(const Column& column) {
  return column.type != ColumnType::category ||
         std::all_of(column.levels.begin(), column.levels.end(),
                     [](const auto& level) { return numberIn(level).has_value(); });
}

// Whether a text column holds the number that `level` is, written otherwise (1 and 1.0).
bool sameNumber(const Column& column, const std::string& level) {
  return column.type == ColumnType::category &&
         std::any_of(column.levels.begin(), column.levels.end(),
                     [&](const auto& own) { return numberIn(own) == numberIn(level); });
}

Result<const Column*> columnOf(const Study& study, const std::string& name, ColumnType type) {
  const auto column = study.column(name);
  if (column && (*column)->type != type)
    return Problem{ProblemCode::columnWrongType, name, {}, std::string(nameOf(type))};
  return column;
}

// Of values with the same code, 0 or more, only the first that is known stays.
void keepFirstOfEach(const std::vector<int>& codes, std::vector<double>& values) {
  std::set<int> known;
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (codes[row] < 0 || std::isnan(values[row])) continue;
    if (!known.insert(codes[row]).second) values[row] = std::numeric_limits<double>::quiet_NaN();
  }
}

bool ascend(const std::vector<double>& cuts) {
  return std::adjacent_find(cuts.begin(), cuts.end(), std::greater_equal<>()) == cuts.end();
}

}  // namespace

std::optional<Problem> checkLevels(const Column& column, const std::vector<std::string>& wanted) {
  std::vector<std::string> unknown;
  for (const auto& level : absentLevels(column, wanted)) {
    const bool declared = contains(column.levels, level);
    const bool couldBeThere = allNumbers(column) && numberIn(level) && !sameNumber(column, level);
    if (!declared && !couldBeThere) unknown.push_back(level);
  }
  if (unknown.empty()) return {};
  return Problem{ProblemCode::levelAbsent, column.name, {}, joined(unknown)};
}

Result<Study> Study::prepare(AnalysisFile file, std::vector<Column> columns, int rows) {
  Study study(std::move(file), rows);
  if (const auto problem = study.checkRows()) return *problem;
  for (Column& column : columns) {
    const auto spec = study.file_.columns.find(column.name);
    applySpec(spec == study.file_.columns.end() ? ColumnSpec{} : spec->second, column);
    study.withoutExcluded(column.problem);
    study.columns_.insert_or_assign(column.name, std::move(column));
  }
  if (const auto problem = study.derive()) return *problem;
  return study;
}

std::optional<Problem> Study::checkRows() const {
  const auto outside = [&](int row) { return row < 1 || row > rows_; };
  Problem problem{ProblemCode::rowOutOfRange, "", {}, std::to_string(rows_)};
  for (const auto& edit : file_.edits) {
    if (outside(edit.row)) problem.rows.push_back(edit.row);
  }
  for (const auto& excluded : file_.exclude) {
    if (outside(excluded.row)) problem.rows.push_back(excluded.row);
  }
  return problem.rows.empty() ? std::nullopt : std::optional(problem);
}

// What is wrong in a row that the file excludes is no reason to refuse the others.
void Study::withoutExcluded(std::optional<Problem>& problem) const {
  if (!problem || problem->rows.empty()) return;
  std::erase_if(problem->rows, [&](int row) {
    return std::any_of(file_.exclude.begin(), file_.exclude.end(),
                       [&](const ExcludeSpec& spec) { return spec.row == row; });
  });
  if (problem->rows.empty()) problem.reset();
}

Result<Sorted> Study::values(const std::string& name,
                             const std::optional<std::string>& patient) const {
  const auto found = columnOf(*this, name, ColumnType::number);
  if (!found) return found.problem();
  std::vector<double> kept = (*found)->numbers;
  for (const auto& excluded : file_.exclude)
    kept[static_cast<std::size_t>(excluded.row) - 1] = std::numeric_limits<double>::quiet_NaN();
  if (patient) {
    const auto ids = columnOf(*this, *patient, ColumnType::category);
    if (!ids) return ids.problem();
    keepFirstOfEach((*ids)->codes, kept);
  }
  std::erase_if(kept, [](double value) { return std::isnan(value); });
  return sorted(std::move(kept));
}

Result<std::vector<double>> Study::cutPoints(const DerivedSpec& spec) const {
  const auto refuse = [&](const char* why) {
    return Problem{ProblemCode::valueNotAllowed, spec.cut, {}, why};
  };
  if (!spec.at.empty() + !spec.quantiles.empty() + !spec.dates.empty() != 1)
    return refuse("a cut takes one of at, dates, quantiles");
  if (!ascend(spec.at) || !ascend(spec.quantiles)) return refuse("cut points ascend");
  if (!spec.dates.empty()) {
    std::vector<double> days;
    for (const auto& date : spec.dates) {
      const auto day = dayNamed(date);
      if (!day) return refuse("dates are days such as 2024-06-30");
      days.push_back(*day);
    }
    return ascend(days) ? Result<std::vector<double>>(days) : refuse("cut points ascend");
  }
  if (spec.quantiles.empty()) return spec.at;
  if (!(spec.quantiles.front() > 0 && spec.quantiles.back() < 1))
    return refuse("quantiles lie between 0 and 1");
  const auto known = values(spec.cut, spec.patient);
  if (!known) return known.problem();
  const auto at = cutPointsAtQuantiles(*known, spec.quantiles);
  if (at) return *at;
  return Problem{
      ProblemCode::tooFewValues, spec.cut, {}, std::to_string(spec.quantiles.size() + 1)};
}

std::optional<Problem> Study::derive() {
  std::map<std::string, Column> derived;
  for (const auto& [name, spec] : file_.derived) {
    if (columns_.contains(name)) return Problem{ProblemCode::duplicateName, name, {}, "derived"};
    const std::size_t cuts = std::max({spec.at.size(), spec.quantiles.size(), spec.dates.size()});
    const auto type = spec.dates.empty() ? ColumnType::number : ColumnType::date;
    if (spec.labels.size() != cuts + 1) {
      return Problem{ProblemCode::valueNotAllowed,
                     name,
                     {},
                     "derived." + name + " needs one label more than cut points"};
    }
    const auto at = cutPoints(spec);
    if (!at && at.problem().code == ProblemCode::valueNotAllowed) return at.problem();
    const auto source = at ? columnOf(*this, spec.cut, type) : Result<const Column*>(at.problem());
    Column column =
        source ? cutColumn(name, *at, spec.labels, **source) : unusable(name, source.problem());
    const auto declared = file_.columns.find(name);
    if (declared != file_.columns.end()) applySpec(declared->second, column);
    derived.emplace(name, std::move(column));
  }
  columns_.merge(derived);
  return {};
}

Result<const Column*> Study::column(const std::string& name) const {
  const auto found = columns_.find(name);
  if (found == columns_.end()) return Problem{ProblemCode::columnMissing, name, {}, ""};
  if (found->second.problem) return *found->second.problem;
  return &found->second;
}

Result<const FollowUp*> Study::followUp(const std::string& endpoint) const {
  auto known = followUps_.find(endpoint);
  if (known == followUps_.end())
    known = followUps_.emplace(endpoint, readFollowUp(*this, endpoint)).first;
  if (!known->second) return known->second.problem();
  return &*known->second;
}

Result<Responses> Study::responses() const {
  if (!file_.response) return Problem{ProblemCode::missingKey, "", {}, "response"};
  const auto found = column(file_.response->column);
  if (!found) return found.problem();
  const auto factor = asFactor(**found, 50);
  if (!factor) return factor.problem();

  std::vector<std::optional<ResponseCategory>> categoryOf(factor->levels.size());
  for (std::size_t code = 0; code < factor->levels.size(); ++code) {
    const auto mapped = file_.response->levels.find(factor->levels[code]);
    const std::string& name =
        mapped == file_.response->levels.end() ? factor->levels[code] : mapped->second;
    forEachEnumerator<ResponseCategory>([&](ResponseCategory category, std::string_view text) {
      if (text == name) categoryOf[code] = category;
    });
  }
  Responses responses;
  Problem unmapped{ProblemCode::responseUnmapped, factor->name, {}, ""};
  for (std::size_t row = 0; row < factor->codes.size(); ++row) {
    const int code = factor->codes[row];
    std::optional<ResponseCategory> category;
    if (code >= 0) category = categoryOf[static_cast<std::size_t>(code)];
    responses.push_back(category);
    if (code < 0 || responses.back()) continue;
    unmapped.rows.push_back(static_cast<int>(row) + 1);
    if (unmapped.detail.empty()) unmapped.detail = factor->levels[static_cast<std::size_t>(code)];
  }
  std::optional<Problem> problem;
  if (!unmapped.rows.empty()) problem = unmapped;
  withoutExcluded(problem);
  if (problem) return *problem;
  return responses;
}

}  // namespace riskset
