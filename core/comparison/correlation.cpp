#include "core/comparison/correlation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "core/base/times.h"
#include "core/comparison/samples.h"
#include "core/distributions/distributions.h"

namespace riskset {
namespace {

using Values = std::vector<double>;

double productMoment(const Values& x, const Values& y) {
  const double meanX = mean(x), meanY = mean(y);
  double xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - meanX) * (x[i] - meanX);
    yy += (y[i] - meanY) * (y[i] - meanY);
    xy += (x[i] - meanX) * (y[i] - meanY);
  }
  const double r = xy / (std::sqrt(xx) * std::sqrt(yy));
  // On a line, but for rounding.
  constexpr double kLine = 4 * std::numeric_limits<double>::epsilon();
  return 1 - std::abs(r) < kLine ? std::copysign(1, r) : r;
}

// Two-sided p of t = r sqrt(df / (1 - r^2)).
double pOfCorrelation(double r, double df) {
  const double rest = (1 - r) * (1 + r);
  return rest > 0 ? 2 * tUpperP(std::abs(r) * std::sqrt(df / rest), df) : 0;
}

PearsonCorrelation pearson(const Values& x, const Values& y, double level) {
  const double r = productMoment(x, y), n = static_cast<double>(x.size());
  PearsonCorrelation result{r, {}, {}, {}, {}, static_cast<int>(n) - 2};
  const double rest = (1 - r) * (1 + r);
  if (n > 2 && rest > 0) {
    result.statistic = r * std::sqrt((n - 2) / rest);
    result.p = pOfCorrelation(r, n - 2);
  }
  if (n > 3 && rest > 0) {
    const double reach = normalCritical(level) / std::sqrt(n - 3);
    result.lower = std::tanh(std::atanh(r) - reach);
    result.upper = std::tanh(std::atanh(r) + reach);
  }
  return result;
}

// Sums over the sizes t of the ties of one variable, each with what its use needs.
struct Ties {
  double pairs = 0, triples = 0, variance = 0;  // t(t-1), t(t-1)(t-2), t(t-1)(2t+5)
};

Values midranks(const Values& values, Ties& ties) {
  const auto order = ascending(values);
  Values ranks(values.size());
  for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
    while (to < order.size() && values[order[to]] == values[order[from]])
      ++to;
    for (std::size_t i = from; i < to; ++i)
      ranks[order[i]] = static_cast<double>(from + to + 1) / 2;
    const auto t = static_cast<double>(to - from);
    ties.pairs += t * (t - 1);
    ties.triples += t * (t - 1) * (t - 2);
    ties.variance += t * (t - 1) * (2 * t + 5);
  }
  return ranks;
}

// P(S >= s), or P(S < s), of the sum of squared differences of two random orders of n [3].
double squaredDifferencesP(double s, int n, bool lower) {
  const double size = n, most = size * (size * size - 1) / 3;
  if (s <= 0) return lower ? 0 : 1;
  if (s > most) return lower ? 1 : 0;
  constexpr int kMostEnumerated = 9;
  if (n <= kMostEnumerated) {
    std::vector<int> order(static_cast<std::size_t>(n));
    std::iota(order.begin(), order.end(), 0);
    double all = 0, asLarge = 0;
    do {
      int sum = 0;
      for (int i = 0; i < n; ++i) {
        const int distance = i - order[static_cast<std::size_t>(i)];
        sum += distance * distance;
      }
      ++all;
      asLarge += sum >= s;
    } while (std::next_permutation(order.begin(), order.end()));
    return (lower ? all - asLarge : asLarge) / all;
  }
  const double b = 1 / size;
  const double x = (6 * (s - 1) * b / (size * size - 1) - 1) * std::sqrt(1 / b - 1);
  const double y = x * x;
  const double series =
      x * b *
      (0.2274 + b * (0.2531 + 0.1745 * b) +
       y * (-0.0758 + b * (0.1033 + 0.3932 * b) -
            y * b *
                (0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y)))));
  const double correction = series / std::exp(y / 2);
  return std::clamp(lower ? normalLowerP(x) - correction : normalUpperP(x) + correction, 0.0, 1.0);
}

RankCorrelation spearman(const Values& x, const Values& y, bool ties) {
  const auto n = static_cast<double>(x.size());
  constexpr double kMostExact = 1290;
  const double r = productMoment(x, y), expected = (n * n * n - n) / 6, s = expected * (1 - r);
  RankCorrelation result{r, s, !ties && n <= kMostExact, {}};
  if (result.exact) {
    const int size = static_cast<int>(n);
    const double tail = s > expected ? squaredDifferencesP(std::round(s), size, false)
                                     : squaredDifferencesP(std::round(s) + 2, size, true);
    result.p = std::min(1.0, 2 * tail);
  } else if (n > 2) {
    result.p = pOfCorrelation(r, n - 2);
  }
  return result;
}

