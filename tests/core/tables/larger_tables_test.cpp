#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "core/base/random.h"
#include "core/tables/contingency.h"
#include "core/tables/exact_contingency.h"
#include "core/tables/fisher.h"
#include "core/tables/stratified_tables.h"
#include "core/tables/table_enumeration.h"
#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

TEST(ExactContingency, IsFishersTestOfTwoByTwo) {
  const auto exact = *exactContingency({{15, 34}, {2, 32}}, 1, 1);
  EXPECT_FALSE(exact.monteCarlo);
  EXPECT_NEAR(exact.p, fisherTest({15, 49}, {2, 34}).p, 1e-12);
}

// The products of factorials of these tables lie outside the range of a double. Two by two is
// Fisher's test by another way than the enumeration, which is asked here itself.
TEST(ExactContingency, EnumeratesHundredsOfPatients) {
  std::vector<double> logFactorial;
  for (int k = 0; k <= 1000; ++k)
    logFactorial.push_back(std::lgamma(k + 1.0));
  const std::vector<std::vector<std::vector<int>>> tables{
      {{100, 50}, {60, 90}}, {{300, 200}, {200, 300}}, {{500, 0}, {0, 500}}};
  for (const auto& table : tables) {
    const int a = table[0][0], b = table[0][1], c = table[1][0], d = table[1][1];
    double observed = 0;
    for (const int cell : {a, b, c, d})
      observed -= logFactorial[static_cast<std::size_t>(cell)];
    const auto p = enumeratedP({a + b, c + d}, {a + c, b + d}, observed, logFactorial);
    EXPECT_NEAR(*p / fisherTest({a, a + b}, {c, c + d}).p, 1, 1e-10) << *p;
  }
  // R 4.2.2: fisher.test(matrix(c(90, 60, 50, 40, 80, 85), 2)), printed to 15 digits
  EXPECT_NEAR(exactContingency({{90, 50, 80}, {60, 40, 85}}, 1, 1)->p, 0.118455293451032, 1e-10);
}

TEST(ExactContingency, DoesNotDependOnTheOrderOfRowsOrColumns) {
  const double p = exactContingency({{3, 4, 1}, {1, 8, 5}, {0, 2, 9}}, 1, 1)->p;
  EXPECT_NEAR(exactContingency({{0, 2, 9}, {3, 4, 1}, {1, 8, 5}}, 1, 1)->p, p, 1e-12);
  EXPECT_NEAR(exactContingency({{1, 3, 4}, {5, 1, 8}, {9, 0, 2}}, 1, 1)->p, p, 1e-12);
}

// Every table with the margins of `table`, one cell after the other.
void visitTables(std::vector<std::vector<int>>& table, std::vector<int>& rows,
                 std::vector<int>& columns, std::size_t cell, const std::function<void()>& visit) {
  const std::size_t i = cell / columns.size(), j = cell % columns.size();
  if (i == rows.size()) {
    if (std::all_of(columns.begin(), columns.end(), [](int left) { return left == 0; })) visit();
    return;
  }
  const bool last = j + 1 == columns.size();
  for (int x = last ? rows[i] : 0; x <= std::min(rows[i], columns[j]); ++x) {
    table[i][j] = x;
    rows[i] -= x;
    columns[j] -= x;
    visitTables(table, rows, columns, cell + 1, visit);
    rows[i] += x;
    columns[j] += x;
  }
}

double logProbability(const std::vector<std::vector<int>>& table) {
  double log = 0;
  for (const auto& row : table) {
    for (const int cell : row)
      log -= std::lgamma(cell + 1);
  }
  return log;
}

// The definition, without any of what makes the enumeration fast.
double pByDefinition(std::vector<std::vector<int>> table) {
  std::vector<int> rows, columns(table.front().size());
  for (const auto& row : table) {
    rows.push_back(std::accumulate(row.begin(), row.end(), 0));
    for (std::size_t j = 0; j < row.size(); ++j)
      columns[j] += row[j];
  }
  const double observed = logProbability(table);
  double all = 0, asExtreme = 0;
  visitTables(table, rows, columns, 0, [&] {
    const double log = logProbability(table);
    all += std::exp(log);
    if (log <= observed + 1e-7) asExtreme += std::exp(log);
  });
  return asExtreme / all;
}

TEST(ExactContingency, IsTheSumOverAllTablesThatAreNoMoreProbable) {
  Random random(7);
  for (int round = 0; round < 60; ++round) {
    std::vector<std::vector<int>> table(2 + random.below(3), std::vector<int>(2 + random.below(3)));
    for (auto& row : table) {
      for (int& cell : row)
        cell = static_cast<int>(random.below(random.below(4) ? 2 : 5));
      row[random.below(static_cast<std::uint32_t>(row.size()))] += 1;
    }
    const auto filled = contingency(table);
    if (!filled) continue;
    const double p = pByDefinition(filled->table);
    EXPECT_NEAR(exactContingency(filled->table, 1, 1)->p / p, 1, 1e-11) << round;
  }
}

