// The exact partial likelihood of tied event times, as if time were discrete: with d events among
// the patients at risk, the probability that these d had them, given that d did,
//
//   exp(sum of x_i' beta over the events) / e_d(exp(x' beta) over the risk set),
//
// e_d the elementary symmetric polynomial: the sum over all sets of d patients of the product of
// theirs. Without ties it is Cox's own. It is the likelihood of conditional logistic regression.
// e_d and its first two derivatives come from the recursion over patients
// e_k(n) = e_k(n - 1) + r_n e_(k-1)(n - 1) [1], in n d p^2 operations for each event time.
//
// Sources: Cox DR (1972). J. R. Stat. Soc. B 34:187-220. doi:10.1111/j.2517-6161.1972.tb00899.x
// [1] Gail MH, Lubin JH, Rubinstein LV (1981). Biometrika 68:703-707. doi:10.1093/biomet/68.3.703
#pragma once

#include "core/regression/cox.h"

namespace riskset {

class ExactTies {
 public:
  // Patients with case weights have no exact likelihood.
  explicit ExactTies(const CoxPatients& patients);

  LikelihoodPoint operator()(const Vector& coef) const;

  // Operations of one evaluation, all but those of untied times.
  double cost() const;

 private:
  const CoxPatients& patients_;
  CoxPatients untied_;  // the same, with tied event times that count for nothing
};

}  // namespace riskset
