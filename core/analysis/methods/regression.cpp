#include <algorithm>
#include <cmath>
#include <set>

#include "core/analysis/methods/methods.h"
#include "core/base/contains.h"
#include "core/base/text.h"

namespace riskset {
namespace {

// Peduzzi P et al. (1995), J. Clin. Epidemiol. 48:1503-1510, doi:10.1016/0895-4356(95)00048-8:
// below about 10 events per variable, coefficients and their errors become unreliable.
constexpr double kEnoughEventsPerVariable = 10;
// With fewer, a multivariable model is a fit to chance: refused.
constexpr double kLeastEventsPerVariable = 2;

struct Prepared {
  CoxData data;
  int events;
};

// `sample` must have used the follow-up and every column of the terms.
Result<Prepared> prepare(Sample& sample, const Names& terms, const Names& strata) {
  if (const auto problem = sample.close()) return *problem;
  if (const auto problem = sample.requireEvents()) return *problem;
  auto model = sample.terms(terms);
  if (!model) return model.problem();
  for (const Term& term : *model) {
    const auto* factor = std::get_if<FactorTerm>(&term);
    if (factor && factor->levels.size() < 2) {
      return Problem{ProblemCode::oneGroup, factor->name, {}, factor->levels.front()};
    }
  }
  Prepared prepared{{sample.times(), sample.events(), {}, std::move(model).value()},
                    sample.eventCount()};
  if (!strata.empty()) {
    auto grouped = sample.strata(strata);
    if (!grouped) return grouped.problem();
    prepared.data.stratum = std::move(grouped).value().codes;
  }
  return prepared;
}

std::string describe(const CoxRow& row) {
  return row.level.empty() ? row.name : row.name + ": " + row.level;
}

int coefficientsOf(const std::vector<CoxRow>& rows) {
  return static_cast<int>(std::count_if(
      rows.begin(), rows.end(), [](const CoxRow& row) { return !row.reference && !row.aliased; }));
}

void warnAbout(const CoxModel& model, Sample& sample) {
  for (const CoxRow& row : model.terms) {
    if (row.aliased) sample.warn({WarningCode::aliased, row.name, {}, describe(row)});
    if (row.diverging) sample.warn({WarningCode::monotoneLikelihood, row.name, {}, describe(row)});
    if (row.extreme) sample.warn({WarningCode::extremeScale, row.name, {}, describe(row)});
  }
  const int coefficients = coefficientsOf(model.terms);
  const double perVariable = static_cast<double>(model.events) / std::max(1, coefficients);
  if (coefficients > 0 && perVariable < kEnoughEventsPerVariable) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", perVariable);
    sample.warn({WarningCode::fewEventsPerVariable, "", {}, text});
  }
  if (!model.concordance) sample.warn({WarningCode::notTested, "", {}, "concordance"});
  const auto& hazards = model.proportionalHazards;
  if (!hazards) {
    sample.warn({WarningCode::notTested, "", {}, "proportionalHazards"});
    return;
  }
  for (const TermTest& term : hazards->terms) {
    if (term.p < 0.05) {
      sample.warn({WarningCode::nonProportionalHazards, term.name, {}, shortestText(term.p)});
    }
  }
}

// Of more than two arms, the comparison is named: "level: C".
void warnAbout(const SubgroupRow& row, Sample& sample) {
  const std::string rows = row.factor.empty() ? "overall" : row.level;
  if (!row.ratio) sample.warn({WarningCode::notEstimable, row.factor, {}, rows});
  for (const ArmEffect& other : row.others) {
    if (!other.ratio)
      sample.warn({WarningCode::notEstimable, row.factor, {}, rows + ": " + other.a});
  }
}

std::optional<Problem> tooFewEvents(const CoxData& data, int events) {
  const Design design = designMatrix(data.terms, static_cast<Eigen::Index>(data.time.size()));
  const auto coefficients = static_cast<double>(design.x.cols());
  if (coefficients < 2 || events >= kLeastEventsPerVariable * coefficients) return {};
  return Problem{ProblemCode::tooFewEvents,
                 "",
                 {},
                 std::to_string(events) + " / " + std::to_string(design.x.cols())};
}

Problem notConverged(const Names& terms) {
  return {ProblemCode::notConverged, "", {}, joined(terms)};
}

std::optional<Problem> useModel(Sample& sample, const std::string& endpoint, const Names& terms,
                                const Names& strata) {
  if (const auto problem = sample.useFollowUp(endpoint)) return problem;
  if (const auto problem = sample.use(sample.columnsOf(terms))) return problem;
  return sample.use(strata);
}

CoxTableEffect effectOf(const CoxRow& row) {
  return {row.reference, row.hr, row.lower, row.upper, row.p, row.aliased, row.diverging};
}

// The rows of one term in a table: its levels with patients and events, and its univariable model.
Result<std::vector<CoxTableRow>> univariableRows(const std::string& term,
                                                 const CoxTableOptions& options, const Study& study,
                                                 CoxTableValue& table, Sample& notes) {
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  const Names alone{term};
  if (const auto problem = useModel(sample, options.endpoint, alone, options.strata))
    return *problem;
  const auto prepared = prepare(sample, alone, options.strata);
  if (!prepared) return prepared.problem();
  const CoxData& data = prepared->data;
  const CoxEffects model = coxEffects(data, options.ties, options.level);
  if (!model.converged) return notConverged(alone);
  for (const CoxRow& row : model.terms) {
    if (row.aliased) notes.warn({WarningCode::aliased, row.name, {}, describe(row)});
    if (row.diverging) notes.warn({WarningCode::monotoneLikelihood, row.name, {}, describe(row)});
  }
  for (const Warning& warning : sample.warnings())
    notes.warn(warning);
  if (!model.termTests.empty()) table.univariableTests.push_back(model.termTests.front());

  std::vector<CoxTableRow> rows;
  const auto* factor = std::get_if<FactorTerm>(&data.terms.front());
  for (const CoxRow& own : model.terms) {
    CoxTableRow row{own.name, own.level, own.reference, 0, 0, effectOf(own), {}};
    for (std::size_t i = 0; i < data.time.size(); ++i) {
      if (factor && factor->levels[static_cast<std::size_t>(factor->codes[i])] != own.level)
        continue;
      ++row.n;
      row.events += data.event[i];
    }
    rows.push_back(row);
  }
  return rows;
}

Names enteringTerms(const CoxTableOptions& options, const std::vector<CoxTermTest>& univariable) {
  if (const auto* below = std::get_if<double>(&options.entry)) {
    Names entering;
    for (const auto& term : univariable) {
      if (term.test.p < *below) entering.push_back(term.name);
    }
    return entering;
  }
  return std::get<EntryKind>(options.entry) == EntryKind::all ? options.terms : options.chosen;
}

std::optional<Problem> addMultivariable(const CoxTableOptions& options, const Names& entering,
                                        Sample& sample, CoxTableValue& table) {
  if (const auto problem = useModel(sample, options.endpoint, entering, options.strata))
    return problem;
  const auto prepared = prepare(sample, entering, options.strata);
  if (!prepared) return prepared.problem();
  if (const auto problem = tooFewEvents(prepared->data, prepared->events)) return problem;
  CoxModel model = coxModel(prepared->data, {options.ties, TimeTransform::km, options.level,
                                             options.hazardRatioOverTime});
  if (!model.converged) return notConverged(entering);
  warnAbout(model, sample);
  for (const CoxRow& own : model.terms) {
    for (CoxTableRow& row : table.rows) {
      if (row.name == own.name && row.level == own.level) row.multivariable = effectOf(own);
    }
  }
  table.multivariableTests = model.termTests;
  table.n = model.n;
  table.events = model.events;
  table.eventsPerVariable =
      static_cast<double>(model.events) / std::max(1, coefficientsOf(model.terms));
  table.concordance = model.concordance;
  table.proportionalHazards = model.proportionalHazards;
  if (table.proportionalHazards) table.proportionalHazards->curves.clear();
  table.model = std::move(model);
  return {};
}

}  // namespace

