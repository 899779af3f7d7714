#include "core/survival/robust_variance.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/times.h"
#include "core/survival/kaplan_meier.h"

namespace riskset {
namespace {

std::size_t clusterOf(const SurvivalData& data, std::size_t row) {
  return data.cluster.empty() ? row : static_cast<std::size_t>(data.cluster[row]);
}

std::size_t clusterCount(const SurvivalData& data) {
  if (data.cluster.empty() || data.time.empty()) return data.time.size();
  return static_cast<std::size_t>(*std::max_element(data.cluster.begin(), data.cluster.end())) + 1;
}

bool hasTwoClusters(const SurvivalData& data) {
  if (data.cluster.empty()) return true;
  int first = -1;
  for (std::size_t row = 0; row < data.time.size(); ++row) {
    if (!(data.weightOf(row) > 0) || data.cluster[row] == first) continue;
    if (first >= 0) return true;
    first = data.cluster[row];
  }
  return false;
}

// sum over clusters of (fixed - weight level)^2, where a row changes its cluster's `weight` as it
// enters and leaves, and `fixed` holds what is settled. Expanded into three running sums, a change
// costs the same whatever the number of clusters. With few clusters, which are large, their terms
// nearly cancel: these are summed afresh.
class ClusterSquares {
 public:
  explicit ClusterSquares(std::size_t clusters) : clusters_(clusters) {}

  void change(std::size_t cluster, double fixed, double weight) {
    Terms& own = clusters_[cluster];
    fixedFixed_ += (2 * own.fixed + fixed) * fixed;
    fixedWeight_ += own.fixed * weight + own.weight * fixed + fixed * weight;
    weightWeight_ += (2 * own.weight + weight) * weight;
    own.fixed += fixed;
    own.weight += weight;
  }

  double at(double level) const {
    if (clusters_.size() > kFewClusters)
      return std::max(0.0, fixedFixed_ - level * (2 * fixedWeight_ - level * weightWeight_));
    double sum = 0;
    for (const Terms& own : clusters_) {
      const double influence = own.fixed - own.weight * level;
      sum += influence * influence;
    }
    return sum;
  }

 private:
  static constexpr std::size_t kFewClusters = 64;
  struct Terms {
    double fixed = 0, weight = 0;
  };
  std::vector<Terms> clusters_;
  double fixedFixed_ = 0, fixedWeight_ = 0, weightWeight_ = 0;
};

}  // namespace

std::optional<CurveVariances> robustVariances(const SurvivalData& data,
                                              const SurvivalSteps& steps) {
  if (!hasTwoClusters(data)) return {};
  const std::size_t rows = data.time.size();
  const auto byEntry = ascending(data.entry);
  ClusterSquares ofSurvival(clusterCount(data)), ofHazard(clusterCount(data));
  double logSurvival = 0;  // sum of d / (n (n - d)) so far
  double hazard = 0;       // of d / n^2
  const auto enter = [&](std::size_t row) {
    const double weight = data.weightOf(row);
    ofSurvival.change(clusterOf(data, row), weight * logSurvival, weight);
    ofHazard.change(clusterOf(data, row), weight * hazard, weight);
  };
  for (std::size_t row = 0; data.entry.empty() && row < rows; ++row)
    enter(row);

  CurveVariances variances;
  std::size_t entering = 0;
  std::size_t row = 0;
  for (std::size_t j = 0; j < steps.time.size(); ++j) {
    for (; entering < byEntry.size() && data.entry[byEntry[entering]] < steps.time[j]; ++entering)
      enter(byEntry[entering]);
    const RiskSetSize size = riskSetSize(steps, j);
    const bool counts = size.events > 0;
    const double survivalJump = counts && size.left() > 0 ? 1 / size.left() : 0;
    const double hazardJump = counts ? 1 / size.atRisk : 0;
    logSurvival += size.greenwood();
    hazard += size.events * hazardJump * hazardJump;
    for (; row < rows && data.time[row] == steps.time[j]; ++row) {
      const double weight = data.weightOf(row);
      const double event = data.event[row] ? 1 : 0;
      ofSurvival.change(clusterOf(data, row), weight * (event * survivalJump - logSurvival),
                        -weight);
      ofHazard.change(clusterOf(data, row), weight * (event * hazardJump - hazard), -weight);
    }
    variances.ofLogSurvival.push_back(ofSurvival.at(logSurvival));
    variances.ofHazard.push_back(ofHazard.at(hazard));
  }
  return variances;
}

std::vector<double> clusterInfluence(const SurvivalData& data, const SurvivalSteps& steps,
                                     std::span<const double> share) {
  std::vector<double> before{0};  // sum of share d / (n (n - d)) over the first steps
  for (std::size_t j = 0; j < steps.time.size(); ++j)
    before.push_back(before.back() + share[j] * riskSetSize(steps, j).greenwood());
  std::vector<double> influence(clusterCount(data), 0.0);
  std::size_t step = 0;
  for (std::size_t row = 0; row < data.time.size(); ++row) {
    while (steps.time[step] < data.time[row])
      ++step;
    std::size_t entered = 0;  // steps before the row is at risk
    if (!data.entry.empty()) {
      entered = static_cast<std::size_t>(
          std::upper_bound(steps.time.begin(), steps.time.end(), data.entry[row]) -
          steps.time.begin());
    }
    const double left = riskSetSize(steps, step).left();
    const double jump = data.event[row] && left > 0 ? share[step] / left : 0;
    influence[clusterOf(data, row)] -=
        data.weightOf(row) * (jump - (before[step + 1] - before[entered]));
  }
  return influence;
}

std::optional<double> influenceVariance(const SurvivalData& data, const SurvivalSteps& steps,
                                        std::span<const double> share) {
  if (!hasTwoClusters(data)) return {};
  const auto influence = clusterInfluence(data, steps, share);
  return std::inner_product(influence.begin(), influence.end(), influence.begin(), 0.0);
}

}  // namespace riskset
