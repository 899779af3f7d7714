#include "core/tables/contingency.h"

#include <algorithm>
#include <cmath>

#include "core/distributions/distributions.h"

namespace riskset {

namespace {

// The sum over all cells of `distance`(observed, expected) as a chi-square statistic.
template <class Distance>
std::optional<ChiSquareTest> chiSquareTest(const std::vector<std::vector<int>>& table,
                                           Distance distance) {
  std::vector<double> rowTotals, columnTotals(table.empty() ? 0 : table.front().size());
  double total = 0;
  for (const auto& row : table) {
    rowTotals.push_back(0);
    for (std::size_t j = 0; j < row.size(); ++j) {
      rowTotals.back() += row[j];
      columnTotals[j] += row[j];
      total += row[j];
    }
  }
  const auto filled = [](const std::vector<double>& totals) {
    return static_cast<int>(
        std::count_if(totals.begin(), totals.end(), [](double sum) { return sum > 0; }));
  };
  if (filled(rowTotals) < 2 || filled(columnTotals) < 2) return {};
  const int df = (filled(rowTotals) - 1) * (filled(columnTotals) - 1);

  double chiSquare = 0;
  for (std::size_t i = 0; i < table.size(); ++i) {
    for (std::size_t j = 0; j < columnTotals.size(); ++j) {
      const double expected = rowTotals[i] * columnTotals[j] / total;
      if (expected > 0) chiSquare += distance(table[i][j], expected);
    }
  }
  return ChiSquareTest{chiSquare, df, chiSquareP(chiSquare, df)};
}

}  // namespace

std::optional<ChiSquareTest> pearsonChiSquare(const std::vector<std::vector<int>>& table) {
  return chiSquareTest(table, [](double observed, double expected) {
    return (observed - expected) * (observed - expected) / expected;
  });
}

std::optional<ChiSquareTest> likelihoodRatioTest(const std::vector<std::vector<int>>& table) {
  auto test = chiSquareTest(table, [](double observed, double expected) {
    return observed > 0 ? 2 * observed * std::log(observed / expected) : 0.0;
  });
  if (test && test->chiSquare < 0) *test = {0, test->df, 1};  // a rounding error below 0
  return test;
}

std::optional<Contingency> contingency(const std::vector<std::vector<int>>& table) {
  const auto test = pearsonChiSquare(table);
  if (!test) return {};
  std::vector<double> rows, columns(table.front().size());
  double total = 0;
  for (const auto& row : table) {
    rows.push_back(0);
    for (std::size_t j = 0; j < row.size(); ++j) {
      rows.back() += row[j];
      columns[j] += row[j];
    }
    total += rows.back();
  }
  Contingency result{*test, {}, {}, {}, total, 0, 0};
  double cells = 0, below5 = 0, filledRows = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i] == 0) continue;
    ++filledRows;
    result.table.emplace_back();
    result.expected.emplace_back();
    result.residuals.emplace_back();
    for (std::size_t j = 0; j < columns.size(); ++j) {
      if (columns[j] == 0) continue;
      const double expected = rows[i] * columns[j] / total;
      const double variance = expected * (1 - rows[i] / total) * (1 - columns[j] / total);
      result.table.back().push_back(table[i][j]);
      result.expected.back().push_back(expected);
      result.residuals.back().push_back((table[i][j] - expected) / std::sqrt(variance));
      result.expectedMin = std::min(result.expectedMin, expected);
      ++cells;
      below5 += expected < 5;
    }
  }
  result.shareBelow5 = below5 / cells;
  result.cramerV =
      std::sqrt(test->chiSquare / (total * (std::min(filledRows, cells / filledRows) - 1)));
  return result;
}

}  // namespace riskset
