// Probabilities of several correlated standard normal variables.
//
// By Genz's transformation: with R = L L' and Z = L Y, the limits of each Y_c follow from Y_1 ..
// Y_(c-1), and the probability is the mean, over points of the unit cube, of the product of the
// intervals' probabilities. The points are multiples of the square roots of primes at twelve fixed
// shifts, folded so that opposite sides of the cube agree, and weighted x (1 - x) along the
// sequence, which then has no edges; the same on every machine. R may be singular or nearly so: a
// variable whose variance given earlier ones is below 1e-10 only narrows their limits. (That
// changes no probability by more than about 1e-6.)
//
// Source: Genz A (1992). J. Comput. Graph. Stat. 1:141-149. doi:10.1080/10618600.1992.10477010
#pragma once

#include <vector>

namespace riskset {

// `error`: three standard errors from the shifts; 0 where a closed formula is enough.
struct NormalProbability {
  double value, error;
};

inline constexpr std::size_t kMostNormalVariables = 6;

// P(lower_i <= Z_i <= upper_i for all i); limits may be infinite. `correlation`: unit diagonal, at
// most kMostNormalVariables. Points are added until the error is at most `tolerance`, up to
// 200,000.
NormalProbability normalRectangle(const std::vector<std::vector<double>>& correlation,
                                  const std::vector<double>& lower,
                                  const std::vector<double>& upper, double tolerance);

// P(max |Z_i| >= bound), bound >= 0, to 1e-5 and, when it is small, to 3e-4 of itself: the sum over
// i of P(|Z_i| >= bound, and none before it is).
NormalProbability normalMaximumP(const std::vector<std::vector<double>>& correlation, double bound);

}  // namespace riskset
