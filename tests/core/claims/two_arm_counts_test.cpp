#include <gtest/gtest.h>

#include "core/base/contains.h"
#include "core/claims/two_arm_tables.h"
#include "tests/core/claims/claims.h"

namespace riskset {
namespace {

using enum ClaimVerdict;

ClaimCheck check(const Claim& claim) {
  return *checkClaim(claim);
}

bool says(const ClaimCheck& check, const char* words) {
  return check.sentence.find(words) != std::string::npos;
}

// 13/49 against 12/34, by conventions.md: Pearson 0.392, Yates 0.540, Fisher 0.468.
TEST(TwoArmCounts, TheModelStudysToxicityDoesNotFollow) {
  const auto found = check(armsClaim(arm({}, "49", {"26.5"}), arm({}, "34", {"35.3"}), "0.049"));
  EXPECT_EQ(found.verdict, decisionError);
  const TableCheck& table = found.recomputed.tables[0];
  EXPECT_EQ(table.table, (std::vector<std::vector<int>>{{13, 36}, {12, 22}}));
  EXPECT_NEAR(*table.pearson, 0.39211, 1e-5);
  EXPECT_NEAR(*table.yates, 0.54018, 1e-5);
  EXPECT_NEAR(*table.fisher, 0.46828, 1e-5);
  EXPECT_TRUE(found.sentence.ends_with("on the other side of 0.05.")) << found.sentence;
}

TEST(TwoArmCounts, NameTheTestThatGivesTheirP) {
  const ClaimArm first = arm({"86"}, "110"), second = arm({"89"}, "110");
  const auto yates = check(armsClaim(first, second, "0.738"));
  EXPECT_EQ(yates.verdict, consistent);
  EXPECT_EQ(yates.reproducedBy, (std::vector{ClaimMethod::yates, ClaimMethod::fisher}));
  EXPECT_EQ(check(armsClaim(first, second, "0.616", "Fisher's exact test")).verdict, otherTest);
  EXPECT_EQ(check(armsClaim(first, second, "0.738", "chi-square test")).verdict, consistent);
  EXPECT_EQ(check(armsClaim(first, second, "0.369")).verdict, oneSided);
  EXPECT_EQ(check(armsClaim(first, second, "0.617")).verdict, lastDigit);
  EXPECT_EQ(check(armsClaim(first, second, "0.50")).verdict, inconsistent);
  EXPECT_EQ(check(armsClaim(first, second, "0.012")).verdict, decisionError);
  EXPECT_EQ(check(armsClaim(first, second, "NS")).verdict, consistent);
  EXPECT_EQ(check(armsClaim(first, second, "1.2")).verdict, impossible);
}

// 13/45 against 10/20: 0.1004 by Pearson, 0.1733 by Yates, 0.1590 by Fisher, 0.1040 by G.
TEST(TwoArmCounts, KnowDigitsCutOff) {
  EXPECT_EQ(check(armsClaim(arm({"13"}, "45"), arm({"10"}, "20"), "0.16")).verdict, consistent);
  EXPECT_EQ(check(armsClaim(arm({"13"}, "45"), arm({"10"}, "20"), "0.15")).verdict, truncated);
}

// Claim C096 of the bank and its note: with those of unknown status a third level, Fisher's p is
// 0.0167.
TEST(TwoArmCounts, TryPatientsOfNoLevel) {
  const auto found =
      check(armsClaim(arm({"8", "177"}, "243"), arm({"13", "837"}, "1196"), "0.017"));
  EXPECT_EQ(found.verdict, otherTabulation);
  const auto& tables = found.recomputed.tables;
  ASSERT_GE(tables.size(), 2u);
  EXPECT_EQ(tables[1].tabulation, ClaimTabulation::withUnknown);
  EXPECT_EQ(tables[1].table, (std::vector<std::vector<int>>{{8, 177, 58}, {13, 837, 346}}));
  EXPECT_NEAR(*tables[1].fisher, 0.0167, 5e-5);
}

// Claim C122 of the bank and its note: the first level against the rest 0.028, without the third
// 0.073 by Pearson and 0.085 by Fisher.
TEST(TwoArmCounts, TryLevelsMergedAndLeftOut) {
  const ClaimArm first = arm({"23", "11", "4"}, "38"), second = arm({"26", "4", "0"}, "30");
  EXPECT_EQ(check(armsClaim(first, second, "0.06")).verdict, decisionError);
  for (const char* p : {"0.073", "0.085", "0.028"}) {
    const auto found = check(armsClaim(first, second, p));
    EXPECT_EQ(found.verdict, otherTabulation) << p;
    EXPECT_FALSE(found.reproducedBy.empty());
  }
  const auto all = otherTabulations({{1, 2, 3, 4}, {4, 3, 2, 1}}, {0, 0});
  // without the last, four against the rest, 2 + 2 (1 + 3 and 3 + 1 are there), three pairs merged
  EXPECT_EQ(all.size(), 1u + 4 + 1 + 3);
}

TEST(TwoArmCounts, TryTheOtherArmsSizeAndThoseEvaluable) {
  const auto swapped =
      check(armsClaim(arm({"13"}, "34", {"26.5"}), arm({"12"}, "49", {"35.3"}), "0.392"));
  EXPECT_EQ(swapped.verdict, otherTabulation);
  EXPECT_EQ(swapped.recomputed.tables[0].tabulation, ClaimTabulation::swappedArms);
  // 7 of 32 and 10 of 40, printed under arms of 35 and 40: Pearson's p is 0.7561.
  const auto evaluable =
      check(armsClaim(arm({"7"}, "35", {"21.9"}), arm({"10"}, "40", {"25.0"}), "0.756"));
  EXPECT_EQ(evaluable.verdict, otherTabulation);
  EXPECT_EQ(evaluable.recomputed.tables.back().tabulation, ClaimTabulation::evaluable);
}

// 13/47 against 12/33 under arms of 49 and 34: Pearson's p is 0.4078, and 0.3921 of 13/49 and
// 12/34.
TEST(TwoArmCounts, TryFewerPatientsInBothArms) {
  const ClaimArm first = arm({"13"}, "49", {"27.7"}), second = arm({"12"}, "34", {"36.4"});
  const auto found = check(armsClaim(first, second, "0.408"));
  EXPECT_EQ(found.verdict, otherTabulation);
  EXPECT_EQ(found.recomputed.tables.back().table,
            (std::vector<std::vector<int>>{{13, 34}, {12, 21}}));
  EXPECT_TRUE(found.sentence.starts_with("p = 0.408 follows from 13 of 47 against 12 of 33 by"))
      << found.sentence;
  EXPECT_EQ(check(armsClaim(first, second, nullptr)).sentence,
            "13 of 49 is 26.53%; 27.7% is 13 of 47, if so many were evaluable. "
            "12 of 34 is 35.29%; 36.4% is 12 of 33, if so many were evaluable.");
  const auto wrong = check(armsClaim(first, second, "0.012"));
  EXPECT_EQ(wrong.verdict, decisionError);
  EXPECT_TRUE(says(wrong, "does not follow from 13 of 47 against 12 of 33: p is 0.408"))
      << wrong.sentence;
}

// 41/154 = 26.62, 80/150 = 53.33; no count of 151 patients gives 53.3%.
TEST(TwoArmCounts, OfNoCountLeaveNoTableForTheirP) {
  const ClaimArm first = arm({}, "154", {"26.6"}), second = arm({}, "151", {"53.3"});
  for (const char* p : {"0.04", "0.3", "0.0004"}) {
    const auto assumed = check(withAssumedN(armsClaim(first, second, p)));
    EXPECT_EQ(assumed.verdict, cannotCheck) << p;
    EXPECT_EQ(assumed.sentence,
              "No count of 151 patients gives 53.3%; 80 of 150 would, if so many were evaluable.");
    EXPECT_TRUE(assumed.recomputed.tables.empty());
    const auto ofAll = check(armsClaim(first, second, p));
    EXPECT_EQ(ofAll.verdict, impossible) << p;
    EXPECT_FALSE(says(ofAll, "does not follow")) << ofAll.sentence;
  }
  const auto follows = check(withAssumedN(armsClaim(first, second, "<0.001")));
  EXPECT_EQ(follows.verdict, otherTabulation);
  EXPECT_TRUE(follows.sentence.starts_with("p < 0.001 follows from 41 of 154 against 80 of 150"))
      << follows.sentence;
  EXPECT_EQ(check(armsClaim(first, second, "<0.001")).verdict, impossible) << "any table gives it";
  EXPECT_EQ(check(withAssumedN(armsClaim(first, second, nullptr))).verdict, cannotCheck);
}

// What fits by chance is no exchange: 28.4% is 67 of 236 and 16.0% is 76 of 473.
TEST(TwoArmCounts, ExchangeNoSizesWithoutCounts) {
  const ClaimArm first = arm({}, "473", {"28.4"}), second = arm({}, "236", {"16.0"});
  for (const auto& claim :
       {armsClaim(first, second, "<0.001"), withAssumedN(armsClaim(first, second, "<0.001"))}) {
    const auto found = check(claim);
    EXPECT_FALSE(says(found, "other arm")) << found.sentence;
    for (const auto& table : found.recomputed.tables)
      EXPECT_NE(table.tabulation, ClaimTabulation::swappedArms);
  }
  EXPECT_EQ(check(armsClaim(first, second, "<0.001")).verdict, impossible);
  const auto counted =
      check(armsClaim(arm({"67"}, "473", {"28.4"}), arm({"76"}, "236", {"16.1"}), nullptr));
  EXPECT_EQ(counted.sentence, "The percentages would be those of the other arm's size each.");
}

TEST(TwoArmCounts, AreNoBetterThanTheirPercentages) {
  const auto found = check(armsClaim(arm({}, "34", {"38.3"}), arm({}, "49", {"83.7"}), "<0.001"));
  EXPECT_EQ(found.verdict, impossible);
  EXPECT_TRUE(found.sentence.starts_with("No count of 34 patients gives 38.3%")) << found.sentence;
}

// 45 % of 2,000 may be 21 counts, of which only some are tried: none between them is excluded.
TEST(TwoArmCounts, LeaveOpenWhatRoundPercentagesLeaveOpen) {
  EXPECT_EQ(check(armsClaim(arm({}, "20000", {"45"}), arm({}, "20000", {"46"}), "0.0461")).verdict,
            consistent);
  EXPECT_EQ(check(armsClaim(arm({}, "20000", {"45"}), arm({}, "20000", {"49"}), "0.04")).verdict,
            inconsistent);
}

// Hundreds of thousands of patients, and a table beyond enumeration: nothing takes long.
TEST(TwoArmCounts, TakeLargeArms) {
  EXPECT_EQ(
      check(armsClaim(arm({}, "100000000", {"45"}), arm({}, "90000000", {"46"}), "<0.001")).verdict,
      consistent);
  const auto simulated = check(armsClaim(arm({"111", "132", "163", "124", "135", "146", "177",
                                              "128", "99", "101", "183", "117", "128", "139"},
                                             nullptr),
                                         arm({"102", "141", "154", "135", "126", "155", "168",
                                              "137", "92", "113", "174", "126", "119", "148"},
                                             nullptr),
                                         "0.5"));
  const TableCheck& table = simulated.recomputed.tables[0];
  ASSERT_TRUE(table.fisherRange);
  EXPECT_LT(table.fisherRange->lower, *table.pearson);
  EXPECT_GT(table.fisherRange->upper, *table.pearson);
}

TEST(TwoArmCounts, RefuseWhatIsNoTable) {
  const auto problem = [](const Claim& claim) { return checkClaim(claim).problem(); };
  EXPECT_EQ(problem(armsClaim(arm({}, "49"), arm({"1"}, "34"), "0.1")).detail, "arms[0].count");
  EXPECT_EQ(problem(armsClaim(arm({"1"}, nullptr), arm({"1"}, "34"), "0.1")).detail, "arms[0].n");
  EXPECT_EQ(problem(armsClaim(arm({"1"}, "0"), arm({"1"}, "34"), "0.1")).detail,
            "arms[0].n must be at least 1");
  EXPECT_EQ(problem(armsClaim(arm({"1", "2"}, "9"), arm({"1"}, "34"), "0.1")).detail,
            "the arms have different numbers of levels");
  EXPECT_EQ(check(armsClaim(arm({"5", "6"}, "10"), arm({"1", "2"}, "34"), "0.1")).verdict,
            impossible);
  EXPECT_EQ(check(armsClaim(arm({"50"}, "49", {"102"}), arm({"1"}, "34", {"2.9"}), "0.1")).verdict,
            impossible);
}

}  // namespace
}  // namespace riskset
