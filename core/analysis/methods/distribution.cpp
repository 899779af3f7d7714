#include <algorithm>
#include <cmath>
#include <functional>

#include "core/analysis/methods/methods.h"
#include "core/distributions/distributions.h"
#include "core/distributions/rank_sum.h"

namespace riskset {
namespace {

struct DistributionFunctions {
  std::function<double(double)> lowerP, upperP, lowerQuantile, upperQuantile;
};

Problem refused(const std::string& why) {
  return {ProblemCode::valueNotAllowed, "", {}, why};
}

Result<DistributionFunctions> tDistribution(const DistributionOptions& options) {
  if (!options.df) return Problem{ProblemCode::missingKey, "", {}, "df"};
  const double df = *options.df;
  if (!(df >= 1 && std::isfinite(df))) return refused("df must be at least 1");
  return DistributionFunctions{
      [df](double t) { return tUpperP(-t, df); }, [df](double t) { return tUpperP(t, df); },
      [df](double p) { return tQuantile(p, df); }, [df](double p) { return -tQuantile(p, df); }};
}

Result<DistributionFunctions> chiSquareDistribution(const DistributionOptions& options) {
  if (!options.df) return Problem{ProblemCode::missingKey, "", {}, "df"};
  const double df = *options.df;
  if (!(df > 0 && std::isfinite(df))) return refused("df must be above 0");
  return DistributionFunctions{
      [df](double x) { return chiSquareLowerP(std::max(x, 0.0), df); },
      [df](double x) { return chiSquareP(std::max(x, 0.0), df); },
      [df](double p) { return chiSquareQuantile(p, df); },
      [df](double p) { return chiSquareUpperQuantile(p, df); },
  };
}

Result<DistributionFunctions> rankSumDistribution(const DistributionOptions& options) {
  if (!options.m || !options.n) return Problem{ProblemCode::missingKey, "", {}, "m and n"};
  const double m = *options.m, n = *options.n;
  if (!(m >= 1 && n >= 1 && m * n <= kMostRankSumPairs))
    return refused("m and n must be at least 1, m n at most " + std::to_string(kMostRankSumPairs));
  const RankSum rankSum(*options.m, *options.n);
  return DistributionFunctions{[rankSum](double u) { return rankSum.lowerP(u); },
                               [rankSum](double u) { return rankSum.upperP(u); },
                               [rankSum](double p) { return rankSum.quantile(p); },
                               [rankSum](double p) { return rankSum.upperQuantile(p); }};
}

Result<DistributionFunctions> functionsOf(const DistributionOptions& options) {
  switch (options.distribution) {
    case Distribution::t:
      return tDistribution(options);
    case Distribution::chiSquare:
      return chiSquareDistribution(options);
    case Distribution::rankSum:
      return rankSumDistribution(options);
    case Distribution::normal:
      break;
  }
  return DistributionFunctions{normalLowerP, normalUpperP, normalQuantile,
                               [](double p) { return -normalQuantile(p); }};
}

}  // namespace

Result<Outcome<DistributionValue>> run(const DistributionOptions& options, const Study&) {
  if (options.x.empty() == options.p.empty())
    return Problem{ProblemCode::missingKey, "", {}, "x or p"};
  for (const double p : options.p) {
    if (!(p >= 0 && p <= 1)) return refused("p must lie between 0 and 1");
  }
  const auto functions = functionsOf(options);
  if (!functions) return functions.problem();
  const bool lower = options.tail == Tail::lower;
  DistributionValue value;
  for (const double x : options.x)
    value.values.push_back((lower ? functions->lowerP : functions->upperP)(x));
  for (const double p : options.p)  // + 0.0: a quantile of 0 has no sign
    value.values.push_back((lower ? functions->lowerQuantile : functions->upperQuantile)(p) + 0.0);
  return Outcome<DistributionValue>{std::move(value), 0, {}, {}};
}

}  // namespace riskset
