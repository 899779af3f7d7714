#include "core/safety/adverse_events.h"

#include <cmath>

namespace riskset {

void WorstGrade::add(const WorstGrade& other) {
  if (other.known_) addGrade(*other.known_);
  ungraded_ = ungraded_ || other.ungraded_;
  unknown_ = unknown_ || other.unknown_;
}

std::optional<bool> WorstGrade::reaches(int bound) const {
  if (known_.value_or(0) >= bound) return true;
  if (ungraded_ && bound == 1) return true;
  if (ungraded_ || unknown_ || !known_) return {};
  return false;
}

std::optional<int> WorstGrade::grade() const {
  if (known_ == kWorstGrade) return known_;
  return ungraded_ || unknown_ ? std::nullopt : known_;
}

namespace {

std::vector<AdverseEventArm> armsOf(const std::vector<WorstGrade>& worst, const Factor& groups) {
  std::vector<AdverseEventArm> arms;
  for (const auto& label : groups.levels)
    arms.push_back({label, 0, 0, 0, 0, std::vector<int>(kWorstGrade + 1)});
  for (std::size_t i = 0; i < worst.size(); ++i) {
    AdverseEventArm& arm = arms[static_cast<std::size_t>(groups.codes[i])];
    const auto had = [&](int bound) { return worst[i].reaches(bound) == true; };
    arm.n += worst[i].reaches(1).has_value();
    arm.any += had(1);
    arm.grade3plus += had(kSevereGrade);
    arm.grade5 += had(kWorstGrade);
    if (const auto grade = worst[i].grade()) ++arm.worst[static_cast<std::size_t>(*grade)];
  }
  return arms;
}

ExposureAdjusted adjusted(const std::vector<bool>& had, const std::vector<bool>& known,
                          const SafetyCohort& cohort, double level) {
  std::vector<int> events(cohort.groups.levels.size());
  std::vector<double> time(events.size());
  for (std::size_t i = 0; i < had.size(); ++i) {
    if (!known[i] || std::isnan(cohort.exposure[i])) continue;
    const auto group = static_cast<std::size_t>(cohort.groups.codes[i]);
    events[group] += had[i];
    time[group] += cohort.exposure[i];
  }
  ExposureAdjusted result;
  for (std::size_t group = 0; group < events.size(); ++group) {
    result.groups.push_back(time[group] > 0
                                ? std::optional(incidenceRate(events[group], time[group], level))
                                : std::nullopt);
  }
  const auto& groups = result.groups;
  if (groups.size() == 2 && groups[0] && groups[1])
    result.ratio = incidenceRatio(*groups[1], *groups[0], level);
  return result;
}

AdverseEventRates ratesAt(int bound, const std::vector<WorstGrade>& worst,
                          const SafetyCohort& cohort, double level) {
  std::vector<bool> had, known;
  for (const auto& each : worst) {
    const auto reaches = each.reaches(bound);
    had.push_back(reaches == true);
    known.push_back(reaches.has_value());
  }
  const auto counts = countByGroup(had, known, cohort.groups);
  AdverseEventRates rates;
  for (const auto& group : counts)
    rates.groups.push_back(proportionGroup(group, level));
  // An arm of which nothing is known is not passed over: the next one is not compared in its place.
  if (counts.size() == cohort.groups.levels.size()) rates.comparison = compareGroups(counts, level);
  if (!cohort.exposure.empty()) rates.exposureAdjusted = adjusted(had, known, cohort, level);
  return rates;
}

}  // namespace

AdverseEventTerm adverseEventTerm(const TermEvents& events, const SafetyCohort& cohort,
                                  double level) {
  AdverseEventTerm term;
  term.term = events.term;
  term.perArm = armsOf(events.worst, cohort.groups);
  term.any = ratesAt(1, events.worst, cohort, level);
  term.grade3plus = ratesAt(kSevereGrade, events.worst, cohort, level);
  term.grade5 = ratesAt(kWorstGrade, events.worst, cohort, level);
  if (const auto& comparison = term.any.comparison) {
    const auto& [value, wald, newcombe, miettinenNurminen, mee] = comparison->difference;
    term.difference = {value, newcombe.lower, newcombe.upper};
    term.p = comparison->tests.fisher.p;
  }
  return term;
}

void sortTerms(std::vector<AdverseEventTerm>& terms, AdverseEventOrder order) {
  if (order == AdverseEventOrder::file) return;
  const auto patients = [](const AdverseEventTerm& term) {
    double sum = 0;
    for (const auto& arm : term.perArm)
      sum += arm.any;
    return sum;
  };
  const auto difference = [](const AdverseEventTerm& term) {
    return std::abs(term.difference.value.value_or(0));
  };
  std::stable_sort(
      terms.begin(), terms.end(), [&](const AdverseEventTerm& own, const AdverseEventTerm& other) {
        return order == AdverseEventOrder::frequency ? patients(own) > patients(other)
                                                     : difference(own) > difference(other);
      });
}

}  // namespace riskset
