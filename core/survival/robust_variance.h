// Variance by the influence of each patient, or of each cluster of rows that belong together: the
// infinitesimal jackknife. It holds where the model's variance does not, with weights that are not
// counts of patients and with several rows of one patient.
//
// A row of weight w changes the hazard of step j by w (e_j - d_j / n_j) / n_j while it is at risk,
// e_j being 1 where it has its event. On a sum over steps of shares g_j of -log(1 - d_j / n_j) its
// influence is then
//   w ( e g_x / (n_x - d_x) - sum_{entry < t_j <= time} g_j d_j / (n_j (n_j - d_j)) ),
// x being the step of its time: g_j = 1 up to t for -log S(t), and the area behind t_j for a
// restricted mean. The variance is the sum of squares of the clusters' sums. For H the terms are
// 1 / n_x and d_j / n_j^2.
//
// As R's survfit(robust = TRUE). With a weight of 1 and a cluster each, the variance of S is
// Greenwood's.
//
// Source: Efron B (1982). The Jackknife, the Bootstrap and Other Resampling Plans. SIAM.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/survival/survival_data.h"

namespace riskset {

struct SurvivalSteps;

// At each step.
struct CurveVariances {
  std::vector<double> ofLogSurvival, ofHazard;
};

// In time that grows with the rows, not with rows times steps. Empty where fewer than two clusters
// weigh anything: their influences add up to 0, so that one alone has none to be judged by.
std::optional<CurveVariances> robustVariances(const SurvivalData& data, const SurvivalSteps& steps);

// The influence of each cluster (row, where `data` has no clusters) on the sum over steps of
// share[j] log(1 - d_j / n_j), an estimate that falls with each event. Events that leave nobody
// have none.
std::vector<double> clusterInfluence(const SurvivalData& data, const SurvivalSteps& steps,
                                     std::span<const double> share);

// The sum of their squares. Empty as above.
std::optional<double> influenceVariance(const SurvivalData& data, const SurvivalSteps& steps,
                                        std::span<const double> share);

}  // namespace riskset
