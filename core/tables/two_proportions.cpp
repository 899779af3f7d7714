#include "core/tables/two_proportions.h"

#include <algorithm>
#include <cmath>

#include "core/distributions/distributions.h"
#include "core/tables/fisher.h"
#include "core/tables/proportion.h"

namespace riskset {
namespace {

double rate(Counts arm) {
  return static_cast<double>(arm.events) / arm.n;
}
double variance(Counts arm) {
  return rate(arm) * (1 - rate(arm)) / arm.n;
}

ProportionDifference difference(Counts a, Counts b, double level) {
  const double value = rate(a) - rate(b);
  const double half = normalCritical(level) * std::sqrt(variance(a) + variance(b));
  const Interval wilsonA = proportion(a.events, a.n, level).intervals.wilson;
  const Interval wilsonB = proportion(b.events, b.n, level).intervals.wilson;
  const Interval newcombe{value - std::hypot(rate(a) - wilsonA.lower, wilsonB.upper - rate(b)),
                          value + std::hypot(wilsonA.upper - rate(a), rate(b) - wilsonB.lower)};
  return {value, {value - half, value + half}, newcombe};
}

Interval logInterval(double ratio, double variance, double level) {
  const double factor = std::exp(normalCritical(level) * std::sqrt(variance));
  return {ratio / factor, ratio * factor};
}

RiskRatio riskRatio(Counts a, Counts b, double level) {
  if (b.events == 0) return {};
  const double value = rate(a) / rate(b);
  if (a.events == 0) return {value, {}};
  const double variance = 1.0 / a.events - 1.0 / a.n + 1.0 / b.events - 1.0 / b.n;
  return {value, logInterval(value, variance, level)};
}

OddsRatio oddsRatio(Counts a, Counts b, double level) {
  const double x1 = a.events, y1 = a.n - a.events, x2 = b.events, y2 = b.n - b.events;
  if (y1 * x2 == 0) return {};
  const double value = x1 * y2 / (y1 * x2);
  if (x1 * y2 == 0) return {value, {}};
  return {value, logInterval(value, 1 / x1 + 1 / y1 + 1 / x2 + 1 / y2, level)};
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

}  // namespace

TwoProportions compareProportions(Counts a, Counts b, double level) {
  const FourCells cells{static_cast<double>(a.events), static_cast<double>(a.n - a.events),
                        static_cast<double>(b.events), static_cast<double>(b.n - b.events)};
  TwoProportions result;
  result.difference = difference(a, b, level);
  result.riskRatio = riskRatio(a, b, level);
  result.oddsRatio = oddsRatio(a, b, level);
  result.tests.pearson = chiSquareTest(cells, 0);
  result.tests.yates = chiSquareTest(cells, cells.total() / 2);
  result.tests.fisher = {fisherExactP(a.events, a.n, b.events, b.n)};
  result.expectedMin = smallestExpected(cells);
  result.chosen = result.expectedMin >= 5 ? TwoProportionTest::pearson : TwoProportionTest::fisher;
  return result;
}

}  // namespace riskset
