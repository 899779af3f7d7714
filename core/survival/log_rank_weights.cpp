#include "core/survival/log_rank_weights.h"

#include <cmath>

namespace riskset {

double LogRankWeights::next(double atRisk, double events) {
  if (const auto* family = std::get_if<FlemingHarrington>(&test_)) {
    const double before = survival_;
    survival_ *= (atRisk - events) / atRisk;
    return std::pow(before, family->rho) * std::pow(1 - before, family->gamma);
  }
  petoSurvival_ *= 1 - events / (atRisk + 1);
  switch (*std::get_if<LogRankWeighting>(&test_)) {
    case LogRankWeighting::logRank:
      return 1;
    case LogRankWeighting::gehan:
      return atRisk;
    case LogRankWeighting::taroneWare:
      return std::sqrt(atRisk);
    case LogRankWeighting::petoPeto:
      return petoSurvival_;
    case LogRankWeighting::modifiedPetoPeto:
      return petoSurvival_ * atRisk / (atRisk + 1);
  }
  return 1;
}

}  // namespace riskset
