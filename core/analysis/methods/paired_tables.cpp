// Two ratings of the same patients: McNemar's test and Cohen's kappa.
#include <algorithm>

#include "core/analysis/methods/counts.h"
#include "core/analysis/methods/methods.h"

namespace riskset {
namespace {

struct Pairs {
  std::vector<std::string> levels;
  CountTable table;
  bool sameScale = true;  // both columns have these levels in this order
};

// Both columns as one factor of common levels: the first half of the codes is the first rating's.
Result<Factor> commonFactor(const Sample& sample, const Column& first, const Column& second,
                            bool& sameScale) {
  for (const Column* column : {&first, &second}) {
    if (column->type == ColumnType::date)
      return Problem{ProblemCode::columnWrongType, column->name, {}, "number or category"};
  }
  if (first.type != second.type) {
    return Problem{ProblemCode::columnWrongType, second.name, {}, std::string(nameOf(first.type))};
  }
  Column both;
  both.name = first.name;
  both.type = first.type;
  if (first.type == ColumnType::number) {
    both.numbers = sample.pick(first.numbers);
    const auto numbers = sample.pick(second.numbers);
    both.numbers.insert(both.numbers.end(), numbers.begin(), numbers.end());
    return asFactor(both, kMostGroups);
  }
  sameScale = first.levels == second.levels;
  both.levels = first.levels;
  both.codes = sample.pick(first.codes);
  std::vector<int> codeOf;  // of the second column's levels
  for (const auto& level : second.levels) {
    const auto found = std::find(both.levels.begin(), both.levels.end(), level);
    codeOf.push_back(static_cast<int>(found - both.levels.begin()));
    if (found == both.levels.end()) both.levels.push_back(level);
  }
  for (const int code : sample.pick(second.codes))
    both.codes.push_back(codeOf[static_cast<std::size_t>(code)]);
  return asFactor(both, kMostGroups);
}

Result<Pairs> pairsOf(const TableOptions& options, Sample& sample) {
  if (!options.rows || !options.columns)
    return Problem{ProblemCode::missingKey, "", {}, "rows and columns, or counts"};
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = sample.use({*options.rows, *options.columns})) return *problem;
  if (const auto problem = sample.close()) return *problem;
  Pairs pairs;
  const Study& study = sample.study();
  const auto factor = commonFactor(sample, **study.column(*options.rows),
                                   **study.column(*options.columns), pairs.sameScale);
  if (!factor) return factor.problem();
  pairs.levels = factor->levels;
  pairs.table.assign(pairs.levels.size(), std::vector<int>(pairs.levels.size()));
  const std::size_t n = factor->codes.size() / 2;
  for (std::size_t i = 0; i < n; ++i) {
    ++pairs.table[static_cast<std::size_t>(factor->codes[i])]
                 [static_cast<std::size_t>(factor->codes[n + i])];
  }
  return pairs;
}

// Without the levels that neither rating has.
Pairs used(Pairs pairs) {
  for (std::size_t level = pairs.levels.size(); level-- > 0;) {
    const auto at = static_cast<std::ptrdiff_t>(level);
    const bool has = std::any_of(pairs.table.begin(), pairs.table.end(),
                                 [&](const auto& row) { return row[level] > 0; }) ||
                     std::any_of(pairs.table[level].begin(), pairs.table[level].end(),
                                 [](int count) { return count > 0; });
    if (has) continue;
    pairs.levels.erase(pairs.levels.begin() + at);
    pairs.table.erase(pairs.table.begin() + at);
    for (auto& row : pairs.table)
      row.erase(row.begin() + at);
  }
  return pairs;
}

McNemarValue mcNemarOf(Pairs pairs) {
  const auto& table = pairs.table;
  const McNemar test = table.size() < 2 ? mcNemar(0, 0) : mcNemar(table[0][1], table[1][0]);
  return {test, std::move(pairs.levels), std::move(pairs.table)};
}

Result<KappaValue> kappaOf(Pairs pairs, const KappaOptions& options) {
  const auto kappa = cohenKappa(pairs.table, options.weights, options.level);
  if (!kappa) return Problem{ProblemCode::notEstimable, "", {}, "kappa"};
  return KappaValue{*kappa, options.weights, std::move(pairs.levels), std::move(pairs.table)};
}

}  // namespace

Result<Outcome<McNemarValue>> run(const McNemarOptions& options, const Study& study) {
  if (options.counts) {
    if (const auto problem = checkSquare(*options.counts, 2)) return *problem;
    return Outcome<McNemarValue>{mcNemarOf({{}, *options.counts}), total(*options.counts), {}, {}};
  }
  Sample sample(study);
  auto pairs = pairsOf(options, sample);
  if (!pairs) return pairs.problem();
  auto levels = used(std::move(pairs).value());
  if (levels.levels.size() > 2)
    return Problem{
        ProblemCode::twoGroupsOnly, *options.rows, {}, std::to_string(levels.levels.size())};
  return sample.answer(mcNemarOf(std::move(levels)));
}

Result<Outcome<KappaValue>> run(const KappaOptions& options, const Study& study) {
  if (options.counts) {
    const auto size = options.counts->size();
    if (size > kMostGroups)
      return Problem{ProblemCode::tooManyLevels, "", {}, std::to_string(size)};
    if (const auto problem = checkSquare(*options.counts, std::max<std::size_t>(size, 2)))
      return *problem;
    if (const auto problem = checkLevel(options.level)) return *problem;
    auto value = kappaOf({{}, *options.counts}, options);
    if (!value) return value.problem();
    return Outcome<KappaValue>{std::move(value).value(), total(*options.counts), {}, {}};
  }
  Sample sample(study);
  auto pairs = pairsOf(options, sample);
  if (!pairs) return pairs.problem();
  if (options.weights != KappaWeights::none && !pairs->sameScale) {
    return Problem{ProblemCode::valueNotAllowed,
                   *options.columns,
                   {},
                   "weights need the same levels in the same order in both columns"};
  }
  auto value = kappaOf(std::move(pairs).value(), options);
  if (!value) return value.problem();
  return sample.answer(std::move(value).value());
}

}  // namespace riskset
