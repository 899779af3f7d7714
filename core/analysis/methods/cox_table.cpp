#include <algorithm>

#include "core/analysis/methods/cox_sample.h"
#include "core/analysis/methods/methods.h"

namespace riskset {
namespace {

// With Firth's penalty the limits and p of the profile, which is far from a parabola where it is
// needed.
CoxTableEffect effectOf(const CoxRow& row) {
  if (row.profileP)
    return {false, row.hr, row.profileLower, row.profileUpper, row.profileP, row.aliased, false};
  return {row.reference, row.hr, row.lower, row.upper, row.p, row.aliased, row.diverging};
}

// The rows of one term in a table: its levels with patients and events, and its univariable model.
Result<std::vector<CoxTableRow>> univariableRows(const std::string& term,
                                                 const CoxTableOptions& options, const Study& study,
                                                 CoxTableValue& table, Sample& notes) {
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  const Names alone{term};
  if (const auto problem = useModel(sample, options, alone)) return *problem;
  const auto prepared = coxSample(sample, options, alone);
  if (!prepared) return prepared.problem();
  const CoxData& data = prepared->data;
  const CoxEffects model = coxEffects(data, prepared->settings);
  if (!model.converged) return notConverged(alone);
  warnAboutRows(model.terms, notes);
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

// Problem: why there is none. The univariable models stand without it.
std::optional<Problem> addMultivariable(const CoxTableOptions& options, const Names& entering,
                                        Sample& sample, CoxTableValue& table) {
  const auto prepared = coxSample(sample, options, entering);
  if (!prepared) return prepared.problem();
  if (const auto problem = tooFewEvents(*prepared)) return problem;
  CoxModel model = coxModel(prepared->data, prepared->settings);
  if (!model.converged) return notConverged(entering);
  warnAboutModel(model, prepared->settings, sample);
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

Result<Outcome<CoxTableValue>> run(const CoxTableOptions& options, const Study& study) {
  Sample sample(study);
  if (const auto problem = checkTable(options.terms, options.chosen, options.entry, sample, "cox"))
    return *problem;
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = useModel(sample, options, {})) return *problem;
  CoxTableValue table;
  table.entry = options.entry;
  for (const auto& term : options.terms) {
    auto rows = univariableRows(term, options, study, table, sample);
    if (!rows) return rows.problem();
    table.rows.insert(table.rows.end(), rows->begin(), rows->end());
  }
  const Names entering =
      enteringTerms(options.terms, options.chosen, options.entry, table.univariableTests);
  if (!entering.empty()) {
    if (const auto problem = useModel(sample, options, entering)) return *problem;
    table.refused = addMultivariable(options, entering, sample, table);
  }
  return sample.answer(std::move(table));
}

}  // namespace riskset
