// The log hazard ratio over time: the picture beside the test of proportional hazards.
//
// At an event, the Schoenfeld residual is the covariates of the patient less their mean over the
// risk set (with Efron's ties, over the means of the tied events). Scaled by the inverse of the
// average information per event and added to the coefficient, it estimates beta(t) there [1]. In a
// stratum within which a covariate is constant, its residuals say nothing and are left out; the
// average is then over the events of the others. These are the `y` of R's cox.zph(terms = FALSE),
// but that R keeps the zeros of a stratum within which no covariate varies.
//
// The smooth is that of R's plot.cox.zph (natural_smooth.h) in g(time), the transform of the test;
// the band is 2 standard errors on each side, whatever the level of the intervals. `time` of a
// point is that at which g has its value, interpolated between event times for `km` and `rank`.
//
// [1] Grambsch PM, Therneau TM (1994). Biometrika 81:515-526. doi:10.1093/biomet/81.3.515
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/regression/cox.h"
#include "core/regression/design.h"

namespace riskset {

struct HazardRatioSmooth {
  std::vector<double> time, value, lower, upper;
};
BOOST_DESCRIBE_STRUCT(HazardRatioSmooth, (), (time, value, lower, upper))

// One coefficient. One entry per event, by time. `smooth` is empty when the events lie at too few
// times for the spline: fewer than four, or a third of them at one.
struct HazardRatioCurve {
  std::string name, level;
  std::vector<double> time, value;
  std::optional<HazardRatioSmooth> smooth;
};
BOOST_DESCRIBE_STRUCT(HazardRatioCurve, (), (name, level, time, value, smooth))

// What the test has already summed up. `means`: at each event time, the sum over its tied events of
// the means of x over the risk set. `information`: that of the standardised coefficients. `g` at
// each event time, and its inverse where that is a formula.
struct HazardRatioSums {
  Matrix means, information;
  Vector g;
  double (*timeOf)(double g) = nullptr;
};

// A coefficient that is aliased has no curve.
std::vector<HazardRatioCurve> hazardRatioOverTime(const CoxPatients& patients, const CoxFit& fit,
                                                  const Design& design,
                                                  const HazardRatioSums& sums);

}  // namespace riskset
