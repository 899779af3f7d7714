#include "core/analysis/follow_up.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/analysis/dated_follow_up.h"
#include "core/analysis/study.h"
#include "core/base/dates.h"
#include "core/base/text.h"
#include "core/base/times.h"

namespace riskset {
namespace {

double daysIn(const EndpointSpec& endpoint) {
  switch (endpoint.unit) {
    case TimeUnit::days:
      return 1;
    case TimeUnit::weeks:
      return 7;
    case TimeUnit::months:
      return endpoint.daysPerMonth;
    case TimeUnit::years:
      return 12 * endpoint.daysPerMonth;
  }
  return 1;
}

// Two or more different values that all count as censored may be right (alive with and without
// disease) or a missing code: said, with the rows of all but the most frequent.
std::optional<Warning> censoredValues(const Column& column, const std::vector<bool>& event) {
  const auto factor = asFactor(column, 50);
  if (!factor) {
    return Warning{WarningCode::eventValuesCensored, column.name, {}, factor.problem().detail};
  }
  const auto censoredAs = [&](std::size_t row) { return event[row] ? -1 : factor->codes[row]; };
  std::vector<int> patients(factor->levels.size(), 0);
  for (std::size_t row = 0; row < event.size(); ++row) {
    if (const int code = censoredAs(row); code >= 0) ++patients[static_cast<std::size_t>(code)];
  }
  if (patients.size() - static_cast<std::size_t>(std::count(patients.begin(), patients.end(), 0)) <
      2)
    return {};
  const auto commonest =
      static_cast<int>(std::max_element(patients.begin(), patients.end()) - patients.begin());
  Warning warning{WarningCode::eventValuesCensored, column.name, {}, ""};
  for (std::size_t code = 0; code < patients.size(); ++code) {
    if (patients[code] > 0) warning.levels.push_back(factor->levels[code]);
  }
  for (std::size_t row = 0; row < event.size(); ++row) {
    const int code = censoredAs(row);
    if (code >= 0 && code != commonest) warning.rows.push_back(static_cast<int>(row) + 1);
  }
  return warning;
}

Result<const Column*> columnOf(const Study& study, const std::string& name, ColumnType type) {
  const auto column = study.column(name);
  if (column && (*column)->type != type)
    return Problem{ProblemCode::columnWrongType, name, {}, std::string(nameOf(type))};
  return column;
}

std::vector<int> shortestFirst(const std::vector<double>& time) {
  std::vector<int> rows;
  std::vector<double> known;
  for (std::size_t row = 0; row < time.size(); ++row) {
    if (std::isnan(time[row])) continue;
    rows.push_back(static_cast<int>(row));
    known.push_back(time[row]);
  }
  std::vector<int> sorted(rows.size());
  const auto order = ascending(known);
  std::transform(order.begin(), order.end(), sorted.begin(),
                 [&](std::size_t at) { return rows[at]; });
  return sorted;
}

// Reads one endpoint, part by part; each part fills `followUp` or says what is wrong.
class Reading {
 public:
  Reading(const Study& study, const std::string& name, const EndpointSpec& spec)
      : study_(study), path_("endpoints." + name), spec_(spec) {}

  Result<FollowUp> followUp() {
    if (const auto problem = spec_.time ? readTimes() : readDates()) return *problem;
    if (spec_.eventsAtStart == EventsAtStart::halfDayLater) moveFromStart();
    read_.order = shortestFirst(read_.time);
    read_.daysPerUnit = daysIn(spec_);
    if (const auto problem = readEntries()) return *problem;
    return std::move(read_);
  }

 private:
  Problem missing(const std::string& keys) const {
    return {ProblemCode::missingKey, "", {}, path_ + keys};
  }
  Problem notAllowed(const std::string& why, const std::string& column = "") const {
    return {ProblemCode::valueNotAllowed, column, {}, path_ + why};
  }

  std::optional<Problem> readTimes() {
    if (spec_.start || spec_.end || composed() || spec_.newTherapy || spec_.cutoff ||
        spec_.longestGap)
      return notAllowed(" takes either time, or start and end");
    const auto column = columnOf(study_, *spec_.time, ColumnType::number);
    if (!column) return column.problem();
    read_.timeColumns = {*spec_.time};
    read_.time = (*column)->numbers;
    return readStatus();
  }

  void moveFromStart() {
    for (std::size_t row = 0; row < read_.time.size(); ++row) {
      if (read_.time[row] == 0 && read_.event[row] == true) read_.time[row] = 0.5 / daysIn(spec_);
    }
  }

  bool composed() const { return !spec_.eventDates.empty() || !spec_.censoringDates.empty(); }

