#include "core/analysis/methods/methods.h"

namespace riskset {
namespace {

// Of more than two arms, the comparison is named: "level: C".
void warnAbout(const SubgroupRow& row, Sample& sample) {
  const std::string rows = row.factor.empty() ? "overall" : row.level;
  if (!row.ratio) sample.warn({WarningCode::notEstimable, row.factor, {}, rows});
  for (const ArmEffect& other : row.others) {
    if (!other.ratio)
      sample.warn({WarningCode::notEstimable, row.factor, {}, rows + ": " + other.a});
  }
}

}  // namespace

Result<Outcome<SubgroupForest>> run(const SubgroupsOptions& options, const Study& study) {
  const auto arm = options.arm ? options.arm : study.file().arm;
  if (!arm) return Problem{ProblemCode::missingKey, "", {}, "arm"};
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = sample.useFollowUp(options.endpoint)) return *problem;
  if (const auto problem = sample.use(*arm)) return *problem;
  for (const auto& factor : options.factors) {
    if (const auto problem = sample.useWithMissing(factor)) return *problem;
  }
  if (const auto problem = sample.close()) return *problem;
  if (const auto problem = sample.requireEvents()) return *problem;
  auto arms = sample.factor(*arm);
  if (!arms) return arms.problem();
  if (arms->levels.size() < 2)
    return Problem{ProblemCode::oneGroup, *arm, {}, arms->levels.front()};

  SubgroupData data{sample.times(), sample.events(), std::move(arms).value(), {}, sample.entries()};
  for (const auto& name : options.factors) {
    auto factor = sample.factor(name);
    if (!factor) return factor.problem();
    data.factors.push_back(std::move(factor).value());
  }
  SubgroupForest forest = subgroupForest(data, options.ties, options.level);
  warnAbout(forest.overall, sample);
  for (const SubgroupRow& row : forest.rows)
    warnAbout(row, sample);
  for (const Interaction& interaction : forest.interactions) {
    if (!interaction.p)
      sample.warn({WarningCode::notTested, interaction.factor, {}, "interaction"});
  }
  return sample.answer(std::move(forest));
}

}  // namespace riskset
