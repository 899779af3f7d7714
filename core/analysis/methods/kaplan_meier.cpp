// Kaplan-Meier curves of groups with all that is read off them, from the start of follow-up or from
// a landmark.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/analysis/methods/curves.h"
#include "core/analysis/methods/methods.h"
#include "core/base/text.h"
#include "core/survival/landmark.h"
#include "core/survival/robust_variance.h"

namespace riskset {
namespace {

struct Curves {
  std::vector<Curve> groups;
  CurveOptions options;
};

std::optional<Problem> check(const KaplanMeierOptions& options) {
  const auto refuse = [](const char* why) {
    return Problem{ProblemCode::valueNotAllowed, "", {}, why};
  };
  const auto any = [](const auto& values, auto&& wrong) {
    return std::any_of(values.begin(), values.end(), wrong);
  };
  if (any(options.quantiles, [](double p) { return !(p > 0 && p < 1); }))
    return refuse("quantiles must lie between 0 and 1");
  if (any(options.restrictTo, [](double tau) { return !(tau > 0); }))
    return refuse("restrictTo must be above 0");
  if (any(options.conditionalOn, [](double given) { return !(given >= 0); }))
    return refuse("conditionalOn must not be below 0");
  if (options.cluster && options.variance == SurvivalVariance::greenwood)
    return refuse("variance is greenwood, which knows no cluster; with cluster it is robust");
  return {};
}

SurvivalVariance varianceOf(const KaplanMeierOptions& options, const std::vector<double>& weights) {
  if (options.variance) return *options.variance;
  const bool whole = std::all_of(weights.begin(), weights.end(),
                                 [](double weight) { return weight == std::floor(weight); });
  return whole && !options.cluster ? SurvivalVariance::greenwood : SurvivalVariance::robust;
}

bool weighsNothing(const SurvivalData& data) {
  if (data.weight.empty()) return data.time.empty();
  return std::none_of(data.weight.begin(), data.weight.end(),
                      [](double weight) { return weight > 0; });
}

// The rows of each group, in order of time as the sample has them.
Result<Curves> prepare(const KaplanMeierOptions& options, Sample& sample) {
  if (const auto problem = check(options)) return *problem;
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = sample.useFollowUp(options.endpoint)) return *problem;
  if (const auto problem = sample.use(options.by)) return *problem;
  if (options.cluster) {
    if (const auto problem = sample.use(*options.cluster)) return *problem;
  }
  if (options.weights) {
    if (const auto problem = sample.useWeights(*options.weights)) return *problem;
  }
  if (const auto problem = sample.close()) return *problem;
  const auto groups = sample.grouping(options.by);
  if (!groups) return groups.problem();

  SurvivalData all{sample.times(), sample.events(), sample.entries(), {}, {}};
  if (options.reverse) {
    for (auto& happened : all.event)
      happened = !happened;
  }
  if (options.weights) all.weight = sample.numbers(*options.weights);
  if (options.cluster) {
    auto clusters = sample.strata({*options.cluster});
    if (!clusters) return clusters.problem();
    all.cluster = std::move(clusters).value().codes;
  }
  std::vector<std::vector<std::size_t>> rows(groups->levels.size());
  for (auto& own : rows)
    own.reserve(all.time.size());
  for (std::size_t row = 0; row < all.time.size(); ++row)
    rows[static_cast<std::size_t>(groups->codes[row])].push_back(row);

  Curves curves{{}, {options.interval, options.level, varianceOf(options, all.weight)}};
  for (std::size_t code = 0; code < rows.size(); ++code) {
    curves.groups.push_back({groups->levels[code], rowsOf(all, rows[code])});
    if (weighsNothing(curves.groups.back().data))
      return Problem{ProblemCode::weightsZero, *options.weights, {}, groups->levels[code]};
  }
  return curves;
}

// Of two estimates whose clusters may reach into both groups.
double covarianceOf(const std::vector<double>& a, const std::vector<double>& b) {
  const auto shared = static_cast<std::ptrdiff_t>(std::min(a.size(), b.size()));
  return std::inner_product(a.begin(), a.begin() + shared, b.begin(), 0.0);
}

void compareTwo(const Curves& curves, double level, KaplanMeierValue& value) {
  const KaplanMeierGroup& a = value.groups[0];
  const KaplanMeierGroup& b = value.groups[1];
  const SurvivalData& dataA = curves.groups[0].data;
  const SurvivalData& dataB = curves.groups[1].data;
  const bool clustered = !dataA.cluster.empty();
  const auto covariance = [&](const std::vector<double>& sharesA,
                              const std::vector<double>& sharesB) {
    return covarianceOf(clusterInfluence(dataA, a.steps, sharesA),
                        clusterInfluence(dataB, b.steps, sharesB));
  };
  for (std::size_t i = 0; i < a.atTimes.size(); ++i) {
    const SurvivalAtTime& atA = a.atTimes[i];
    const SurvivalAtTime& atB = b.atTimes[i];
    const auto shares = [](const SurvivalSteps& steps, const SurvivalAtTime& at) {
      std::vector<double> upTo(steps.time.size(), 0.0);
      for (std::size_t j = 0; j < upTo.size() && steps.time[j] <= at.time; ++j)
        upTo[j] = at.survival;
      return upTo;
    };
    value.differences.push_back(survivalDifference(
        atA, atB, level, clustered ? covariance(shares(a.steps, atA), shares(b.steps, atB)) : 0));
  }
  for (std::size_t i = 0; i < a.restrictedMean.size(); ++i) {
    const double tau = a.restrictedMean[i].tau;
    value.restrictedMeanContrast.push_back(
        contrast(a.restrictedMean[i], b.restrictedMean[i], level,
                 clustered ? covariance(areasBehind(a.steps, tau), areasBehind(b.steps, tau)) : 0));
  }
}

void warnAboutCrossings(const std::vector<KaplanMeierGroup>& groups, Sample& sample) {
  for (std::size_t j = 1; j < groups.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      std::vector<std::string> times;
      for (const double time : crossings(groups[i].steps, groups[j].steps))
        times.push_back(shortestText(time));
      if (times.empty()) continue;
      sample.warn(
          {WarningCode::curvesCross, "", {}, joined(times), {groups[i].label, groups[j].label}});
    }
  }
}

