// A printed p value beside computed ones.
#pragma once

#include <optional>
#include <string>

#include "core/claims/claim_check.h"
#include "core/claims/printed_number.h"

namespace riskset {

enum class SideOfLevel { below, above, open };

struct PrintedP {
  PrintedNumber number;
  double alpha;  // where it decides

  std::string words() const;  // "p = 0.049", "p < 0.001"

  // On which side of alpha all values lie that print so.
  SideOfLevel side() const;
  bool isOtherSideOf(double p) const { return isOtherSideOf(Interval{p, p}); }
  bool isOtherSideOf(Interval range) const;

  // No p value is printed so: above 1, below 0, or a bare 0.
  bool impossible() const;
};

// The claim's p, if one is printed.
Result<std::optional<PrintedP>> readP(const Claim& claim, double level);

std::string impossiblePSentence(const PrintedP& p);

}  // namespace riskset
