#include "core/tables/stratified_tables.h"

#include <algorithm>
#include <cmath>

#include "core/base/root.h"
#include "core/distributions/distributions.h"
#include "core/tables/proportion.h"

namespace riskset {
namespace {

struct Stratum {
  double a, b, c, d;
  double n1() const { return a + b; }
  double n2() const { return c + d; }
  double events() const { return a + c; }
  double n() const { return a + b + c + d; }
  bool informative() const { return n1() * n2() * events() * (b + d) > 0; }
};

ChiSquareTest test(double chiSquare, int df) {
  return {chiSquare, df, chiSquareP(chiSquare, df)};
}

// An estimate on the log scale from its two sums; its limits exist when its variance does.
Estimate ratio(double numerator, double denominator, double variance, double level) {
  if (denominator == 0) return {};
  const double value = numerator / denominator;
  if (!std::isfinite(variance)) return {value, {}, {}};
  const double factor = std::exp(normalCritical(level) * std::sqrt(variance));
  return {value, value / factor, value * factor};
}

Homogeneity homogeneity(const std::vector<Stratum>& strata, double oddsRatio) {
  double breslowDay = 0, distances = 0, variances = 0;
  for (const auto& s : strata) {
    const double expected = fallingRoot(
        std::max(0.0, s.events() - s.n2()), std::min(s.n1(), s.events()), [&](double e) {
          return oddsRatio * (s.n1() - e) * (s.events() - e) - e * (s.n2() - s.events() + e);
        });
    const double variance =
        1 / (1 / expected + 1 / (s.n1() - expected) + 1 / (s.events() - expected) +
             1 / (s.n2() - s.events() + expected));
    breslowDay += (s.a - expected) * (s.a - expected) / variance;
    distances += s.a - expected;
    variances += variance;
  }
  const int df = static_cast<int>(strata.size()) - 1;
  return {test(breslowDay, df), test(breslowDay - distances * distances / variances, df)};
}

}  // namespace

MantelHaenszel mantelHaenszel(const std::vector<TwoByTwo>& tables, double level) {
  MantelHaenszel result;
  std::vector<Stratum> informative;
  double distance = 0, variance = 0, r = 0, s = 0, pr = 0, mixed = 0, qs = 0;
  double riskUp = 0, riskDown = 0, riskVariance = 0;
  for (const auto& table : tables) {
    const Stratum x{static_cast<double>(table.a), static_cast<double>(table.b),
                    static_cast<double>(table.c), static_cast<double>(table.d)};
    const double n = x.n();
    if (n == 0) continue;
    const double ad = x.a * x.d / n, bc = x.b * x.c / n, p = (x.a + x.d) / n, q = 1 - p;
    r += ad;
    s += bc;
    pr += p * ad;
    mixed += p * bc + q * ad;
    qs += q * bc;
    riskUp += x.a * x.n2() / n;
    riskDown += x.c * x.n1() / n;
    riskVariance += (x.n1() * x.n2() * x.events() - x.a * x.c * n) / (n * n);
    if (!x.informative()) continue;
    informative.push_back(x);
    distance += x.a - x.n1() * x.events() / n;
    variance += x.n1() * x.n2() * x.events() * (x.b + x.d) / (n * n * (n - 1));
  }
  if (variance > 0) {
    const double beyond = std::abs(distance);
    const double corrected = beyond < 0.5 ? beyond : beyond - 0.5;
    result.test = test(distance * distance / variance, 1);
    result.testCorrected = test(corrected * corrected / variance, 1);
  }
  result.oddsRatio = ratio(r, s, pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s), level);
  result.riskRatio = ratio(riskUp, riskDown, riskVariance / (riskUp * riskDown), level);
  if (informative.size() > 1 && r * s > 0) result.homogeneity = homogeneity(informative, r / s);
  return result;
}

std::optional<CochranArmitage> cochranArmitage(const std::vector<Counts>& groups,
                                               const std::vector<double>& scores) {
  double events = 0, total = 0, mean = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    events += groups[i].events;
    total += groups[i].n;
    mean += groups[i].n * scores[i];
  }
  mean /= total;
  double trend = 0, spread = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const double score = scores[i] - mean;
    trend += score * groups[i].events;
    spread += score * score * groups[i].n;
  }
  const double variance = events / total * (1 - events / total) * spread;
  if (!(variance > 0)) return {};
  const double z = trend / std::sqrt(variance);
  return CochranArmitage{test(z * z, 1), z};
}

McNemar mcNemar(int b, int c) {
  McNemar result;
  if (c > 0) result.oddsRatio = static_cast<double>(b) / c;
  const int discordant = b + c;
  if (discordant == 0) return result;
  const double distance = std::abs(static_cast<double>(b) - c);
  const double corrected = std::max(0.0, distance - 1);
  result.test = test(distance * distance / discordant, 1);
  result.testCorrected = test(corrected * corrected / discordant, 1);
  const auto exact = exactBinomialTest(std::min(b, c), discordant, 0.5);
  result.exactP = exact.p;
  // Twice the smaller tail with half the probability of the observed count.
  result.midP = std::min(1.0, exact.less + 1 - exact.greater);
  return result;
}

}  // namespace riskset
