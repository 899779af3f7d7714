// A number as print has it, and the values that it may stand for.
//
// Read are decimal points, commas and middle dots; "<0.01", "P = .049", ">0.99" and the signs for
// "at most" and "at least"; percent signs; minus signs of every length; full-width characters;
// powers of ten (1.2e-5, 1.2 x 10^-5); thousands set apart; footnote marks and brackets, which are
// passed over. A comma stands for thousands only where a whole number is expected, or beside a
// point.
#pragma once

#include <string>
#include <string_view>

#include "core/base/estimate.h"
#include "core/base/result.h"
#include "core/claims/claim.h"

namespace riskset {

struct PrintedNumber {
  enum class Relation { equal, below, above };

  std::string text;  // as printed
  double value = 0;
  double unit = 1;  // of the last digit: 0.01 of "1.20"
  int decimals = 0;
  Relation relation = Relation::equal;
  bool percentSign = false;

  // The values that round to it, however halves are rounded; beyond a limit, "<" and ">" reach to
  // infinity. A little more than that, for the rounding of arithmetic.
  Interval rounded() const { return within(0.5, 0.5); }
  // Those that are printed so when the digits behind are cut off.
  Interval cutOff() const { return within(0, 1); }
  // Those that round to it or to a neighbour in the last digit.
  Interval neighbours() const { return within(1.5, 1.5); }

  bool gives(double x) const { return inside(rounded(), x); }
  bool isCutOffFrom(double x) const { return inside(cutOff(), x) && !gives(x); }

 private:
  Interval within(double below, double above) const;
  static bool inside(Interval range, double x) { return x >= range.lower && x <= range.upper; }
};

inline bool overlap(Interval a, Interval b) {
  return a.lower <= b.upper && b.lower <= a.upper;
}

// Problem: `field` holds no number, or one of more digits than any print has.
Result<PrintedNumber> readNumber(std::string_view text, const std::string& field);

// A number of patients: whole, not negative, at most a hundred million.
Result<int> readCount(std::string_view text, const std::string& field);

// "NR", "not estimable", a dash: a limit or median that does not exist.
bool isNotReached(std::string_view text);

}  // namespace riskset