  std::optional<Problem> readDates() {
    if (const auto problem = checkDates()) return problem;
    DatedFollowUpColumns dates;
    const auto add = [&](const std::string& name) {
      read_.timeColumns.push_back(name);
      return DatedFollowUpColumns::Dates{&(*study_.column(name))->numbers,
                                         static_cast<int>(read_.timeColumns.size()) - 1};
    };
    dates.start = add(*spec_.start);
    for (const auto& name : spec_.censoringDates) {
      if (name == *spec_.start) {
        dates.censoredAtStart = true;
      } else {
        dates.censoring.push_back(add(name));
      }
    }
    if (spec_.end) dates.end = add(*spec_.end);
    for (const auto& name : spec_.eventDates)
      dates.events.push_back(add(name));
    if (spec_.newTherapy) dates.newTherapy = add(*spec_.newTherapy);
    if (spec_.cutoff) dates.cutoff = dayNamed(*spec_.cutoff);
    dates.longestGap = spec_.longestGap;
    if (spec_.end) {
      if (const auto problem = readStatus()) return problem;
    } else {
      read_.eventColumn = spec_.eventDates.front();
    }
    const auto status = std::move(read_.event);
    dates.status = &status;
    auto composed = composeFollowUp(dates);
    read_.time = std::move(composed.days);
    for (double& time : read_.time)
      time /= daysIn(spec_);
    read_.event = std::move(composed.event);
    read_.endedBy = std::move(composed.endedBy);
    if (spec_.cutoff) read_.afterCutoff = std::move(composed.afterCutoff);
    if (!composed.missedVisits.empty()) {
      read_.warnings.push_back({WarningCode::eventAfterMissedVisits, spec_.eventDates.front(),
                                std::move(composed.missedVisits), shortestText(*spec_.longestGap)});
    }
    return {};
  }

  std::optional<Problem> checkDates() const {
    if (!spec_.start || (!spec_.end && spec_.eventDates.empty()))
      return missing(".time, or " + path_ + ".start and .end");
    if (!spec_.end && spec_.censoringDates.empty() && !spec_.cutoff)
      return missing(".censoringDates");
    if (!spec_.end && (!spec_.event.empty() || !spec_.eventLevels.empty()))
      return notAllowed(".event goes with .end");
    if (!(spec_.daysPerMonth > 0)) return notAllowed(".daysPerMonth must be above 0");
    if (spec_.longestGap && (spec_.eventDates.empty() || spec_.censoringDates.empty()))
      return notAllowed(".longestGap goes with .eventDates and .censoringDates");
    if (spec_.longestGap && !(*spec_.longestGap > 0))
      return notAllowed(".longestGap must be above 0");
    if (spec_.cutoff && !dayNamed(*spec_.cutoff))
      return notAllowed(".cutoff must be a date such as 2024-06-30");
    return checkDateColumns();
  }

  std::optional<Problem> checkDateColumns() const {
    if (spec_.start == spec_.end) return notAllowed(".start and .end are one column", *spec_.end);
    std::vector<std::string> named{*spec_.start};
    const auto add = [&](const std::optional<std::string>& name) {
      if (name) named.push_back(*name);
    };
    add(spec_.end);
    add(spec_.newTherapy);
    named.insert(named.end(), spec_.eventDates.begin(), spec_.eventDates.end());
    for (const auto& name : spec_.censoringDates) {
      if (name != *spec_.start) named.push_back(name);
    }
    std::set<std::string> known;
    for (const auto& name : named) {
      if (!known.insert(name).second) return notAllowed(" names a column twice", name);
      const auto column = columnOf(study_, name, ColumnType::date);
      if (!column) return column.problem();
    }
    return {};
  }

  // Which rows have a value of `event` that is one of `eventLevels`.
  std::optional<Problem> readStatus() {
    if (spec_.event.empty()) return missing(".event");
    if (spec_.eventLevels.empty()) return missing(".eventLevels");
    const auto column = study_.column(spec_.event);
    if (!column) return column.problem();
    const Column& status = **column;
    std::vector<std::string> levels;
    for (const auto& level : spec_.eventLevels)
      levels.emplace_back(trimmed(level));
    if (const auto problem = checkLevels(status, levels)) return problem;
    const auto event = rowsWithLevel(status, levels);
    read_.event.resize(static_cast<std::size_t>(study_.rows()));
    for (int row = 0; row < study_.rows(); ++row) {
      const auto at = static_cast<std::size_t>(row);
      if (!status.missing(row)) read_.event[at] = event[at];
    }
    read_.eventColumn = status.name;
    if (const auto warning = censoredValues(status, event)) read_.warnings.push_back(*warning);
    return {};
  }

  // A number on the scale of the times, or a date where they come from dates.
  std::optional<Problem> readEntries() {
    if (!spec_.entry) return {};
    const auto column =
        columnOf(study_, *spec_.entry, spec_.time ? ColumnType::number : ColumnType::date);
    if (!column) return column.problem();
    read_.entry = (*column)->numbers;
    read_.entryColumn = *spec_.entry;
    if (spec_.time) return {};
    const auto& start = (*study_.column(*spec_.start))->numbers;
    for (std::size_t row = 0; row < start.size(); ++row)
      read_.entry[row] = (read_.entry[row] - start[row]) / daysIn(spec_);
    return {};
  }

  const Study& study_;
  const std::string path_;
  const EndpointSpec& spec_;
  FollowUp read_;
};

}  // namespace

const std::string& FollowUp::endColumn(int row) const {
  return endedBy.empty()
             ? timeColumns.back()
             : timeColumns[static_cast<std::size_t>(endedBy[static_cast<std::size_t>(row)])];
}

Result<FollowUp> readFollowUp(const Study& study, const std::string& endpoint) {
  const auto& endpoints = study.file().endpoints;
  const auto found = endpoints.find(endpoint);
  if (found != endpoints.end()) return Reading(study, endpoint, found->second).followUp();
  if (endpoint.empty()) return Problem{ProblemCode::missingKey, "", {}, "endpoint"};
  return Problem{ProblemCode::unknownEndpoint, "", {}, endpoint};
}

}  // namespace riskset
