// Fisher's exact test of a 2x2 table.
//
// With the margins fixed, the count of the first cell is hypergeometric. The two-sided p is the sum
// of the probabilities of all tables that are no more probable than the observed one, where "no
// more" allows a relative 1e-7 for rounding (the rule of R's fisher.test).
//
// Source: Fisher RA (1935). J. R. Stat. Soc. 98:39-54. doi:10.2307/2342435
#pragma once

namespace riskset {

// Two-sided p of the table (x1, n1 - x1; x2, n2 - x2). Relative precision about 1e-12.
double fisherExactP(int x1, int n1, int x2, int n2);

}  // namespace riskset
