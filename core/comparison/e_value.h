// The E-value: how strongly an unmeasured confounder would have to be associated with both
// treatment and outcome, as risk ratios and beyond the measured covariates, to explain an estimate
// away.
//
// Of a risk ratio R >= 1 it is R + sqrt(R (R - 1)); of one below 1 that of 1 / R. Of an interval it
// is that of the limit nearer to 1, and 1 where the interval holds 1. Other measures are first
// brought to the scale of risk ratios:
//
//   OR   rare outcome: R = OR;   else R = sqrt(OR)
//   HR   rare outcome: R = HR;   else R = (1 - 0.5^sqrt(HR)) / (1 - 0.5^sqrt(1 / HR))
//
// Rare: fewer than 15 % have the outcome by the end of follow-up.
//
// Source: VanderWeele TJ, Ding P (2017). Ann. Intern. Med. 167:268-274. doi:10.7326/M16-2607
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>

#include "core/base/estimate.h"

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(RatioMeasure, RR, OR, HR)

// `riskRatio`: the estimate on the scale of risk ratios. `limit`: of the interval's nearer limit;
// empty where that limit was not given.
struct EValue {
  Estimate riskRatio;
  double value;
  std::optional<double> limit;
};
BOOST_DESCRIBE_STRUCT(EValue, (), (riskRatio, value, limit))

// Expects a value, and ratios above 0 with lower <= value <= upper.
EValue eValue(RatioMeasure measure, const Estimate& ratio, bool rareOutcome);

}  // namespace riskset
