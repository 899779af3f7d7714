#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/claims/claims.h"

namespace riskset {
namespace {

using enum ClaimVerdict;

Claim ratioOf(const char* value, const char* lower, const char* upper, const char* p,
              ClaimMeasure measure = ClaimMeasure::HR, const char* test = nullptr) {
  Claim claim = limitsClaim(ClaimKind::ratioWithInterval, value, lower, upper, p);
  claim.measure = measure;
  if (test) claim.test = test;
  return claim;
}

ClaimVerdict verdictOf(const Claim& claim) {
  return checkClaim(claim)->verdict;
}

// By hand: exp(-+ 1.96 x 0.25) around 0.60 is 0.3676 to 0.9794; z = log(0.6) / 0.25 = -2.043,
// p = 0.0410.
TEST(RatioWithInterval, HasWaldsP) {
  const auto found = *checkClaim(ratioOf("0.60", "0.37", "0.98", "0.041"));
  EXPECT_EQ(found.verdict, consistent);
  EXPECT_TRUE(found.recomputed.ratio->symmetric);
  EXPECT_EQ(found.recomputed.ratio->excludesOne, true);
  EXPECT_NEAR(found.recomputed.ratio->z, std::log(0.6) / (std::log(0.98 / 0.37) / 3.919928), 1e-6);
  EXPECT_EQ(verdictOf(ratioOf("0.60", "0.37", "0.98", "0.41")), decisionError);
  EXPECT_EQ(verdictOf(ratioOf("0.60", "0.37", "0.98", "0.0001")), inconsistent);
  EXPECT_EQ(verdictOf(ratioOf("0.600", "0.368", "0.979", "0.0205")), oneSided);
}

TEST(RatioWithInterval, LeavesOpenWhatAnotherTestMayGive) {
  EXPECT_EQ(verdictOf(ratioOf("0.52", "0.26", "1.00", "0.045")), cannotCheck);
  EXPECT_EQ(verdictOf(ratioOf("0.52", "0.26", "1.00", "0.045", ClaimMeasure::HR, "log-rank")),
            otherTest);
}

TEST(RatioWithInterval, LiesInTheMiddleOfItsLimits) {
  EXPECT_EQ(verdictOf(ratioOf("0.60", "0.37", "0.89", "0.041")), inconsistent);
  EXPECT_EQ(verdictOf(ratioOf("1.60", "0.37", "0.98", "0.041")), impossible);
  EXPECT_EQ(verdictOf(ratioOf("0.60", "0.98", "0.37", nullptr)), impossible);
  EXPECT_EQ(verdictOf(ratioOf("-0.60", "0.37", "0.98", nullptr)), impossible);
  EXPECT_EQ(verdictOf(ratioOf("0.60", "0.37", "NR", "0.04")), cannotCheck);
  EXPECT_EQ(verdictOf(ratioOf("0.60", "0.37", "0.98", nullptr)), consistent);
  // R: exp(confint(glm)) of 3/20 against 9/20 is 0.2157 (0.0415 to 0.9003): from the likelihood.
  EXPECT_EQ(verdictOf(ratioOf("0.216", "0.042", "0.900", nullptr, ClaimMeasure::OR)), cannotCheck);
  EXPECT_EQ(verdictOf(ratioOf("0.216", "0.042", "0.900", nullptr)), inconsistent);
}

TEST(RatioWithInterval, TakesALimitOfNothing) {
  const auto found = *checkClaim(ratioOf("0.02", "0.00", "1.30", "0.06"));
  EXPECT_TRUE(std::isfinite(found.recomputed.ratio->p));
  EXPECT_EQ(found.verdict, consistent);
}

TEST(ProportionWithInterval, NamesTheIntervals) {
  Claim claim = limitsClaim(ClaimKind::proportionWithInterval, nullptr, "9.28", "39.97");
  claim.n = print("32");
  claim.percent = print("21.9");
  const auto found = *checkClaim(claim);
  EXPECT_EQ(found.verdict, consistent);
  EXPECT_EQ(found.reproducedBy, std::vector{ClaimMethod::clopperPearson});
  EXPECT_EQ(found.recomputed.intervals.size(), 8u);
  claim.upper = print("38.97");
  EXPECT_EQ(verdictOf(claim), inconsistent);
  claim.upper = print("39.98");
  EXPECT_EQ(verdictOf(claim), lastDigit);
  claim.percent = print("22.2");
  EXPECT_EQ(verdictOf(claim), impossible);
}

// Wald's interval of 2 of 34 begins at -2.0 %: printed so, or as 0. Fractions are percent too.
TEST(ProportionWithInterval, KnowsLimitsThatWereCut) {
  for (const auto& [lower, upper] : {std::pair{"-2.0", "13.8"}, {"0", "13.8"}}) {
    Claim claim = limitsClaim(ClaimKind::proportionWithInterval, nullptr, lower, upper);
    claim.count = print("2");
    claim.n = print("34");
    EXPECT_EQ(checkClaim(claim)->reproducedBy, std::vector{ClaimMethod::wald}) << lower;
  }
  Claim fraction = limitsClaim(ClaimKind::proportionWithInterval, nullptr, "0.093", "0.400");
  fraction.n = print("32");
  fraction.percent = print("0.219");
  EXPECT_EQ(verdictOf(fraction), consistent);
}

TEST(MedianWithInterval, LiesInIt) {
  const auto verdict = [](const char* value, const char* lower, const char* upper) {
    return verdictOf(limitsClaim(ClaimKind::medianWithInterval, value, lower, upper));
  };
  EXPECT_EQ(verdict("9.0", "3.0", "15.0"), consistent);
  EXPECT_EQ(verdict("9.0", "9.2", "15.0"), impossible);
  EXPECT_EQ(verdict("9", "9.4", "15.0"), consistent) << "9.4 may be printed as 9";
  EXPECT_EQ(verdict("15.5", "3.0", "15.0"), impossible);
  EXPECT_EQ(verdict("NR", "8.0", "NR"), consistent);
  EXPECT_EQ(verdict("NR", "8.0", "15.0"), inconsistent);
  EXPECT_EQ(verdict("3.0", "-0.5", "6.5"), consistent) << "as SPSS prints it";
  EXPECT_EQ(verdict("3.0", "-0.5", "9.5"), inconsistent);
  EXPECT_FALSE(checkClaim(limitsClaim(ClaimKind::medianWithInterval, "x", "1", "2")));
}

// 23/32 against 39/61: 0.17071, with the variance of one arm 0.1766 and 0.1654.
TEST(StandardizedDifference, FollowsFromCounts) {
  const auto verdict = [](const char* value) {
    Claim claim = armsClaim(arm({"23"}, "32"), arm({"39"}, "61"), nullptr);
    claim.kind = ClaimKind::standardizedDifference;
    claim.value = print(value);
    return verdictOf(claim);
  };
  EXPECT_EQ(verdict("0.171"), consistent);
  EXPECT_EQ(verdict("-0.171"), consistent);
  EXPECT_EQ(verdict("17.1"), consistent) << "in percent";
  EXPECT_EQ(verdict("0.177"), otherTest);
  EXPECT_EQ(verdict("0.170"), truncated);
  EXPECT_EQ(verdict("0.172"), lastDigit);
  EXPECT_EQ(verdict("0.271"), inconsistent);
}

// P(chi-square of 1 df > 3.841) = 0.05; P(|Z| > 1.96) = 0.05; P(|T| of 10 df > 2.228) = 0.05.
TEST(TestStatistic, HasItsP) {
  const auto verdict = [](const char* statistic, const char* df, const char* p, const char* test) {
    Claim claim;
    claim.kind = ClaimKind::testStatistic;
    claim.statistic = print(statistic);
    claim.df = print(df);
    claim.p = print(p);
    if (test) claim.test = test;
    return verdictOf(claim);
  };
  EXPECT_EQ(verdict("3.84", "1", "0.050", nullptr), consistent);
  EXPECT_EQ(verdict("1.96", nullptr, "0.05", "z"), consistent);
  EXPECT_EQ(verdict("-2.228", "10", "0.05", "t test"), consistent);
  EXPECT_EQ(verdict("11.219", "1", "0.0008", nullptr), consistent);
  EXPECT_EQ(verdict("6.63", "1", "0.10", nullptr), decisionError);
  EXPECT_EQ(verdict("6.63", "2", "0.010", nullptr), inconsistent);
  EXPECT_EQ(verdict("3.84", "1", "0.025", nullptr), oneSided);
  EXPECT_EQ(verdict("3.84", "1", nullptr, nullptr), cannotCheck);
  EXPECT_EQ(verdict("-3.84", "1", "0.05", nullptr), impossible);
}

TEST(PValue, LiesBetweenNothingAndOne) {
  const auto check = [](const char* p) {
    Claim claim;
    claim.kind = ClaimKind::pValue;
    claim.p = print(p);
    return *checkClaim(claim);
  };
  EXPECT_EQ(check("0.03").verdict, consistent);
  EXPECT_EQ(check("1.00").verdict, consistent);
  EXPECT_EQ(check("1.02").verdict, impossible);
  EXPECT_EQ(check("-0.02").verdict, impossible);
  EXPECT_EQ(check("0").verdict, impossible);
  const auto zero = check("0.000");
  EXPECT_EQ(zero.verdict, consistent);
  EXPECT_TRUE(zero.sentence.starts_with("A p value is never 0")) << zero.sentence;
}

// 100 events: the standard error of the log ratio is at least 0.2.
TEST(EventsAndRatio, BoundTheInterval) {
  const auto check = [](const char* value, const char* lower, const char* upper, const char* p) {
    Claim claim = limitsClaim(ClaimKind::eventsAndRatio, value, lower, upper, p);
    claim.events = print("100");
    return *checkClaim(claim);
  };
  const auto sound = check("0.60", "0.40", "0.90", "0.013");
  EXPECT_EQ(sound.verdict, consistent);
  EXPECT_DOUBLE_EQ(sound.recomputed.events->leastStdError, 0.2);
  EXPECT_NE(sound.sentence.find("approximation"), std::string::npos);
  EXPECT_EQ(check("0.60", "0.50", "0.72", "<0.001").verdict, inconsistent) << "error 0.09";
  EXPECT_EQ(check("0.60", nullptr, nullptr, "0.011").verdict, consistent);
  EXPECT_EQ(check("0.60", nullptr, nullptr, "0.0001").verdict, inconsistent);
}

TEST(TwoMedians, GiveAHintAtMost) {
  Claim claim;
  claim.kind = ClaimKind::twoMedians;
  claim.arms.resize(2);
  claim.arms[0].value = print("12.4");
  claim.arms[1].value = print("5.33");
  claim.p = print("P<0.01");
  EXPECT_EQ(verdictOf(claim), cannotCheck);
  claim.arms[0].events = print("30");
  claim.arms[1].events = print("30");
  const auto found = *checkClaim(claim);
  EXPECT_EQ(found.verdict, cannotCheck);
  EXPECT_NEAR(found.recomputed.medians->hazardRatio, 5.33 / 12.4, 1e-12);
  EXPECT_NEAR(*found.recomputed.medians->p, std::erfc(3.2702 / std::sqrt(2)), 1e-4);
}

TEST(Claims, WantTheirFields) {
  for (const ClaimKind kind :
       {ClaimKind::percentOfN, ClaimKind::twoArmCounts, ClaimKind::ratioWithInterval,
        ClaimKind::proportionWithInterval, ClaimKind::medianWithInterval,
        ClaimKind::standardizedDifference, ClaimKind::testStatistic, ClaimKind::pValue,
        ClaimKind::eventsAndRatio, ClaimKind::twoMedians}) {
    Claim claim;
    claim.kind = kind;
    const auto found = checkClaim(claim);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.problem().code, ProblemCode::missingKey);
    EXPECT_FALSE(found.problem().detail.empty());
  }
  EXPECT_EQ(checkClaim(Claim()).problem().detail, "kind");
}

}  // namespace
}  // namespace riskset
