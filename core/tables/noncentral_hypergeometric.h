// The first cell of a 2x2 table given its margins: with an odds ratio of 1 it is hypergeometric,
// with another noncentral hypergeometric.
//
//   P(x) is proportional to choose(n1, x) choose(n2, events - x) oddsRatio^x
//
// Each probability comes from its neighbour by a ratio of whole numbers, outwards from the mode, so
// no factorial is ever formed, and the relative error stays near the number of steps times machine
// epsilon.
#pragma once

#include <algorithm>
#include <cstdint>

namespace riskset {

struct HypergeometricMargins {
  using Whole = std::int64_t;  // counts up to 2^31 each: their sums need more bits

  Whole n1, n2, events;

  Whole lowest() const { return std::max<Whole>(0, events - n2); }
  Whole highest() const { return std::min(n1, events); }

  // P(x + 1) / P(x)
  double ratioUp(Whole x, double oddsRatio) const {
    return static_cast<double>(n1 - x) * static_cast<double>(events - x) * oddsRatio /
           (static_cast<double>(x + 1) * static_cast<double>(n2 - events + x + 1));
  }

  Whole mode(double oddsRatio) const {
    Whole mode = lowest();
    for (Whole last = highest(); mode < last;) {
      const Whole middle = mode + (last - mode) / 2;
      if (ratioUp(middle, oddsRatio) > 1)
        mode = middle + 1;
      else
        last = middle;
    }
    return mode;
  }
};

// Calls visit(x, P(x) / P(mode)) for the mode, then upwards and downwards from it, as long as the
// ratio to the mode is above `negligible`.
template <class Visit>
void walkFromMode(const HypergeometricMargins& margins, double oddsRatio, double negligible,
                  Visit&& visit) {
  using Whole = HypergeometricMargins::Whole;
  const Whole mode = margins.mode(oddsRatio);
  visit(mode, 1.0);
  double weight = 1;
  for (Whole x = mode; x < margins.highest() && weight > negligible; ++x)
    visit(x + 1, weight *= margins.ratioUp(x, oddsRatio));
  weight = 1;
  for (Whole x = mode; x > margins.lowest() && weight > negligible; --x)
    visit(x - 1, weight /= margins.ratioUp(x - 1, oddsRatio));
}

}  // namespace riskset
