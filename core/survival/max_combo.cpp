#include "core/survival/max_combo.h"

#include <algorithm>
#include <cmath>

#include "core/distributions/multivariate_normal.h"

namespace riskset {

std::optional<MaxCombo> maxCombo(const ComparedCohort& cohort,
                                 const std::vector<FlemingHarrington>& tests) {
  const std::size_t count = tests.size();
  std::vector<LogRankWeights> weights;
  for (const auto& test : tests)
    weights.emplace_back(test);
  std::vector<double> now(count), score(count);
  std::vector<std::vector<double>> covariance(count, std::vector<double>(count));
  for (GroupRiskSets at(cohort); at.next();) {
    const double n = at.atRisk()[0] + at.atRisk()[1];
    const double d = at.events()[0] + at.events()[1];
    const double share = at.atRisk()[1] / n;
    const double distance = at.events()[1] - d * share;
    const double spread = n > 1 ? d * (n - d) / (n - 1) * share * (1 - share) : 0;
    for (std::size_t k = 0; k < count; ++k) {
      if (at.startsStratum()) weights[k].restart();
      now[k] = weights[k].next(n, d);
      score[k] += now[k] * distance;
      for (std::size_t l = 0; l <= k; ++l)
        covariance[k][l] += now[k] * now[l] * spread;
    }
  }

  MaxCombo result;
  std::vector<std::size_t> kept;  // with a variance
  for (std::size_t k = 0; k < count; ++k) {
    result.statistics.push_back({tests[k].rho, tests[k].gamma, {}});
    if (!(covariance[k][k] > 0)) continue;
    kept.push_back(k);
    const double z = score[k] / std::sqrt(covariance[k][k]);
    result.statistics[k].z = z;
    result.maximum = std::max(result.maximum, std::abs(z));
  }
  if (kept.empty()) return {};
  for (const std::size_t k : kept) {
    auto& row = result.correlation.emplace_back();
    for (const std::size_t l : kept) {
      row.push_back(k == l ? 1
                           : covariance[std::max(k, l)][std::min(k, l)] /
                                 std::sqrt(covariance[k][k] * covariance[l][l]));
    }
  }
  const auto p = normalMaximumP(result.correlation, result.maximum);
  result.p = p.value;
  result.pError = p.error;
  return result;
}

}  // namespace riskset
