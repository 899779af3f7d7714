#include "core/claims/printed_number.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

using Relation = PrintedNumber::Relation;

struct Print {
  const char* text;
  double value;
  int decimals;
  Relation relation = Relation::equal;
};

TEST(PrintedNumber, ReadsWhatPapersPrint) {
  const Print prints[]{{"0.049", 0.049, 3},
                       {".049", 0.049, 3},
                       {"1.20", 1.2, 2},
                       {"0,049", 0.049, 3},
                       {"0\u00b7049", 0.049, 3},
                       {"P<0.01", 0.01, 2, Relation::below},
                       {"p = .049", 0.049, 3},
                       {"P-value: 0.03", 0.03, 2},
                       {"\u22640.05", 0.05, 2, Relation::below},
                       {">0.99", 0.99, 2, Relation::above},
                       {"\uff30\uff1c\uff10\uff0e\uff10\uff15", 0.05, 2, Relation::below},
                       {"NS", 0.05, 2, Relation::above},
                       {"30.6%", 30.6, 1},
                       {"(30.6 %)*", 30.6, 1},
                       {"0.028\u2020", 0.028, 3},
                       {"0.028a", 0.028, 3},
                       {"0.028\u00b9", 0.028, 3},
                       {"\u22121.5", -1.5, 1},
                       {"1.2e-5", 1.2e-5, 6},
                       {"1.2 \u00d7 10\u207b\u2075", 1.2e-5, 6},
                       {"3x10^-4", 3e-4, 4},
                       {"1,234.5", 1234.5, 1},
                       {"1 018", 1018, 0},
                       {"250.103", 250.103, 3}};
  for (const auto& print : prints) {
    const auto number = readNumber(print.text, "p");
    ASSERT_TRUE(number) << print.text;
    EXPECT_DOUBLE_EQ(number->value, print.value) << print.text;
    EXPECT_EQ(number->decimals, print.decimals) << print.text;
    EXPECT_EQ(number->relation, print.relation) << print.text;
  }
}

TEST(PrintedNumber, StandsForAllThatRoundsToIt) {
  const auto number = *readNumber("0.50", "p");
  EXPECT_TRUE(number.gives(0.495) && number.gives(0.505)) << "half up, down or to even";
  EXPECT_FALSE(number.gives(0.4949) || number.gives(0.5051));
  EXPECT_TRUE(number.isCutOffFrom(0.509));
  EXPECT_FALSE(number.isCutOffFrom(0.504)) << "which is rounded";
  EXPECT_FALSE(number.isCutOffFrom(0.511));
  EXPECT_FALSE(readNumber("0.5", "p")->gives(0.56) || number.gives(0.46));
}

TEST(PrintedNumber, RefusesWhatIsNone) {
  const std::string digits(40, '7'), megabyte(1'000'000, '1');
  for (const std::string& text :
       {std::string(), std::string("abc"), std::string("1.2.3"), std::string("-"),
        std::string("--1"), std::string("0.0.5"), std::string("12 34"), std::string("1e999"),
        std::string("e5"), std::string("x10^5"), std::string("%"), std::string("<"), digits,
        "0." + digits, megabyte, std::string("\xff\xfe\x00", 3)}) {
    const auto number = readNumber(text, "p");
    ASSERT_FALSE(number) << text.substr(0, 60);
    EXPECT_EQ(number.problem().code, ProblemCode::valueNotAllowed);
    EXPECT_TRUE(number.problem().detail.starts_with("p is \u201c"));
    EXPECT_LT(number.problem().detail.size(), 120u);
  }
}

TEST(PrintedNumber, CountsAreWhole) {
  EXPECT_EQ(*readCount("1,018", "n"), 1018);
  EXPECT_EQ(*readCount("n = 49", "n"), 49);
  EXPECT_EQ(*readNumber("1,018", "value")->text.c_str(), '1');
  EXPECT_DOUBLE_EQ(readNumber("1,018", "value")->value, 1.018) << "a decimal comma";
  for (const char* text : {"12.5", "-3", "<5", "30%", "1e12"})
    EXPECT_FALSE(readCount(text, "n")) << text;
}

TEST(PrintedNumber, KnowsWhatWasNotReached) {
  for (const char* text : {"NR", "n.a.", "not reached", "\u2013", "\u221e", "NE*"})
    EXPECT_TRUE(isNotReached(text)) << text;
  for (const char* text : {"12.5", "", "N"})
    EXPECT_FALSE(isNotReached(text)) << text;
}

}  // namespace
}  // namespace riskset
