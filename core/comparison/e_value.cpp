#include "core/comparison/e_value.h"

#include <cmath>

namespace riskset {
namespace {

double asRiskRatio(RatioMeasure measure, double ratio, bool rareOutcome) {
  if (rareOutcome || measure == RatioMeasure::RR) return ratio;
  if (measure == RatioMeasure::OR) return std::sqrt(ratio);
  const auto within = [](double hazard) { return -std::expm1(-std::sqrt(hazard) * std::log(2.0)); };
  return within(ratio) / within(1 / ratio);
}

double eValueOf(double riskRatio) {
  const double above = riskRatio < 1 ? 1 / riskRatio : riskRatio;
  return above + std::sqrt(above * (above - 1));
}

}  // namespace

EValue eValue(RatioMeasure measure, const Estimate& ratio, bool rareOutcome) {
  const auto converted = [&](const std::optional<double>& each) {
    return each ? std::optional(asRiskRatio(measure, *each, rareOutcome)) : std::nullopt;
  };
  EValue result{{converted(ratio.value), converted(ratio.lower), converted(ratio.upper)}, 1, {}};
  const auto& [value, lower, upper] = result.riskRatio;
  result.value = eValueOf(*value);
  const auto& nearer = *value < 1 ? upper : lower;
  const bool holdsOne =
      (lower && upper && *lower <= 1 && *upper >= 1) || (nearer && (*value < 1) != (*nearer < 1));
  if (holdsOne)
    result.limit = 1;
  else if (nearer)
    result.limit = eValueOf(*nearer);
  return result;
}

}  // namespace riskset
