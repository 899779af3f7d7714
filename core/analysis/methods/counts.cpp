#include "core/analysis/methods/counts.h"

#include <numeric>

#include "core/base/text.h"

namespace riskset {

Problem refusedCounts(const std::string& why) {
  return {ProblemCode::valueNotAllowed, "", {}, "counts: " + why};
}

std::optional<Problem> checkTable(const CountTable& table) {
  double all = 0;
  for (const auto& row : table) {
    if (row.size() != table.front().size()) return refusedCounts("rows of unequal length");
    for (const int count : row) {
      if (count < 0 || count > kMostCounted) return refusedCounts(std::to_string(count));
      all += count;
    }
  }
  if (all > kMostInAll) return refusedCounts(shortestText(all) + " in all");
  return {};
}

std::optional<Problem> checkSquare(const CountTable& table, std::size_t size) {
  if (table.size() != size || table.empty() || table.front().size() != size) {
    const auto side = std::to_string(size);
    return refusedCounts("a table of " + side + " by " + side);
  }
  return checkTable(table);
}

int total(const CountTable& table) {
  int sum = 0;
  for (const auto& row : table)
    sum = std::accumulate(row.begin(), row.end(), sum);
  return sum;
}

}  // namespace riskset
