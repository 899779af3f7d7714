// What the analysis file says of a column, applied to it.
#pragma once

#include "core/analysis/file.h"
#include "core/base/column.h"

namespace riskset {

// Merges and orders the levels of a category column (sorted when none are declared); a value that
// the declared levels do not list becomes the column's problem, with its rows.
void applySpec(const ColumnSpec& spec, Column& column);

// The category column that ascending cut points make of a number column.
Column cutColumn(const std::string& name, const std::vector<double>& at,
                 const std::vector<Label>& labels, const Column& source);

// A column that answers every use with `problem`.
Column unusable(const std::string& name, Problem problem);

}  // namespace riskset
