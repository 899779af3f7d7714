#include <algorithm>

#include "core/analysis/methods/methods.h"
#include "core/analysis/methods/model_table.h"
#include "core/base/text.h"

namespace riskset {
namespace {

// Which rows of the cohort have the outcome; those without a value of it leave the sample.
Result<std::vector<bool>> useOutcome(const BinaryOutcomeOptions& options, Sample& sample) {
  const Study& study = sample.study();
  if (options.response) {
    const auto responses = study.responses();
    if (!responses) return responses.problem();
    const std::string& column = study.file().response->column;
    if (const auto problem = sample.useWithMissing(column)) return *problem;
    sample.useOnly(column, inDenominator(*responses, options.denominator));
    return hasResponse(*responses, *options.response);
  }
  if (!options.outcome) return Problem{ProblemCode::missingKey, "", {}, "outcome or response"};
  if (options.levels.empty()) return Problem{ProblemCode::missingKey, "", {}, "levels"};
  if (const auto problem = sample.use(*options.outcome)) return *problem;
  const Column& column = **study.column(*options.outcome);
  std::vector<std::string> levels;
  for (const auto& level : options.levels)
    levels.emplace_back(trimmed(level));
  if (const auto problem = checkLevels(column, levels)) return *problem;
  return rowsWithLevel(column, levels);
}

std::string outcomeColumn(const BinaryOutcomeOptions& options, const Study& study) {
  return options.response ? study.file().response->column : *options.outcome;
}

Result<LogisticData> prepare(const BinaryOutcomeOptions& options, const Names& terms,
                             Sample& sample) {
  const auto has = useOutcome(options, sample);
  if (!has) return has.problem();
  if (const auto problem = sample.use(sample.columnsOf(terms))) return *problem;
  if (const auto problem = sample.close()) return *problem;
  const auto picked = sample.pick(*has);
  LogisticData data{{picked.begin(), picked.end()}, {}};
  const auto events = std::count(picked.begin(), picked.end(), true);
  const std::string column = outcomeColumn(options, sample.study());
  if (events == 0) return Problem{ProblemCode::noEvents, column, {}, ""};
  if (events == std::ssize(picked)) return Problem{ProblemCode::notEstimable, column, {}, ""};
  auto model = sample.terms(terms);
  if (!model) return model.problem();
  data.terms = std::move(model).value();
  for (const Term& term : data.terms) {
    const auto* factor = std::get_if<FactorTerm>(&term);
    if (factor && factor->levels.size() < 2)
      return Problem{ProblemCode::oneGroup, factor->name, {}, factor->levels.front()};
  }
  return data;
}

// What counts is the rarer outcome.
std::optional<Problem> fewOutcomes(const LogisticData& data) {
  const auto n = static_cast<Eigen::Index>(data.outcome.size());
  const auto events = std::count(data.outcome.begin(), data.outcome.end(), 1);
  return tooFewEvents(std::min<std::ptrdiff_t>(events, n - events), coefficientsOf(data.terms));
}

std::string describe(const LogisticRow& row) {
  return row.level.empty() ? row.name : row.name + ": " + row.level;
}

// Of a term that separates the outcomes: the levels with one outcome only, "0 / 12" with it; where
// there is none, the coefficient.
void warnOfSeparation(const LogisticModel& model, Sample& sample) {
  for (const LogisticRow& row : model.terms) {
    if (!row.diverging) continue;
    bool named = false;
    for (const OneOutcomeLevel& own : model.oneOutcomeLevels) {
      if (own.name != row.name) continue;
      named = true;
      sample.warn({WarningCode::separation,
                   own.name,
                   {},
                   std::to_string(own.events) + " / " + std::to_string(own.n),
                   {own.level}});
    }
    if (!named) sample.warn({WarningCode::separation, row.name, {}, describe(row)});
  }
}

// What is true of each coefficient, whatever else the model holds.
void warnOfRows(const LogisticModel& model, Sample& sample) {
  warnOfSeparation(model, sample);
  for (const LogisticRow& row : model.terms) {
    if (row.aliased) sample.warn({WarningCode::aliased, row.name, {}, describe(row)});
    if (row.extreme) sample.warn({WarningCode::extremeScale, row.name, {}, describe(row)});
  }
}

// Patients with the rarer outcome for each coefficient; empty without coefficients.
std::optional<double> eventsPerVariable(const LogisticModel& model) {
  const auto coefficients =
      std::count_if(model.terms.begin(), model.terms.end(),
                    [](const LogisticRow& row) { return !row.reference && !row.aliased; });
  if (coefficients == 0) return {};
  return static_cast<double>(std::min(model.events, model.n - model.events)) /
         static_cast<double>(coefficients);
}

void warnAbout(const LogisticModel& model, Sample& sample) {
  warnOfRows(model, sample);
  if (const auto perVariable = eventsPerVariable(model)) warnOfFewEvents(*perVariable, sample);
}

LogisticTableEffect effectOf(const LogisticRow& row) {
  return {row.reference,    row.oddsRatio,    row.lower,    row.upper,   row.p,
          row.profileLower, row.profileUpper, row.profileP, row.aliased, row.diverging};
}

// The rows of one term in a table: its levels with patients and events, and its univariable model.
Result<std::vector<LogisticTableRow>> univariableRows(const std::string& term,
                                                      const LogisticTableOptions& options,
                                                      const Study& study, LogisticTableValue& table,
                                                      Sample& notes) {
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  const Names alone{term};
  const auto data = prepare(options, alone, sample);
  if (!data) return data.problem();
  const LogisticModel model = logisticModel(*data, options.penalty, options.level);
  if (!model.converged) return notConverged(alone);
  warnOfRows(model, notes);
  for (const Warning& warning : sample.warnings())
    notes.warn(warning);
  if (!model.termTests.empty()) table.univariableTests.push_back(model.termTests.front());

  std::vector<LogisticTableRow> rows;
  const auto* factor = std::get_if<FactorTerm>(&data->terms.front());
  for (const LogisticRow& own : model.terms) {
    LogisticTableRow row{own.name, own.level, own.reference, 0, 0, effectOf(own), {}};
    for (std::size_t i = 0; i < data->outcome.size(); ++i) {
      if (factor && factor->levels[static_cast<std::size_t>(factor->codes[i])] != own.level)
        continue;
      ++row.n;
      row.events += data->outcome[i];
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

// Problem: why there is none. The univariable models stand without it.
std::optional<Problem> addMultivariable(const LogisticTableOptions& options, const Names& entering,
                                        Sample& sample, LogisticTableValue& table) {
  const auto data = prepare(options, entering, sample);
  if (!data) return data.problem();
  if (const auto problem = fewOutcomes(*data)) return problem;
  LogisticModel model = logisticModel(*data, options.penalty, options.level);
  if (!model.converged) return notConverged(entering);
  warnAbout(model, sample);
  for (const LogisticRow& own : model.terms) {
    for (LogisticTableRow& row : table.rows) {
      if (row.name == own.name && row.level == own.level) row.multivariable = effectOf(own);
    }
  }
  table.multivariableTests = model.termTests;
  table.n = model.n;
  table.events = model.events;
  table.eventsPerVariable = eventsPerVariable(model);
  table.model = std::move(model);
  return {};
}

}  // namespace

Result<Outcome<LogisticModel>> run(const LogisticOptions& options, const Study& study) {
  if (options.terms.empty()) return Problem{ProblemCode::missingKey, "", {}, "terms"};
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  const auto data = prepare(options, options.terms, sample);
  if (!data) return data.problem();
  if (const auto problem = fewOutcomes(*data)) return *problem;
  LogisticModel model = logisticModel(*data, options.penalty, options.level);
  if (!model.converged) return notConverged(options.terms);
  warnAbout(model, sample);
  return sample.answer(std::move(model));
}

Result<Outcome<LogisticTableValue>> run(const LogisticTableOptions& options, const Study& study) {
  Sample sample(study);
  if (const auto problem =
          checkTable(options.terms, options.chosen, options.entry, sample, "logistic"))
    return *problem;
  if (const auto problem = sample.open(options)) return *problem;
  LogisticTableValue table;
  table.entry = options.entry;
  for (const auto& term : options.terms) {
    auto rows = univariableRows(term, options, study, table, sample);
    if (!rows) return rows.problem();
    table.rows.insert(table.rows.end(), rows->begin(), rows->end());
  }
  const Names entering =
      enteringTerms(options.terms, options.chosen, options.entry, table.univariableTests);
  if (!entering.empty()) {
    table.refused = addMultivariable(options, entering, sample, table);
  } else {
    // No model: the table's rows are those with an outcome.
    const auto has = useOutcome(options, sample);
    if (!has) return has.problem();
  }
  return sample.answer(std::move(table));
}

}  // namespace riskset
