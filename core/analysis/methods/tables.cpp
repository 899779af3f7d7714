#include <algorithm>

#include "core/analysis/methods/counts.h"
#include "core/analysis/methods/methods.h"

namespace riskset {
namespace {

// `fisher` stays empty, with a warning, where the table is beyond it.
Result<ContingencyValue> tabulated(const CountTable& table, const ContingencyOptions& options,
                                   std::vector<Warning>& warnings) {
  if (table.size() > kMostGroups || (!table.empty() && table.front().size() > kMostGroups))
    return Problem{ProblemCode::tooManyLevels, "", {}, std::to_string(kMostGroups)};
  const auto result = contingency(table);
  if (!result) return Problem{ProblemCode::notEstimable, "", {}, "table"};
  ContingencyValue value{*result, {}, {}, {}};
  if (options.exact) {
    value.fisher = exactContingency(result->table, std::clamp(options.draws, 1, 10'000'000),
                                    static_cast<std::uint64_t>(options.seed));
    if (!value.fisher) warnings.push_back({WarningCode::notTested, "", {}, "fisher"});
  }
  return value;
}

}  // namespace

Result<Outcome<ContingencyValue>> run(const ContingencyOptions& options, const Study& study) {
  std::vector<Warning> warnings;
  if (options.counts) {
    if (const auto problem = checkTable(*options.counts)) return *problem;
    auto value = tabulated(*options.counts, options, warnings);
    if (!value) return value.problem();
    return Outcome<ContingencyValue>{
        std::move(value).value(), total(*options.counts), {}, std::move(warnings)};
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
  auto tabled = tabulated(table, options, warnings);
  if (!tabled) return tabled.problem();
  ContingencyValue value = std::move(tabled).value();
  value.rowLevels = rows->levels;
  value.columnLevels = columns->levels;
  for (auto& warning : warnings)
    sample.warn(std::move(warning));
  return sample.answer(std::move(value));
}

}  // namespace riskset
