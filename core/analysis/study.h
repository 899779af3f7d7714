// A cohort as an analysis file reads it: levels ordered and merged, derived columns made, and the
// rows of each analysis chosen with the reason for every row left out.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/file.h"
#include "core/analysis/results.h"
#include "core/base/column.h"

namespace riskset {

// Follow-up of every row to one endpoint. Missing: time NaN, event empty.
struct FollowUp {
  std::vector<double> time;
  std::vector<std::optional<bool>> event;
  std::vector<std::string> timeColumns;  // one column of times, or the two dates
  std::string eventColumn;
  std::vector<Warning> warnings;
};

class Study {
 public:
  // `columns` as read from the text, `rows` of them data rows.
  static Result<Study> prepare(AnalysisFile file, std::vector<Column> columns, int rows);

  int rows() const { return rows_; }
  const AnalysisFile& file() const { return file_; }

  // Problem: columnMissing, or why the column cannot be used.
  Result<const Column*> column(const std::string& name) const;

  // Problem: unknownEndpoint, or what is wrong with its columns.
  Result<FollowUp> followUp(const std::string& endpoint) const;

  // Best response of every row. Problem: responseUnmapped, or what is wrong with the column.
  Result<Responses> responses() const;

 private:
  Study(AnalysisFile file, int rows) : file_(std::move(file)), rows_(rows) {}
  std::optional<Problem> checkRows() const;
  std::optional<Problem> derive();

  AnalysisFile file_;
  int rows_;
  std::map<std::string, Column> columns_;
};

// The rows an analysis works on. Starts with those the file does not exclude; every later step
// leaves out more and says why.
class RowSelection {
 public:
  explicit RowSelection(const Study& study);

  // Keeps the rows on which all conditions hold. A row that lacks the value is excluded as missing;
  // one on which a condition is false is not part of the question, and not listed.
  std::optional<Problem> where(const std::vector<Condition>& conditions);

  void dropMissing(const Column& column);

  // Leaves out rows without time or event; refuses negative times.
  std::optional<Problem> dropMissing(const FollowUp& followUp);

  const std::vector<int>& rows() const { return rows_; }  // 0-based
  std::vector<Exclusion> takeExcluded() { return std::move(excluded_); }

  // The values of the selected rows.
  template <class T>
  std::vector<T> pick(const std::vector<T>& values) const {
    std::vector<T> picked;
    picked.reserve(rows_.size());
    for (const int row : rows_)
      picked.push_back(values[static_cast<std::size_t>(row)]);
    return picked;
  }

 private:
  template <class Keep>
  void keepIf(Keep&& keep) {
    std::erase_if(rows_, [&](int row) { return !keep(row); });
  }
  void exclude(int row, const std::string& column);

  const Study& study_;
  std::vector<int> rows_;
  std::vector<Exclusion> excluded_;
};

}  // namespace riskset
