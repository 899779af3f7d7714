#include "core/claims/two_arm_tables.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "core/tables/contingency.h"
#include "core/tables/exact_contingency.h"
#include "core/tables/two_proportions.h"

namespace riskset {
namespace {

using Table = std::vector<std::vector<int>>;
using enum ClaimTabulation;

// A Monte Carlo p is good to two digits: enough to say that a print follows, not its third digit.
constexpr int kDraws = 20'000;
constexpr std::uint64_t kSeed = 1;

int total(const std::vector<int>& row) {
  return std::accumulate(row.begin(), row.end(), 0);
}

Table withoutEmptyLevels(const Table& table) {
  Table kept(table.size());
  for (std::size_t j = 0; j < table.front().size(); ++j) {
    if (table[0][j] == 0 && table[1][j] == 0) continue;
    for (std::size_t i = 0; i < table.size(); ++i)
      kept[i].push_back(table[i][j]);
  }
  return kept;
}

double smallestExpected(const Table& table) {
  const double n1 = total(table[0]), n2 = total(table[1]);
  double least = n1 + n2;
  for (std::size_t j = 0; j < table.front().size(); ++j) {
    const double level = table[0][j] + table[1][j];
    least = std::min(least, level * std::min(n1, n2) / (n1 + n2));
  }
  return least;
}

void testTwoByTwo(const Table& table, bool all, TableCheck& check) {
  const auto tests =
      twoProportionTests({table[0][0], total(table[0])}, {table[1][0], total(table[1])});
  if (tests.pearson) check.pearson = tests.pearson->p;
  if (tests.yates) check.yates = tests.yates->p;
  check.fisher = tests.fisher.p;
  if (all) check.fisherOneSided = std::min(tests.fisher.less, tests.fisher.greater);
}

void testLarger(const Table& table, bool all, TableCheck& check) {
  constexpr std::size_t kMostForExact = 4;  // levels of the further tabulations: each takes a while
  if (const auto pearson = pearsonChiSquare(table)) check.pearson = pearson->p;
  if (!all && table.front().size() > kMostForExact) return;
  // Beyond, Pearson's p is as good as exact, and a simulated one takes seconds.
  constexpr int kMostPatients = 5000;
  if (total(table[0]) + total(table[1]) > kMostPatients) return;
  if (const auto exact = exactContingency(table, all ? kDraws : kDraws / 5, kSeed)) {
    check.fisher = exact->p;
    check.fisherRange = exact->interval;
  }
}

std::vector<int> mergedRow(const std::vector<int>& row, std::size_t first, std::size_t last) {
  std::vector<int> merged(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(first));
  merged.push_back(std::accumulate(row.begin() + static_cast<std::ptrdiff_t>(first),
                                   row.begin() + static_cast<std::ptrdiff_t>(last) + 1, 0));
  merged.insert(merged.end(), row.begin() + static_cast<std::ptrdiff_t>(last) + 1, row.end());
  return merged;
}

// The tables tried, each once.
class Tabulations {
 public:
  explicit Tabulations(const Table& asPrinted) { seen_.insert(withoutEmptyLevels(asPrinted)); }

  void add(ClaimTabulation tabulation, std::size_t level, const Table& table) {
    if (total(table[0]) == 0 || total(table[1]) == 0) return;
    const Table kept = withoutEmptyLevels(table);
    if (kept.front().size() < 2 || !seen_.insert(kept).second) return;
    Table mirrored = kept;
    for (auto& row : mirrored)
      std::reverse(row.begin(), row.end());
    if (kept.front().size() == 2) seen_.insert(mirrored);
    TableCheck check = tableCheck(table, false);
    check.tabulation = tabulation;
    check.level = static_cast<int>(level);
    checks.push_back(std::move(check));
  }

  template <class Row>
  void addRows(ClaimTabulation tabulation, std::size_t level, const Table& table, Row row) {
    add(tabulation, level, {row(table[0]), row(table[1])});
  }

  std::vector<TableCheck> checks;

