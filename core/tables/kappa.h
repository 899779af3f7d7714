// Cohen's kappa: how far two ratings of the same patients agree beyond chance.
//
// With p_ij the share of patients that the first rating puts into category i and the second into j,
// and w_ij how far such a pair agrees,
//
//   agreement  p_o = sum w_ij p_ij            expected by chance  p_e = sum w_ij p_i. p_.j
//   kappa = (p_o - p_e) / (1 - p_e)
//
// Weights: none: w_ij = 1 on the diagonal, else 0 [1]; linear: 1 - |i - j| / (k - 1), quadratic:
// 1 - (i - j)^2 / (k - 1)^2, for k ordered categories [2]. With w_i. = sum_j w_ij p_.j and
// w_.j = sum_i w_ij p_i. the variances are those of Fleiss, Cohen and Everitt [3],
//
//   of the interval   [ sum p_ij (w_ij (1 - p_e) - (w_i. + w_.j) (1 - p_o))^2
//                       - (p_o p_e - 2 p_e + p_o)^2 ] / (n (1 - p_e)^4)
//   of the test of 0  [ sum p_i. p_.j (w_ij - w_i. - w_.j)^2 - p_e^2 ] / (n (1 - p_e)^2)
//
// and kappa -+ z times the square root of the first is printed as it is, even above 1. Where all
// pairs agree the first is 0.
//
// [1] Cohen J (1960). Educ. Psychol. Meas. 20:37-46. doi:10.1177/001316446002000104
// [2] Cohen J (1968). Psychol. Bull. 70:213-220. doi:10.1037/h0026256
// [3] Fleiss JL, Cohen J, Everitt BS (1969). Psychol. Bull. 72:323-327. doi:10.1037/h0028106
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <vector>

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(KappaWeights, none, linear, quadratic)

struct Kappa {
  double agreement, expectedAgreement;  // weighted
  double kappa, stdError, lower, upper;
  double stdErrorNull, z, p;  // of the two-sided test that kappa is 0
};
BOOST_DESCRIBE_STRUCT(Kappa, (),
                      (agreement, expectedAgreement, kappa, stdError, lower, upper, stdErrorNull, z,
                       p))

// `table` is square: rows are the first rating, columns the second. Empty when a rating puts all
// patients into one category: kappa would be 0 whatever the other says.
std::optional<Kappa> cohenKappa(const std::vector<std::vector<int>>& table, KappaWeights weights,
                                double level);

}  // namespace riskset
