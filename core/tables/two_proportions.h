// Two proportions compared: a (x1 / n1) against the reference b (x2 / n2).
//
//   difference p1 - p2:  Wald; Newcombe's hybrid of two Wilson intervals (method 10 of [1])
//   risk ratio p1 / p2:  log interval, variance 1/x1 - 1/n1 + 1/x2 - 1/n2 (Katz [2])
//   odds ratio:          log interval, variance 1/x1 + 1/(n1-x1) + 1/x2 + 1/(n2-x2) (Woolf [3])
//   tests:               Pearson's chi-square, the same with Yates's correction [4], Fisher's exact
//
// A ratio with a zero cell has no such interval: its limits are empty; a ratio over zero is empty.
// `chosen` names the test to be quoted: Pearson without correction when every expected count is at
// least 5, else Fisher. Pearson and Yates do not exist (empty) when a margin is zero.
//
// [1] Newcombe RG (1998). Stat. Med. 17:873-890.
//     doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I
// [2] Katz D, Baptista J, Azen SP, Pike MC (1978). Biometrics 34:469-474. doi:10.2307/2530610
// [3] Woolf B (1955). Ann. Hum. Genet. 19:251-253. doi:10.1111/j.1469-1809.1955.tb01348.x
// [4] Yates F (1934). Suppl. J. R. Stat. Soc. 1:217-235. doi:10.2307/2983604
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include "core/base/estimate.h"

namespace riskset {

struct ProportionDifference {
  double value;
  Interval wald, newcombe;
};
BOOST_DESCRIBE_STRUCT(ProportionDifference, (), (value, wald, newcombe))

struct RiskRatio {
  std::optional<double> value;
  std::optional<Interval> katz;
};
BOOST_DESCRIBE_STRUCT(RiskRatio, (), (value, katz))

struct OddsRatio {
  std::optional<double> value;
  std::optional<Interval> woolf;
};
BOOST_DESCRIBE_STRUCT(OddsRatio, (), (value, woolf))

struct ExactTest {
  double p;
};
BOOST_DESCRIBE_STRUCT(ExactTest, (), (p))

struct TwoProportionTests {
  std::optional<ChiSquareTest> pearson, yates;
  ExactTest fisher;
};
BOOST_DESCRIBE_STRUCT(TwoProportionTests, (), (pearson, yates, fisher))

BOOST_DEFINE_ENUM_CLASS(TwoProportionTest, pearson, fisher)

struct TwoProportions {
  std::string a, b;  // labels: `a` against the reference `b`
  ProportionDifference difference;
  RiskRatio riskRatio;
  OddsRatio oddsRatio;
  TwoProportionTests tests;
  double expectedMin;
  TwoProportionTest chosen{};
};
BOOST_DESCRIBE_STRUCT(TwoProportions, (),
                      (a, b, difference, riskRatio, oddsRatio, tests, expectedMin, chosen))

struct Counts {
  int events, n;
};

// Expects 0 <= events <= n and n >= 1 in both arms, and a coverage `level` in (0, 1).
TwoProportions compareProportions(Counts a, Counts b, double level = 0.95);

}  // namespace riskset
