// The design of trials, from planned numbers alone.
#include <cmath>

#include "core/analysis/methods/methods.h"

namespace riskset {
namespace {

Problem refused(const std::string& why) {
  return {ProblemCode::valueNotAllowed, "", {}, why};
}

bool withinUnit(double x) {
  return x > 0 && x < 1;
}

std::optional<Problem> checkTest(double alpha, int sides) {
  if (!withinUnit(alpha)) return refused("alpha must lie between 0 and 1");
  if (sides != 1 && sides != 2) return refused("sides must be 1 or 2");
  return {};
}

// Below alpha (of one side) any effect has more power than that, and no size has less.
std::optional<Problem> checkTrial(const TrialOptions& options) {
  if (const auto problem = checkTest(options.alpha, options.sides)) return problem;
  if (!withinUnit(options.allocation)) return refused("allocation must lie between 0 and 1");
  if (!(options.power > options.alpha / options.sides && options.power < 1))
    return refused("power must lie between alpha and 1");
  return {};
}

std::optional<Problem> checkHazardRatio(const std::optional<double>& ratio) {
  if (!ratio) return Problem{ProblemCode::missingKey, "", {}, "hazardRatio"};
  if (!(*ratio > 0 && std::isfinite(*ratio))) return refused("hazardRatio must be above 0");
  if (*ratio == 1) return refused("hazardRatio must differ from 1");
  return {};
}

std::optional<Problem> checkRates(const std::optional<double>& p1,
                                  const std::optional<double>& p2) {
  if (!p1 || !p2) return Problem{ProblemCode::missingKey, "", {}, "p1 and p2"};
  if (!(*p1 >= 0 && *p1 <= 1 && *p2 >= 0 && *p2 <= 1))
    return refused("p1 and p2 must lie between 0 and 1");
  if (*p1 == *p2) return refused("p1 and p2 must differ");
  return {};
}

LogRankTrial trialOf(const TrialOptions& options, double hazardRatio) {
  return {hazardRatio, options.allocation, {options.alpha, options.sides}};
}

const Warning noFisher{WarningCode::notTested, "", {}, "fisher"};

}  // namespace

Result<Outcome<LogRankPower>> run(const LogRankPowerOptions& options, const Study&) {
  if (const auto problem = checkTrial(options)) return *problem;
  if (const auto problem = checkHazardRatio(options.hazardRatio)) return *problem;
  if (!options.events) return Problem{ProblemCode::missingKey, "", {}, "events"};
  if (!(*options.events > 0 && std::isfinite(*options.events)))
    return refused("events must be above 0");
  const auto trial = trialOf(options, *options.hazardRatio);
  return Outcome<LogRankPower>{logRankPower(trial, *options.events, options.power), 0, {}, {}};
}

Result<Outcome<LogRankSizes>> run(const SampleSizeOptions& options, const Study&) {
  if (const auto problem = checkTrial(options)) return *problem;
  if (const auto problem = checkHazardRatio(options.hazardRatio)) return *problem;
  if (options.eventProbability &&
      !(*options.eventProbability > 0 && *options.eventProbability <= 1))
    return refused("eventProbability must be above 0 and at most 1");
  const auto trial = trialOf(options, *options.hazardRatio);
  return Outcome<LogRankSizes>{
      logRankSizes(trial, options.power, options.eventProbability), 0, {}, {}};
}

Result<Outcome<TwoProportionsPower>> run(const TwoProportionsPowerOptions& options, const Study&) {
  if (const auto problem = checkTest(options.alpha, options.sides)) return *problem;
  if (const auto problem = checkRates(options.p1, options.p2)) return *problem;
  if (!options.n1 || !options.n2) return Problem{ProblemCode::missingKey, "", {}, "n1 and n2"};
  if (*options.n1 < 1 || *options.n2 < 1) return refused("n1 and n2 must be at least 1");
  const auto value = twoProportionsPower({*options.p1, *options.p2}, *options.n1, *options.n2,
                                         {options.alpha, options.sides});
  Outcome<TwoProportionsPower> outcome{value, 0, {}, {}};
  if (!value.fisherPower) outcome.warnings.push_back(noFisher);
  return outcome;
}

Result<Outcome<TwoProportionsSizes>> run(const TwoProportionsSampleSizeOptions& options,
                                         const Study&) {
  if (const auto problem = checkTrial(options)) return *problem;
  if (const auto problem = checkRates(options.p1, options.p2)) return *problem;
  const auto value = twoProportionsSizes({*options.p1, *options.p2}, options.allocation,
                                         {options.alpha, options.sides}, options.power);
  Outcome<TwoProportionsSizes> outcome{value, 0, {}, {}};
  if (!value.uncorrected.fisherPower || !value.corrected.fisherPower)
    outcome.warnings.push_back(noFisher);
  return outcome;
}

Result<Outcome<SimonTwoStage>> run(const SimonTwoStageOptions& options, const Study&) {
  constexpr int kMost = 500;
  if (!options.p0 || !options.p1) return Problem{ProblemCode::missingKey, "", {}, "p0 and p1"};
  if (!(*options.p0 > 0 && *options.p1 > *options.p0 && *options.p1 < 1))
    return refused("p0 and p1 must lie between 0 and 1, p1 above p0");
  if (!withinUnit(options.alpha)) return refused("alpha must lie between 0 and 1");
  if (!withinUnit(options.power)) return refused("power must lie between 0 and 1");
  const int most = options.nMax.value_or(kMost);
  if (most < 2 || most > kMost)
    return refused("nMax must lie between 2 and " + std::to_string(kMost));
  const auto value = simonTwoStage(*options.p0, *options.p1, options.alpha, options.power, most);
  if (!value) return Problem{ProblemCode::notEstimable, "", {}, std::to_string(most)};
  return Outcome<SimonTwoStage>{*value, 0, {}, {}};
}

}  // namespace riskset
