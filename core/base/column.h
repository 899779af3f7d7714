// A column of the cohort as the engine works with it: numbers (NaN = missing; a date is days since
// 1970-01-01) or categories (codes into ordered levels; -1 = missing; levels[0] is the reference).
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(ColumnType, number, category, date)

struct Column {
  std::string name;
  ColumnType type{};
  std::vector<double> numbers;
  std::vector<std::string> levels;
  std::vector<int> codes;
  bool guessed = false;            // the analysis file does not declare it
  std::optional<Problem> problem;  // why it cannot be used

  bool missing(int row) const;
  bool anyMissing() const;
};
BOOST_DESCRIBE_STRUCT(Column, (), (name, type, numbers, levels, codes, guessed, problem))

// A grouping of rows: codes into levels, -1 = no group.
struct Factor {
  std::string name;
  std::vector<std::string> levels;
  std::vector<int> codes;
};

// The column as a grouping. Numbers group by value, ascending. Problem: tooManyLevels when there
// are more than `most` different values.
Result<Factor> asFactor(const Column& column, int most);

// The factor without the levels that no row has. Their names are added to `empty`, if given.
Factor withoutEmptyLevels(Factor factor, std::vector<std::string>* empty = nullptr);

// Whether each row's value is one of `levels`: text in a category column, value in a number column.
std::vector<bool> rowsWithLevel(const Column& column, const std::vector<std::string>& levels);

// The levels of `wanted` that occur in no row.
std::vector<std::string> absentLevels(const Column& column, const std::vector<std::string>& wanted);

}  // namespace riskset