void describe(const Curves& curves, const KaplanMeierOptions& options, KaplanMeierValue& value,
              Sample& sample) {
  value.variance = curves.options.variance;
  for (const Curve& curve : curves.groups) {
    value.groups.push_back(describeGroup(curve, curves.options, options));
    warnAbout(value.groups.back(), sample);
  }
  if (value.groups.size() == 2) {
    compareTwo(curves, options.level, value);
    const bool clustered = !curves.groups[0].data.cluster.empty();
    if (options.differenceCurve && !clustered) {
      value.differenceCurve =
          differenceCurve(value.groups[0].steps, value.groups[1].steps, options.level);
    }
  }
  if (!options.reverse) warnAboutCrossings(value.groups, sample);
}

// Log-rank test and Cox model of those at risk at the landmark.
void compareFromLandmark(const Curves& curves, const LandmarkOptions& options,
                         LandmarkValue& value) {
  if (curves.groups.size() < 2 || options.weights || options.cluster) return;
  CoxData data;
  FactorTerm groups{joined(options.by), {}, {}};
  for (const Curve& curve : curves.groups) {
    const auto& [time, event, entry, weight, cluster] = curve.data;
    data.time.insert(data.time.end(), time.begin(), time.end());
    data.event.insert(data.event.end(), event.begin(), event.end());
    groups.codes.resize(data.time.size(), static_cast<int>(groups.levels.size()));
    groups.levels.push_back(curve.label);
  }
  const LogRank test =
      logRank({data.time, data.event, groups.codes, static_cast<int>(groups.levels.size())});
  value.logRank = test.test;
  if (!test.test) return;
  data.terms.push_back(std::move(groups));
  value.hazardRatios = coxEffects(data, {.level = options.level}).terms;
}

}  // namespace

Result<Outcome<KaplanMeierValue>> run(const KaplanMeierOptions& options, const Study& study) {
  Sample sample(study);
  const auto curves = prepare(options, sample);
  if (!curves) return curves.problem();
  KaplanMeierValue value;
  describe(*curves, options, value, sample);
  return sample.answer(std::move(value));
}

Result<Outcome<LandmarkValue>> run(const LandmarkOptions& options, const Study& study) {
  if (!options.at) return Problem{ProblemCode::missingKey, "", {}, "at"};
  if (!(*options.at >= 0))
    return Problem{ProblemCode::valueNotAllowed, "", {}, "at must not be below 0"};
  Sample sample(study);
  auto prepared = prepare(options, sample);
  if (!prepared) return prepared.problem();
  Curves curves{{}, prepared->options};
  LandmarkValue value;
  value.at = *options.at;
  int used = 0;
  for (const Curve& curve : prepared->groups) {
    auto [data, events, censored, entered] = atLandmark(curve.data, *options.at);
    value.leftOut.push_back({curve.label, events, censored, entered});
    if (weighsNothing(data)) {
      sample.warn({WarningCode::landmarkEmpty, "", {}, "", {curve.label}});
      continue;
    }
    used += static_cast<int>(data.time.size());
    curves.groups.push_back({curve.label, std::move(data)});
  }
  if (curves.groups.empty()) return Problem{ProblemCode::noRows, "", {}, "landmark"};
  describe(curves, options, value, sample);
  if (!options.reverse) compareFromLandmark(curves, options, value);
  auto outcome = sample.answer(std::move(value));
  outcome.used = used;
  return outcome;
}

}  // namespace riskset
