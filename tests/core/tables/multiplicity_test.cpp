#include "core/tables/multiplicity.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/random.h"

namespace riskset {
namespace {

using P = std::vector<std::optional<double>>;

void expectNear(const P& found, const P& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    ASSERT_EQ(found[i].has_value(), expected[i].has_value()) << i;
    if (found[i]) {
      EXPECT_NEAR(*found[i], *expected[i], 1e-15) << i;
    }
  }
}

// By hand, in another order than by size and with a test that has no p: m is 4.
TEST(Multiplicity, MatchesHandCalculationOfFourTests) {
  const P p{0.03, 0.01, {}, 0.02, 0.5};
  expectNear(adjustedP(p, Adjustment::none), p);
  expectNear(adjustedP(p, Adjustment::bonferroni), {0.12, 0.04, {}, 0.08, 1});
  expectNear(adjustedP(p, Adjustment::holm), {0.06, 0.04, {}, 0.06, 0.5});
  expectNear(adjustedP(p, Adjustment::hochberg), {0.06, 0.04, {}, 0.06, 0.5});
  expectNear(adjustedP(p, Adjustment::BH), {0.04, 0.04, {}, 0.04, 0.5});
  const double times = 1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0;
  expectNear(adjustedP(p, Adjustment::BY), {0.04 * times, 0.04 * times, {}, 0.04 * times, 1});
}

// Hommel's from its meaning: the largest of Simes's p over all sets of hypotheses that hold one.
TEST(Multiplicity, ClosesTheTestOfSimesByHommel) {
  Random random(5);
  for (int round = 0; round < 60; ++round) {
    std::vector<double> p(1 + random.below(7));
    for (auto& each : p)
      each = random.unit() * (random.below(2) ? 1 : 0.05);
    const auto adjusted = adjustedP(P(p.begin(), p.end()), Adjustment::hommel);
    std::vector<double> closed(p.size());
    for (unsigned set = 1; set < 1u << p.size(); ++set) {
      std::vector<double> members;
      for (std::size_t i = 0; i < p.size(); ++i) {
        if (set >> i & 1) members.push_back(p[i]);
      }
      std::sort(members.begin(), members.end());
      double simes = 1;
      for (std::size_t i = 0; i < members.size(); ++i)
        simes = std::min(
            simes, static_cast<double>(members.size()) * members[i] / static_cast<double>(i + 1));
      for (std::size_t i = 0; i < p.size(); ++i) {
        if (set >> i & 1) closed[i] = std::max(closed[i], simes);
      }
    }
    for (std::size_t i = 0; i < p.size(); ++i)
      EXPECT_NEAR(*adjusted[i], closed[i], 1e-14);
  }
}

// As R's p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05)).
TEST(Multiplicity, MatchesROnFiveEvenlySpacedTests) {
  const P p{0.01, 0.02, 0.03, 0.04, 0.05};
  expectNear(adjustedP(p, Adjustment::holm), {0.05, 0.08, 0.09, 0.09, 0.09});
  expectNear(adjustedP(p, Adjustment::BH), {0.05, 0.05, 0.05, 0.05, 0.05});
}

TEST(Multiplicity, LeavesOneTestAsItIs) {
  for (const auto method : {Adjustment::bonferroni, Adjustment::holm, Adjustment::hochberg,
                            Adjustment::hommel, Adjustment::BH, Adjustment::BY}) {
    EXPECT_EQ(adjustedP({0.3}, method), P{0.3});
    EXPECT_TRUE(adjustedP({}, method).empty());
  }
}

// Bonferroni is never below Holm, Holm never below Hochberg, that never below Hommel, that never
// below Benjamini-Hochberg, none below p itself; and all keep the order of the tests.
TEST(Multiplicity, KeepsTheOrderOfMethodsAndOfTests) {
  Random random(3);
  for (int round = 0; round < 200; ++round) {
    P p(1 + random.below(12));
    for (auto& each : p)
      each = std::min(1.0, random.unit() * (random.below(2) ? 1 : 0.01));
    const P bonferroni = adjustedP(p, Adjustment::bonferroni);
    const P holm = adjustedP(p, Adjustment::holm);
    const P hochberg = adjustedP(p, Adjustment::hochberg);
    const P hommel = adjustedP(p, Adjustment::hommel);
    const P bh = adjustedP(p, Adjustment::BH);
    const P by = adjustedP(p, Adjustment::BY);
    for (std::size_t i = 0; i < p.size(); ++i) {
      EXPECT_LE(*p[i], *bh[i]);
      EXPECT_LE(*bh[i], *hommel[i] + 1e-15);
      EXPECT_LE(*hommel[i], *hochberg[i] + 1e-15);
      EXPECT_LE(*hochberg[i], *holm[i] + 1e-15);
      EXPECT_LE(*bh[i], *by[i]);
      EXPECT_LE(*holm[i], *bonferroni[i]);
      EXPECT_LE(*bonferroni[i], 1);
      for (std::size_t j = 0; j < p.size(); ++j) {
        if (*p[i] > *p[j]) continue;
        EXPECT_LE(*holm[i], *holm[j]);
        EXPECT_LE(*bh[i], *bh[j]);
      }
    }
  }
}

}  // namespace
}  // namespace riskset