 private:
  std::set<Table> seen_;
};

void addOneAgainstRest(const Table& table, Tabulations& tried) {
  for (std::size_t j = 0; j < table.front().size(); ++j) {
    tried.addRows(oneAgainstRest, j + 1, table, [&](const std::vector<int>& row) {
      return std::vector<int>{row[j], total(row) - row[j]};
    });
  }
}

void addMerged(const Table& table, Tabulations& tried) {
  const std::size_t levels = table.front().size();
  for (std::size_t j = 0; j + 1 < levels; ++j) {
    tried.addRows(mergedNeighbours, j + 1, table, [&](const std::vector<int>& row) {
      const int upTo =
          std::accumulate(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(j) + 1, 0);
      return std::vector<int>{upTo, total(row) - upTo};
    });
  }
  for (std::size_t j = 0; j + 1 < levels; ++j) {
    tried.addRows(mergedNeighbours, j + 1, table,
                  [&](const std::vector<int>& row) { return mergedRow(row, j, j + 1); });
  }
}

bool has(const std::string& words, std::string_view word) {
  return words.find(word) != std::string::npos;
}

}  // namespace

std::vector<ClaimMethod> testsNamed(const std::string& words) {
  using enum ClaimMethod;
  std::string lower;
  for (const char c : words)
    lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  std::vector<ClaimMethod> named;
  const bool corrected = has(lower, "yates") || has(lower, "continuity") || has(lower, "corrected");
  const bool chiSquare = has(lower, "chi") || has(lower, "\u03c7") || has(lower, "x2") ||
                         has(lower, "x\u00b2") || has(lower, "pearson");
  const bool uncorrected = has(lower, "without") || has(lower, "uncorrected");
  if (chiSquare && (!corrected || uncorrected)) named.push_back(pearson);
  if ((chiSquare || corrected) && !has(lower, "pearson") && !uncorrected) named.push_back(yates);
  if (has(lower, "fisher") || has(lower, "exact")) named.push_back(fisher);
  if (has(lower, "likelihood") || has(lower, "g-test") || has(lower, "g test"))
    named.push_back(likelihoodRatio);
  return named;
}

TableCheck tableCheck(const Table& table, bool all) {
  TableCheck check;
  check.table = table;
  const Table kept = withoutEmptyLevels(table);
  check.expectedMin = smallestExpected(kept);
  if (kept.front().size() < 2) {
    check.fisher = 1;  // the only table with these margins
    return check;
  }
  if (kept.front().size() == 2)
    testTwoByTwo(kept, all, check);
  else
    testLarger(kept, all, check);
  if (const auto ratio = likelihoodRatioTest(kept); ratio && all) check.likelihoodRatio = ratio->p;
  return check;
}

std::optional<Interval> pRangeOf(const TableCheck& table, ClaimMethod method) {
  if (method == ClaimMethod::fisher && table.fisherRange) return table.fisherRange;
  const auto p = pOf(table, method);
  return p ? std::optional(Interval{*p, *p}) : std::nullopt;
}

std::optional<double> pOf(const TableCheck& table, ClaimMethod method) {
  switch (method) {
    case ClaimMethod::pearson:
      return table.pearson;
    case ClaimMethod::yates:
      return table.yates;
    case ClaimMethod::fisher:
      return table.fisher;
    case ClaimMethod::likelihoodRatio:
      return table.likelihoodRatio;
    case ClaimMethod::fisherOneSided:
      return table.fisherOneSided;
    default:
      return {};
  }
}

std::vector<TableCheck> otherTabulations(const Table& table, const std::vector<int>& unknown) {
  constexpr std::size_t kMostLevels = 8;
  Tabulations tried(table);
  const std::size_t levels = table.front().size();
  if (levels > kMostLevels) return {};
  Table full = table;
  if (unknown[0] > 0 || unknown[1] > 0) {
    for (std::size_t i = 0; i < full.size(); ++i)
      full[i].push_back(unknown[i]);
    tried.add(withUnknown, 0, full);
    addOneAgainstRest(full, tried);
  }
  if (levels > 2) {
    tried.addRows(withoutLevel, levels, table, [](const std::vector<int>& row) {
      return std::vector<int>(row.begin(), row.end() - 1);
    });
    addOneAgainstRest(table, tried);
    addMerged(table, tried);
  }
  return std::move(tried.checks);
}

}  // namespace riskset
