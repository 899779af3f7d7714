// How much it takes to overturn a result: fragility, E-values, p values for several tests.
#include <cmath>

#include "core/analysis/methods/events.h"
#include "core/analysis/methods/methods.h"

namespace riskset {
namespace {

Problem refused(const std::string& why) {
  return {ProblemCode::valueNotAllowed, "", {}, why};
}

// Each patient that is changed wants a test of its own, of as many tables as there are patients.
constexpr int kMostForFragility = 20'000;

Result<Fragility> fragilityOf(const LabelledCounts& a, const LabelledCounts& b, double alpha) {
  if (a.counts.n + b.counts.n > kMostForFragility)
    return refused("more than " + std::to_string(kMostForFragility) + " patients");
  Fragility result = fragility(a.counts, b.counts, alpha);
  result.a = a.label;
  result.b = b.label;
  if (result.changed) result.changed = *result.changed == "a" ? a.label : b.label;
  return result;
}

}  // namespace

Result<Outcome<Fragility>> run(const FragilityOptions& options, const Study& study) {
  if (!(options.alpha > 0 && options.alpha < 1)) return refused("alpha must lie between 0 and 1");
  if (options.counts) {
    const auto [x1, n1, x2, n2] = *options.counts;
    for (const auto [x, n] : {Counts{x1, n1}, Counts{x2, n2}}) {
      if (x < 0 || n < 1 || x > n || n > kMostForFragility)
        return refused("counts: " + std::to_string(x) + " of " + std::to_string(n));
    }
    auto value = fragilityOf({"1", {x1, n1}}, {"2", {x2, n2}}, options.alpha);
    if (!value) return value.problem();
    return Outcome<Fragility>{std::move(value).value(), n1 + n2, {}, {}};
  }
  const Names by = armIfNone(options.by, study);
  if (by.empty()) return Problem{ProblemCode::missingKey, "", {}, "by"};
  Sample sample(study);
  const auto events = useEvents(options, by, sample);
  if (!events) return events.problem();
  const auto groups = sample.grouping(by);
  if (!groups) return groups.problem();
  const auto counts = countByGroup(events->event, events->counted, *groups);
  if (counts.empty()) return Problem{ProblemCode::noRows, "", {}, ""};
  if (counts.size() < 2)
    return Problem{ProblemCode::oneGroup, by.front(), {}, counts.front().label};
  if (counts.size() > 2)
    return Problem{ProblemCode::twoGroupsOnly, by.front(), {}, std::to_string(counts.size())};
  auto value = fragilityOf(counts[1], counts[0], options.alpha);
  if (!value) return value.problem();
  return sample.answer(std::move(value).value());
}

Result<Outcome<EValue>> run(const EValueOptions& options, const Study&) {
  if (!options.estimate) return Problem{ProblemCode::missingKey, "", {}, "estimate"};
  const Estimate ratio{options.estimate, options.lower, options.upper};
  for (const auto& each : {ratio.lower, ratio.value, ratio.upper}) {
    if (each && !(*each > 0 && std::isfinite(*each)))
      return refused("estimate, lower and upper must be above 0");
  }
  if ((ratio.lower && *ratio.lower > *ratio.value) || (ratio.upper && *ratio.upper < *ratio.value))
    return refused("estimate must lie between lower and upper");
  return Outcome<EValue>{eValue(options.measure, ratio, options.rareOutcome), 0, {}, {}};
}

Result<Outcome<AdjustedPValue>> run(const AdjustPOptions& options, const Study&) {
  constexpr std::size_t kMost = 5'000;  // Hommel's takes the square of it
  if (options.p.empty()) return Problem{ProblemCode::missingKey, "", {}, "p"};
  if (options.p.size() > kMost) return refused("more than " + std::to_string(kMost) + " p values");
  for (const auto& p : options.p) {
    if (p && !(*p >= 0 && *p <= 1)) return refused("p must lie between 0 and 1");
  }
  const auto by = [&](Adjustment adjustment) { return adjustedP(options.p, adjustment); };
  return Outcome<AdjustedPValue>{
      {by(Adjustment::bonferroni), by(Adjustment::holm), by(Adjustment::hochberg),
       by(Adjustment::hommel), by(Adjustment::BH), by(Adjustment::BY)},
      0,
      {},
      {}};
}

}  // namespace riskset
