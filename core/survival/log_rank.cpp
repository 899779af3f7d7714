#include "core/survival/log_rank.h"

#include <algorithm>
#include <numeric>

#include "core/distributions/distributions.h"
#include "core/linear/cholesky.h"

namespace riskset {

LogRank logRank(std::span<const double> time, std::span<const std::uint8_t> event,
                std::span<const int> group, int groups, std::span<const int> stratum) {
  const auto stratumOf = [&](std::size_t i) { return stratum.empty() ? 0 : stratum[i]; };
  std::vector<std::size_t> order(time.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
    if (stratumOf(i) != stratumOf(j)) return stratumOf(i) < stratumOf(j);
    return time[i] > time[j];  // latest first: the risk set grows along the order
  });

  LogRank result;
  result.groups.resize(static_cast<std::size_t>(groups));
  Vector distance = Vector::Zero(groups);  // O - E
  Matrix covariance = Matrix::Zero(groups, groups);
  Vector atRisk = Vector::Zero(groups);
  for (std::size_t i = 0; i < order.size();) {
    const std::size_t first = order[i];
    if (i > 0 && stratumOf(first) != stratumOf(order[i - 1])) atRisk.setZero();
    double events = 0;
    for (; i < order.size() && time[order[i]] == time[first] &&
           stratumOf(order[i]) == stratumOf(first);
         ++i) {
      const int code = group[order[i]];
      atRisk(code) += 1;
      auto& own = result.groups[static_cast<std::size_t>(code)];
      ++own.n;
      if (event[order[i]]) {
        ++own.observed;
        distance(code) += 1;
        events += 1;
      }
    }
    if (events == 0) continue;
    const double n = atRisk.sum();
    const Vector share = atRisk / n;
    distance -= events * share;
    for (int g = 0; g < groups; ++g) {
      result.groups[static_cast<std::size_t>(g)].expected += events * share(g);
    }
    if (n > 1) {  // the last patient alone has no variance
      const double spread = events * (n - events) / (n - 1);
      covariance += spread * (Matrix(share.asDiagonal()) - share * share.transpose());
    }
  }

  // The covariance has rank one less than the groups that are compared with each other, in each
  // set of groups that shares risk sets (strata may keep groups apart): the generalised inverse
  // leaves out the last group of each set, and any group that is never compared with another.
  const GeneralisedCholesky decomposed(covariance);
  const int df = decomposed.rank();
  if (df > 0) {
    const double chiSquare = quadraticForm(decomposed, distance);
    result.test = ChiSquareTest{chiSquare, df, chiSquareP(chiSquare, df)};
  }
  return result;
}

}  // namespace riskset
