// Honest prints are not called wrong, and altered ones often are. Fixed seeds: the counts do not
// change from run to run.
#include <gtest/gtest.h>

#include <functional>

#include "tests/core/claims/honest_prints.h"

namespace riskset {
namespace {

using Test = HonestPrints::Test;

bool flagged(const ClaimCheck& check) {
  using enum ClaimVerdict;
  return check.verdict == inconsistent || check.verdict == decisionError ||
         check.verdict == impossible || check.verdict == lastDigit;
}

struct Kind {
  const char* name;
  std::function<Claim(HonestPrints&)> make;
  double caught;  // of altered ones, at least
};

const Kind kKinds[]{
    {"percentage", [](HonestPrints& prints) { return prints.percentage(); }, 0.65},
    {"of those evaluable", [](HonestPrints& prints) { return prints.percentageOfFewer(); }, 0.25},
    {"table", [](HonestPrints& prints) { return prints.table(); }, 0.75},
    {"table of those evaluable", [](HonestPrints& prints) { return prints.tableOfFewer(); }, 0.25},
    {"levels", [](HonestPrints& prints) { return prints.levels(); }, 0.75},
    {"interval", [](HonestPrints& prints) { return prints.interval(); }, 0.9},
    {"difference", [](HonestPrints& prints) { return prints.difference(); }, 0.9},
    {"statistic", [](HonestPrints& prints) { return prints.statistic(); }, 0.65},
    {"odds ratio", [](HonestPrints& prints) { return prints.oddsRatio(); }, 0.45},
    {"hazard ratio", [](HonestPrints& prints) { return prints.hazardRatio(Test::wald); }, 0.7},
    {"with log-rank p", [](HonestPrints& prints) { return prints.hazardRatio(Test::logRank); },
     0.7},
    {"with likelihood-ratio p",
     [](HonestPrints& prints) { return prints.hazardRatio(Test::likelihoodRatio); }, 0.7},
    {"events", [](HonestPrints& prints) { return prints.events(); }, 0.4},
    {"median", [](HonestPrints& prints) { return prints.median(); }, 0.1}};

TEST(FalseAlarms, AreFewerThanOneInAThousand) {
  constexpr int kEach = 1000;
  HonestPrints prints(20261127);
  for (const auto& kind : kKinds) {
    int alarms = 0;
    for (int i = 0; i < kEach; ++i) {
      const auto check = checkClaim(kind.make(prints));
      ASSERT_TRUE(check) << kind.name << ": " << check.problem().detail;
      if (flagged(*check))
        ADD_FAILURE_AT(__FILE__, __LINE__) << kind.name << ": " << check->sentence;
      alarms += flagged(*check);
    }
    EXPECT_EQ(alarms, 0) << kind.name;
  }
}

TEST(FalseAlarms, AreNotBoughtWithBlindness) {
  constexpr int kEach = 400;
  HonestPrints prints(7);
  for (const auto& kind : kKinds) {
    int caught = 0;
    for (int i = 0; i < kEach; ++i) {
      const auto check = checkClaim(prints.altered(kind.make(prints)));
      caught += !check || flagged(*check);
    }
    EXPECT_GE(caught, kind.caught * kEach) << kind.name;
  }
}

}  // namespace
}  // namespace riskset
