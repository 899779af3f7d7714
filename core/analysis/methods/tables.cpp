#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/analysis/methods/counts.h"
#include "core/analysis/methods/methods.h"

namespace riskset {
namespace {

Result<ContingencyValue> tabulated(const CountTable& table, const ContingencyOptions& options) {
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
  CountTable table(rows->levels.size(), std::vector<int>(columns->levels.size()));
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
    if (const auto problem = checkSquare(table, 2)) return *problem;
    strata.push_back({table[0][0], table[0][1], table[1][0], table[1][1]});
    used += total(table);
  }
  if (strata.empty()) return Problem{ProblemCode::missingKey, "", {}, "counts"};
  if (const auto problem = checkLevel(options.level)) return *problem;
  auto value = mantelHaenszel(strata, options.level);
  if (!value.test) return Problem{ProblemCode::notEstimable, "", {}, ""};
  return Outcome<MantelHaenszel>{std::move(value), used, {}, {}};
}

}  // namespace riskset
