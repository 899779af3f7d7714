// The level of a test that a trial is planned for.
#pragma once

#include "core/distributions/distributions.h"

namespace riskset {

// `alpha` in (0, 1); of a two-sided test half of it lies on the side of the effect.
struct TestLevel {
  double alpha = 0.05;
  int sides = 2;
};

inline double criticalValue(TestLevel level) {
  return -normalQuantile(level.alpha / level.sides);
}

}  // namespace riskset
