// A cohort as an analysis file reads it: levels ordered and merged, derived columns made, endpoints
// and responses read from their columns.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/file.h"
#include "core/analysis/follow_up.h"
#include "core/base/column.h"
#include "core/comparison/samples.h"
#include "core/response/best_response.h"

namespace riskset {

// A level asked for that no row has is a slip of the pen (Problem: levelAbsent), unless it could
// have been there: it is declared among the column's levels, or the column holds numbers and so
// does it (nobody died, nobody had grade 5).
std::optional<Problem> checkLevels(const Column& column, const std::vector<std::string>& wanted);

class Study {
 public:
  // `columns` as read from the text, `rows` of them data rows.
  static Result<Study> prepare(AnalysisFile file, std::vector<Column> columns, int rows);

  int rows() const { return rows_; }
  const AnalysisFile& file() const { return file_; }

  // Problem: columnMissing, or why the column cannot be used.
  Result<const Column*> column(const std::string& name) const;

  // Read and sorted when it is first asked for. Problem: unknownEndpoint, or what is wrong with its
  // columns.
  Result<const FollowUp*> followUp(const std::string& endpoint) const;

  // The known values of a number column, of the rows that the file does not exclude; with `patient`
  // one of each of its values. Problem: columnMissing, columnWrongType, or why a column cannot be
  // used.
  Result<Sorted> values(const std::string& column,
                        const std::optional<std::string>& patient = {}) const;

  // Where a derived column is cut. Problem: valueNotAllowed, tooFewValues, or that of its values.
  Result<std::vector<double>> cutPoints(const DerivedSpec& spec) const;

  // Best response of every row. Problem: responseUnmapped, or what is wrong with the column.
  Result<Responses> responses() const;

 private:
  Study(AnalysisFile file, int rows) : file_(std::move(file)), rows_(rows) {}
  std::optional<Problem> checkRows() const;
  std::optional<Problem> derive();
  void withoutExcluded(std::optional<Problem>& problem) const;

  AnalysisFile file_;
  int rows_;
  std::map<std::string, Column> columns_;
  mutable std::map<std::string, Result<FollowUp>> followUps_;
};

}  // namespace riskset
