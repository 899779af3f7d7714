#include "core/response/best_response.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

constexpr auto CR = ResponseCategory::CR, PR = ResponseCategory::PR, SD = ResponseCategory::SD,
               PD = ResponseCategory::PD, NE = ResponseCategory::NE;

const Responses kResponses{CR, PR, SD, PD, NE, std::nullopt, PR, PD};
const Factor kArms{"arm", {"control", "new"}, {1, 1, 1, 1, 1, 1, 0, 0}};

TEST(BestResponse, CountsNotEvaluableAndMissingAsNoResponseAmongAllTreated) {
  const ResponseSet all = bestResponse(kResponses, kArms, 0.95).sets.all;
  EXPECT_EQ(all.groups[1].n, 6);
  EXPECT_EQ(all.groups[1].counts.missing, 1);
  EXPECT_EQ(all.groups[1].orr->events, 2);
  EXPECT_EQ(all.groups[1].orr->n, 6);
  EXPECT_EQ(all.groups[1].dcr->events, 3);
}

TEST(BestResponse, LeavesThemOutAmongTheEvaluable) {
  const ResponseSet evaluable = bestResponse(kResponses, kArms, 0.95).sets.evaluable;
  EXPECT_EQ(evaluable.groups[1].n, 4);
  EXPECT_EQ(evaluable.groups[1].orr->n, 4);
  EXPECT_EQ(evaluable.groups[1].counts.NE, 0);
}

TEST(BestResponse, ComparesEachArmWithTheFirst) {
  const auto comparisons = bestResponse(kResponses, kArms, 0.95).sets.all.comparisons;
  ASSERT_TRUE(comparisons);
  EXPECT_EQ(comparisons->orr->a, "new");
  EXPECT_EQ(comparisons->orr->b, "control");
  EXPECT_NEAR(comparisons->orr->difference.value, 2.0 / 6 - 1.0 / 2, 1e-15);
}

TEST(BestResponse, HasNoComparisonOfOneArm) {
  const Factor one{"", {"all"}, std::vector<int>(kResponses.size(), 0)};
  EXPECT_FALSE(bestResponse(kResponses, one, 0.95).sets.all.comparisons);
}

}  // namespace
}  // namespace riskset
