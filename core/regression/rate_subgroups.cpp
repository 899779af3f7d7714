#include "core/regression/rate_subgroups.h"

#include <algorithm>
#include <iterator>

#include "core/regression/logistic_model.h"

namespace riskset {
namespace {

bool bothOutcomes(int events, int n) {
  return events > 0 && events < n;
}

// The patients with the code `level` of `factor`, or all of them.
RateSubgroup describe(const RateSubgroupData& data, const Factor* factor, int level,
                      double coverage) {
  RateSubgroup row;
  for (const auto& label : data.arm.levels)
    row.perArm.push_back({label, 0, 0, {}});
  for (std::size_t i = 0; i < data.event.size(); ++i) {
    if (factor && factor->codes[i] != level) continue;
    RateSubgroupArm& own = row.perArm[static_cast<std::size_t>(data.arm.codes[i])];
    ++own.n;
    own.events += data.event[i];
  }
  const RateSubgroupArm& reference = row.perArm.front();
  for (RateSubgroupArm& arm : row.perArm) {
    row.n += arm.n;
    row.events += arm.events;
    if (arm.n == 0) continue;
    arm.rate = proportion(arm.events, arm.n, coverage);
    if (&arm == &reference || reference.n == 0) continue;
    TwoProportions pair =
        compareProportions({arm.events, arm.n}, {reference.events, reference.n}, coverage);
    pair.a = arm.label;
    pair.b = reference.label;
    row.comparisons.push_back(std::move(pair));
  }
  return row;
}

bool informative(const RateSubgroup& level) {
  const auto arms = std::count_if(level.perArm.begin(), level.perArm.end(),
                                  [](const RateSubgroupArm& arm) { return arm.n > 0; });
  return arms > 1 && bothOutcomes(level.events, level.n);
}

bool separated(const RateSubgroup& level) {
  return std::any_of(level.perArm.begin(), level.perArm.end(), [](const RateSubgroupArm& arm) {
    return arm.n > 0 && !bothOutcomes(arm.events, arm.n);
  });
}

FactorTerm termOf(const Factor& factor, std::vector<int> codes) {
  Factor own = withoutEmptyLevels({factor.name, factor.levels, std::move(codes)});
  return {own.name, own.levels, own.codes};
}

// Patients of the same arm, level and outcome are one row: the test takes no longer for many.
struct Cells {
  std::vector<int> arm, level;
  std::vector<std::uint8_t> outcome;
  std::vector<double> count;

  void add(int ownArm, int ownLevel, bool has, int patients) {
    if (patients == 0) return;
    arm.push_back(ownArm);
    level.push_back(ownLevel);
    outcome.push_back(has);
    count.push_back(patients);
  }
};

// `levels`: one for each level of the factor.
RateInteraction interactionOf(const RateSubgroupData& data, const Factor& factor,
                              const std::vector<RateSubgroup>& levels) {
  RateInteraction interaction;
  interaction.factor = factor.name;
  int usable = 0;
  for (const RateSubgroup& level : levels) {
    interaction.n += level.n;
    if (!informative(level)) continue;
    ++usable;
    if (separated(level)) interaction.penalty = Penalty::firth;
  }
  if (usable < 2) return interaction;

  Cells cells;
  for (std::size_t code = 0; code < levels.size(); ++code) {
    if (!informative(levels[code])) continue;
    for (std::size_t arm = 0; arm < levels[code].perArm.size(); ++arm) {
      const RateSubgroupArm& own = levels[code].perArm[arm];
      cells.add(static_cast<int>(arm), static_cast<int>(code), true, own.events);
      cells.add(static_cast<int>(arm), static_cast<int>(code), false, own.n - own.events);
    }
  }
  const LogisticData model{cells.outcome,
                           {termOf(data.arm, cells.arm), termOf(factor, cells.level),
                            InteractionTerm{data.arm.name + ":" + factor.name, 0, 1}}};
  if (const auto test = testLastTerm(model, cells.count, interaction.penalty)) {
    interaction.chiSquare = test->chiSquare;
    interaction.df = test->df;
    interaction.p = test->p;
  }
  return interaction;
}

}  // namespace

RateForest rateForest(const RateSubgroupData& data, double level) {
  RateForest forest;
  forest.overall = describe(data, nullptr, 0, level);
  for (const Factor& factor : data.factors) {
    std::vector<RateSubgroup> levels;
    for (std::size_t code = 0; code < factor.levels.size(); ++code) {
      levels.push_back(describe(data, &factor, static_cast<int>(code), level));
      levels.back().factor = factor.name;
      levels.back().level = factor.levels[code];
    }
    forest.interactions.push_back(interactionOf(data, factor, levels));
    std::copy_if(std::make_move_iterator(levels.begin()), std::make_move_iterator(levels.end()),
                 std::back_inserter(forest.rows),
                 [](const RateSubgroup& row) { return row.n > 0; });
  }
  return forest;
}

}  // namespace riskset
