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
  EXPECT_EQ(check("44", "1018", "4.2").verdict, lastDigit);
  EXPECT_EQ(check("44", "1018", "3.4").verdict, inconsistent);
  EXPECT_EQ(check("2", "34", "6.0").verdict, impossible) << "no count at all gives it";
  EXPECT_EQ(check("2", "34", "5.8").verdict, truncated);
  EXPECT_EQ(check("50", "49", "102.0").verdict, impossible);
  EXPECT_EQ(check("15", "49", "0.306").reproducedBy, std::vector{ClaimMethod::countAsFraction});
}

// By hand: 7/35 = 20.00, 7/32 = 21.875; 13/49 = 26.53, 13/47 = 27.66; 12/34 = 35.29, 12/33 = 36.36;
// 44/1018 = 4.32, 44/1011 = 4.352.
TEST(Percentages, OfACountMayBeOfASmallerGroup) {
  const auto found = check("7", "35", "21.9");
  EXPECT_EQ(found.verdict, otherTabulation);
  ASSERT_EQ(found.recomputed.percentages[0].evaluable.size(), 1u);
  EXPECT_EQ(found.recomputed.percentages[0].evaluable[0].n, 32);
  EXPECT_EQ(found.sentence, "7 of 35 is 20.00%; 21.9% is 7 of 32, if so many were evaluable.");
  EXPECT_EQ(check("13", "49", "27.7").recomputed.percentages[0].evaluable[0].n, 47);
  EXPECT_EQ(check("12", "34", "36.4").recomputed.percentages[0].evaluable[0].n, 33);
  EXPECT_EQ(check("44", "1018", "4.4").recomputed.percentages[0].evaluable[0].n, 1011);
  EXPECT_EQ(check("1", "241", "0.46").recomputed.percentages[0].evaluable[0].n, 219)
      << "no fraction: 1/219 = 0.457%";
  EXPECT_EQ(check("13", "49", "32.5").verdict, impossible) << "13 of 40 is far from 49";
  EXPECT_EQ(check("13", "49", "25.0").verdict, impossible) << "13 of 52 is of more, not fewer";
}

// 80/150 = 53.33, 80/151 = 52.98, 81/151 = 53.64: KEYNOTE-024 treated 150 of 151.
TEST(Percentages, OfAnAssumedSizeAreNotSaidToBeImpossible) {
  const auto ofAll = percentClaim(nullptr, "151", "53.3");
  EXPECT_EQ(checkClaim(ofAll)->verdict, impossible) << "the paper says: of 151";
  EXPECT_EQ(checkClaim(ofAll)->sentence,
            "No count of 151 patients gives 53.3%: 80 of 151 is 52.98%. It would be 80 of 150, if "
            "so many patients were evaluable.");
  const auto assumed = *checkClaim(withAssumedN(ofAll));
  EXPECT_EQ(assumed.verdict, cannotCheck);
  EXPECT_EQ(assumed.sentence,
            "No count of 151 patients gives 53.3%; 80 of 150 would, if so many were evaluable.");
  // No count of 28 to 34 patients gives 6.0% or 38.3%: whose size they are of makes no difference.
  for (const char* percent : {"6.0", "38.3"})
    EXPECT_EQ(checkClaim(withAssumedN(percentClaim(nullptr, "34", percent)))->verdict, impossible);
  EXPECT_EQ(checkClaim(withAssumedN(percentClaim(nullptr, "49", "30.6")))->verdict, consistent);
  EXPECT_EQ(checkClaim(withAssumedN(percentClaim("13", "49", "27.7")))->verdict, otherTabulation);
}

// Without the count a printed n is left only by 3 % or 3 patients: 11/35 = 31.43, 10/32 = 31.25,
// 11/36 = 30.56; 10/30 = 33.33.
TEST(Percentages, OfAPrintedSizeAreHardlyOfAnother) {
  const auto evaluable = [](const char* percent) {
    return check(nullptr, "35", percent).recomputed.percentages[0].evaluable;
  };
  ASSERT_EQ(evaluable("31.3").size(), 1u);
  EXPECT_EQ(evaluable("31.3")[0].n, 32);
  EXPECT_TRUE(evaluable("33.3").size() == 1 && evaluable("33.3")[0].n == 33);
  EXPECT_TRUE(evaluable("32.3").empty()) << "10 of 31 are four fewer";
}

// Clopper and Pearson's interval of 13 of 47 is 15.6 to 42.6, of 80 of 150 it is 45.0 to 61.5.
TEST(Percentages, HaveTheIntervalOfTheirOwnSize) {
  Claim counted = limitsClaim(ClaimKind::proportionWithInterval, nullptr, "15.6", "42.6");
  counted.count = print("13");
  counted.n = print("49");
  counted.percent = print("27.7");
  EXPECT_EQ(checkClaim(counted)->verdict, otherTabulation);
  counted.upper = print("52.6");
  EXPECT_EQ(checkClaim(counted)->verdict, inconsistent);

  Claim assumed = limitsClaim(ClaimKind::proportionWithInterval, nullptr, "45.0", "61.5");
  assumed.n = print("151");
  assumed.percent = print("53.3");
  EXPECT_EQ(checkClaim(assumed)->verdict, impossible);
  EXPECT_EQ(checkClaim(withAssumedN(assumed))->verdict, otherTabulation);
  assumed.upper = print("70.5");
  const auto open = *checkClaim(withAssumedN(assumed));
  EXPECT_EQ(open.verdict, cannotCheck);
  EXPECT_TRUE(open.sentence.ends_with("if so many were evaluable.")) << open.sentence;
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
