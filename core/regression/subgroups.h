// Treatment effect within subgroups: in each level of a factor a Cox model with the arm alone, and
// for each factor one test of whether the effect differs between its levels (likelihood ratio of
// arm x factor on top of arm + factor). A difference between subgroups is claimed from that test,
// never from one subgroup being significant and another not.
//
// The interaction is tested where the effect of some arm can be estimated in at least two levels;
// with fewer there are no two hazard ratios to compare. R's anova of two coxph fits prints a p
// there too (1 where both ratios run to 0, 0.01 where one does and the other is 0.46, in the cells
// of eight patients of tests/reference/degenerate_subgroups.R): the likelihood ratio exists, but
// with an estimate at infinity chi-square is no approximation to it. In a factor of three or more
// levels one whose ratio runs off stays in the test, as in R. Levels without events are left out of
// it: they add nothing to either likelihood, and their coefficients are no degrees of freedom (R
// counts them, so that its p is too large).
//
// Source: Wang R et al. (2007). N. Engl. J. Med. 357:2189-2194. doi:10.1056/NEJMsr077003
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/column.h"
#include "core/regression/cox.h"

namespace riskset {

struct SubgroupArm {
  std::string label;
  int n = 0;
  int events = 0;
  std::optional<double> median;  // empty: not reached
};
BOOST_DESCRIBE_STRUCT(SubgroupArm, (), (label, n, events, median))

// Arm `a` against the reference arm `b`. Empty numbers: not estimable in these patients.
struct ArmEffect {
  std::string a, b;
  std::optional<double> ratio, lower, upper, p;
  std::optional<double> logRankP;
  bool small = false;  // fewer than 5 events in one of the two arms
};
BOOST_DESCRIBE_STRUCT(ArmEffect, (), (a, b, ratio, lower, upper, p, logRankP, small))

// The second arm against the first; `others` has the further arms against the first.
struct SubgroupRow : ArmEffect {
  std::string factor, level;
  int n = 0;
  int events = 0;
  std::vector<SubgroupArm> perArm;
  std::vector<ArmEffect> others;
};
BOOST_DESCRIBE_STRUCT(SubgroupRow, (ArmEffect), (factor, level, n, events, perArm, others))

// Empty test: there are no two effects to compare.
struct Interaction {
  std::string factor;
  int n = 0;  // patients whose level is known
  std::optional<double> chiSquare;
  std::optional<int> df;
  std::optional<double> p;
};
BOOST_DESCRIBE_STRUCT(Interaction, (), (factor, n, chiSquare, df, p))

struct SubgroupForest {
  SubgroupRow overall;
  std::vector<SubgroupRow> rows;
  std::vector<Interaction> interactions;
};
BOOST_DESCRIBE_STRUCT(SubgroupForest, (), (overall, rows, interactions))

struct SubgroupData {
  std::vector<double> time;  // ties merged
  std::vector<std::uint8_t> event;
  Factor arm;                   // at least two levels; every patient has one
  std::vector<Factor> factors;  // code -1: unknown
  std::vector<double> entry{};  // below the time; empty: everybody from the start
};

SubgroupForest subgroupForest(const SubgroupData& data, CoxTies ties, double level);

}  // namespace riskset
