#include <algorithm>

#include "core/analysis/methods/methods.h"
#include "core/base/text.h"

namespace riskset {
namespace {

struct GroupedFollowUp {
  std::vector<double> time;
  std::vector<std::uint8_t> event;
};

GroupedFollowUp inGroup(const std::vector<double>& time, const std::vector<std::uint8_t>& event,
                        const Factor& groups, int code) {
  GroupedFollowUp own;
  for (std::size_t i = 0; i < time.size(); ++i) {
    if (groups.codes[i] != code) continue;
    own.time.push_back(time[i]);
    own.event.push_back(event[i]);
  }
  return own;
}

KaplanMeierGroup describeGroup(const std::string& label, const GroupedFollowUp& own,
                               const KaplanMeierOptions& options) {
  KaplanMeierGroup group;
  group.label = label;
  group.n = static_cast<int>(own.time.size());
  group.events = static_cast<int>(std::count(own.event.begin(), own.event.end(), 1));
  group.censored = group.n - group.events;
  group.steps = kaplanMeier(own.time, own.event, options.interval, options.level);
  const SurvivalQuantile median = survivalQuantile(group.steps, 0.5);
  group.median = {median.value, median.lower, median.upper};
  for (const double p : options.quantiles)
    group.quantiles.push_back(survivalQuantile(group.steps, p));
  for (const double time : options.times)
    group.atTimes.push_back(survivalAt(group.steps, time));
  for (const double tau : options.restrictTo)
    group.restrictedMean.push_back(restrictedMean(group.steps, tau, options.level));
  return group;
}

void warnAbout(const KaplanMeierGroup& group, Sample& sample) {
  if (group.events == 0) {
    sample.warn({WarningCode::noEvents, "", {}, group.label});
  } else if (!group.median.value) {
    sample.warn({WarningCode::notReached, "", {}, group.label});
  }
  std::vector<std::string> times, horizons, withoutError, outOfRange;
  for (const auto& at : group.atTimes) {
    if (at.beyondFollowUp) times.push_back(shortestText(at.time));
  }
  for (const auto& mean : group.restrictedMean) {
    if (!mean.value) horizons.push_back(shortestText(mean.tau));
    if (mean.stdError == 0.0) withoutError.push_back(shortestText(mean.tau));
    if (limitOutOfRange(mean)) outOfRange.push_back(shortestText(mean.tau));
  }
  if (!times.empty())
    sample.warn({WarningCode::beyondFollowUp, "", {}, group.label + ": " + joined(times)});
  if (!horizons.empty())
    sample.warn({WarningCode::meanBeyondFollowUp, "", {}, group.label + ": " + joined(horizons)});
  if (!withoutError.empty())
    sample.warn({WarningCode::meanWithoutError, "", {}, joined(withoutError), {group.label}});
  if (!outOfRange.empty())
    sample.warn({WarningCode::meanLimitOutOfRange, "", {}, joined(outOfRange), {group.label}});
}

void compareTwo(KaplanMeierValue& value, double level) {
  const KaplanMeierGroup& a = value.groups[0];
  const KaplanMeierGroup& b = value.groups[1];
  for (std::size_t i = 0; i < a.atTimes.size(); ++i)
    value.differences.push_back(survivalDifference(a.atTimes[i], b.atTimes[i], level));
  for (std::size_t i = 0; i < a.restrictedMean.size(); ++i)
    value.restrictedMeanContrast.push_back(
        contrast(a.restrictedMean[i], b.restrictedMean[i], level));
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

}  // namespace

Result<Outcome<KaplanMeierValue>> run(const KaplanMeierOptions& options, const Study& study) {
  for (const double p : options.quantiles) {
    if (!(p > 0 && p < 1)) {
      return Problem{ProblemCode::valueNotAllowed, "", {}, "quantiles must lie between 0 and 1"};
    }
  }
  for (const double tau : options.restrictTo) {
    if (!(tau > 0)) {
      return Problem{ProblemCode::valueNotAllowed, "", {}, "restrictTo must be above 0"};
    }
  }
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = sample.useFollowUp(options.endpoint)) return *problem;
  if (const auto problem = sample.use(options.by)) return *problem;
  if (const auto problem = sample.close()) return *problem;
  const auto groups = sample.grouping(options.by);
  if (!groups) return groups.problem();

  const auto time = sample.times();
  auto event = sample.events();
  if (options.reverse) {
    for (auto& happened : event)
      happened = !happened;
  }
  KaplanMeierValue value;
  for (std::size_t code = 0; code < groups->levels.size(); ++code) {
    const auto own = inGroup(time, event, *groups, static_cast<int>(code));
    value.groups.push_back(describeGroup(groups->levels[code], own, options));
    warnAbout(value.groups.back(), sample);
  }
  if (value.groups.size() == 2) compareTwo(value, options.level);
  if (!options.reverse) warnAboutCrossings(value.groups, sample);
  return sample.answer(std::move(value));
}

}  // namespace riskset
