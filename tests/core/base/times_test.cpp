#include "core/base/times.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

namespace riskset {
namespace {

TEST(MergeTies, MakesTimesEqualThatDifferByRoundingOnly) {
  const std::vector<double> times{0.1 + 0.2, 0.3, 1, 2};
  const auto merged = mergeTies(times);
  EXPECT_EQ(merged[0], merged[1]);
  EXPECT_EQ(merged[2], 1);
  EXPECT_EQ(merged[3], 2);
}

TEST(MergeTies, KeepsTimesThatDifferByAFullDay) {
  const std::vector<double> years{1000.0 / 365.25, 1001.0 / 365.25};
  EXPECT_EQ(mergeTies(years), years);
}

TEST(MergeTies, KeepsTheOrderOfTheRows) {
  EXPECT_EQ(mergeTies(std::vector<double>{3, 1, 2}), (std::vector<double>{3, 1, 2}));
  EXPECT_TRUE(mergeTies({}).empty());
}

using Positions = std::vector<std::size_t>;

TEST(Ascending, LeavesEqualValuesInTheirOrder) {
  EXPECT_EQ(ascending(std::vector<double>{2, 0.0, 1, -0.0, 1}), (Positions{1, 3, 2, 4, 0}));
  EXPECT_EQ(ascending(std::vector<double>{-1, 0, 0, 3}), (Positions{0, 1, 2, 3}));
  EXPECT_TRUE(ascending({}).empty());
}

TEST(ByStratum, KeepsTheOrderWithinAStratum) {
  const std::vector<int> stratum{1, 0, 1, 0};
  EXPECT_EQ(byStratum({3, 2, 1, 0}, stratum), (Positions{3, 1, 2, 0}));
  EXPECT_EQ(byStratum({2, 0, 1}, {}), (Positions{2, 0, 1}));
}

// Whole days are counted; one half day among them must not be taken for a whole one.
TEST(Ascending, PutsWholeDaysInOrder) {
  std::vector<double> days;
  for (int i = 0; i < 1000; ++i)
    days.push_back(i * 7919 % 613 - 20);
  for (const double odd : {100.0, 100.5, -0.0}) {
    days[500] = odd;
    Positions expected(days.size());
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    std::stable_sort(expected.begin(), expected.end(),
                     [&](std::size_t a, std::size_t b) { return days[a] < days[b]; });
    EXPECT_EQ(ascending(days), expected) << odd;
  }
}

// Few are compared and many counted: both must be the stable order.
TEST(Ascending, SortsFewAndManyAlike) {
  for (const std::size_t count : {20u, 3000u}) {
    std::uint64_t state = 7;
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      const double unit = std::ldexp(static_cast<double>(state >> 11), -53);
      const double magnitude = std::ldexp(1 + unit, static_cast<int>(state >> 58) - 30);
      values[i] = i % 5 == 0 ? 3 : i % 3 == 0 ? -magnitude : magnitude;
    }
    values[count / 2] = std::numeric_limits<double>::infinity();
    values[count / 3] = -std::numeric_limits<double>::infinity();
    Positions expected(count);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    std::stable_sort(expected.begin(), expected.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    EXPECT_EQ(ascending(values), expected);
  }
}

}  // namespace
}  // namespace riskset
