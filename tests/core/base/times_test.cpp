#include "core/base/times.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

TEST(MergeTies, MakesTimesEqualThatDifferByRoundingOnly) {
  const std::vector<double> times{0.1 + 0.2, 0.3, 1, 2};
  const auto merged = mergeTies(times).time;
  EXPECT_EQ(merged[0], merged[1]);
  EXPECT_EQ(merged[2], 1);
  EXPECT_EQ(merged[3], 2);
}

TEST(MergeTies, KeepsTimesThatDifferByAFullDay) {
  const std::vector<double> years{1000.0 / 365.25, 1001.0 / 365.25};
  EXPECT_EQ(mergeTies(years).time, years);
}

TEST(MergeTies, KeepsTheOrderOfTheRows) {
  const auto tied = mergeTies(std::vector<double>{3, 1, 2});
  EXPECT_EQ(tied.time, (std::vector<double>{3, 1, 2}));
  EXPECT_EQ(tied.order, (std::vector<std::size_t>{1, 2, 0}));
  EXPECT_TRUE(mergeTies({}).time.empty());
}

}  // namespace
}  // namespace riskset