Result<Outcome<CoxModel>> run(const CoxOptions& options, const Study& study) {
  if (options.terms.empty()) return Problem{ProblemCode::missingKey, "", {}, "terms"};
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = useModel(sample, options.endpoint, options.terms, options.strata))
    return *problem;
  const auto prepared = prepare(sample, options.terms, options.strata);
  if (!prepared) return prepared.problem();
  if (const auto problem = tooFewEvents(prepared->data, prepared->events)) return *problem;
  CoxModel model = coxModel(prepared->data, {options.ties, options.zphTransform, options.level,
                                             options.hazardRatioOverTime});
  if (!model.converged) return notConverged(options.terms);
  warnAbout(model, sample);
  return sample.answer(std::move(model));
}

Result<Outcome<CoxTableValue>> run(const CoxTableOptions& options, const Study& study) {
  if (options.terms.empty()) return Problem{ProblemCode::missingKey, "", {}, "terms"};
  for (const auto& name : options.chosen) {
    if (!contains(options.terms, name)) {
      return Problem{ProblemCode::valueNotAllowed, name, {}, "chosen must be among terms"};
    }
  }
  if (!options.chosen.empty() && options.entry != EntryRule{EntryKind::chosen}) {
    return Problem{ProblemCode::valueNotAllowed, "", {}, "chosen goes with entry: chosen"};
  }
  Sample sample(study);
  for (const auto& term : options.terms) {
    if (sample.columnsOf({term}).empty()) {
      return Problem{
          ProblemCode::valueNotAllowed, term, {}, "a table takes columns; cox takes interactions"};
    }
  }
  if (!std::holds_alternative<EntryKind>(options.entry) &&
      !(std::get<double>(options.entry) > 0 && std::get<double>(options.entry) <= 1)) {
    return Problem{ProblemCode::valueNotAllowed, "", {}, "entry must lie between 0 and 1"};
  }
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = useModel(sample, options.endpoint, {}, options.strata)) return *problem;
  CoxTableValue table;
  table.entry = options.entry;
  for (const auto& term : options.terms) {
    auto rows = univariableRows(term, options, study, table, sample);
    if (!rows) return rows.problem();
    table.rows.insert(table.rows.end(), rows->begin(), rows->end());
  }
  const Names entering = enteringTerms(options, table.univariableTests);
  if (!entering.empty()) {
    if (const auto problem = addMultivariable(options, entering, sample, table)) return *problem;
  }
  return sample.answer(std::move(table));
}

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

  SubgroupData data{sample.times(), sample.events(), std::move(arms).value(), {}};
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
