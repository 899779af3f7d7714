#include "core/tables/two_proportions.h"

#include <algorithm>
#include <cmath>

#include "core/distributions/distributions.h"
#include "core/tables/fisher.h"
#include "core/tables/proportion.h"
#include "core/tables/score_intervals.h"

namespace riskset {
namespace {

double variance(Counts arm) {
  return rate(arm) * (1 - rate(arm)) / arm.n;
}

ProportionDifference difference(Counts a, Counts b, double level) {
  const double value = rate(a) - rate(b);
  const double half = normalCritical(level) * std::sqrt(variance(a) + variance(b));
  const Interval wilsonA = wilsonInterval(a.events, a.n, level);
  const Interval wilsonB = wilsonInterval(b.events, b.n, level);
  const Interval newcombe{value - std::hypot(rate(a) - wilsonA.lower, wilsonB.upper - rate(b)),
                          value + std::hypot(wilsonA.upper - rate(a), rate(b) - wilsonB.lower)};
  return {value,
          {value - half, value + half},
          newcombe,
          scoreIntervalOfDifference(a, b, level, ScoreVariance::miettinenNurminen),
          scoreIntervalOfDifference(a, b, level, ScoreVariance::mee)};
}

Interval logInterval(double ratio, double variance, double level) {
  const double factor = std::exp(normalCritical(level) * std::sqrt(variance));
  return {ratio / factor, ratio * factor};
}

RiskRatio riskRatio(Counts a, Counts b, double level) {
  RiskRatio result{{}, {}, scoreIntervalOfRiskRatio(a, b, level)};
  if (b.events == 0) return result;
  const double value = rate(a) / rate(b);
  result.value = value;
  if (a.events == 0) return result;
  const double variance = 1.0 / a.events - 1.0 / a.n + 1.0 / b.events - 1.0 / b.n;
  result.katz = logInterval(value, variance, level);
  return result;
}

OddsRatio oddsRatio(Counts a, Counts b, double level) {
  const double x1 = a.events, y1 = a.n - a.events, x2 = b.events, y2 = b.n - b.events;
  OddsRatio result;
  result.miettinenNurminen = scoreIntervalOfOddsRatio(a, b, level);
  result.conditional = conditionalOddsRatio(a, b, level);
  const auto woolf = [&](double added) -> Estimate {
    const double cells[]{x1 + added, y1 + added, x2 + added, y2 + added};
    const double value = cells[0] * cells[3] / (cells[1] * cells[2]);
    const auto [lower, upper] =
        logInterval(value, 1 / cells[0] + 1 / cells[1] + 1 / cells[2] + 1 / cells[3], level);
    return {value, lower, upper};
  };
  result.haldane = woolf(0.5);
  if (y1 * x2 == 0) return result;
  const auto [value, lower, upper] = woolf(0);
  result.value = value;
  if (x1 * y2 != 0) result.woolf = {*lower, *upper};
  return result;
}

NumberNeeded numberNeeded(const ProportionDifference& difference) {
  const auto reciprocal = [](double x) {
    return x == 0 ? std::optional<double>() : std::optional(1 / x);
  };
  const auto [lower, upper] = difference.newcombe;
  return {reciprocal(difference.value), reciprocal(upper), reciprocal(lower),
          lower <= 0 && upper >= 0};
}

struct FourCells {
  double x1, y1, x2, y2;  // events and non-events of the two arms
  double total() const { return x1 + y1 + x2 + y2; }
  double marginProduct() const { return (x1 + y1) * (x2 + y2) * (x1 + x2) * (y1 + y2); }
};

// n (|x1 y2 - x2 y1| - correction)^2 / (product of the four margins)
std::optional<ChiSquareTest> chiSquareTest(const FourCells& cells, double correction) {
  if (cells.marginProduct() == 0) return {};
  const double cross = std::abs(cells.x1 * cells.y2 - cells.x2 * cells.y1);
  const double distance = std::max(0.0, cross - correction);
  const double chiSquare = cells.total() * distance * distance / cells.marginProduct();
  return ChiSquareTest{chiSquare, 1, chiSquareP(chiSquare, 1)};
}

double smallestExpected(const FourCells& cells) {
  const double smallerArm = std::min(cells.x1 + cells.y1, cells.x2 + cells.y2);
  const double rarerOutcome = std::min(cells.x1 + cells.x2, cells.y1 + cells.y2);
  return smallerArm * rarerOutcome / cells.total();
}

FourCells cellsOf(Counts a, Counts b) {
  return {static_cast<double>(a.events), static_cast<double>(a.n - a.events),
          static_cast<double>(b.events), static_cast<double>(b.n - b.events)};
}

}  // namespace

TwoProportionTests twoProportionTests(Counts a, Counts b) {
  const FourCells cells = cellsOf(a, b);
  TwoProportionTests tests;
  tests.pearson = chiSquareTest(cells, 0);
  if (tests.pearson) {
    const double chiSquare = tests.pearson->chiSquare * (cells.total() - 1) / cells.total();
    tests.pearsonNMinus1 = {chiSquare, 1, chiSquareP(chiSquare, 1)};
  }
  tests.yates = chiSquareTest(cells, cells.total() / 2);
  const FisherTest fisher = fisherTest(a, b);
  tests.fisher = {fisher.p, fisher.less, fisher.greater};
  tests.fisherMidP = {fisher.midP};
  tests.fisherMidPObserved = {fisher.midPObserved};
  tests.fisherMidPDoubled = {fisher.midPDoubled};
  return tests;
}

TwoProportions compareProportions(Counts a, Counts b, double level, Unconditional unconditional) {
  TwoProportions result;
  result.difference = difference(a, b, level);
  result.riskRatio = riskRatio(a, b, level);
  result.oddsRatio = oddsRatio(a, b, level);
  result.numberNeeded = numberNeeded(result.difference);
  result.tests = twoProportionTests(a, b);
  if (unconditional == Unconditional::yes) {
    if (const auto tests = unconditionalTests(a, b)) {
      result.tests.barnard = {tests->barnard};
      result.tests.boschloo = tests->boschloo;
    }
  }
  result.expectedMin = smallestExpected(cellsOf(a, b));
  result.chosen = result.expectedMin >= 5 ? TwoProportionTest::pearson : TwoProportionTest::fisher;
  return result;
}

}  // namespace riskset
