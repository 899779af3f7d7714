// Rates in ordered groups, and two groups compared within strata.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/analysis/methods/counts.h"
#include "core/analysis/methods/events.h"
#include "core/analysis/methods/methods.h"
#include "core/base/text.h"

namespace riskset {
namespace {

using Labelled = std::vector<LabelledCounts>;

Result<CochranArmitageValue> trendOf(const Labelled& groups, std::vector<double> scores) {
  if (scores.empty()) {
    scores.resize(groups.size());
    std::iota(scores.begin(), scores.end(), 1.0);
  }
  std::vector<Counts> counts;
  CochranArmitageValue value{};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    counts.push_back(groups[i].counts);
    value.groups.push_back(
        {groups[i].label, groups[i].counts.events, groups[i].counts.n, scores[i]});
  }
  const auto trend = cochranArmitage(counts, scores);
  if (!trend) return Problem{ProblemCode::notEstimable, "", {}, "trend"};
  static_cast<CochranArmitage&>(value) = *trend;
  return value;
}

std::optional<Problem> checkScores(const std::vector<double>& scores, std::size_t groups) {
  const bool fit =
      (scores.empty() || scores.size() == groups) &&
      std::all_of(scores.begin(), scores.end(), [](double s) { return std::isfinite(s); });
  if (fit) return {};
  return Problem{ProblemCode::valueNotAllowed,
                 "",
                 {},
                 "scores must hold " + std::to_string(groups) + " numbers, one a group"};
}

Result<Outcome<CochranArmitageValue>> trendOfCounts(const TrendCounts& counts) {
  const auto& [x, n, scores] = counts;
  if (x.size() != n.size() || n.empty()) return refusedCounts("x and n of unequal length");
  if (const auto problem = checkScores(scores, n.size())) return *problem;
  Labelled groups;
  double used = 0;
  for (std::size_t i = 0; i < n.size(); ++i) {
    if (x[i] < 0 || n[i] < x[i] || n[i] > kMostCounted)
      return refusedCounts(std::to_string(x[i]) + " of " + std::to_string(n[i]));
    groups.push_back({std::to_string(i + 1), {x[i], n[i]}});
    used += n[i];
  }
  if (used > kMostInAll) return refusedCounts(shortestText(used) + " in all");
  auto value = trendOf(groups, scores);
  if (!value) return value.problem();
  return Outcome<CochranArmitageValue>{std::move(value).value(), static_cast<int>(used), {}, {}};
}

struct Compared {
  std::string a = "1", b = "2";
  std::vector<StratumTable> strata;
  int used = 0;
};

Result<Compared> comparedInCounts(const std::vector<CountTable>& counts) {
  Compared compared;
  double all = 0;
  for (const auto& table : counts) {
    if (const auto problem = checkSquare(table, 2)) return *problem;
    compared.strata.push_back({std::to_string(compared.strata.size() + 1), table});
    all += total(table);
  }
  if (counts.empty()) return Problem{ProblemCode::missingKey, "", {}, "counts"};
  if (all > kMostInAll) return refusedCounts(shortestText(all) + " in all");
  compared.used = static_cast<int>(all);
  return compared;
}

Result<Compared> comparedInColumns(const MantelHaenszelOptions& options, const Names& by,
                                   Sample& sample) {
  Names columns = by;
  columns.insert(columns.end(), options.strata.begin(), options.strata.end());
  const auto events = useEvents(options, columns, sample);
  if (!events) return events.problem();
  const auto groups = sample.grouping(by);
  if (!groups) return groups.problem();
  const auto strata = sample.strata(options.strata);
  if (!strata) return strata.problem();
  const auto levels = groups->levels.size();
  if (levels < 2) return Problem{ProblemCode::oneGroup, by.front(), {}, groups->levels.front()};
  if (levels > 2)
    return Problem{ProblemCode::twoGroupsOnly, groups->name, {}, std::to_string(levels)};
  Compared compared{groups->levels[1], groups->levels[0], {}, sample.size()};
  for (const auto& level : strata->levels)
    compared.strata.push_back({level, {{0, 0}, {0, 0}}});
  for (std::size_t i = 0; i < events->event.size(); ++i) {
    if (!events->counted[i]) continue;
    auto& table = compared.strata[static_cast<std::size_t>(strata->codes[i])].table;
    ++table[groups->codes[i] == 1 ? 0 : 1][events->event[i] ? 0 : 1];
  }
  return compared;
}

// Without the test where no stratum has patients of both groups, with and without the event.
Result<MantelHaenszelValue> mantelHaenszelOf(Compared compared,
                                             const MantelHaenszelOptions& options,
                                             std::vector<Warning>& warnings) {
  std::vector<TwoByTwo> tables;
  for (const auto& [label, table] : compared.strata)
    tables.push_back({table[0][0], table[0][1], table[1][0], table[1][1]});
  MantelHaenszelValue value{mantelHaenszel(tables, options.level),
                            std::move(compared.a),
                            std::move(compared.b),
                            std::move(compared.strata),
                            {}};
  if (!value.test) return Problem{ProblemCode::notEstimable, "", {}, "strata"};
  if (options.exact) {
    value.exact = exactMantelHaenszel(tables, options.level);
    if (!value.exact) warnings.push_back({WarningCode::notTested, "", {}, "exact"});
  }
  return value;
}

}  // namespace

Result<Outcome<CochranArmitageValue>> run(const CochranArmitageOptions& options,
                                          const Study& study) {
  if (options.counts) return trendOfCounts(*options.counts);
  const Names by = armIfNone(options.by, study);
  if (by.empty()) return Problem{ProblemCode::missingKey, "", {}, "by"};
  Sample sample(study);
  const auto events = useEvents(options, by, sample);
  if (!events) return events.problem();
  const auto factor = sample.grouping(by);
  if (!factor) return factor.problem();
  const auto groups = countByGroup(events->event, events->counted, *factor);
  if (groups.empty()) return Problem{ProblemCode::noRows, "", {}, ""};
  if (groups.size() < 2) return Problem{ProblemCode::oneGroup, by.front(), {}, groups[0].label};
  if (const auto problem = checkScores(options.scores, groups.size())) return *problem;
  auto value = trendOf(groups, options.scores);
  if (!value) return value.problem();
  return sample.answer(std::move(value).value());
}

Result<Outcome<MantelHaenszelValue>> run(const MantelHaenszelOptions& options, const Study& study) {
  std::vector<Warning> warnings;
  if (options.counts) {
    if (const auto problem = checkLevel(options.level)) return *problem;
    auto compared = comparedInCounts(*options.counts);
    if (!compared) return compared.problem();
    const int used = compared->used;
    auto value = mantelHaenszelOf(std::move(compared).value(), options, warnings);
    if (!value) return value.problem();
    return Outcome<MantelHaenszelValue>{std::move(value).value(), used, {}, std::move(warnings)};
  }
  const Names by = armIfNone(options.by, study);
  if (by.empty()) return Problem{ProblemCode::missingKey, "", {}, "by"};
  if (options.strata.empty()) return Problem{ProblemCode::missingKey, "", {}, "strata"};
  Sample sample(study);
  auto compared = comparedInColumns(options, by, sample);
  if (!compared) return compared.problem();
  auto value = mantelHaenszelOf(std::move(compared).value(), options, warnings);
  if (!value) return value.problem();
  for (auto& warning : warnings)
    sample.warn(std::move(warning));
  return sample.answer(std::move(value).value());
}

}  // namespace riskset
