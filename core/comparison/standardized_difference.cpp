#include "core/comparison/standardized_difference.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/linear/cholesky.h"

namespace riskset {

StandardizedDifference standardizedDifference(const Sorted& first, const Sorted& second) {
  if (first.size() < 2 || second.size() < 2) return {};
  const double m1 = mean(first), m2 = mean(second);
  const double spread = std::sqrt((variance(first) + variance(second)) / 2);
  if (constant(spread, std::max(std::abs(m1), std::abs(m2)))) return {};
  const double difference = (m1 - m2) / spread;
  return {difference, std::abs(difference)};
}

StandardizedDifference standardizedDifference(const std::vector<int>& first,
                                              const std::vector<int>& second) {
  const double n1 = std::accumulate(first.begin(), first.end(), 0.0);
  const double n2 = std::accumulate(second.begin(), second.end(), 0.0);
  std::vector<double> shares1, shares2;
  bool overlap = false;
  for (std::size_t level = 0; level < first.size(); ++level) {
    if (first[level] == 0 && second[level] == 0) continue;
    shares1.push_back(first[level] / n1);
    shares2.push_back(second[level] / n2);
    overlap = overlap || (first[level] > 0 && second[level] > 0);
  }
  if (!overlap || shares1.size() < 2) return {};

  // With a level in both groups, the covariance of the others can be inverted.
  const auto free = static_cast<Eigen::Index>(shares1.size()) - 1;
  Matrix covariance = Matrix::Zero(free, free);
  Vector difference(free);
  for (Eigen::Index j = 0; j < free; ++j) {
    const auto a = static_cast<std::size_t>(j) + 1;
    difference(j) = shares1[a] - shares2[a];
    for (Eigen::Index k = 0; k < free; ++k) {
      const auto b = static_cast<std::size_t>(k) + 1;
      const double own = j == k ? shares1[a] + shares2[a] : 0;
      covariance(j, k) = (own - shares1[a] * shares1[b] - shares2[a] * shares2[b]) / 2;
    }
  }
  const double distance =
      std::sqrt(std::max(0.0, quadraticForm(GeneralisedCholesky(covariance), difference)));
  if (free > 1) return {{}, distance};
  return {std::copysign(distance, difference(0)), distance};
}

}  // namespace riskset
