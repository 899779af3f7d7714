#include "core/survival/log_rank.h"

#include <cmath>
#include <numeric>

#include "core/distributions/distributions.h"
#include "core/linear/cholesky.h"

namespace riskset {
namespace {

// The sums of one test over the event times, for some of the groups.
class LogRankSums {
 public:
  LogRankSums(std::vector<std::size_t> members, const LogRankTest& test)
      : members_(std::move(members)), weights_(test), share_(members_.size()) {
    sums_.groups.resize(members_.size());
    sums_.distance.resize(members_.size());
    sums_.covariance.assign(members_.size(), std::vector<double>(members_.size()));
  }

  void add(const GroupRiskSets& at) {
    if (at.startsStratum()) weights_.restart();
    double n = 0, d = 0;
    for (const std::size_t member : members_) {
      n += at.atRisk()[member];
      d += at.events()[member];
    }
    if (d == 0) return;
    const double weight = weights_.next(n, d);
    // The last patient alone has no variance.
    const double spread = n > 1 ? weight * weight * d * (n - d) / (n - 1) : 0;
    for (std::size_t g = 0; g < members_.size(); ++g) {
      const double events = at.events()[members_[g]];
      share_[g] = at.atRisk()[members_[g]] / n;
      LogRankGroup& own = sums_.groups[g];
      own.events += static_cast<int>(events);
      own.observed += weight * events;
      own.expected += weight * d * share_[g];
      sums_.distance[g] += weight * (events - d * share_[g]);
      auto& row = sums_.covariance[g];
      for (std::size_t h = 0; h < g; ++h)
        row[h] -= spread * share_[g] * share_[h];
      row[g] += spread * share_[g] * (1 - share_[g]);
    }
  }

  LogRank result(const std::vector<int>& sizes) && {
    const std::size_t count = members_.size();
    Matrix covariance(count, count);
    for (std::size_t g = 0; g < count; ++g) {
      sums_.groups[g].n = sizes[members_[g]];
      for (std::size_t h = 0; h <= g; ++h) {
        sums_.covariance[h][g] = sums_.covariance[g][h];
        const auto row = static_cast<Eigen::Index>(g), column = static_cast<Eigen::Index>(h);
        covariance(row, column) = covariance(column, row) = sums_.covariance[g][h];
      }
    }
    // The covariance has rank one less than the groups that are compared with each other, in each
    // set of groups that shares risk sets (strata may keep groups apart): the generalised inverse
    // leaves out the last group of each set, and any group that is never compared with another.
    const GeneralisedCholesky decomposed(covariance);
    const int df = decomposed.rank();
    if (df > 0) {
      const Eigen::Map<const Vector> distance(sums_.distance.data(), covariance.rows());
      const double chiSquare = quadraticForm(decomposed, distance);
      sums_.test = ChiSquareTest{chiSquare, df, chiSquareP(chiSquare, df)};
      if (count == 2) sums_.z = sums_.distance[1] / std::sqrt(sums_.covariance[1][1]);
    }
    return std::move(sums_);
  }

 private:
  std::vector<std::size_t> members_;
  LogRankWeights weights_;
  std::vector<double> share_;  // of those at risk, by member
  LogRank sums_;               // of the covariance, its lower triangle
};

std::vector<LogRank> testsOf(const ComparedCohort& cohort, std::vector<LogRankSums> tests) {
  for (GroupRiskSets at(cohort); at.next();) {
    for (auto& test : tests)
      test.add(at);
  }
  std::vector<int> sizes(static_cast<std::size_t>(cohort.groups));
  for (const int code : cohort.group)
    ++sizes[static_cast<std::size_t>(code)];
  std::vector<LogRank> results;
  for (auto& test : tests)
    results.push_back(std::move(test).result(sizes));
  return results;
}

}  // namespace

LogRank logRank(const ComparedCohort& cohort, const LogRankTest& test) {
  std::vector<std::size_t> all(static_cast<std::size_t>(cohort.groups));
  std::iota(all.begin(), all.end(), std::size_t{0});
  return testsOf(cohort, {LogRankSums(all, test)}).front();
}

std::vector<LogRank> pairwiseLogRank(const ComparedCohort& cohort, const LogRankTest& test) {
  std::vector<LogRankSums> pairs;
  const auto groups = static_cast<std::size_t>(cohort.groups);
  for (std::size_t a = 0; a < groups; ++a) {
    for (std::size_t b = a + 1; b < groups; ++b)
      pairs.push_back(LogRankSums({a, b}, test));
  }
  return testsOf(cohort, std::move(pairs));
}

std::optional<TrendTest> trendTest(const LogRank& result, std::vector<double> scores) {
  // Scores count by their differences alone. Taken from their mean, large ones (calendar years) do
  // not cancel away the digits.
  const double mean =
      std::accumulate(scores.begin(), scores.end(), 0.0) / static_cast<double>(scores.size());
  double score = 0, variance = 0, size = 0;
  for (std::size_t g = 0; g < scores.size(); ++g) {
    const double own = scores[g] - mean;
    score += own * result.distance[g];
    size += own * own * result.covariance[g][g];
    for (std::size_t h = 0; h < scores.size(); ++h)
      variance += own * (scores[h] - mean) * result.covariance[g][h];
  }
  // What is left of terms that cancel is rounding, not a variance.
  if (!(variance > 1e-11 * size)) return {};
  const double chiSquare = score * score / variance;
  return TrendTest{{chiSquare, 1, chiSquareP(chiSquare, 1)},
                   std::move(scores),
                   score,
                   variance,
                   score / std::sqrt(variance)};
}

}  // namespace riskset
