// p values adjusted for being several: each is the smallest level at which its own hypothesis is
// rejected when all m of them are tested by the method.
//
//   bonferroni   m p
//   holm         max over the i smallest so far of (m - i + 1) p_(i)       family-wise error
//   BH           min over the i largest so far of (m / i) p_(i)            false discovery rate
//
// none beyond 1; as R's p.adjust.
//
// Source: Holm S (1979). Scand. J. Stat. 6:65-70; Benjamini Y, Hochberg Y (1995). J. R. Stat. Soc.
// B 57:289-300. doi:10.1111/j.2517-6161.1995.tb02031.x
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <vector>

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(Adjustment, none, bonferroni, holm, BH)

// In the order given. A test without a p is not among the m, and stays without.
std::vector<std::optional<double>> adjustedP(const std::vector<std::optional<double>>& p,
                                             Adjustment adjustment);

}  // namespace riskset
