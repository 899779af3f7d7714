#include "core/base/column.h"

#include <gtest/gtest.h>

#include <limits>

namespace riskset {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

Column numbers(std::vector<double> values) {
  return {"x", ColumnType::number, std::move(values), {}, {}, false, {}};
}

Column categories(std::vector<std::string> levels, std::vector<int> codes) {
  return {"x", ColumnType::category, {}, std::move(levels), std::move(codes), false, {}};
}

TEST(AsFactor, GroupsNumbersByValueAscending) {
  const Factor factor = asFactor(numbers({2, 1, kNone, 10, 2}), 5).value();
  EXPECT_EQ(factor.levels, (std::vector<std::string>{"1", "2", "10"}));
  EXPECT_EQ(factor.codes, (std::vector<int>{1, 0, -1, 2, 1}));
}

TEST(AsFactor, GroupsManyNumbersAsItDoesFew) {
  std::vector<double> values;
  for (int i = 0; i < 40; ++i)
    values.push_back(i * 7 % 20);
  values.push_back(kNone);
  const Factor factor = asFactor(numbers(values), 20).value();
  ASSERT_EQ(factor.levels.size(), 20u);
  EXPECT_EQ(factor.levels[12], "12");
  for (std::size_t row = 0; row < 40; ++row)
    EXPECT_EQ(factor.codes[row], values[row]);
  EXPECT_EQ(factor.codes.back(), -1);
}

TEST(AsFactor, RefusesAColumnOfTooManyDifferentValues) {
  const auto factor = asFactor(numbers({1, 2, 3}), 2);
  ASSERT_FALSE(factor);
  EXPECT_EQ(factor.problem().code, ProblemCode::tooManyLevels);
  EXPECT_EQ(factor.problem().column, "x");
  EXPECT_EQ(factor.problem().detail, "3");
}

TEST(RowsWithLevel, ComparesNumbersByValueAndTextByText) {
  EXPECT_EQ(rowsWithLevel(numbers({1, 2, kNone}), {"1.0"}),
            (std::vector<bool>{true, false, false}));
  EXPECT_EQ(rowsWithLevel(categories({"1", "2"}, {0, 1, -1}), {"1.0"}),
            (std::vector<bool>{false, false, false}));
  EXPECT_EQ(rowsWithLevel(categories({"PD", "death"}, {0, 1, -1}), {"death", "PD"}),
            (std::vector<bool>{true, true, false}));
}

TEST(AbsentLevels, NamesWhatNoRowHas) {
  EXPECT_EQ(absentLevels(categories({"PD", "alive"}, {0, 0}), {"PD", "alive", "death"}),
            (std::vector<std::string>{"alive", "death"}));
}

TEST(WithoutEmptyLevels, KeepsTheOrderOfTheLevelsThatOccur) {
  std::vector<std::string> empty;
  const Factor kept = withoutEmptyLevels({"x", {"a", "b", "c"}, {2, 0, -1}}, &empty);
  EXPECT_EQ(kept.levels, (std::vector<std::string>{"a", "c"}));
  EXPECT_EQ(kept.codes, (std::vector<int>{1, 0, -1}));
  EXPECT_EQ(empty, (std::vector<std::string>{"b"}));
}

}  // namespace
}  // namespace riskset
