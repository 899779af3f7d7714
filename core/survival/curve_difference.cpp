#include "core/survival/curve_difference.h"

#include <algorithm>
#include <cmath>

#include "core/distributions/distributions.h"

namespace riskset {
namespace {

constexpr double kClear = 1.96;
constexpr double kFewestAtRisk = 5;
constexpr double kLeastShareAtRisk = 0.1;
constexpr double kRounding = 1e-12;  // of what is equal by hand

// A curve on its way: the step before it has moved to `next`.
struct Walk {
  explicit Walk(const SurvivalSteps& of)
      : steps(of), most(*std::max_element(of.atRisk.begin(), of.atRisk.end())) {}

  const SurvivalSteps& steps;
  int most;  // at risk at once
  std::size_t next = 0;
  double survival = 1;
  std::optional<double> stdError = 0;

  bool ended() const { return next == steps.time.size(); }
  bool enoughAtRisk() const {
    return steps.atRisk[next] >= std::max(kFewestAtRisk, kLeastShareAtRisk * most);
  }
  double time() const { return steps.time[next]; }
  void moveTo(double now) {
    if (time() != now) return;
    survival = steps.survival[next];
    stdError = steps.stdError[next];
    ++next;
  }
};

}  // namespace

std::optional<double> differenceError(std::optional<double> a, std::optional<double> b,
                                      double covariance) {
  if (!a || !b) return {};
  const double both = *a * *a + *b * *b;
  const double square = both - 2 * covariance;
  if (!(square > kRounding * both)) return {};
  return std::sqrt(square);
}

DifferenceEstimate waldDifference(double value, std::optional<double> stdError, double level) {
  DifferenceEstimate difference{value, {}, {}, {}, {}};
  if (!stdError) return difference;
  const double half = normalCritical(level) * *stdError;
  difference.stdError = stdError;
  difference.lower = value - half;
  difference.upper = value + half;
  difference.p = normalTwoSidedP(value / *stdError);
  return difference;
}

SurvivalDifference survivalDifference(const SurvivalAtTime& a, const SurvivalAtTime& b,
                                      double level, double covariance) {
  SurvivalDifference difference;
  difference.time = a.time;
  if (a.beyondFollowUp || b.beyondFollowUp) return difference;
  static_cast<DifferenceEstimate&>(difference) = waldDifference(
      b.survival - a.survival, differenceError(a.stdError, b.stdError, covariance), level);
  return difference;
}

DifferenceCurve differenceCurve(const SurvivalSteps& a, const SurvivalSteps& b, double level) {
  DifferenceCurve curve{{0}, {0}, {{}}, {{}}};
  Walk first(a), second(b);
  const double end = std::min(a.time.back(), b.time.back());
  while (!first.ended() && !second.ended()) {
    const double now = std::min(first.time(), second.time());
    const double of[] = {first.survival, second.survival};
    first.moveTo(now);
    second.moveTo(now);
    if (first.survival == of[0] && second.survival == of[1] && now != end) continue;
    const double value = second.survival - first.survival;
    const bool known = first.stdError.value_or(0) > 0 && second.stdError.value_or(0) > 0;
    const auto error = known ? differenceError(first.stdError, second.stdError) : std::nullopt;
    const DifferenceEstimate estimate = waldDifference(value, error, level);
    curve.time.push_back(now);
    curve.value.push_back(value);
    curve.lower.push_back(estimate.lower);
    curve.upper.push_back(estimate.upper);
  }
  return curve;
}

std::vector<double> crossings(const SurvivalSteps& a, const SurvivalSteps& b) {
  std::vector<double> found;
  Walk first(a), second(b);
  int side = 0;   // of the difference now
  int clear = 0;  // when it was last clear
  double since = 0;
  while (!first.ended() && !second.ended()) {
    const double now = std::min(first.time(), second.time());
    const bool enough = first.enoughAtRisk() && second.enoughAtRisk();
    first.moveTo(now);
    second.moveTo(now);
    const double difference = first.survival - second.survival;
    if (std::abs(difference) <= kRounding) continue;
    const int sign = difference > 0 ? 1 : -1;
    if (sign != side) since = now;
    side = sign;
    if (!enough || !first.stdError || !second.stdError) continue;
    const double variance = *first.stdError * *first.stdError + *second.stdError * *second.stdError;
    if (difference * difference <= kClear * kClear * variance) continue;
    if (clear == -sign) found.push_back(since);
    clear = sign;
  }
  return found;
}

}  // namespace riskset
