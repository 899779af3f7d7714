#include "core/tables/exact_contingency.h"

#include <algorithm>
#include <cmath>

#include "core/base/random.h"
#include "core/tables/counts.h"
#include "core/tables/fisher.h"
#include "core/tables/proportion.h"
#include "core/tables/table_enumeration.h"

namespace riskset {
namespace {

using Table = std::vector<std::vector<int>>;
using Totals = std::vector<int>;

// Random tables by shuffling who of the columns goes with whom of the rows.
ExactContingency monteCarlo(const Totals& rows, const Totals& columns, double observed,
                            const std::vector<double>& logFactorial, int draws,
                            std::uint64_t seed) {
  std::vector<std::size_t> columnOf;
  for (std::size_t j = 0; j < columns.size(); ++j)
    columnOf.insert(columnOf.end(), static_cast<std::size_t>(columns[j]), j);
  Random random(seed);
  int asExtreme = 0;
  std::vector<int> cells(columns.size());
  for (int draw = 0; draw < draws; ++draw) {
    double log = 0;
    std::size_t at = 0;
    for (const int total : rows) {
      std::fill(cells.begin(), cells.end(), 0);
      for (int k = 0; k < total; ++k, ++at) {
        const auto other = at + random.below(static_cast<std::uint32_t>(columnOf.size() - at));
        std::swap(columnOf[at], columnOf[other]);
        ++cells[columnOf[at]];
      }
      for (const int cell : cells)
        log -= logFactorial[static_cast<std::size_t>(cell)];
    }
    asExtreme += log <= observed + kLogRounding;
  }
  return {(asExtreme + 1.0) / (draws + 1.0), true,
          proportion(asExtreme, draws, 0.99).intervals.clopperPearson};
}

}  // namespace

std::optional<ExactContingency> exactContingency(const Table& table, int draws,
                                                 std::uint64_t seed) {
  if (table.size() == 2 && table.front().size() == 2) {
    const auto arm = [&](std::size_t i) { return Counts{table[i][0], table[i][0] + table[i][1]}; };
    return ExactContingency{fisherTest(arm(0), arm(1)).p, false, {}};
  }
  Totals rows, columns(table.front().size());
  double n = 0;
  for (const auto& row : table) {
    rows.push_back(0);
    for (std::size_t j = 0; j < row.size(); ++j) {
      rows.back() += row[j];
      columns[j] += row[j];
      n += row[j];
    }
  }
  constexpr double kMostPatients = 1e5;  // beyond, logs of factorials lose the digits of p
  if (n > kMostPatients) return {};
  std::vector<double> logFactorial(static_cast<std::size_t>(n) + 1);
  for (std::size_t k = 1; k < logFactorial.size(); ++k)
    logFactorial[k] = std::lgamma(static_cast<double>(k) + 1);
  double observed = 0;
  for (const auto& row : table) {
    for (const int cell : row)
      observed -= logFactorial[static_cast<std::size_t>(cell)];
  }
  if (rows.size() > columns.size()) std::swap(rows, columns);  // few rows have few totals
  if (const auto p = enumeratedP(rows, columns, observed, logFactorial))
    return ExactContingency{*p, false, {}};
  constexpr double kMostDealt = 2e9;  // some 20 s
  if (n * draws > kMostDealt) return {};
  return monteCarlo(rows, columns, observed, logFactorial, draws, seed);
}

}  // namespace riskset
