// Power and size of a trial that compares the rates of two arms.
//
// n1 patients in the first arm, r n1 in the second, with true rates p1 and p2; p their mean
// weighted by the sizes. The difference of the observed rates is taken as normal, with the variance
// of the common rate under the null hypothesis and that of the two rates otherwise [1,
// section 4.2]:
//
//   n1 = (z_a sqrt(p (1 - p) (1 + 1/r)) + z_b sqrt(p1 (1 - p1) + p2 (1 - p2) / r))^2 / (p1 - p2)^2
//
// (with r = 1 R's power.prop.test). That is for Pearson's test without correction. For Yates's, and
// near to what Fisher's needs, n1 becomes [2]
//
//   n1/4 (1 + sqrt(1 + 2 (1 + r) / (n1 r |p1 - p2|)))^2
//
// `fisherPower` is no approximation: the probability of all tables whose p of Fisher's test, of the
// same sides, is below alpha.
//
// [1] Fleiss JL, Levin B, Paik MC (2003). Statistical Methods for Rates and Proportions, 3rd ed.
//     doi:10.1002/0471445428
// [2] Fleiss JL, Tytun A, Ury HK (1980). Biometrics 36:343-346. doi:10.2307/2529990
#pragma once

#include <boost/describe/class.hpp>
#include <optional>

#include "core/design/test_level.h"

namespace riskset {

// True rates in [0, 1].
struct TwoRates {
  double first, second;
};

// `fisherPower` is empty beyond kMostTables tables.
struct TwoProportionsPower {
  double power;
  std::optional<double> fisherPower;
};
BOOST_DESCRIBE_STRUCT(TwoProportionsPower, (), (power, fisherPower))

// Patients of the arms and in all; power at these whole sizes.
struct TwoProportionsSize : TwoProportionsPower {
  double n1Unrounded, n1, n2, n;
};
BOOST_DESCRIBE_STRUCT(TwoProportionsSize, (TwoProportionsPower), (n1Unrounded, n1, n2, n))

struct TwoProportionsSizes {
  TwoProportionsSize uncorrected, corrected;
};
BOOST_DESCRIBE_STRUCT(TwoProportionsSizes, (), (uncorrected, corrected))

// Expects whole n1, n2 >= 1.
TwoProportionsPower twoProportionsPower(TwoRates rates, double n1, double n2, TestLevel level);

// Expects rates that differ, a power between alpha / sides and 1, and as `allocation` the share of
// the patients in the first arm, in (0, 1).
TwoProportionsSizes twoProportionsSizes(TwoRates rates, double allocation, TestLevel level,
                                        double power);

}  // namespace riskset
