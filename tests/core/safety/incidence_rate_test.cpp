#include "core/safety/incidence_rate.h"

#include <gtest/gtest.h>

#include <cmath>

namespace riskset {
namespace {

// Without events P(X = 0) = exp(-upper T) is 2.5 %: upper T = log 40.
TEST(IncidenceRate, MatchesHandCalculationWithoutEvents) {
  const auto none = incidenceRate(0, 50, 0.95);
  EXPECT_EQ(none.rate, 0);
  EXPECT_EQ(none.lower, 0);
  EXPECT_NEAR(none.upper, std::log(40) / 50, 1e-14);
}

TEST(IncidenceRate, ScalesWithTheUnitOfTime) {
  const auto months = incidenceRate(7, 120, 0.9), years = incidenceRate(7, 10, 0.9);
  EXPECT_NEAR(months.lower * 12, years.lower, 1e-12);
  EXPECT_NEAR(months.upper * 12, years.upper, 1e-12);
}

TEST(IncidenceRatio, MirrorsWithTheArms) {
  const auto a = incidenceRate(3, 40, 0.95), b = incidenceRate(9, 55, 0.95);
  const auto ratio = *incidenceRatio(a, b, 0.95), mirrored = *incidenceRatio(b, a, 0.95);
  EXPECT_NEAR(*ratio.value * *mirrored.value, 1, 1e-12);
  EXPECT_NEAR(*ratio.lower * *mirrored.upper, 1, 1e-12);
  EXPECT_NEAR(ratio.p, mirrored.p, 1e-12);
}

TEST(IncidenceRatio, IsUnboundedOverNoEvents) {
  const auto none = incidenceRate(0, 40, 0.95), some = incidenceRate(4, 40, 0.95);
  const auto over = *incidenceRatio(some, none, 0.95);
  EXPECT_FALSE(over.value || over.upper);
  EXPECT_GT(*over.lower, 0);
  EXPECT_EQ(*incidenceRatio(none, some, 0.95)->value, 0);
  EXPECT_FALSE(incidenceRatio(none, none, 0.95));
}

}  // namespace
}  // namespace riskset
