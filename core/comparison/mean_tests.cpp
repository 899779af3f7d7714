#include "core/comparison/mean_tests.h"

#include <algorithm>
#include <cmath>

#include "core/comparison/description.h"
#include "core/distributions/distributions.h"

namespace riskset {
namespace {

double count(const Sorted& values) {
  return static_cast<double>(values.size());
}

std::optional<TTest> tTest(double m1, double m2, double error, double df, double level) {
  if (!(df > 0) || constant(error, std::max(std::abs(m1), std::abs(m2)))) return {};
  const double difference = m1 - m2, t = difference / error;
  const double reach = -tQuantile((1 - level) / 2, df) * error;
  return TTest{
      t, df, 2 * tUpperP(std::abs(t), df), {difference, difference - reach, difference + reach}};
}

// Count, mean and variance of each group that has values.
struct Moments {
  double n, mean, variance;
};

std::vector<Moments> momentsOf(std::span<const Sorted> groups) {
  std::vector<Moments> moments;
  for (const Sorted& group : groups) {
    if (!group.empty()) moments.push_back({count(group), mean(group), variance(group)});
  }
  return moments;
}

// Two groups or more, each with two values that differ.
bool allVary(const std::vector<Moments>& groups) {
  return groups.size() > 1 && std::all_of(groups.begin(), groups.end(), [](const Moments& group) {
           return group.n > 1 && !constant(std::sqrt(group.variance), group.mean);
         });
}

}  // namespace

std::optional<TTest> studentTest(const Sorted& first, const Sorted& second, double level) {
  const double n1 = count(first), n2 = count(second), df = n1 + n2 - 2;
  if (n1 < 1 || n2 < 1) return {};
  const double m1 = mean(first), m2 = mean(second);
  const double squares = squaresAround(first, m1) + squaresAround(second, m2);
  return tTest(m1, m2, std::sqrt(squares / df * (1 / n1 + 1 / n2)), df, level);
}

std::optional<TTest> welchTest(const Sorted& first, const Sorted& second, double level) {
  const double n1 = count(first), n2 = count(second);
  if (n1 < 2 || n2 < 2) return {};
  const double v1 = variance(first) / n1, v2 = variance(second) / n2;
  const double df = (v1 + v2) * (v1 + v2) / (v1 * v1 / (n1 - 1) + v2 * v2 / (n2 - 1));
  return tTest(mean(first), mean(second), std::sqrt(v1 + v2), df, level);
}

std::optional<FTest> anovaTest(std::span<const Sorted> groups) {
  const Sorted all = pooled(groups);
  const double grand = mean(all);
  double filled = 0, between = 0, within = 0;
  for (const Sorted& group : groups) {
    if (group.empty()) continue;
    const double own = mean(group);
    ++filled;
    between += count(group) * (own - grand) * (own - grand);
    within += squaresAround(group, own);
  }
  const double df1 = filled - 1, df2 = count(all) - filled;
  if (df1 < 1 || df2 < 1) return {};
  const double size = std::max(std::abs(all.front()), std::abs(all.back()));
  if (constant(std::sqrt(within / df2), size)) return {};
  const double f = between / df1 / (within / df2);
  return FTest{f, df1, df2, fUpperP(f, df1, df2)};
}

std::optional<FTest> welchAnovaTest(std::span<const Sorted> groups) {
  const auto moments = momentsOf(groups);
  if (!allVary(moments)) return {};
  double weights = 0, weighted = 0;
  for (const auto& [n, mean, variance] : moments) {
    weights += n / variance;
    weighted += n / variance * mean;
  }
  double between = 0, lost = 0;
  for (const auto& [n, mean, variance] : moments) {
    const double weight = n / variance, distance = mean - weighted / weights;
    const double share = 1 - weight / weights;
    between += weight * distance * distance;
    lost += share * share / (n - 1);
  }
  const auto k = static_cast<double>(moments.size());
  lost /= k * k - 1;
  const double f = between / ((k - 1) * (1 + 2 * (k - 2) * lost)), df2 = 1 / (3 * lost);
  return FTest{f, k - 1, df2, fUpperP(f, k - 1, df2)};
}

std::optional<ChiSquareTest> bartlettTest(std::span<const Sorted> groups) {
  const auto moments = momentsOf(groups);
  if (!allVary(moments)) return {};
  double all = 0, pooledVariance = 0, logs = 0, inverses = 0;
  for (const auto& [n, mean, variance] : moments) {
    all += n - 1;
    pooledVariance += (n - 1) * variance;
    logs += (n - 1) * std::log(variance);
    inverses += 1 / (n - 1);
  }
  const auto k = static_cast<double>(moments.size());
  const double chiSquare = std::max(0.0, (all * std::log(pooledVariance / all) - logs) /
                                             (1 + (inverses - 1 / all) / (3 * (k - 1))));
  return ChiSquareTest{chiSquare, static_cast<int>(k) - 1, chiSquareP(chiSquare, k - 1)};
}

std::optional<FTest> brownForsytheTest(std::span<const Sorted> groups) {
  std::vector<Sorted> distances;
  for (const Sorted& group : groups) {
    if (group.empty()) continue;
    const double median = quantile(group, 0.5, 7);
    Sorted own = group;
    for (double& value : own)
      value = std::abs(value - median);
    distances.push_back(sorted(std::move(own)));
  }
  return anovaTest(distances);
}

}  // namespace riskset
