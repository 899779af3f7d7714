// Printed results, checked from their numbers alone.
#include "core/analysis/methods/methods.h"

namespace riskset {

Result<Outcome<ClaimCheck>> run(const CheckClaimOptions& options, const Study&) {
  if (!(options.level > 0 && options.level < 1))
    return Problem{ProblemCode::valueNotAllowed, "", {}, "level must lie between 0 and 1"};
  auto check = checkClaim(options, options.level);
  if (!check) return check.problem();
  return Outcome<ClaimCheck>{std::move(check).value(), 0, {}, {}};
}

}  // namespace riskset
