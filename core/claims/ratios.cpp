#include "core/claims/ratios.h"

#include <algorithm>
#include <cmath>

#include "core/distributions/distributions.h"

namespace riskset {
namespace {

constexpr double kTiny = 1e-12;  // a limit printed 0.00 may be as small as one likes

Interval logRange(const PrintedNumber& number) {
  const auto [lower, upper] = number.rounded();
  return {std::log(std::max(lower, kTiny)), std::log(std::max(upper, kTiny))};
}

// Of z over the box of roundings: |z| is least where the value is nearest to 1 and the interval
// widest.
Interval zRange(Interval value, Interval lower, Interval upper, double critical) {
  const double widest = upper.upper - lower.lower;
  const double narrowest = std::max(upper.lower - lower.upper, kTiny);
  const double farthest = std::max(std::abs(value.lower), std::abs(value.upper));
  const bool holdsOne = value.lower <= 0 && value.upper >= 0;
  const double nearest = holdsOne ? 0 : std::min(std::abs(value.lower), std::abs(value.upper));
  return {2 * critical * nearest / widest, 2 * critical * farthest / narrowest};
}

// Where the |z| of another test of the same data may lie.
Interval otherZRange(Interval z, double logRatio, double stdError) {
  const double b = std::abs(logRatio);
  const double score = b < 1e-6 ? 1 : 2 * std::sinh(b / 2) / b;
  const double spread = 0.03 + 0.5 * stdError * stdError + 0.5 * (score - 1);
  constexpr double kTies = 0.1;  // near 0 a difference of any size is a large share
  return {std::max(0.0, z.lower - std::max(kTies, z.lower * spread)),
          z.upper * score + std::max(kTies, z.upper * spread)};
}

Interval pRangeOf(Interval z) {
  return {normalTwoSidedP(z.upper), normalTwoSidedP(z.lower)};
}

}  // namespace

RatioCheck checkRatioInterval(const PrintedRatio& ratio, double level) {
  const double critical = normalCritical(level);
  const Interval value = logRange(ratio.value), lower = logRange(ratio.lower),
                 upper = logRange(ratio.upper);
  RatioCheck check;
  const double low = std::max(ratio.lower.value, kTiny);
  check.geometricMean = std::sqrt(low * ratio.upper.value);
  check.symmetric =
      overlap(value, {(lower.lower + upper.lower) / 2, (lower.upper + upper.upper) / 2});
  check.stdError = std::log(ratio.upper.value / low) / (2 * critical);
  const double logRatio = std::log(std::max(ratio.value.value, kTiny));
  if (check.stdError > 0) check.z = logRatio / check.stdError;
  check.p = normalTwoSidedP(check.z);
  const Interval z = zRange(value, lower, upper, critical);
  check.pRange = pRangeOf(z);
  check.otherTestRange = pRangeOf(otherZRange(z, logRatio, check.stdError));
  if (lower.lower > 0 || upper.upper < 0)
    check.excludesOne = true;
  else if (lower.upper < 0 && upper.lower > 0)
    check.excludesOne = false;
  return check;
}

}  // namespace riskset
