#include "core/tables/kappa.h"

#include <gtest/gtest.h>

#include <cmath>

namespace riskset {
namespace {

using Table = std::vector<std::vector<int>>;

const Table kThreeByThree{{44, 5, 1}, {7, 20, 3}, {9, 5, 6}};

Kappa kappaOf(const Table& table, KappaWeights weights = KappaWeights::none) {
  return *cohenKappa(table, weights, 0.95);
}

// By hand: 35 of 50 agree, the margins are 1/2, 1/2 and 0.6, 0.4, so 1/2 would by chance. The sums
// over the four cells are 0.0529 - 0.0025 and 0.49 - 0.25.
TEST(Kappa, MatchesHandCalculation) {
  const Kappa kappa = kappaOf({{20, 5}, {10, 15}});
  EXPECT_NEAR(kappa.agreement, 0.7, 1e-15);
  EXPECT_NEAR(kappa.expectedAgreement, 0.5, 1e-15);
  EXPECT_NEAR(kappa.kappa, 0.4, 1e-15);
  EXPECT_NEAR(kappa.stdError * kappa.stdError, 0.0504 / (50 * 0.0625), 1e-14);
  EXPECT_NEAR(kappa.stdErrorNull * kappa.stdErrorNull, 0.24 / (50 * 0.25), 1e-14);
  EXPECT_NEAR(kappa.upper - kappa.kappa, 1.959963984540054 * kappa.stdError, 1e-14);
}

TEST(Kappa, IsOneWithoutErrorWhereAllAgree) {
  const Kappa kappa = kappaOf({{7, 0, 0}, {0, 5, 0}, {0, 0, 9}}, KappaWeights::linear);
  EXPECT_NEAR(kappa.kappa, 1, 1e-15);
  EXPECT_NEAR(kappa.stdError, 0, 1e-7);  // a root of rounding
}

TEST(Kappa, DoesNotExistWhereARatingHasOneCategory) {
  EXPECT_FALSE(cohenKappa({{9, 0}, {0, 0}}, KappaWeights::none, 0.95));
  EXPECT_FALSE(cohenKappa({{9, 4}, {0, 0}}, KappaWeights::none, 0.95));
  EXPECT_FALSE(cohenKappa({{9, 0}, {4, 0}}, KappaWeights::none, 0.95));
  EXPECT_FALSE(cohenKappa({{0, 0}, {0, 0}}, KappaWeights::none, 0.95));
}

void expectSame(const Kappa& one, const Kappa& other) {
  EXPECT_NEAR(one.kappa, other.kappa, 1e-14);
  EXPECT_NEAR(one.stdError, other.stdError, 1e-14);
  EXPECT_NEAR(one.stdErrorNull, other.stdErrorNull, 1e-14);
}

// Neither which rating is first nor the direction of the scale matters; without weights no order
// does, and two categories leave nothing to weigh.
TEST(Kappa, KeepsItsSymmetries) {
  const Table transposed{{44, 7, 9}, {5, 20, 5}, {1, 3, 6}};
  const Table reversed{{6, 5, 9}, {3, 20, 7}, {1, 5, 44}};
  for (const auto weights : {KappaWeights::none, KappaWeights::linear, KappaWeights::quadratic}) {
    expectSame(kappaOf(kThreeByThree, weights), kappaOf(transposed, weights));
    expectSame(kappaOf(kThreeByThree, weights), kappaOf(reversed, weights));
    expectSame(kappaOf({{20, 5}, {10, 15}}, weights), kappaOf({{20, 5}, {10, 15}}));
  }
  const Table shuffled{{20, 7, 3}, {5, 44, 1}, {5, 9, 6}};
  expectSame(kappaOf(kThreeByThree), kappaOf(shuffled));
  EXPECT_GT(std::abs(kappaOf(kThreeByThree, KappaWeights::linear).kappa -
                     kappaOf(shuffled, KappaWeights::linear).kappa),
            0.01);
}

TEST(Kappa, HalvesItsErrorsWithFourTimesThePatients) {
  Table fourfold = kThreeByThree;
  for (auto& row : fourfold) {
    for (int& count : row)
      count *= 4;
  }
  const Kappa one = kappaOf(kThreeByThree, KappaWeights::quadratic);
  const Kappa four = kappaOf(fourfold, KappaWeights::quadratic);
  EXPECT_NEAR(four.kappa, one.kappa, 1e-14);
  EXPECT_NEAR(four.stdError, one.stdError / 2, 1e-14);
  EXPECT_NEAR(four.stdErrorNull, one.stdErrorNull / 2, 1e-14);
}

}  // namespace
}  // namespace riskset
