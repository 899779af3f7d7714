// The one entry point: an analysis file and columns in, the results document out. The page, the
// headless runner and the tests all call this.
#pragma once

#include <vector>

#include "core/analysis/parse.h"
#include "core/analysis/results.h"
#include "core/base/column.h"

namespace riskset {

// `columns` are those the file uses, of `rows` rows each. A problem of the file as a whole is the
// document's `problem`; a problem of one analysis is its result, and the others are answered.
Results analyze(const Result<ParsedFile>& file, std::vector<Column> columns, int rows);

}  // namespace riskset
