// Numbers in groups, each group sorted: what the comparisons of numbers work on. Sums of sorted
// numbers do not depend on the order of the rows, to the last digit.
#pragma once

#include <span>
#include <vector>

namespace riskset {

using Sorted = std::vector<double>;  // ascending, without missing values

Sorted sorted(std::vector<double> values);

// The groups that have values, of `count` groups by code. Rows without a value (NaN) or a group
// (-1) are passed over.
std::vector<Sorted> sortedGroups(std::span<const double> values, std::span<const int> codes,
                                 std::size_t count);

// All values of the groups.
Sorted pooled(std::span<const Sorted> groups);

double mean(const Sorted& values);  // NaN without values

// The sum of squared distances from the mean.
double squaresAround(const Sorted& values, double mean);

// With n - 1; NaN below two values.
double variance(const Sorted& values);

// Whether values are equal but for the rounding of their computation (R's t.test refuses data whose
// standard error is below ten epsilon of the means): `spread` is a standard deviation or error.
bool constant(double spread, double size);

}  // namespace riskset