// Pairs that stand in the wrong order, counted by merging; sorts the values.
double inversions(Values& values) {
  double count = 0;
  Values merged(values.size());
  for (std::size_t width = 1; width < values.size(); width *= 2) {
    for (std::size_t start = 0; start < values.size(); start += 2 * width) {
      const std::size_t middle = std::min(start + width, values.size());
      const std::size_t end = std::min(start + 2 * width, values.size());
      std::size_t left = start, right = middle;
      for (std::size_t to = start; to < end; ++to) {
        if (left < middle && (right == end || values[left] <= values[right])) {
          merged[to] = values[left++];
        } else {
          count += static_cast<double>(middle - left);
          merged[to] = values[right++];
        }
      }
    }
    values.swap(merged);
  }
  return count;
}

// P(C <= c) of the number of concordant pairs of two random orders of n: the product of uniform
// distributions on 0 ... k - 1, k = 1 ... n.
double concordantP(double c, int n) {
  std::vector<double> orders{1};
  for (int k = 2; k <= n; ++k) {
    std::vector<double> next(orders.size() + static_cast<std::size_t>(k) - 1);
    for (std::size_t i = 0; i < orders.size(); ++i) {
      for (std::size_t j = 0; j < static_cast<std::size_t>(k); ++j)
        next[i + j] += orders[i] / k;
    }
    orders = std::move(next);
  }
  double sum = 0;
  for (std::size_t i = 0; i < orders.size() && static_cast<double>(i) <= c; ++i)
    sum += orders[i];
  return sum;
}

RankCorrelation kendall(const Values& x, const Values& y, const Ties& tiesX, const Ties& tiesY) {
  const auto n = static_cast<double>(x.size());
  std::vector<std::size_t> order(x.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return x[a] != x[b] ? x[a] < x[b] : y[a] < y[b]; });
  Values inOrder;
  double both = 0, run = 1;  // pairs that are tied in both
  for (std::size_t i = 0; i < order.size(); ++i) {
    inOrder.push_back(y[order[i]]);
    const bool same = i > 0 && x[order[i]] == x[order[i - 1]] && y[order[i]] == y[order[i - 1]];
    run = same ? run + 1 : 1;
    both += run - 1;
  }
  const double discordant = inversions(inOrder), pairs = n * (n - 1) / 2;
  const double untiedX = pairs - tiesX.pairs / 2, untiedY = pairs - tiesY.pairs / 2;
  const double difference = pairs - tiesX.pairs / 2 - tiesY.pairs / 2 + both - 2 * discordant;
  RankCorrelation result{difference / (std::sqrt(untiedX) * std::sqrt(untiedY)), 0, false, {}};

  constexpr double kFewestForNormal = 50;
  result.exact = tiesX.pairs == 0 && tiesY.pairs == 0 && n < kFewestForNormal;
  if (result.exact) {
    const double concordant = pairs - discordant;
    result.statistic = concordant;
    // The distribution is symmetric about half the pairs.
    const double tail = concordantP(std::min(concordant, pairs - concordant), static_cast<int>(n));
    result.p = std::min(1.0, 2 * tail);
    return result;
  }
  double variance = (n * (n - 1) * (2 * n + 5) - tiesX.variance - tiesY.variance) / 18 +
                    tiesX.pairs * tiesY.pairs / (2 * n * (n - 1));
  if (n > 2) variance += tiesX.triples * tiesY.triples / (9 * n * (n - 1) * (n - 2));
  result.statistic = difference / std::sqrt(variance);
  result.p = normalTwoSidedP(result.statistic);
  return result;
}

bool varies(std::span<const double> values) {
  return std::any_of(values.begin(), values.end(),
                     [&](double value) { return value != values.front(); });
}

}  // namespace

std::optional<Correlation> correlation(std::span<const double> x, std::span<const double> y,
                                       double level) {
  if (x.size() < 2 || !varies(x) || !varies(y)) return {};
  const Values xs(x.begin(), x.end()), ys(y.begin(), y.end());
  Ties tiesX, tiesY;
  const Values ranksX = midranks(xs, tiesX), ranksY = midranks(ys, tiesY);
  return Correlation{static_cast<int>(x.size()), pearson(xs, ys, level),
                     spearman(ranksX, ranksY, tiesX.pairs > 0 || tiesY.pairs > 0),
                     kendall(xs, ys, tiesX, tiesY)};
}

}  // namespace riskset
