#include "core/comparison/group_tests.h"

#include "core/base/contains.h"
#include "core/comparison/mean_tests.h"
#include "core/comparison/rank_tests.h"
#include "core/tables/contingency.h"
#include "core/tables/exact_contingency.h"
#include "core/tables/two_proportions.h"

namespace riskset {
namespace {

using enum GroupTestChoice;

constexpr double kLevel = 0.95;  // of intervals that are not shown

std::optional<GroupTest> shown(GroupTestName name, const std::optional<TTest>& test) {
  if (!test) return {};
  return GroupTest{name, test->t, test->df, {}, test->p, {}, {}};
}

std::optional<GroupTest> shown(GroupTestName name, const std::optional<FTest>& test) {
  if (!test) return {};
  return GroupTest{name, test->f, test->df1, test->df2, test->p, {}, {}};
}

std::optional<GroupTest> shown(GroupTestName name, const std::optional<ChiSquareTest>& test) {
  if (!test) return {};
  return GroupTest{name, test->chiSquare, test->df, {}, test->p, {}, {}};
}

std::optional<GroupTest> wilcoxonOf(const Sorted& later, const Sorted& first,
                                    GroupTestChoice choice) {
  const auto test =
      wilcoxonTest(later, first, kLevel,
                   choice == wilcoxonExact ? WilcoxonExtent::all : WilcoxonExtent::ofTheRule);
  if (!test) return {};
  const bool exact =
      choice == wilcoxonExact || (choice == wilcoxon && test->rule == WilcoxonP::exact);
  if (exact && !test->exactP) return {};
  if (exact) return GroupTest{GroupTestName::wilcoxonExact, test->w, {}, {}, test->exactP, {}, {}};
  if (choice == wilcoxonUncorrected)
    return GroupTest{
        GroupTestName::wilcoxonUncorrected, test->w, {}, {}, test->uncorrectedP, {}, {}};
  return GroupTest{GroupTestName::wilcoxonCorrected, test->w, {}, {}, test->correctedP, {}, {}};
}

GroupTestChoice ruled(std::size_t groups, bool means) {
  if (groups == 2) return means ? welch : wilcoxon;
  return means ? anova : kruskalWallis;
}

// The two-sided test of a 2x2 table as each proportion of the arms would be compared.
std::optional<ChiSquareTest> yatesOf(const std::vector<std::vector<int>>& table) {
  if (table.size() != 2 || table.front().size() != 2) return {};
  const auto arm = [&](std::size_t j) { return Counts{table[0][j], table[0][j] + table[1][j]}; };
  return compareProportions(arm(1), arm(0)).tests.yates;
}

std::optional<GroupTest> fisherOf(const Contingency& table) {
  constexpr int kDraws = 100'000;
  constexpr std::uint64_t kSeed = 1;
  const auto exact = exactContingency(table.table, kDraws, kSeed);
  if (!exact) return {};
  return GroupTest{GroupTestName::fisher, {}, {}, {}, exact->p, table.expectedMin, exact->interval};
}

}  // namespace

bool isTestOfNumbers(GroupTestChoice choice) {
  return !isTestOfLevels(choice) || choice == auto_ || choice == none;
}

bool isTestOfLevels(GroupTestChoice choice) {
  return contains(std::vector{auto_, none, pearson, yates, fisher}, choice);
}

std::optional<GroupTest> testOfNumbers(std::span<const Sorted> groups, GroupTestChoice choice,
                                       bool means) {
  std::vector<Sorted> filled;
  for (const Sorted& group : groups) {
    if (!group.empty()) filled.push_back(group);
  }
  if (filled.size() < 2 || choice == none) return {};
  const GroupTestChoice test = choice == auto_ ? ruled(filled.size(), means) : choice;
  if (test == anova) return shown(GroupTestName::anova, anovaTest(filled));
  if (test == welchAnova) return shown(GroupTestName::welchAnova, welchAnovaTest(filled));
  if (test == kruskalWallis) return shown(GroupTestName::kruskalWallis, kruskalWallisTest(filled));
  if (filled.size() > 2) return {};
  const Sorted &first = filled[0], &later = filled[1];
  if (test == welch) return shown(GroupTestName::welch, welchTest(later, first, kLevel));
  if (test == student) return shown(GroupTestName::student, studentTest(later, first, kLevel));
  return wilcoxonOf(later, first, test);
}

std::optional<GroupTest> testOfLevels(const std::vector<std::vector<int>>& table,
                                      GroupTestChoice choice) {
  if (choice == none) return {};
  const auto counted = contingency(table);  // without empty rows and columns
  if (!counted) return {};
  constexpr double kFewExpected = 5;
  const bool few = counted->expectedMin < kFewExpected;
  if (choice == fisher || (choice == auto_ && few)) return fisherOf(*counted);
  auto test = choice == yates
                  ? shown(GroupTestName::yates, yatesOf(counted->table))
                  : shown(GroupTestName::pearson, std::optional<ChiSquareTest>(*counted));
  if (test) test->expectedMin = counted->expectedMin;
  return test;
}

}  // namespace riskset
