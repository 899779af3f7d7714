#include "core/distributions/rank_sum.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace riskset {
namespace {

// The number of orders of the two samples for each U. `m` is the smaller one, for speed.
std::vector<double> orders(int m, int n) {
  const auto size = static_cast<std::size_t>(m * n + 1);
  // by[k][u]: ways to place k values of the first sample at the places seen so far.
  std::vector<std::vector<double>> by(static_cast<std::size_t>(m + 1), std::vector<double>(size));
  by[0][0] = 1;
  for (int place = 1; place <= m + n; ++place) {
    for (int k = std::min(m, place); k >= std::max(1, place - n); --k) {
      const auto above = static_cast<std::size_t>(place - k);
      auto& with = by[static_cast<std::size_t>(k)];
      const auto& without = by[static_cast<std::size_t>(k - 1)];
      for (std::size_t u = above; u < size; ++u)
        with[u] += without[u - above];
    }
  }
  return by.back();
}

constexpr double kRounding = 10 * std::numeric_limits<double>::epsilon();

}  // namespace

RankSum::RankSum(int m, int n) : upTo_(orders(std::min(m, n), std::max(m, n))) {
  std::partial_sum(upTo_.begin(), upTo_.end(), upTo_.begin());
  const double all = upTo_.back();
  for (double& probability : upTo_)
    probability /= all;
}

double RankSum::lowerP(double u) const {
  const double whole = std::floor(u + 1e-7);
  if (whole < 0) return 0;
  if (whole >= static_cast<double>(upTo_.size() - 1)) return 1;
  return upTo_[static_cast<std::size_t>(whole)];
}

// U and m n - U are distributed alike.
double RankSum::upperP(double u) const {
  return lowerP(static_cast<double>(upTo_.size() - 1) - std::floor(u + 1e-7) - 1);
}

double RankSum::quantile(double p) const {
  const auto reached = std::lower_bound(upTo_.begin(), upTo_.end() - 1, p - kRounding);
  return static_cast<double>(reached - upTo_.begin());
}

double RankSum::upperQuantile(double p) const {
  // P(U > u) = P(U <= m n - u - 1): the largest m n - u - 1 at which it is still at most p.
  const auto beyond = std::upper_bound(upTo_.begin(), upTo_.end(), p + kRounding);
  return std::max(
      0.0, static_cast<double>(upTo_.size() - 1) - static_cast<double>(beyond - upTo_.begin()));
}

std::optional<double> rankSumTwoSidedP(std::span<const double> ranks, int m, double rankSum) {
  const int n = static_cast<int>(ranks.size());
  if (m > n - m) {  // the sum of the others says the same
    const double all = std::accumulate(ranks.begin(), ranks.end(), 0.0);
    return rankSumTwoSidedP(ranks, n - m, all - rankSum);
  }
  std::vector<int> doubled(ranks.size());
  std::transform(ranks.begin(), ranks.end(), doubled.begin(),
                 [](double rank) { return static_cast<int>(std::lround(2 * rank)); });
  std::sort(doubled.begin(), doubled.end());
  const double largest = std::accumulate(doubled.end() - m, doubled.end(), 0.0);
  constexpr double kMostSteps = 1e8;
  if (largest * m * n > kMostSteps) return {};

  // by[k][s]: ways to choose k of the ranks seen so far with the sum s.
  const auto size = static_cast<std::size_t>(largest) + 1;
  std::vector<std::vector<double>> by(static_cast<std::size_t>(m + 1), std::vector<double>(size));
  by[0][0] = 1;
  for (const int rank : doubled) {
    const auto shift = static_cast<std::size_t>(rank);
    for (std::size_t k = by.size() - 1; k > 0; --k) {
      for (std::size_t s = shift; s < size; ++s)
        by[k][s] += by[k - 1][s - shift];
    }
  }
  const double expected = std::accumulate(doubled.begin(), doubled.end(), 0.0) * m / n;
  const double distance = std::abs(2 * rankSum - expected) * (1 - 1e-7);
  double all = 0, asFar = 0;
  for (std::size_t s = 0; s < size; ++s) {
    all += by.back()[s];
    if (std::abs(static_cast<double>(s) - expected) >= distance) asFar += by.back()[s];
  }
  return asFar / all;
}

}  // namespace riskset
