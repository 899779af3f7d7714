#include "core/base/text.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

TEST(ShortestText, ReadsBackAsTheSameNumber) {
  for (const double value : {0.0, 1.0, -2.5, 0.1 + 0.2, 1e300, 1.0 / 3}) {
    EXPECT_EQ(numberIn(shortestText(value)), value);
  }
  EXPECT_EQ(shortestText(1), "1");
  EXPECT_EQ(shortestText(0.5), "0.5");
}

TEST(NumberIn, AcceptsNumbersOnly) {
  EXPECT_EQ(numberIn(" 12.5 "), 12.5);
  for (const char* text : {"", "12a", "nan", "inf", "0x10", "1,5", "1 2"}) {
    EXPECT_FALSE(numberIn(text)) << text;
  }
}

}  // namespace
}  // namespace riskset
