// Restricted cubic spline of a number: cubic between knots t_1 < ... < t_k, linear beyond the first
// and last. In k - 1 columns, the first the number itself,
//
//   c_j(x) = [ (x - t_j)+^3 - (x - t_(k-1))+^3 (t_k - t_j) / (t_k - t_(k-1))
//              + (x - t_k)+^3 (t_(k-1) - t_j) / (t_k - t_(k-1)) ] / (t_k - t_1)^2
//
// for j = 1 .. k - 2. Without the c_j the effect is linear: their test is that of non-linearity.
// Knots stand at fixed quantiles of the values: 3: 10, 50, 90 %; 4: 5, 35, 65, 95 %;
// 5: 5, 27.5, 50, 72.5, 95 %; 6: 5, 23, 41, 59, 77, 95 %; 7: 2.5 to 97.5 % in steps of 15.83 %.
//
// Source: Harrell FE (2015), Regression Modeling Strategies, 2nd ed., section 2.4.5. Springer.
// doi:10.1007/978-3-319-19425-7
#pragma once

#include <span>
#include <vector>

#include "core/linear/matrix.h"

namespace riskset {

inline constexpr int kFewestKnots = 3, kMostKnots = 7;

// Empty when the values are too few or too equal for that many different knots.
std::vector<double> splineKnots(std::span<const double> values, int knots);

// The k - 1 columns, one element per value.
std::vector<Vector> splineColumns(std::span<const double> values, std::span<const double> knots);

}  // namespace riskset
