#include "core/claims/percentages.h"

#include <gtest/gtest.h>

#include "tests/core/claims/claims.h"

namespace riskset {
namespace {

using enum ClaimVerdict;

ClaimCheck check(const char* count, const char* n, const char* percent) {
  return *checkClaim(percentClaim(count, n, percent));
}

// The abstract of doi 10.3389/fimmu.2025.1697712, by hand: 15/49 = 30.61, 2/34 = 5.88,
// 41/49 = 83.67, 13/34 = 38.24.
TEST(Percentages, OfTheModelStudy) {
  EXPECT_EQ(check(nullptr, "49", "30.6").verdict, consistent);
  EXPECT_EQ(check(nullptr, "49", "83.7").verdict, consistent);
  for (const auto& [percent, nearest] : {std::pair{"6.0", 2}, {"38.3", 13}}) {
    const auto found = check(nullptr, "34", percent);
    EXPECT_EQ(found.verdict, impossible);
    const PercentCheck& percentage = found.recomputed.percentages[0];
    EXPECT_EQ(percentage.nearest->count, nearest);
    EXPECT_EQ(percentage.possible, 0);
    EXPECT_TRUE(percentage.counts.empty());
  }
  EXPECT_EQ(check(nullptr, "34", "6.0").sentence,
            "No count of 34 patients gives 6.0%: 2 of 34 is 5.88%.");
  EXPECT_EQ(check(nullptr, "34", "38.2").sentence, "38.2% is 13 of 34.");
}

TEST(Percentages, SayWhichCountsTheyMayBe) {
  const auto found = check(nullptr, "2000", "45");
  EXPECT_EQ(found.verdict, consistent);
  EXPECT_EQ(found.recomputed.percentages[0].counts.front(), 890);
  EXPECT_EQ(found.recomputed.percentages[0].possible, 21);
  EXPECT_EQ(found.sentence, "45% of 2000 may be any of 21 counts, 890 to 910.");
}

TEST(Percentages, OfAPrintedCount) {
  EXPECT_EQ(check("44", "1018", "4.3%").verdict, consistent);
  EXPECT_EQ(check("44", "1018", "4.4").verdict, lastDigit);
  EXPECT_EQ(check("44", "1018", "3.4").verdict, inconsistent);
  EXPECT_EQ(check("2", "34", "6.0").verdict, impossible) << "no count at all gives it";
  EXPECT_EQ(check("2", "34", "5.8").verdict, truncated);
  EXPECT_EQ(check("50", "49", "102.0").verdict, impossible);
  EXPECT_EQ(check("15", "49", "0.306").reproducedBy, std::vector{ClaimMethod::countAsFraction});
}

TEST(Percentages, NameTheSmallerGroupThatWouldGiveThem) {
  const auto found = check("7", "35", "21.9");
  EXPECT_EQ(found.verdict, impossible);
  ASSERT_EQ(found.recomputed.percentages[0].evaluable.size(), 1u);
  EXPECT_EQ(found.recomputed.percentages[0].evaluable[0].n, 32);
  EXPECT_TRUE(found.sentence.ends_with("It would be 7 of 32, if so many patients were evaluable."));
}

// Every count of up to 60 patients with up to three decimals, rounded by hand in whole numbers.
TEST(Percentages, AcceptEveryCountAndOnlyCounts) {
  for (int decimals = 0; decimals <= 3; ++decimals) {
    const long long unit = decimals == 0 ? 1 : decimals == 1 ? 10 : decimals == 2 ? 100 : 1000;
    for (int n = 1; n <= 60; ++n) {
      for (int k = 0; k <= n; ++k) {
        const long long scaled = (2 * 100 * unit * k + n) / (2 * n);  // half up
        PrintedNumber print;
        print.value = static_cast<double>(scaled) / static_cast<double>(unit);
        print.unit = 1 / static_cast<double>(unit);
        print.decimals = decimals;
        const auto range = countsThatPrint(print, n);
        ASSERT_TRUE(range && range->first <= k && k <= range->last) << k << " of " << n;
        for (int other = 0; other <= n; ++other) {
          const long long away = std::abs(100 * unit * other - scaled * n);
          const bool rounds = 2 * away <= n;
          EXPECT_EQ(range->first <= other && other <= range->last, rounds);
        }
      }
    }
  }
}

}  // namespace
}  // namespace riskset
