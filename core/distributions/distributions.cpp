#include "core/distributions/distributions.h"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numbers>

#include "core/distributions/policy.h"

namespace riskset {

double normalQuantile(double p) {
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * p, DistributionPolicy{});
}

double normalCritical(double level) {
  return -normalQuantile((1 - level) / 2);
}

double normalUpperP(double z) {
  return boost::math::erfc(z / std::numbers::sqrt2, DistributionPolicy{}) / 2;
}

double normalTwoSidedP(double z) {
  return boost::math::erfc(std::abs(z) / std::numbers::sqrt2, DistributionPolicy{});
}

double chiSquareP(double chiSquare, int df) {
  return boost::math::gamma_q(0.5 * df, 0.5 * chiSquare, DistributionPolicy{});
}

double betaQuantile(double p, double a, double b) {
  return boost::math::ibeta_inv(a, b, p, DistributionPolicy{});
}

double betaUpperQuantile(double p, double a, double b) {
  return boost::math::ibetac_inv(a, b, p, DistributionPolicy{});
}

double betaLowerP(double x, double a, double b) {
  return boost::math::ibeta(a, b, x, DistributionPolicy{});
}

double betaUpperP(double x, double a, double b) {
  return boost::math::ibetac(a, b, x, DistributionPolicy{});
}

double betaDensity(double x, double a, double b) {
  return boost::math::ibeta_derivative(a, b, x, DistributionPolicy{});
}

}  // namespace riskset
