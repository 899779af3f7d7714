// Score test of proportional hazards: does a coefficient change with a function g of time?
//
// At the fitted model, the score for beta(t) = beta + theta g(t) is tested against its information
// from the full likelihood, per term (a factor's columns together) and globally. This is the test
// of R's cox.zph since survival 3.0; the older one approximated the information.
//
// g(t): `km` (default) 1 - S(t-) by Kaplan-Meier over all patients; `rank`; `identity`; `log`.
//
// Source: Grambsch PM, Therneau TM (1994). Biometrika 81:515-526. doi:10.1093/biomet/81.3.515
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/regression/cox.h"
#include "core/regression/design.h"
#include "core/regression/hazard_ratio_over_time.h"

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(TimeTransform, km, rank, identity, log)

struct TermTest {
  std::string name;
  double chiSquare;
  int df;
  double p;
};
BOOST_DESCRIBE_STRUCT(TermTest, (), (name, chiSquare, df, p))

struct ProportionalHazards {
  TimeTransform transform{};
  std::vector<TermTest> terms;  // terms without a coefficient are left out
  ChiSquareTest global{};
  std::vector<HazardRatioCurve> curves;  // when asked for
};
BOOST_DESCRIBE_STRUCT(ProportionalHazards, (), (transform, terms, global, curves))

// Empty when g is not finite (log of a time 0), when a coefficient diverges, or when there are too
// few distinct event times to tell.
std::optional<ProportionalHazards> testProportionalHazards(const CoxPatients& patients,
                                                           const CoxFit& fit, CoxTies ties,
                                                           const Design& design,
                                                           TimeTransform transform, bool curves);

}  // namespace riskset
