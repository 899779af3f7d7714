#include "core/regression/subgroups.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

#include "core/regression/cox_table.h"
#include "core/survival/kaplan_meier.h"
#include "core/survival/log_rank.h"
#include "core/survival/survival_quantile.h"

namespace riskset {
namespace {

constexpr int kFewEvents = 5;

using Rows = std::vector<std::size_t>;

template <class T>
std::vector<T> pick(const std::vector<T>& values, const Rows& rows) {
  std::vector<T> picked;
  if (values.empty()) return picked;
  picked.reserve(rows.size());
  for (const std::size_t row : rows)
    picked.push_back(values[row]);
  return picked;
}

Rows rowsWhere(std::size_t count, auto&& condition) {
  Rows rows;
  for (std::size_t row = 0; row < count; ++row) {
    if (condition(row)) rows.push_back(row);
  }
  return rows;
}

int eventsIn(const SubgroupData& data, const Rows& rows) {
  return static_cast<int>(
      std::count_if(rows.begin(), rows.end(), [&](auto row) { return data.event[row] != 0; }));
}

SubgroupArm describeArm(const SubgroupData& data, const Rows& rows, const std::string& label) {
  const SurvivalData own{
      pick(data.time, rows), pick(data.event, rows), pick(data.entry, rows), {}, {}};
  const SurvivalSteps steps = kaplanMeier(own, {});
  return {label, static_cast<int>(rows.size()), eventsIn(data, rows),
          survivalQuantile(steps, 0.5).value};
}

ArmEffect effectOf(const SubgroupData& data, const Rows& rows, int arm, CoxTies ties,
                   double level) {
  const auto inArm = [&](int code) {
    return [&, code](std::size_t row) { return data.arm.codes[row] == code; };
  };
  ArmEffect effect;
  effect.a = data.arm.levels[static_cast<std::size_t>(arm)];
  effect.b = data.arm.levels.front();
  Rows pair, own, reference;
  for (const std::size_t row : rows) {
    if (inArm(arm)(row)) own.push_back(row);
    if (inArm(0)(row)) reference.push_back(row);
    if (inArm(arm)(row) || inArm(0)(row)) pair.push_back(row);
  }
  effect.small = std::min(eventsIn(data, own), eventsIn(data, reference)) < kFewEvents;
  if (own.empty() || reference.empty() || eventsIn(data, pair) == 0) return effect;

  std::vector<int> code;
  for (const std::size_t row : pair)
    code.push_back(inArm(arm)(row) ? 1 : 0);
  const CoxData pairData{pick(data.time, pair),
                         pick(data.event, pair),
                         {},
                         {FactorTerm{data.arm.name, {effect.b, effect.a}, code}},
                         pick(data.entry, pair)};
  const Design design = designMatrix(pairData.terms, static_cast<Eigen::Index>(pair.size()));
  const CoxFit fit = fitCox(coxPatients(design.x, pairData), ties);
  if (fit.converged) {
    const CoxRow row = coxRows(design, fit, level).back();
    effect.ratio = row.hr;
    effect.lower = row.lower;
    effect.upper = row.upper;
    effect.p = row.p;
  }
  if (const auto test = logRank({pairData.time, pairData.event, code, 2, {}, pairData.entry}).test)
    effect.logRankP = test->p;
  return effect;
}

SubgroupRow describeRows(const SubgroupData& data, const Rows& rows, CoxTies ties, double level) {
  SubgroupRow result;
  result.n = static_cast<int>(rows.size());
  result.events = eventsIn(data, rows);
  const int arms = static_cast<int>(data.arm.levels.size());
  for (int arm = 0; arm < arms; ++arm) {
    Rows own;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(own),
                 [&](std::size_t row) { return data.arm.codes[row] == arm; });
    result.perArm.push_back(describeArm(data, own, data.arm.levels[static_cast<std::size_t>(arm)]));
    if (arm == 1) static_cast<ArmEffect&>(result) = effectOf(data, rows, arm, ties, level);
    if (arm > 1) result.others.push_back(effectOf(data, rows, arm, ties, level));
  }
  return result;
}

FactorTerm termOn(const Factor& factor, const Rows& rows) {
  const Factor used = withoutEmptyLevels({factor.name, factor.levels, pick(factor.codes, rows)});
  return {used.name, used.levels, used.codes};
}

using Levels = std::vector<SubgroupRow>;

// Whether the effect of some arm can be estimated in two of the levels.
bool comparable(const Levels& levels) {
  std::map<std::string, int> estimable;
  for (const SubgroupRow& level : levels) {
    if (level.ratio) ++estimable[level.a];
    for (const ArmEffect& other : level.others) {
      if (other.ratio) ++estimable[other.a];
    }
  }
  return std::any_of(estimable.begin(), estimable.end(),
                     [](const auto& arm) { return arm.second > 1; });
}

Interaction interactionOf(const SubgroupData& data, const Factor& factor, const Levels& levels,
                          CoxTies ties) {
  Interaction interaction;
  interaction.factor = factor.name;
  for (const SubgroupRow& level : levels)
    interaction.n += level.n;
  if (!comparable(levels)) return interaction;
  std::set<std::string> eventful;
  for (const SubgroupRow& level : levels) {
    if (level.events > 0) eventful.insert(level.level);
  }
  const Rows rows = rowsWhere(data.time.size(), [&](std::size_t row) {
    const int code = factor.codes[row];
    return code >= 0 && eventful.contains(factor.levels[static_cast<std::size_t>(code)]);
  });
  const CoxData model{pick(data.time, rows),
                      pick(data.event, rows),
                      {},
                      {termOn(data.arm, rows), termOn(factor, rows),
                       InteractionTerm{data.arm.name + ":" + factor.name, 0, 1}},
                      pick(data.entry, rows)};
  if (const auto test = testLastTerm(model, ties)) {
    interaction.chiSquare = test->chiSquare;
    interaction.df = test->df;
    interaction.p = test->p;
  }
  return interaction;
}

}  // namespace

SubgroupForest subgroupForest(const SubgroupData& data, CoxTies ties, double level) {
  SubgroupForest forest;
  Rows everyone(data.time.size());
  std::iota(everyone.begin(), everyone.end(), std::size_t{0});
  forest.overall = describeRows(data, everyone, ties, level);
  for (const Factor& factor : data.factors) {
    Levels levels;
    for (std::size_t code = 0; code < factor.levels.size(); ++code) {
      const Rows rows = rowsWhere(data.time.size(), [&](std::size_t row) {
        return factor.codes[row] == static_cast<int>(code);
      });
      if (rows.empty()) continue;
      SubgroupRow row = describeRows(data, rows, ties, level);
      row.factor = factor.name;
      row.level = factor.levels[code];
      levels.push_back(std::move(row));
    }
    forest.interactions.push_back(interactionOf(data, factor, levels, ties));
    std::move(levels.begin(), levels.end(), std::back_inserter(forest.rows));
  }
  return forest;
}

}  // namespace riskset
