#include "core/design/simon_two_stage.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

void expectDesign(const TwoStageDesign& found, int r1, int n1, int r, int n, double expectedSize,
                  double stopProbability) {
  EXPECT_EQ(found.r1, r1);
  EXPECT_EQ(found.n1, n1);
  EXPECT_EQ(found.r, r);
  EXPECT_EQ(found.n, n);
  EXPECT_NEAR(found.expectedSize, expectedSize, 0.05);         // printed with one digit
  EXPECT_NEAR(found.stopProbability, stopProbability, 0.005);  // and with two
}

// Simon (1989), table 1 (p1 - p0 = 0.20), alpha 0.05 and beta 0.20.
TEST(SimonTwoStage, GivesTheDesignsOfSimonsTable) {
  const auto rare = *simonTwoStage(0.05, 0.25, 0.05, 0.8, 500);
  expectDesign(rare.optimal, 0, 9, 2, 17, 12.0, 0.63);
  expectDesign(rare.minimax, 0, 12, 2, 16, 13.8, 0.54);
  const auto tenth = *simonTwoStage(0.1, 0.3, 0.05, 0.8, 500);
  expectDesign(tenth.optimal, 1, 10, 5, 29, 15.0, 0.74);
  expectDesign(tenth.minimax, 1, 15, 5, 25, 19.5, 0.55);
  const auto fifth = *simonTwoStage(0.2, 0.4, 0.05, 0.8, 500);
  expectDesign(fifth.optimal, 3, 13, 12, 43, 20.6, 0.75);
  expectDesign(fifth.minimax, 4, 18, 10, 33, 22.3, 0.72);
  EXPECT_TRUE(rare.exhaustive && tenth.exhaustive && fifth.exhaustive);
}

TEST(SimonTwoStage, KeepsWhatItIsAskedToKeep) {
  for (const double p0 : {0.05, 0.3, 0.6, 0.8}) {
    const auto found = simonTwoStage(p0, p0 + 0.15, 0.05, 0.9, 300);
    ASSERT_TRUE(found);
    for (const auto& design : {found->optimal, found->minimax}) {
      EXPECT_LE(design.alpha, 0.05);
      EXPECT_GE(design.power, 0.9);
      EXPECT_LT(design.r1, design.r);
      EXPECT_LT(design.n1, design.n);
    }
    EXPECT_LE(found->optimal.expectedSize, found->minimax.expectedSize);
    EXPECT_LE(found->minimax.n, found->optimal.n);
  }
}

// An end of the search at which a larger trial might still be better is said.
TEST(SimonTwoStage, SaysWhenLargerTrialsWereNotLookedAt) {
  const auto cut = simonTwoStage(0.2, 0.4, 0.05, 0.8, 33);
  ASSERT_TRUE(cut);
  EXPECT_FALSE(cut->exhaustive);
  EXPECT_EQ(cut->minimax.n, 33);
  EXPECT_FALSE(simonTwoStage(0.2, 0.4, 0.05, 0.8, 32));
}

}  // namespace
}  // namespace riskset
