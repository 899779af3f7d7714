#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/analysis/methods/methods.h"

namespace riskset {
namespace {

using Table = std::vector<std::vector<int>>;

constexpr int kMostCounted = 1'000'000;  // of one cell: all sums stay far inside an int

Problem refusedCounts(const std::string& why) {
  return {ProblemCode::valueNotAllowed, "", {}, "counts: " + why};
}

std::optional<Problem> checkTable(const Table& table) {
  for (const auto& row : table) {
    if (row.size() != table.front().size()) return refusedCounts("rows of unequal length");
    for (const int count : row) {
      if (count < 0 || count > kMostCounted) return refusedCounts(std::to_string(count));
    }
  }
  return {};
}

std::optional<Problem> checkTwoByTwo(const Table& table) {
  if (table.size() != 2 || table.front().size() != 2) return refusedCounts("a table of 2 by 2");
  return checkTable(table);
}

int total(const Table& table) {
  int sum = 0;
  for (const auto& row : table)
    sum = std::accumulate(row.begin(), row.end(), sum);
  return sum;
}

Result<ContingencyValue> tabulated(const Table& table, const ContingencyOptions& options) {
  if (table.size() > kMostGroups || (!table.empty() && table.front().size() > kMostGroups))
    return Problem{ProblemCode::tooManyLevels, "", {}, std::to_string(kMostGroups)};
  const auto result = contingency(table);
  if (!result) return Problem{ProblemCode::oneGroup, "", {}, ""};
  ContingencyValue value{*result, {}, {}, {}};
  if (options.exact) {
    value.fisher = exactContingency(result->table, std::clamp(options.draws, 1, 10'000'000),
                                    static_cast<std::uint64_t>(options.seed));
  }
  return value;
}

}  // namespace

Result<Outcome<ContingencyValue>> run(const ContingencyOptions& options, const Study& study) {
  if (options.counts) {
    if (const auto problem = checkTable(*options.counts)) return *problem;
    auto value = tabulated(*options.counts, options);
    if (!value) return value.problem();
    return Outcome<ContingencyValue>{std::move(value).value(), total(*options.counts), {}, {}};
  }
  if (!options.rows || !options.columns)
    return Problem{ProblemCode::missingKey, "", {}, "rows and columns, or counts"};
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = sample.use({*options.rows, *options.columns})) return *problem;
  if (const auto problem = sample.close()) return *problem;
  const auto rows = sample.factor(*options.rows);
  if (!rows) return rows.problem();
  const auto columns = sample.factor(*options.columns);
  if (!columns) return columns.problem();
  Table table(rows->levels.size(), std::vector<int>(columns->levels.size()));
  for (std::size_t i = 0; i < rows->codes.size(); ++i)
    ++table[static_cast<std::size_t>(rows->codes[i])][static_cast<std::size_t>(columns->codes[i])];
  auto tabled = tabulated(table, options);
  if (!tabled) return tabled.problem();
  ContingencyValue value = std::move(tabled).value();
  value.rowLevels = rows->levels;
  value.columnLevels = columns->levels;
  return sample.answer(std::move(value));
}

Result<Outcome<CochranArmitage>> run(const CochranArmitageOptions& options, const Study&) {
  const auto& [x, n, given] = options.counts;
  auto scores = given;
  if (scores.empty()) {
    scores.resize(n.size());
    std::iota(scores.begin(), scores.end(), 1.0);
  }
  if (x.size() != n.size() || scores.size() != n.size() || n.empty())
    return refusedCounts("x, n and scores of unequal length");
  std::vector<Counts> groups;
  int used = 0;
  for (std::size_t i = 0; i < n.size(); ++i) {
    if (x[i] < 0 || n[i] < x[i] || n[i] > kMostCounted || !std::isfinite(scores[i]))
      return refusedCounts(std::to_string(x[i]) + " of " + std::to_string(n[i]));
    groups.push_back({x[i], n[i]});
    used += n[i];
  }
  const auto result = cochranArmitage(groups, scores);
  if (!result) return Problem{ProblemCode::notEstimable, "", {}, ""};
  return Outcome<CochranArmitage>{*result, used, {}, {}};
}

Result<Outcome<MantelHaenszel>> run(const MantelHaenszelOptions& options, const Study&) {
  std::vector<TwoByTwo> strata;
  int used = 0;
  for (const auto& table : options.counts) {
    if (const auto problem = checkTwoByTwo(table)) return *problem;
    strata.push_back({table[0][0], table[0][1], table[1][0], table[1][1]});
    used += total(table);
  }
  if (strata.empty()) return Problem{ProblemCode::missingKey, "", {}, "counts"};
  if (!(options.level > 0 && options.level < 1))
    return Problem{ProblemCode::valueNotAllowed, "", {}, "level must lie between 0 and 1"};
  auto value = mantelHaenszel(strata, options.level);
  if (!value.test) return Problem{ProblemCode::notEstimable, "", {}, ""};
  return Outcome<MantelHaenszel>{std::move(value), used, {}, {}};
}

Result<Outcome<McNemar>> run(const McNemarOptions& options, const Study&) {
  if (const auto problem = checkTwoByTwo(options.counts)) return *problem;
  return Outcome<McNemar>{
      mcNemar(options.counts[0][1], options.counts[1][0]), total(options.counts), {}, {}};
}

}  // namespace riskset
