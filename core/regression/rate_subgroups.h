// A rate compared between arms within subgroups: in each level of a factor the rates of the arms
// and their difference and ratios, and for each factor one test of whether the odds ratio differs
// between its levels (likelihood ratio of arm x factor on top of arm + factor in a logistic model).
//
// A level says something about the interaction when two of its arms have patients, and not all of
// these have the same outcome. The others are left out of the test: they add nothing to either
// likelihood, and are no degrees of freedom. With fewer than two left there is no test.
//
// In a cell (an arm in a level) where nobody or everybody has the outcome the odds ratio runs to 0
// or infinity, and chi-square is no approximation to the likelihood ratio, which R's anova prints
// all the same. Then both models are fitted with Firth's penalty, under which every estimate is
// finite, and their penalised likelihoods are compared; `penalty` says so. (Breslow-Day's and
// Tarone's tests of the same hypothesis need an odds ratio common to the levels, and two arms.)
//
// Sources: Wang R et al. (2007). N. Engl. J. Med. 357:2189-2194. doi:10.1056/NEJMsr077003
// Heinze G, Schemper M (2002). Stat. Med. 21:2409-2419. doi:10.1002/sim.1047
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/column.h"
#include "core/regression/model.h"
#include "core/tables/proportion.h"
#include "core/tables/two_proportions.h"

namespace riskset {

// `rate` is empty for an arm without patients.
struct RateSubgroupArm {
  std::string label;
  int n = 0;
  int events = 0;
  std::optional<Proportion> rate;
};
BOOST_DESCRIBE_STRUCT(RateSubgroupArm, (), (label, n, events, rate))

// `comparisons` of each further arm with the first, where both have patients.
struct RateSubgroup {
  std::string factor, level;
  int n = 0;
  int events = 0;
  std::vector<RateSubgroupArm> perArm;
  std::vector<TwoProportions> comparisons;
};
BOOST_DESCRIBE_STRUCT(RateSubgroup, (), (factor, level, n, events, perArm, comparisons))

// Empty test: fewer than two levels say something. `n`: patients whose level is known.
struct RateInteraction {
  std::string factor;
  int n = 0;
  std::optional<double> chiSquare;
  std::optional<int> df;
  std::optional<double> p;
  Penalty penalty{};
};
BOOST_DESCRIBE_STRUCT(RateInteraction, (), (factor, n, chiSquare, df, p, penalty))

struct RateForest {
  RateSubgroup overall;
  std::vector<RateSubgroup> rows;
  std::vector<RateInteraction> interactions;
};
BOOST_DESCRIBE_STRUCT(RateForest, (), (overall, rows, interactions))

struct RateSubgroupData {
  std::vector<std::uint8_t> event;
  Factor arm;                   // at least two levels; every patient has one
  std::vector<Factor> factors;  // code -1: unknown
};

RateForest rateForest(const RateSubgroupData& data, double level);

}  // namespace riskset
