// What is read off one Kaplan-Meier curve, and what has to be said about it.
#pragma once

#include <string>

#include "core/analysis/methods/sample.h"
#include "core/survival/survival_data.h"

namespace riskset {

// One group's rows, kept beside its answers: variances of contrasts need them.
struct Curve {
  std::string label;
  SurvivalData data;
};

KaplanMeierGroup describeGroup(const Curve& curve, const CurveOptions& how,
                               const KaplanMeierOptions& options);

void warnAbout(const KaplanMeierGroup& group, Sample& sample);

}  // namespace riskset
