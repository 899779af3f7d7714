#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/analysis/methods/methods.h"
#include "core/base/text.h"
#include "core/distributions/multivariate_normal.h"

namespace riskset {
namespace {

// What the tests of this file have in common: who is compared with whom.
struct Comparison {
  Sample sample;
  std::vector<double> time, entry;
  std::vector<std::uint8_t> event;
  Factor groups, strata;

  ComparedCohort cohort() const {
    return {time, event, groups.codes, static_cast<int>(groups.levels.size()), strata.codes, entry};
  }
  Problem notEstimable(const char* method) const {
    return {ProblemCode::notEstimable, groups.name, {}, method};
  }
};

Problem notAllowed(const std::string& detail) {
  return {ProblemCode::valueNotAllowed, "", {}, detail};
}

std::optional<Problem> check(const FlemingHarrington& test) {
  const auto fine = [](double exponent) { return exponent >= 0 && std::isfinite(exponent); };
  if (fine(test.rho) && fine(test.gamma)) return {};
  return notAllowed("rho and gamma must be 0 or above");
}

std::optional<Problem> check(const LogRankTest& test) {
  const auto* family = std::get_if<FlemingHarrington>(&test);
  return family ? check(*family) : std::nullopt;
}

Result<Comparison> compare(const ComparisonOptions& options, const Study& study) {
  const Names by = options.by.empty() && study.file().arm ? Names{*study.file().arm} : options.by;
  if (by.empty()) return Problem{ProblemCode::missingKey, "", {}, "by"};
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = sample.useFollowUp(options.endpoint)) return *problem;
  if (const auto problem = sample.use(by)) return *problem;
  if (const auto problem = sample.use(options.strata)) return *problem;
  if (const auto problem = sample.close()) return *problem;
  if (const auto problem = sample.requireEvents()) return *problem;
  auto groups = sample.grouping(by);
  if (!groups) return groups.problem();
  if (groups->levels.size() < 2)
    return Problem{ProblemCode::oneGroup, groups->name, {}, groups->levels.front()};
  auto strata = sample.strata(options.strata);
  if (!strata) return strata.problem();
  auto time = sample.times();
  auto entry = sample.entries();
  auto event = sample.events();
  return Comparison{std::move(sample), std::move(time),           std::move(entry),
                    std::move(event),  std::move(groups).value(), std::move(strata).value()};
}

// The scores of that many groups; empty when no trend is asked for.
Result<std::vector<double>> scoresOf(const TrendScores& trend, std::size_t groups) {
  if (const auto* asked = std::get_if<bool>(&trend)) {
    std::vector<double> scores(*asked ? groups : 0);
    std::iota(scores.begin(), scores.end(), 1.0);
    return scores;
  }
  const auto& scores = *std::get_if<std::vector<double>>(&trend);
  const bool fit =
      scores.size() == groups &&
      std::all_of(scores.begin(), scores.end(), [](double s) { return std::isfinite(s); });
  if (!fit) return notAllowed("trend must hold " + std::to_string(groups) + " scores, one a group");
  if (std::count(scores.begin(), scores.end(), scores.front()) == std::ssize(scores))
    return notAllowed("trend must hold scores that differ");
  return scores;
}

std::vector<LogRankPair> pairsOf(Comparison& comparison, const LogRankTest& test,
                                 Adjustment adjustment) {
  const auto results = pairwiseLogRank(comparison.cohort(), test);
  const auto& labels = comparison.groups.levels;
  std::vector<LogRankPair> pairs;
  std::vector<std::optional<double>> p;
  for (std::size_t a = 0; a < labels.size(); ++a) {
    for (std::size_t b = a + 1; b < labels.size(); ++b) {
      const LogRank& result = results[pairs.size()];
      LogRankPair& pair = pairs.emplace_back();
      pair.a = labels[a];
      pair.b = labels[b];
      if (result.test) {
        pair.chiSquare = result.test->chiSquare;
        pair.z = result.z;
        pair.p = result.test->p;
      } else {
        comparison.sample.warn(
            {WarningCode::notTested, comparison.groups.name, {}, "pair", {pair.a, pair.b}});
      }
      p.push_back(pair.p);
    }
  }
  const auto adjusted = adjustedP(p, adjustment);
  for (std::size_t i = 0; i < pairs.size(); ++i)
    pairs[i].adjustedP = adjusted[i];
  return pairs;
}

}  // namespace

Result<Outcome<LogRankValue>> run(const LogRankOptions& options, const Study& study) {
  if (const auto problem = check(options.test)) return *problem;
  auto compared = compare(options, study);
  if (!compared) return compared.problem();
  Comparison comparison = std::move(compared).value();
  const Factor& groups = comparison.groups;
  auto scores = scoresOf(options.trend, groups.levels.size());
  if (!scores) return scores.problem();

  LogRank result = logRank(comparison.cohort(), options.test);
  if (!result.test) return comparison.notEstimable("logRank");
  LogRankValue value{*result.test, result.z, {}, result.covariance, {}, {}};
  if (!scores->empty()) {
    value.trend = trendTest(result, std::move(scores).value());
    if (!value.trend) comparison.sample.warn({WarningCode::notTested, groups.name, {}, "trend"});
  }
  if (options.pairwise) value.pairs = pairsOf(comparison, options.test, *options.pairwise);
  value.groups = std::move(result.groups);
  for (std::size_t code = 0; code < value.groups.size(); ++code)
    value.groups[code].label = groups.levels[code];
  return comparison.sample.answer(std::move(value));
}

Result<Outcome<MaxCombo>> run(const MaxComboOptions& options, const Study& study) {
  if (options.tests.empty() || options.tests.size() > kMostNormalVariables) {
    return notAllowed("tests must hold between 1 and " + std::to_string(kMostNormalVariables) +
                      " tests");
  }
  for (const auto& test : options.tests) {
    if (const auto problem = check(test)) return *problem;
  }
  auto compared = compare(options, study);
  if (!compared) return compared.problem();
  Comparison comparison = std::move(compared).value();
  const Factor& groups = comparison.groups;
  if (groups.levels.size() > 2)
    return Problem{
        ProblemCode::twoGroupsOnly, groups.name, {}, std::to_string(groups.levels.size())};
  auto result = maxCombo(comparison.cohort(), options.tests);
  if (!result) return comparison.notEstimable("maxCombo");
  for (const auto& [rho, gamma, z] : result->statistics) {
    if (z) continue;
    comparison.sample.warn({WarningCode::notTested,
                            groups.name,
                            {},
                            "rho " + shortestText(rho) + ", gamma " + shortestText(gamma)});
  }
  return comparison.sample.answer(*std::move(result));
}

Result<Outcome<PermutationTest>> run(const PermutationLogRankOptions& options, const Study& study) {
  if (const auto problem = check(options.test)) return *problem;
  if (options.draws < 1) return notAllowed("draws must be 1 or above");
  auto compared = compare(options, study);
  if (!compared) return compared.problem();
  Comparison comparison = std::move(compared).value();
  auto result = permutationLogRank(comparison.cohort(), options.test, options.draws,
                                   static_cast<std::uint64_t>(options.seed));
  if (!result) return comparison.notEstimable("permutationLogRank");
  // Permuted labels keep entry and time: as likely as the own ones only if neither depends on them.
  if (const auto& entry = study.file().endpoints.at(options.endpoint).entry)
    comparison.sample.warn({WarningCode::permutedLateEntry, *entry, {}, ""});
  return comparison.sample.answer(*std::move(result));
}

}  // namespace riskset