// By hand: of the 3! ways to give one patient of each row a column of its own all are alike, and of
// those of 40 of 40 in each of three rows the observed one and its 5 rearrangements are the rarest.
TEST(ExactContingency, KeepsTheDigitsOfFarTails) {
  EXPECT_NEAR(exactContingency({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, 1, 1)->p, 1, 1e-13);
  const double log = std::log(6) + 6 * std::lgamma(41) - std::lgamma(121) - 3 * std::lgamma(41);
  const double p = exactContingency({{40, 0, 0}, {0, 40, 0}, {0, 0, 40}}, 1, 1)->p;
  EXPECT_NEAR(std::log(p), log, 1e-11);
}

// R's p of a million random tables and ours of a hundred thousand: five standard errors of their
// difference.
TEST(ExactContingency, EstimatesWhatREstimates) {
  const auto byR = nlohmann::json::parse(readFile("tests/reference/enumerated/simulated_p.json"));
  constexpr int kDraws = 100'000;
  const auto estimated =
      *exactContingency(byR["table"].get<std::vector<std::vector<int>>>(), kDraws, 1);
  ASSERT_TRUE(estimated.monteCarlo);
  const double p = byR["p"], draws = byR["draws"];
  EXPECT_NEAR(estimated.p, p, 5 * std::sqrt(p * (1 - p) * (1 / draws + 1.0 / kDraws)));
}

TEST(ExactContingency, EstimatesBeyondItsBudgetAndGivesUpBeyondAllReason) {
  std::vector<std::vector<int>> table(8, std::vector<int>(8, 6));
  table[0][0] = 0;
  const auto estimated = exactContingency(table, 1000, 1);
  EXPECT_TRUE(estimated->monteCarlo);
  EXPECT_LE(estimated->interval->lower, estimated->p);
  EXPECT_GE(estimated->interval->upper, estimated->p);
  EXPECT_EQ(exactContingency(table, 1000, 1)->p, estimated->p) << "the same seed";
  EXPECT_FALSE(exactContingency({{400'000, 1, 2}, {300'000, 5, 1}}, 1000, 1));
  EXPECT_TRUE(exactContingency({{400'000, 400'000}, {300'000, 300'500}}, 1000, 1));
}

// By hand: 1 and 3 of 4 discordant pairs: 2 (1 + 4) / 16 exact, less 4 / 16 for mid-P.
TEST(McNemar, MatchesHandCalculation) {
  const auto result = mcNemar(1, 3);
  EXPECT_NEAR(result.test->chiSquare, 1, 1e-15);
  EXPECT_NEAR(result.testCorrected->chiSquare, 0.25, 1e-15);
  EXPECT_NEAR(result.exactP, 10.0 / 16, 1e-15);
  EXPECT_NEAR(result.midP, 6.0 / 16, 1e-15);
  EXPECT_EQ(mcNemar(0, 0).exactP, 1);
  EXPECT_FALSE(mcNemar(0, 0).test);
}

// Matched pairs as strata of two: the test is McNemar's, the odds ratio that of discordant pairs.
TEST(MantelHaenszel, IsMcNemarsTestOfMatchedPairs) {
  std::vector<TwoByTwo> strata;
  for (int i = 0; i < 12; ++i)
    strata.push_back({1, 0, 0, 1});
  for (int i = 0; i < 5; ++i)
    strata.push_back({0, 1, 1, 0});
  for (int i = 0; i < 9; ++i)
    strata.push_back({1, 0, 1, 0});
  const auto stratified = mantelHaenszel(strata, 0.95);
  const auto paired = mcNemar(12, 5);
  EXPECT_NEAR(stratified.test->chiSquare, paired.test->chiSquare, 1e-13);
  EXPECT_NEAR(*stratified.oddsRatio.value, *paired.oddsRatio, 1e-14);
}

// By hand: the first cells add up to 9, expected are 5 + 70 / 19 = 8.68: nearer than the
// correction.
TEST(MantelHaenszel, IsNotCorrectedWhereItsExpectationIsWithinOneHalf) {
  const auto result = mantelHaenszel({{5, 5, 5, 5}, {4, 6, 3, 6}, {0, 9, 0, 2}}, 0.95);
  EXPECT_EQ(result.testCorrected->chiSquare, result.test->chiSquare);
}

}  // namespace
}  // namespace riskset
