#include "core/comparison/table_one.h"

#include <algorithm>
#include <cmath>

#include "core/comparison/standardized_difference.h"

namespace riskset {
namespace {

constexpr const char* kAll = "all";

// One variable, arm by arm: the numbers, or the counts by level; and who has none.
struct ByArm {
  std::vector<Sorted> numbers;
  std::vector<std::vector<int>> counts;  // of each arm, by level
  std::vector<int> missing;
};

ByArm split(const TableOneVariable& variable, const Factor& arms) {
  const std::size_t count = arms.levels.size();
  const bool counted = variable.summary == TableOneSummary::counts;
  ByArm result{
      {},
      std::vector<std::vector<int>>(count, std::vector<int>(variable.levels.levels.size())),
      std::vector<int>(count)};
  if (!counted) result.numbers = sortedGroups(variable.numbers, arms.codes, count);
  for (std::size_t i = 0; i < arms.codes.size(); ++i) {
    const auto arm = static_cast<std::size_t>(arms.codes[i]);
    const int level = counted ? variable.levels.codes[i] : -1;
    if (counted && level >= 0) ++result.counts[arm][static_cast<std::size_t>(level)];
    if (counted ? level < 0 : std::isnan(variable.numbers[i])) ++result.missing[arm];
  }
  return result;
}

TableOneCell cellOf(const std::string& label, const Description& own) {
  return {label,      own.n,  own.missing, {},      own.mean, own.sd,
          own.median, own.q1, own.q3,      own.min, own.max};
}

TableOneCell cellOf(const std::string& label, int n, int known, int missing) {
  TableOneCell cell{label, n, missing, {}, {}, {}, {}, {}, {}, {}, {}};
  if (known > 0) cell.percent = 100.0 * n / known;
  return cell;
}

int sum(const std::vector<int>& counts) {
  int total = 0;
  for (const int count : counts)
    total += count;
  return total;
}

void addNumbers(const TableOneVariable& variable, const ByArm& own, const Factor& arms,
                const TableOneRules& rules, TableOne& table) {
  TableOneRow row{variable.name, "", variable.summary, {}, {}};
  row.overall = cellOf(kAll, describe(pooled(own.numbers), sum(own.missing), rules.quantileType));
  for (std::size_t arm = 0; arm < arms.levels.size(); ++arm) {
    row.perArm.push_back(
        cellOf(arms.levels[arm], describe(own.numbers[arm], own.missing[arm], rules.quantileType)));
  }
  table.rows.push_back(std::move(row));
}

void addLevels(const TableOneVariable& variable, const ByArm& own, const Factor& arms,
               TableOne& table) {
  const auto& levels = variable.levels.levels;
  const int missing = sum(own.missing);
  for (std::size_t level = 0; level < std::max<std::size_t>(levels.size(), 1); ++level) {
    TableOneRow row{variable.name, levels.empty() ? "" : levels[level], variable.summary, {}, {}};
    int all = 0, known = 0;
    for (std::size_t arm = 0; arm < arms.levels.size(); ++arm) {
      const int n = levels.empty() ? 0 : own.counts[arm][level];
      all += n;
      known += sum(own.counts[arm]);
      row.perArm.push_back(cellOf(arms.levels[arm], n, sum(own.counts[arm]), own.missing[arm]));
    }
    row.overall = cellOf(kAll, all, known, missing);
    table.rows.push_back(std::move(row));
  }
}

std::optional<GroupTest> testOf(const TableOneVariable& variable, const ByArm& own) {
  if (variable.summary != TableOneSummary::counts)
    return testOfNumbers(own.numbers, variable.test, variable.summary == TableOneSummary::mean);
  std::vector<std::vector<int>> table(variable.levels.levels.size());
  for (std::size_t level = 0; level < table.size(); ++level) {
    for (const auto& counts : own.counts)
      table[level].push_back(counts[level]);
  }
  return testOfLevels(table, variable.test);
}

TableOneDifference differenceOf(const TableOneVariable& variable, const ByArm& own,
                                const Factor& arms) {
  TableOneDifference result{variable.name, {}, {}};
  bool all = true;
  for (std::size_t a = 0; a < arms.levels.size(); ++a) {
    for (std::size_t b = a + 1; b < arms.levels.size(); ++b) {
      const auto pair = variable.summary == TableOneSummary::counts
                            ? standardizedDifference(own.counts[b], own.counts[a])
                            : standardizedDifference(own.numbers[b], own.numbers[a]);
      const auto value = pair.difference ? pair.difference : pair.distance;
      result.pairs.push_back({arms.levels[a], arms.levels[b], value});
      all = all && value;
      if (value && std::abs(*value) >= std::abs(result.value.value_or(0))) result.value = value;
    }
  }
  if (!all) result.value.reset();
  // Which arm is against which is in the pairs: of several, the size alone can be compared.
  if (result.value && result.pairs.size() > 1) result.value = std::abs(*result.value);
  return result;
}

void adjust(std::vector<TableOneTest>& tests, Adjustment adjustment) {
  std::vector<std::optional<double>> p;
  for (const TableOneTest& test : tests)
    p.push_back(test.p);
  const auto adjusted = adjustedP(p, adjustment);
  for (std::size_t i = 0; i < tests.size(); ++i)
    tests[i].adjustedP = adjusted[i];
}

}  // namespace

TableOne tableOne(const std::vector<TableOneVariable>& variables, const Factor& arms,
                  const TableOneRules& rules) {
  TableOne table;
  table.n = static_cast<int>(arms.codes.size());
  const bool compared = arms.levels.size() > 1;
  for (std::size_t arm = 0; arm < arms.levels.size(); ++arm) {
    const auto n = std::count(arms.codes.begin(), arms.codes.end(), static_cast<int>(arm));
    table.arms.push_back({arms.levels[arm], static_cast<int>(n)});
  }
  for (const TableOneVariable& variable : variables) {
    const ByArm own = split(variable, arms);
    if (variable.summary == TableOneSummary::counts) {
      addLevels(variable, own, arms, table);
    } else {
      addNumbers(variable, own, arms, rules, table);
    }
    if (!compared) continue;
    TableOneTest row{variable.name, {}, {}, {}, {}, {}, {}, {}, {}};
    if (const auto test = testOf(variable, own)) {
      row = {variable.name, test->name, test->statistic,   test->df,      test->df2,
             test->p,       {},         test->expectedMin, test->interval};
    }
    table.tests.push_back(std::move(row));
    if (rules.smd) table.smd.push_back(differenceOf(variable, own, arms));
  }
  if (rules.adjust) adjust(table.tests, *rules.adjust);
  if (arms.name.empty()) {  // all patients are no arm
    table.arms.clear();
    for (TableOneRow& row : table.rows)
      row.perArm.clear();
  }
  return table;
}

}  // namespace riskset
