#include "core/base/dates.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

TEST(Dates, CountsDaysSince1970) {
  EXPECT_EQ(dayNamed("1970-01-01"), 0);
  EXPECT_EQ(dayNamed("1969-12-31"), -1);
  EXPECT_EQ(dayNamed("2000-03-01"), 11017);
  EXPECT_EQ(dayNamed("2024-02-29"), *dayNamed("2024-02-28") + 1);
}

TEST(Dates, TakesNoOtherTextForADay) {
  for (const auto* text : {"", "2024-6-30", "2024/06/30", "30.06.2024", "2024-06-31", "2023-02-29",
                           "2024-13-01", "2024-00-10", "2024-06-30 ", "20240630"}) {
    EXPECT_FALSE(dayNamed(text)) << text;
  }
}

}  // namespace
}  // namespace riskset
