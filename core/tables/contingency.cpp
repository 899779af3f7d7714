#include "core/tables/contingency.h"

#include <algorithm>

#include "core/distributions/distributions.h"

namespace riskset {

std::optional<ChiSquareTest> pearsonChiSquare(const std::vector<std::vector<int>>& table) {
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
  const int df = (filled(rowTotals) - 1) * (filled(columnTotals) - 1);
  if (df < 1) return {};

  double chiSquare = 0;
  for (std::size_t i = 0; i < table.size(); ++i) {
    for (std::size_t j = 0; j < columnTotals.size(); ++j) {
      const double expected = rowTotals[i] * columnTotals[j] / total;
      if (expected == 0) continue;
      const double distance = table[i][j] - expected;
      chiSquare += distance * distance / expected;
    }
  }
  return ChiSquareTest{chiSquare, df, chiSquareP(chiSquare, df)};
}

}  // namespace riskset
