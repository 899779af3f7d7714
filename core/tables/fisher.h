// Fisher's exact test of a 2x2 table.
//
// With the margins fixed, the count of the first cell is hypergeometric. The two-sided p is the sum
// of the probabilities of all tables that are no more probable than the observed one, where "no
// more" allows a relative 1e-7 for rounding (the rule of R's fisher.test); `less` and `greater` are
// the tails of the first cell. Three p values are known as mid-P [2]:
//
//   midP          p less half the probability of the tables as probable as the observed one
//   midPObserved  p less half the probability of the observed table alone
//   midPDoubled   twice the smaller tail, that less half the probability of the observed table
//
// [1] Fisher RA (1935). J. R. Stat. Soc. 98:39-54. doi:10.2307/2342435
// [2] Lancaster HO (1961). JASA 56:223-234. doi:10.1080/01621459.1961.10482105
#pragma once

#include "core/tables/counts.h"

namespace riskset {

struct FisherTest {
  double p, less, greater, midP, midPObserved, midPDoubled;
};

// Relative precision about 1e-12.
FisherTest fisherTest(Counts a, Counts b);

}  // namespace riskset
