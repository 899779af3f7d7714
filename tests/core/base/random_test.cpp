#include "core/base/random.h"

#include <gtest/gtest.h>

#include <cmath>

namespace riskset {
namespace {

// The first outputs of xoshiro256** with its state from splitmix64 at 0, as other implementations
// publish them.
TEST(Random, GivesThePublishedSequence) {
  Random random(0);
  EXPECT_EQ(random.bits(), 0x99ec5f36cb75f2b4);
  EXPECT_EQ(random.bits(), 0xbf6e1f784956452a);
  EXPECT_EQ(random.bits(), 0x1a5f849d4933e6e0);
}

// 60,000 draws of six: a count has standard deviation 91, five of them are 456.
TEST(Random, DrawsEachNumberBelowABoundAlikeOften) {
  Random random(1);
  std::array<int, 6> counts{};
  for (int i = 0; i < 60'000; ++i)
    ++counts.at(random.below(6));
  for (const int count : counts)
    EXPECT_NEAR(count, 10'000, 456);
  EXPECT_EQ(random.below(1), 0u);
}

TEST(Random, DrawsUnitNumbersBelowOne) {
  Random random(2);
  double sum = 0;
  for (int i = 0; i < 10'000; ++i) {
    const double unit = random.unit();
    ASSERT_TRUE(unit >= 0 && unit < 1);
    sum += unit / 10'000;
  }
  EXPECT_NEAR(sum, 0.5, 5 * std::sqrt(1.0 / 12 / 10'000));
}

}  // namespace
}  // namespace riskset
