// Pearson's chi-square test of independence in a table of any size.
//
//   sum over cells of (observed - expected)^2 / expected, expected = row total x column total / n
//
// Rows and columns without a count are left out; they say nothing.
//
// Beside it expected counts, standardised residuals (observed - expected) over the square root of
// expected (1 - row share) (1 - column share), and Cramer's V.
//
// Source: Pearson K (1900). Philos. Mag. 50:157-175. doi:10.1080/14786440009463897
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <vector>

#include "core/base/estimate.h"

namespace riskset {

// Empty when fewer than two rows or columns have counts. `table` holds rows of equal length.
std::optional<ChiSquareTest> pearsonChiSquare(const std::vector<std::vector<int>>& table);

// The likelihood-ratio test of independence (G): twice the sum over cells of observed x
// log(observed / expected), with the same degrees of freedom. Likewise empty.
std::optional<ChiSquareTest> likelihoodRatioTest(const std::vector<std::vector<int>>& table);

struct Contingency : ChiSquareTest {
  std::vector<std::vector<int>> table;
  std::vector<std::vector<double>> expected, residuals;  // rows and columns that have counts
  double expectedMin, shareBelow5, cramerV;
};
BOOST_DESCRIBE_STRUCT(Contingency, (ChiSquareTest),
                      (table, expected, residuals, expectedMin, shareBelow5, cramerV))

// Empty as pearsonChiSquare.
std::optional<Contingency> contingency(const std::vector<std::vector<int>>& table);

}  // namespace riskset
