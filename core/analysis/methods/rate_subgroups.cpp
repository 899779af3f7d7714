#include "core/analysis/methods/events.h"
#include "core/analysis/methods/methods.h"

namespace riskset {
namespace {

// The codes of the counted rows, without the levels that none of them has.
Factor ofCounted(Factor factor, const std::vector<bool>& counted) {
  std::vector<int> codes;
  for (std::size_t row = 0; row < factor.codes.size(); ++row) {
    if (counted[row]) codes.push_back(factor.codes[row]);
  }
  factor.codes = std::move(codes);
  return withoutEmptyLevels(std::move(factor));
}

// A level is named with the arm that lacks patients there.
void warnAbout(const RateSubgroup& row, Sample& sample) {
  for (const RateSubgroupArm& arm : row.perArm) {
    if (!arm.rate)
      sample.warn({WarningCode::notEstimable, row.factor, {}, row.level + ": " + arm.label});
  }
}

}  // namespace

Result<Outcome<RateForest>> run(const RateSubgroupsOptions& options, const Study& study) {
  const Names by = armIfNone(options.by, study);
  if (by.empty()) return Problem{ProblemCode::missingKey, "", {}, "by"};
  Sample sample(study);
  const auto events = useEvents(options, by, sample);
  if (!events) return events.problem();
  for (const auto& factor : options.factors) {
    if (const auto problem = sample.useWithMissing(factor)) return *problem;
  }
  auto arms = sample.grouping(by);
  if (!arms) return arms.problem();

  RateSubgroupData data{{}, ofCounted(std::move(arms).value(), events->counted), {}};
  for (std::size_t row = 0; row < events->event.size(); ++row) {
    if (events->counted[row]) data.event.push_back(events->event[row]);
  }
  if (data.event.empty()) return Problem{ProblemCode::noRows, "", {}, ""};
  if (data.arm.levels.size() < 2)
    return Problem{ProblemCode::oneGroup, by.front(), {}, data.arm.levels.front()};
  for (const auto& name : options.factors) {
    auto factor = sample.factor(name);
    if (!factor) return factor.problem();
    data.factors.push_back(ofCounted(std::move(factor).value(), events->counted));
  }
  RateForest forest = rateForest(data, options.level);
  for (const RateSubgroup& row : forest.rows)
    warnAbout(row, sample);
  for (const RateInteraction& interaction : forest.interactions) {
    if (!interaction.p)
      sample.warn({WarningCode::notTested, interaction.factor, {}, "interaction"});
  }
  return sample.answer(std::move(forest));
}

}  // namespace riskset
