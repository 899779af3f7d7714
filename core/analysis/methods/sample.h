// The rows and columns that one analysis works on, and what has to be said about them.
//
// Use: open(); then use() each column and useFollowUp(), which leave out the rows that lack a
// value; then close(). Only then are the rows settled, and values may be picked. With follow-up
// they then stand in the order of their times, the shortest first, as all that walks along the
// times needs them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/results.h"
#include "core/analysis/row_selection.h"
#include "core/analysis/study.h"
#include "core/regression/cox_table.h"

namespace riskset {

template <class V>
struct Outcome {
  V value;
  int used = 0;
  std::vector<Exclusion> excluded;
  std::vector<Warning> warnings;
};

// More groups than this is a column that does not group: an identifier, a measurement.
inline constexpr int kMostGroups = 50;

// Problem: the coverage of intervals lies outside (0, 1).
std::optional<Problem> checkLevel(double level);

class Sample {
 public:
  explicit Sample(const Study& study) : study_(study), selection_(study) {}

  std::optional<Problem> open(const CommonOptions& options);
  std::optional<Problem> useFollowUp(const std::string& endpoint);
  std::optional<Problem> use(const std::string& column);
  std::optional<Problem> use(const std::vector<std::string>& columns);
  // A column of weights. Problem: weightNegative.
  std::optional<Problem> useWeights(const std::string& column);
  // The column is needed, but rows without a value stay.
  std::optional<Problem> useWithMissing(const std::string& column);
  // Keeps these rows of the cohort: the analysis is about no others.
  void keepOnly(const std::vector<bool>& rows) { selection_.keepOnly(rows); }
  // Leaves out the rows of the cohort that are not `usable`, as those that lack the column's value.
  void useOnly(const std::string& column, const std::vector<bool>& usable);
  std::optional<Problem> close();

  // The 1-based data row of a settled row.
  int rowNumber(std::size_t i) const { return selection_.rows()[i] + 1; }
  int size() const { return static_cast<int>(selection_.rows().size()); }

  const std::vector<double>& times() const { return times_; }  // ascending; ties merged
  // Merged with the times; empty without late entry.
  const std::vector<double>& entries() const { return entries_; }
  const std::vector<std::uint8_t>& events() const { return events_; }
  std::vector<double> numbers(const std::string& column) const;
  int eventCount() const;
  // Problem: noEvents, naming the endpoint's event column.
  std::optional<Problem> requireEvents() const;

  // The rows grouped by the columns: levels joined by ", "; one group "all" without columns.
  // Levels that no row has are left out, with a warning. Problem: tooManyLevels, above `most`.
  Result<Factor> grouping(const std::vector<std::string>& columns, int most = kMostGroups);
  Result<Factor> factor(const std::string& column, int most = kMostGroups);
  // The same for strata, of which there may be any number (matched pairs).
  Result<Factor> strata(const std::vector<std::string>& columns);

  // Terms of a model, one for each name: a column, or an interaction "a:b" of two columns that are
  // terms themselves.
  Result<std::vector<Term>> terms(const std::vector<std::string>& names);
  // The columns that those names need.
  std::vector<std::string> columnsOf(const std::vector<std::string>& names) const;

  template <class T>
  std::vector<T> pick(const std::vector<T>& values) const {
    return selection_.pick(values);
  }
  const Study& study() const { return study_; }
  void warn(Warning warning);  // once: a warning already given is not repeated
  const std::vector<Warning>& warnings() const { return warnings_; }
  // Data row numbers of the picked positions for which `condition` holds, ascending.
  template <class Condition>
  std::vector<int> rowNumbers(Condition&& condition) const {
    std::vector<int> numbers;
    for (std::size_t i = 0; i < selection_.rows().size(); ++i) {
      if (condition(i)) numbers.push_back(selection_.rows()[i] + 1);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  }

  template <class V>
  Outcome<V> answer(V value) {
    return {std::move(value), size(), selection_.takeExcluded(), std::move(warnings_)};
  }

 private:
  void noteGuess(const Column& column);
  std::optional<Problem> settleTimes();
  void settleEvents();
  void warnOfEventsAtZero();
  bool isInteraction(const std::string& name) const;

  const Study& study_;
  RowSelection selection_;
  const FollowUp* followUp_ = nullptr;
  std::vector<double> times_, entries_;  // of the settled rows
  std::vector<std::uint8_t> events_;
  std::vector<Warning> warnings_;
};

}  // namespace riskset
