// Pearson's chi-square test of independence in a table of any size.
//
//   sum over cells of (observed - expected)^2 / expected, expected = row total x column total / n
//
// Rows and columns without a count are left out; they say nothing.
//
// Source: Pearson K (1900). Philos. Mag. 50:157-175. doi:10.1080/14786440009463897
#pragma once

#include <optional>
#include <vector>

#include "core/base/estimate.h"

namespace riskset {

// Empty when fewer than two rows or columns have counts. `table` holds rows of equal length.
std::optional<ChiSquareTest> pearsonChiSquare(const std::vector<std::vector<int>>& table);

}  // namespace riskset
