#include "core/response/best_response.h"

#include <gtest/gtest.h>

#include <limits>

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

// By hand. Stable disease: exactly as long as asked, shorter with and without an event, longer and
// censored, and without a time; beside them PR, PD and NE, whose times say nothing.
TEST(ClinicalBenefit, NeedsStableDiseaseThatLasted) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const Responses responses{SD, SD, SD, SD, SD, PR, PD, NE};
  const Benefit benefit =
      clinicalBenefit(responses, {24, 23.9, 23.9, 30, none, 1, 99, none},
                      {true, true, false, false, std::nullopt, true, true, std::nullopt}, 24);
  EXPECT_EQ(benefit, (Benefit{true, false, std::nullopt, true, std::nullopt, true, false, false}));

  const Factor one{"", {"all"}, std::vector<int>(responses.size(), 0)};
  const auto sets = bestResponse(responses, one, 0.95, benefit).sets;
  EXPECT_EQ(sets.all.groups[0].cbr->events, 3);
  EXPECT_EQ(sets.all.groups[0].cbr->n, 8);
  EXPECT_EQ(sets.all.groups[0].benefitUnknown, 2);
  EXPECT_EQ(sets.evaluable.groups[0].cbr->events, 3);
  EXPECT_EQ(sets.evaluable.groups[0].cbr->n, 5) << "7 evaluable, of 2 nobody knows";
  EXPECT_EQ(sets.evaluable.groups[0].dcr->n, 7);
  EXPECT_FALSE(bestResponse(responses, one, 0.95).sets.all.groups[0].cbr);
}

// ORR <= CBR <= DCR, with equality at the two ends.
TEST(ClinicalBenefit, LiesBetweenObjectiveResponseAndDiseaseControl) {
  const std::vector<double> times{9, 9, 1, 9, 9, 9, 9, 9};
  const std::vector<std::optional<bool>> events(8, true);
  const auto group = [&](double duration) {
    const auto benefit = clinicalBenefit(kResponses, times, events, duration);
    return bestResponse(kResponses, kArms, 0.95, benefit).sets.all.groups[1];
  };
  EXPECT_EQ(group(0).cbr->events, group(0).dcr->events);
  EXPECT_EQ(group(2).cbr->events, group(2).orr->events);
}

}  // namespace
}  // namespace riskset
