#include <algorithm>
#include <cmath>

#include "core/analysis/methods/events.h"
#include "core/analysis/methods/methods.h"

namespace riskset {
namespace {

Result<std::vector<LabelledCounts>> countGroups(const EventOptions& options, const Names& by,
                                                Sample& sample) {
  const auto events = useEvents(options, by, sample);
  if (!events) return events.problem();
  const auto groups = sample.grouping(by);
  if (!groups) return groups.problem();
  return countByGroup(events->event, events->counted, *groups);
}

constexpr int kMostCounted = 1'000'000'000;  // so that the sum of two is still an int

std::optional<Problem> checkCounts(int x, int n) {
  if (x >= 0 && n >= 1 && x <= n && n <= kMostCounted) return {};
  return Problem{ProblemCode::valueNotAllowed,
                 "",
                 {},
                 "counts: " + std::to_string(x) + " of " + std::to_string(n)};
}

}  // namespace

Result<Outcome<ProportionValue>> run(const ProportionOptions& options, const Study& study) {
  if (options.null && !(*options.null >= 0 && *options.null <= 1))
    return Problem{ProblemCode::valueNotAllowed, "", {}, "null must lie between 0 and 1"};
  if (options.counts) {
    const auto [x, n] = *options.counts;
    if (const auto problem = checkCounts(x, n)) return *problem;
    if (const auto problem = checkLevel(options.level)) return *problem;
    return Outcome<ProportionValue>{
        {{proportionGroup({"all", {x, n}}, options.level, options.null)}}, n, {}, {}};
  }
  Sample sample(study);
  const auto counts = countGroups(options, options.by, sample);
  if (!counts) return counts.problem();
  ProportionValue value;
  for (const auto& group : *counts)
    value.groups.push_back(proportionGroup(group, options.level, options.null));
  if (value.groups.empty()) return Problem{ProblemCode::noRows, "", {}, ""};
  return sample.answer(std::move(value));
}

Result<Outcome<ProportionComparison>> run(const CompareProportionsOptions& options,
                                          const Study& study) {
  const auto unconditional = options.unconditional ? Unconditional::yes : Unconditional::no;
  const auto tooLarge = [&](const ProportionComparison& comparison) {
    const auto missing = [](const TwoProportions& pair) { return !pair.tests.boschloo; };
    return options.unconditional &&
           (missing(comparison) ||
            std::any_of(comparison.others.begin(), comparison.others.end(), missing));
  };
  const Warning notTested{WarningCode::notTested, "", {}, "unconditional"};
  if (options.counts) {
    const auto [x1, n1, x2, n2] = *options.counts;
    if (const auto problem = checkCounts(x1, n1)) return *problem;
    if (const auto problem = checkCounts(x2, n2)) return *problem;
    if (const auto problem = checkLevel(options.level)) return *problem;
    const std::vector<LabelledCounts> reference{{"2", {x2, n2}}, {"1", {x1, n1}}};
    auto comparison = *compareGroups(reference, options.level, unconditional);
    std::vector<Warning> warnings;
    if (tooLarge(comparison)) warnings.push_back(notTested);
    return Outcome<ProportionComparison>{std::move(comparison), n1 + n2, {}, std::move(warnings)};
  }
  const Names by = armIfNone(options.by, study);
  if (by.empty()) return Problem{ProblemCode::missingKey, "", {}, "by"};
  Sample sample(study);
  const auto counts = countGroups(options, by, sample);
  if (!counts) return counts.problem();
  if (counts->empty()) return Problem{ProblemCode::noRows, "", {}, ""};
  auto comparison = compareGroups(*counts, options.level, unconditional);
  if (!comparison) return Problem{ProblemCode::oneGroup, by.front(), {}, counts->front().label};
  if (tooLarge(*comparison)) sample.warn(notTested);
  return sample.answer(*std::move(comparison));
}

namespace {

// Follow-up that is missing leaves a patient in: only stable disease needs it, and is then unknown.
Result<std::optional<Benefit>> benefitOf(const BestResponseOptions& options,
                                         const Responses& responses, const Sample& sample) {
  if (!options.clinicalBenefit) return std::optional<Benefit>();
  const auto& [endpoint, weeks] = *options.clinicalBenefit;
  if (!(weeks >= 0 && std::isfinite(weeks)))
    return Problem{ProblemCode::valueNotAllowed, "", {}, "weeks must be 0 or above"};
  const auto read = sample.study().followUp(endpoint);
  if (!read) return read.problem();
  const FollowUp& followUp = **read;
  return std::optional(clinicalBenefit(responses, sample.pick(followUp.time),
                                       sample.pick(followUp.event),
                                       7 * weeks / followUp.daysPerUnit));
}

}  // namespace

Result<Outcome<BestResponse>> run(const BestResponseOptions& options, const Study& study) {
  const Names by = armIfNone(options.by, study);
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = sample.use(by)) return *problem;
  const auto everyone = study.responses();
  if (!everyone) return everyone.problem();
  const std::string& column = study.file().response->column;
  if (const auto problem = sample.useWithMissing(column)) return *problem;
  if (const auto problem = sample.close()) return *problem;
  const auto groups = sample.grouping(by);
  if (!groups) return groups.problem();

  const Responses responses = sample.pick(*everyone);
  auto missing = sample.rowNumbers([&](std::size_t i) { return !responses[i]; });
  if (!missing.empty()) {
    const auto count = std::to_string(missing.size());
    sample.warn({WarningCode::responseMissing, column, std::move(missing), count});
  }
  if (groups->levels.size() < 2)
    sample.warn({WarningCode::oneGroup, groups->name, {}, groups->levels.front()});
  const auto benefit = benefitOf(options, responses, sample);
  if (!benefit) return benefit.problem();
  return sample.answer(bestResponse(responses, *groups, options.level, *benefit));
}

}  // namespace riskset
