#include "core/survival/landmark.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

TEST(Landmark, KeepsThoseAtRiskAtIt) {
  const SurvivalData data{{1, 2, 3, 3, 5, 8}, {1, 0, 1, 0, 1, 0}, {0, 0, 0, 0, 3, 2}, {}, {}};
  const LandmarkSelection found = atLandmark(data, 3);
  EXPECT_EQ(found.eventsBefore, 1);
  EXPECT_EQ(found.censoredBefore, 1);
  EXPECT_EQ(found.enteredAfter, 1) << "who enters at 3 is not yet at risk at 3";
  EXPECT_EQ(found.data.time, (std::vector<double>{0, 0, 5}));
  EXPECT_EQ(found.data.event, (std::vector<std::uint8_t>{1, 0, 0}));
  EXPECT_TRUE(found.data.entry.empty());
}

TEST(Landmark, TakesATimeThatDiffersByRoundingNoiseAsEqual) {
  const LandmarkSelection found = atLandmark({{0.3, 0.7}, {1, 0}, {}, {}, {}}, 0.1 + 0.2);
  EXPECT_EQ(found.eventsBefore, 0);
  EXPECT_EQ(found.data.time.front(), 0);
}

TEST(Landmark, AtZeroChangesNothing) {
  const SurvivalData data{{0, 2}, {1, 0}, {}, {}, {}};
  EXPECT_EQ(atLandmark(data, 0).data.time, data.time);
}

}  // namespace
}  // namespace riskset
