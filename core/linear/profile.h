// Profile-likelihood interval of one coefficient: the values t at which the likelihood, maximised
// over the other coefficients, is not much below its maximum,
//
//   2 (l(full maximum) - max l(beta with beta_held = t)) <= critical^2
//
// with `critical` the two-sided normal quantile. It needs no symmetry, and exists where the Wald
// interval misleads. Far from the full maximum, a penalised likelihood with one coefficient held
// may have several maxima: the one meant is that which is reached from the full maximum.
//
// Source: Venzon DJ, Moolgavkar SH (1988). Appl. Stat. 37:87-94. doi:10.2307/2347496
#pragma once

#include <optional>

#include "core/linear/newton.h"

namespace riskset {

// One limit of the interval, on the side of `firstStep` (the Wald limit's distance, with its sign).
// Empty: not found, or the likelihood never falls so far on this side.
std::optional<double> profileLimit(const Likelihood& likelihood, const Maximum& full,
                                   Eigen::Index held, double critical, double firstStep);

}  // namespace riskset
