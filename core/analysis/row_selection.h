// Which rows an analysis works on, with the reason for every row left out.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/analysis/results.h"
#include "core/analysis/study.h"

namespace riskset {

// The rows an analysis works on. Starts with those the file does not exclude; every later step
// leaves out more and says why.
class RowSelection {
 public:
  explicit RowSelection(const Study& study);

  // Keeps the rows on which all conditions hold. A row that lacks the value is excluded as missing;
  // one on which a condition is false is not part of the question, and not listed.
  std::optional<Problem> where(const std::vector<Condition>& conditions);

  // Keeps these rows of the cohort. The others are not part of the question, and not listed.
  void keepOnly(const std::vector<bool>& rows);

  void dropMissing(const Column& column);

  // Leaves out rows without time, entry or event, and those that start after the cut-off; refuses
  // negative times.
  std::optional<Problem> dropMissing(const FollowUp& followUp);

  // Puts the rows into the order in which these have them; each row is among these.
  void sortBy(const std::vector<int>& order);

  const std::vector<int>& rows() const { return rows_; }  // 0-based
  std::vector<Exclusion> takeExcluded() { return std::move(excluded_); }

  // The values of the selected rows.
  template <class T>
  std::vector<T> pick(const std::vector<T>& values) const {
    std::vector<T> picked(rows_.size());
    for (std::size_t i = 0; i < picked.size(); ++i)
      picked[i] = values[static_cast<std::size_t>(rows_[i])];
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
