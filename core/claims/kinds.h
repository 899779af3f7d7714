// One check for each kind of claim (claim.h). Each expects the claim to be of its kind.
#pragma once

#include "core/claims/claim_check.h"
#include "core/claims/printed_number.h"

namespace riskset {

Result<ClaimCheck> checkPercentOfN(const Claim& claim);
Result<ClaimCheck> checkTwoArmCounts(const Claim& claim, double level);
Result<ClaimCheck> checkRatio(const Claim& claim, double level);
Result<ClaimCheck> checkProportionInterval(const Claim& claim, double level);
Result<ClaimCheck> checkMedian(const Claim& claim, double level);
Result<ClaimCheck> checkDifference(const Claim& claim);
Result<ClaimCheck> checkStatistic(const Claim& claim, double level);
Result<ClaimCheck> checkPValue(const Claim& claim, double level);
Result<ClaimCheck> checkEventsAndRatio(const Claim& claim, double level);
Result<ClaimCheck> checkTwoMedians(const Claim& claim, double level);

// What a kind cannot do without.
Problem missing(const std::string& field);
Result<PrintedNumber> requiredNumber(const Print& print, const std::string& field);
Result<int> requiredSize(const Print& print, const std::string& field);  // at least 1

}  // namespace riskset
