// Unconditional exact tests of two proportions: only the sizes of the arms are fixed.
//
// Each orders all tables by a statistic; p is the largest probability, over the common rate, of the
// tables that are as extreme as the observed one.
//
//   Barnard    |z| of the pooled test (0 where a margin is empty)           [1, as 2]
//   Boschloo   the p of Fisher's exact test, of the same side               [3]
//
// The rate is searched on 2001 points and then around every peak by golden section.
//
// [1] Barnard GA (1945). Nature 156:177. doi:10.1038/156177a0
// [2] Suissa S, Shuster JJ (1985). J. R. Stat. Soc. A 148:317-327. doi:10.2307/2981892
// [3] Boschloo RD (1970). Stat. Neerl. 24:1-9. doi:10.1111/j.1467-9574.1970.tb00104.x
#pragma once

#include <boost/describe/class.hpp>
#include <optional>

#include "core/tables/counts.h"

namespace riskset {

struct SidedTest {
  double p, less, greater;  // two-sided; `a` below, `a` above the reference
};
BOOST_DESCRIBE_STRUCT(SidedTest, (), (p, less, greater))

struct UnconditionalTests {
  double barnard;  // two-sided
  SidedTest boschloo;
};

// Empty for more than kMostTables tables: that is beyond a second.
inline constexpr double kMostTables = 1e6;
std::optional<UnconditionalTests> unconditionalTests(Counts a, Counts b);

}  // namespace riskset
