// Two proportions compared: a (x1 / n1) against the reference b (x2 / n2).
//
//   difference p1 - p2:  Wald; Newcombe's hybrid of two Wilson intervals (method 10 of [1]);
//                        score intervals (Miettinen-Nurminen, Mee)
//   risk ratio p1 / p2:  log interval, variance 1/x1 - 1/n1 + 1/x2 - 1/n2 (Katz [2]); score
//   interval odds ratio:          log interval, variance 1/x1 + 1/(n1-x1) + 1/x2 + 1/(n2-x2) (Woolf
//   [3]), the
//                        same with 1/2 added to each cell (Haldane); score interval; given the
//                        margins by maximum likelihood with its exact interval
//   number needed:       1 / difference, with the reciprocals of Newcombe's limits [5]
//   tests:               Pearson's chi-square, the same times (N - 1) / N, with Yates's correction
//                        [4]; Fisher's exact with three mid-P; when asked for Barnard, Boschloo
//
// A ratio with a zero cell has no log interval: its limits are empty; a ratio over zero is empty.
// `chosen` names the test to be quoted: Pearson without correction when every expected count is at
// least 5, else Fisher. Pearson and Yates do not exist (empty) when a margin is zero.
//
// [1] Newcombe RG (1998). Stat. Med. 17:873-890.
//     doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I
// [2] Katz D, Baptista J, Azen SP, Pike MC (1978). Biometrics 34:469-474. doi:10.2307/2530610
// [3] Woolf B (1955). Ann. Hum. Genet. 19:251-253. doi:10.1111/j.1469-1809.1955.tb01348.x
// [4] Yates F (1934). Suppl. J. R. Stat. Soc. 1:217-235. doi:10.2307/2983604
// [5] Altman DG (1998). BMJ 317:1309-1312. doi:10.1136/bmj.317.7168.1309
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include "core/base/estimate.h"
#include "core/tables/conditional_odds_ratio.h"
#include "core/tables/counts.h"
#include "core/tables/unconditional_tests.h"

namespace riskset {

struct ProportionDifference {
  double value;
  Interval wald, newcombe, miettinenNurminen, mee;
};
BOOST_DESCRIBE_STRUCT(ProportionDifference, (), (value, wald, newcombe, miettinenNurminen, mee))

struct RiskRatio {
  std::optional<double> value;
  std::optional<Interval> katz;
  std::optional<RatioInterval> miettinenNurminen;
};
BOOST_DESCRIBE_STRUCT(RiskRatio, (), (value, katz, miettinenNurminen))

struct OddsRatio {
  std::optional<double> value;
  std::optional<Interval> woolf;
  std::optional<RatioInterval> miettinenNurminen;
  ConditionalOddsRatio conditional;
  Estimate haldane;
};
BOOST_DESCRIBE_STRUCT(OddsRatio, (), (value, woolf, miettinenNurminen, conditional, haldane))

// Patients to treat with `a` for one event more than with the reference: negative for one less,
// empty where the difference is 0. When the interval of the difference holds 0 (`throughInfinity`),
// the number needed lies at or above `lower`, or at or below the negative `upper`: not between
// them.
struct NumberNeeded {
  std::optional<double> value, lower, upper;
  bool throughInfinity = false;
};
BOOST_DESCRIBE_STRUCT(NumberNeeded, (), (value, lower, upper, throughInfinity))

struct ExactTest {
  double p;
};
BOOST_DESCRIBE_STRUCT(ExactTest, (), (p))

struct TwoProportionTests {
  std::optional<ChiSquareTest> pearson, pearsonNMinus1, yates;
  SidedTest fisher;
  ExactTest fisherMidP, fisherMidPObserved, fisherMidPDoubled;
  std::optional<ExactTest> barnard;
  std::optional<SidedTest> boschloo;
};
BOOST_DESCRIBE_STRUCT(TwoProportionTests, (),
                      (pearson, pearsonNMinus1, yates, fisher, fisherMidP, fisherMidPObserved,
                       fisherMidPDoubled, barnard, boschloo))

BOOST_DEFINE_ENUM_CLASS(TwoProportionTest, pearson, fisher)

struct TwoProportions {
  std::string a, b;  // labels: `a` against the reference `b`
  ProportionDifference difference;
  RiskRatio riskRatio;
  OddsRatio oddsRatio;
  NumberNeeded numberNeeded;
  TwoProportionTests tests;
  double expectedMin;
  TwoProportionTest chosen{};
};
BOOST_DESCRIBE_STRUCT(TwoProportions, (),
                      (a, b, difference, riskRatio, oddsRatio, numberNeeded, tests, expectedMin,
                       chosen))

// Barnard's and Boschloo's tests take up to a second, so they are made when asked for.
enum class Unconditional { no, yes };

// The tests alone, but the unconditional ones. Expects as below.
TwoProportionTests twoProportionTests(Counts a, Counts b);

// Expects 0 <= events <= n and n >= 1 in both arms, and a coverage `level` in (0, 1).
TwoProportions compareProportions(Counts a, Counts b, double level = 0.95,
                                  Unconditional unconditional = Unconditional::no);

}  // namespace riskset
