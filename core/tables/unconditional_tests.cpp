#include "core/tables/unconditional_tests.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "core/tables/fisher.h"

namespace riskset {
namespace {

constexpr double kRounding = 1e-7;

// The tables as extreme as the observed one: for each count of arm a, the counts of arm b as runs
// [first, last], which are one or two in all but odd cases.
struct Run {
  int first, last;
};
using Region = std::vector<std::vector<Run>>;

template <class Extreme>
Region region(int n1, int n2, Extreme&& extreme) {
  Region rows(static_cast<std::size_t>(n1) + 1);
  for (int x1 = 0; x1 <= n1; ++x1) {
    auto& runs = rows[static_cast<std::size_t>(x1)];
    for (int x2 = 0; x2 <= n2; ++x2) {
      if (!extreme(x1, x2)) continue;
      if (!runs.empty() && runs.back().last == x2 - 1)
        runs.back().last = x2;
      else
        runs.push_back({x2, x2});
    }
  }
  return rows;
}

class Binomial {
 public:
  explicit Binomial(int n) : n_(n) {
    for (int x = 0; x <= n; ++x)
      logChoose_.push_back(std::lgamma(n + 1.0) - std::lgamma(x + 1.0) - std::lgamma(n - x + 1.0));
  }

  std::vector<double> probabilities(double rate) const {
    std::vector<double> p(logChoose_.size());
    const double log = std::log(rate), logOther = std::log1p(-rate);
    for (int x = 0; x <= n_; ++x)
      p[static_cast<std::size_t>(x)] =
          std::exp(logChoose_[static_cast<std::size_t>(x)] + x * log + (n_ - x) * logOther);
    return p;
  }

 private:
  int n_;
  std::vector<double> logChoose_;
};

// Tails are summed from the end of a run's arm, so that small probabilities keep their digits.
double probability(const Region& rows, const Binomial& a, const Binomial& b, double rate) {
  const auto pa = a.probabilities(rate);
  const auto pb = b.probabilities(rate);
  std::vector<double> upTo(pb.size()), from(pb.size());
  std::partial_sum(pb.begin(), pb.end(), upTo.begin());
  std::partial_sum(pb.rbegin(), pb.rend(), from.rbegin());
  double sum = 0;
  for (std::size_t x1 = 0; x1 < rows.size(); ++x1) {
    double own = 0;
    for (const auto& [first, last] : rows[x1]) {
      if (first == 0)
        own += upTo[static_cast<std::size_t>(last)];
      else if (last + 1 == std::ssize(pb))
        own += from[static_cast<std::size_t>(first)];
      else
        own += std::accumulate(pb.begin() + first, pb.begin() + last + 1, 0.0);
    }
    sum += pa[x1] * own;
  }
  return sum;
}

double largestProbability(const Region& rows, const Binomial& a, const Binomial& b) {
  constexpr int kSteps = 2000;
  const auto at = [&](double rate) { return probability(rows, a, b, rate); };
  // At rates of 0 and 1 only one table is possible.
  std::vector<double> grid{rows.front().empty() || rows.front().front().first > 0 ? 0.0 : 1.0};
  for (int step = 1; step < kSteps; ++step)
    grid.push_back(at(static_cast<double>(step) / kSteps));
  const bool last =
      !rows.back().empty() && rows.back().back().last + 1 == std::ssize(b.probabilities(0.5));
  grid.push_back(last ? 1.0 : 0.0);
  double largest = *std::max_element(grid.begin(), grid.end());
  const double worthRefining = 0.9 * largest;
  for (int step = 1; step < kSteps; ++step) {
    const double own = grid[static_cast<std::size_t>(step)];
    if (own < worthRefining || own < grid[static_cast<std::size_t>(step) - 1] ||
        own < grid[static_cast<std::size_t>(step) + 1])
      continue;
    constexpr double kGolden = 0.6180339887498949;
    double low = (step - 1.0) / kSteps, high = (step + 1.0) / kSteps;
    while (high - low > 1e-9) {
      const double first = high - kGolden * (high - low), second = low + kGolden * (high - low);
      const double atFirst = at(first), atSecond = at(second);
      largest = std::max({largest, atFirst, atSecond});
      (atFirst > atSecond ? high : low) = atFirst > atSecond ? second : first;
    }
  }
  return std::min(1.0, largest);
}

}  // namespace

std::optional<UnconditionalTests> unconditionalTests(Counts a, Counts b) {
  if ((a.n + 1.0) * (b.n + 1.0) > kMostTables) return {};
  const Binomial binomialA(a.n), binomialB(b.n);
  const auto p = [&](auto&& extreme) {
    return largestProbability(region(a.n, b.n, extreme), binomialA, binomialB);
  };

  const auto chiSquare = [&](int x1, int x2) {
    const double n1 = a.n, n2 = b.n, events = static_cast<double>(x1) + x2;
    const double margins = n1 * n2 * events * (n1 + n2 - events);
    const double cross = x1 * n2 - x2 * n1;
    return margins == 0 ? 0 : (n1 + n2) * cross * cross / margins;
  };
  const double observedChiSquare = chiSquare(a.events, b.events) * (1 - kRounding);
  const double barnard = p([&](int x1, int x2) { return chiSquare(x1, x2) >= observedChiSquare; });

  std::vector<FisherTest> fisher;
  fisher.reserve(static_cast<std::size_t>(a.n + 1) * static_cast<std::size_t>(b.n + 1));
  for (int x1 = 0; x1 <= a.n; ++x1) {
    for (int x2 = 0; x2 <= b.n; ++x2)
      fisher.push_back(fisherTest({x1, a.n}, {x2, b.n}));
  }
  const auto at = [&](int x1, int x2) -> const FisherTest& {
    return fisher[static_cast<std::size_t>(x1) * static_cast<std::size_t>(b.n + 1) +
                  static_cast<std::size_t>(x2)];
  };
  const auto boschloo = [&](double FisherTest::*side) {
    const double observed = at(a.events, b.events).*side * (1 + kRounding);
    return p([&](int x1, int x2) { return at(x1, x2).*side <= observed; });
  };
  return UnconditionalTests{
      barnard,
      {boschloo(&FisherTest::p), boschloo(&FisherTest::less), boschloo(&FisherTest::greater)}};
}

}  // namespace riskset
