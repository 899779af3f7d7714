#include "core/linear/profile.h"

#include <algorithm>
#include <cmath>

namespace riskset {
namespace {

constexpr int kMostSteps = 60;
// The signed root of the likelihood ratio is nearly linear, and Newton's method on it quadratic:
// a step this small, relative to the distance from the maximum, leaves only rounding.
constexpr double kSettled = 1e-8;
constexpr double kFurthest = 2;  // times the distance so far, before the limit is bracketed

}  // namespace

std::optional<double> profileLimit(const Likelihood& likelihood, const Maximum& full,
                                   Eigen::Index held, double critical, double firstStep) {
  const double direction = firstStep < 0 ? -1 : 1;
  double distance = std::abs(firstStep);
  double inside = 0;
  std::optional<double> outside;
  Maximum nearest = full;
  for (int step = 0; step < kMostSteps && std::isfinite(distance); ++step) {
    const Maximum at =
        maximiseHolding(likelihood, nearest, held, full.coef(held) + direction * distance);
    if (!at.converged) {  // beyond what the likelihood can be computed at
      outside = distance;
      distance = (inside + distance) / 2;
      continue;
    }
    const double root = std::sqrt(std::max(0.0, 2 * (full.atMaximum.logLik - at.atMaximum.logLik)));
    if (root < critical) {
      inside = distance;
    } else {
      outside = distance;
    }
    // How the profile falls is how the likelihood does: it is flat in the other coefficients.
    const double slope = -direction * at.atMaximum.gradient(held) / root;
    double next = distance + (critical - root) / slope;
    if (std::abs(next - distance) <= kSettled * distance) return full.coef(held) + direction * next;
    if (!outside) {
      if (!(next > distance && next < kFurthest * distance)) next = kFurthest * distance;
    } else if (!(next > inside && next < *outside)) {
      next = (inside + *outside) / 2;
    }
    nearest = at;
    distance = next;
  }
  return {};
}

}  // namespace riskset
