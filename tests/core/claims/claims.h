// Claims in few words, for tests.
#pragma once

#include <string>
#include <vector>

#include "core/claims/claim_check.h"

namespace riskset {

inline Print print(const char* text) {
  return text ? Print(Label(text)) : Print();
}

inline Prints prints(const std::vector<const char*>& texts) {
  if (texts.empty()) return {};
  OneOrMany<Label> all;
  for (const char* text : texts)
    all.push_back(Label(text));
  return all;
}

inline ClaimArm arm(const std::vector<const char*>& counts, const char* n,
                    const std::vector<const char*>& percents = {}) {
  return {prints(counts), print(n), prints(percents), {}, {}};
}

inline Claim percentClaim(const char* count, const char* n, const char* percent) {
  Claim claim;
  claim.kind = ClaimKind::percentOfN;
  claim.count = print(count);
  claim.n = print(n);
  claim.percent = print(percent);
  return claim;
}

inline Claim armsClaim(ClaimArm first, ClaimArm second, const char* p, const char* test = nullptr) {
  Claim claim;
  claim.kind = ClaimKind::twoArmCounts;
  claim.arms = {std::move(first), std::move(second)};
  claim.p = print(p);
  if (test) claim.test = test;
  return claim;
}

// Where the size is that of the arm elsewhere in the paper.
inline Claim withAssumedN(Claim claim) {
  claim.nAssumed = true;
  return claim;
}

// A ratio, a median or a rate with its limits.
inline Claim limitsClaim(ClaimKind kind, const char* value, const char* lower, const char* upper,
                         const char* p = nullptr) {
  Claim claim;
  claim.kind = kind;
  claim.value = print(value);
  claim.lower = print(lower);
  claim.upper = print(upper);
  claim.p = print(p);
  return claim;
}

}  // namespace riskset
