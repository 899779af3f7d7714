// How two measurements of the same patients go together.
//
//   Pearson   r of the values; t = r sqrt((n - 2) / (1 - r^2)), interval by Fisher's z [1]
//   Spearman  r of the ranks [2]; S = sum of squared rank differences = (n^3 - n)(1 - r) / 6.
//             Without ties and up to 1,290 pairs p is that of S: exact up to 9, above by an
//             Edgeworth series [3]; else that of t as above
//   Kendall   tau-b = (concordant - discordant pairs) over the root of the pairs that are untied in
//             each [4]. Without ties and below 50 pairs p is exact, and `statistic` the number of
//             concordant pairs; else of z, with the variance for ties
//
// As R's cor.test.
//
// [1] Fisher RA (1915). Biometrika 10:507-521. doi:10.1093/biomet/10.4.507
// [2] Spearman C (1904). Am. J. Psychol. 15:72-101. doi:10.2307/1412159
// [3] Best DJ, Roberts DE (1975). Appl. Stat. 24:377-379 (algorithm AS 89). doi:10.2307/2347111
// [4] Kendall MG (1938). Biometrika 30:81-93. doi:10.1093/biomet/30.1-2.81
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <span>

#include "core/base/estimate.h"

namespace riskset {

// `p` and the limits are empty where there are too few pairs.
struct PearsonCorrelation {
  double estimate;
  std::optional<double> lower, upper, statistic, p;
  int df;
};
BOOST_DESCRIBE_STRUCT(PearsonCorrelation, (), (estimate, lower, upper, statistic, df, p))

struct RankCorrelation {
  double estimate, statistic;
  bool exact;
  std::optional<double> p;
};
BOOST_DESCRIBE_STRUCT(RankCorrelation, (), (estimate, statistic, exact, p))

struct Correlation {
  int n;
  PearsonCorrelation pearson;
  RankCorrelation spearman, kendall;
};
BOOST_DESCRIBE_STRUCT(Correlation, (), (n, pearson, spearman, kendall))

// `x` and `y` are equally long, none of their values missing. Empty below two pairs, or where one
// of them does not vary. `level`: the coverage of the interval.
std::optional<Correlation> correlation(std::span<const double> x, std::span<const double> y,
                                       double level);

}  // namespace riskset
