// Maximum of a concave log-likelihood by Newton's method with step halving.
//
// Columns are expected on a common scale (standard deviation 1), so that steps are comparable. A
// likelihood that keeps rising while a coefficient marches on at a constant pace has no maximum in
// that direction ("monotone likelihood": all deaths in one group). Near a true maximum steps shrink
// quadratically, so the two cases separate cleanly: see `diverging`.
#pragma once

#include <functional>
#include <vector>

#include "core/linear/matrix.h"

namespace riskset {

struct LikelihoodPoint {
  double logLik;
  Vector gradient;
  Matrix information;  // minus the second derivative; never indefinite
  // Where that of a penalised likelihood may be indefinite: the exact one, and `information` is
  // that of the likelihood without its penalty, along which steps rise too.
  Matrix curvature = {};
};

struct Maximum {
  Vector coef;
  LikelihoodPoint atNull;  // at coefficients 0
  LikelihoodPoint atMaximum;
  std::vector<bool> aliased;    // determined by earlier columns; coefficient 0
  std::vector<bool> diverging;  // runs off to plus or minus infinity
  bool converged = false;
  int iterations = 0;

  bool anyDiverging() const;
};

using Likelihood = std::function<LikelihoodPoint(const Vector& coef)>;

Maximum maximise(const Likelihood& likelihood, Eigen::Index coefficients);

// The maximum of a likelihood that has one (penalised), by steps that need not shrink
// quadratically: its `information` stands in for the curvature. Columns in `fixed` stay where
// `start` has them.
Maximum maximisePenalised(const Likelihood& likelihood, const Vector& start,
                          const std::vector<bool>& fixed);

// The maximum with some coefficients held at 0, of which they then count as aliased. It begins
// where the likelihood's curvature at the full maximum expects it: two steps instead of five.
Maximum maximiseWithout(const Likelihood& likelihood, const Maximum& full,
                        const std::vector<bool>& without);

// The maximum with one coefficient held at `value`, of which it then counts as aliased. `near` is a
// maximum with another value of it, or the full one.
Maximum maximiseHolding(const Likelihood& likelihood, const Maximum& near, Eigen::Index held,
                        double value);

}  // namespace riskset
