#include "core/design/fragility.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

// 0 of 4 against 4 of 4: p = 2/70. With 1 of 4 it is 8/56: one patient decides.
TEST(Fragility, MatchesHandCalculation) {
  const Fragility found = fragility({0, 4}, {4, 4}, 0.05);
  EXPECT_EQ(found.index, 1);
  EXPECT_EQ(found.changed, "a");
  ASSERT_EQ(found.path.size(), 2u);
  EXPECT_NEAR(found.path[0], 2 / 70.0, 1e-15);
  // 1 + 4 events among 8: tables {1,4} and {4,1}, each 4 of 56.
  EXPECT_NEAR(found.path[1], 8 / 56.0, 1e-15);
  EXPECT_EQ(found.quotient, 1 / 8.0);
}

TEST(Fragility, DoesNotExistWithoutSignificance) {
  const Fragility found = fragility({5, 10}, {4, 10}, 0.05);
  EXPECT_FALSE(found.index || found.quotient || found.changed);
  EXPECT_EQ(found.path, std::vector{found.p});
}

TEST(Fragility, MirrorsWithTheArms) {
  const Fragility found = fragility({30, 100}, {60, 120}, 0.05);
  const Fragility mirrored = fragility({60, 120}, {30, 100}, 0.05);
  EXPECT_EQ(found.index, mirrored.index);
  EXPECT_EQ(found.changed, "a");
  EXPECT_EQ(mirrored.changed, "b");
  // No smaller number of patients would do.
  for (std::size_t i = 0; i + 1 < found.path.size(); ++i)
    EXPECT_LT(found.path[i], 0.05);
  EXPECT_GE(found.path.back(), 0.05);
}

}  // namespace
}  // namespace riskset
