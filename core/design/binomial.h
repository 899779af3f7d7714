// The binomial distribution as a list.
#pragma once

#include <vector>

namespace riskset {

// P(X = x) for x = 0 ... n; rate in [0, 1]. Each from its neighbour, outwards from the mode, so
// that what is small is still exact to its digits.
std::vector<double> binomialProbabilities(int n, double rate);

}  // namespace riskset
