// The p of the exact test of a table by enumeration (exact_contingency.h).
//
// Columns are placed one after the other, smallest first. Partial tables that leave the rows the
// same totals are a node; those of one probability are counted together. The sum over all tables
// that complete such a one is known, and the least and the most probable of them are bounded: where
// all are as extreme as the observed table they are added at once, where none is they are dropped,
// and only what lies between goes on: the network algorithm of Mehta and Patel, with simpler
// bounds.
//
// Source: Mehta CR, Patel NR (1983). JASA 78:427-434. doi:10.1080/01621459.1983.10477989
#pragma once

#include <optional>
#include <vector>

namespace riskset {

// By how much the log of a probability may lie above another's and still count as equal.
inline constexpr double kLogRounding = 1e-7;

// `observed` is the log of the product of 1 / cell! of the table, `logFactorial` reaches up to the
// sum of all counts. Expects at least two rows and columns, none of them empty. Empty when the
// enumeration would take too long: about half a second.
std::optional<double> enumeratedP(const std::vector<int>& rows, const std::vector<int>& columns,
                                  double observed, const std::vector<double>& logFactorial);

}  // namespace riskset
