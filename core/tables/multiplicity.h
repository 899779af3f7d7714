// p values adjusted for being several: each is the smallest level at which its own hypothesis is
// rejected when all m of them are tested by the method.
//
//   bonferroni   m p
//   holm         max over the i smallest so far of (m - i + 1) p_(i)       family-wise error
//   hochberg     min over the i largest so far of (m - i + 1) p_(i)        the same, if not
//   negatively hommel       closed test of Simes's, by Wright's algorithm             dependent BH
//   min over the i largest so far of (m / i) p_(i)            false discovery rate BY           BH
//   times 1 + 1/2 + ... + 1/m                              the same, dependent anyhow
//
// none beyond 1; as R's p.adjust.
//
// Source: Holm S (1979). Scand. J. Stat. 6:65-70; Hochberg Y (1988). Biometrika 75:800-802.
// doi:10.1093/biomet/75.4.800; Hommel G (1988). Biometrika 75:383-386. doi:10.1093/biomet/75.2.383;
// Wright SP (1992). Biometrics 48:1005-1013. doi:10.2307/2532694; Benjamini Y, Hochberg Y (1995).
// J. R. Stat. Soc. B 57:289-300. doi:10.1111/j.2517-6161.1995.tb02031.x; Benjamini Y, Yekutieli D
// (2001). Ann. Stat. 29:1165-1188. doi:10.1214/aos/1013699998
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <vector>

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(Adjustment, none, bonferroni, holm, hochberg, hommel, BH, BY)

// In the order given. A test without a p is not among the m, and stays without.
std::vector<std::optional<double>> adjustedP(const std::vector<std::optional<double>>& p,
                                             Adjustment adjustment);

}  // namespace riskset
