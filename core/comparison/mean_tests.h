// Means compared: of two groups by Student's t and by Welch's, of more by the analysis of variance
// and by Welch's, which does without equal variances.
//
//   Student  t = (m1 - m2) / sqrt(s^2 (1/n1 + 1/n2)), s^2 pooled, n1 + n2 - 2 degrees of freedom
//   Welch    t = (m1 - m2) / sqrt(s1^2/n1 + s2^2/n2), degrees of freedom by Satterthwaite [1]
//   ANOVA    F = mean square between / mean square within
//   Welch    F of means weighted by n/s^2 [2]; of two groups it is the square of his t
//
// and whether variances differ: Bartlett's chi-square [3], and Brown and Forsythe's F, the analysis
// of variance of the distances from each group's median [4].
//
// As R's t.test, oneway.test, aov, bartlett.test. A test is empty where there are too few values,
// or where no group varies: data that are constant but for rounding have no t.
//
// [1] Welch BL (1938). Biometrika 29:350-362. doi:10.1093/biomet/29.3-4.350
// [2] Welch BL (1951). Biometrika 38:330-336. doi:10.1093/biomet/38.3-4.330
// [3] Bartlett MS (1937). Proc. R. Soc. A 160:268-282. doi:10.1098/rspa.1937.0109
// [4] Brown MB, Forsythe AB (1974). JASA 69:364-367. doi:10.1080/01621459.1974.10482955
#pragma once

#include <boost/describe/class.hpp>
#include <optional>

#include "core/base/estimate.h"
#include "core/comparison/samples.h"

namespace riskset {

// The difference of the means, first minus second, with its interval.
struct TTest {
  double t, df, p;
  Estimate difference;
};
BOOST_DESCRIBE_STRUCT(TTest, (), (t, df, p, difference))

struct FTest {
  double f, df1, df2, p;
};
BOOST_DESCRIBE_STRUCT(FTest, (), (f, df1, df2, p))

// `level`: the coverage of the interval.
std::optional<TTest> studentTest(const Sorted& first, const Sorted& second, double level);
std::optional<TTest> welchTest(const Sorted& first, const Sorted& second, double level);

// Groups without values are passed over. Welch's and Bartlett's need two values in each group.
std::optional<FTest> anovaTest(std::span<const Sorted> groups);
std::optional<FTest> welchAnovaTest(std::span<const Sorted> groups);
std::optional<ChiSquareTest> bartlettTest(std::span<const Sorted> groups);
std::optional<FTest> brownForsytheTest(std::span<const Sorted> groups);

}  // namespace riskset
