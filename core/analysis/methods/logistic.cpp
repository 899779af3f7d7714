#include <algorithm>
#include <cstdio>

#include "core/analysis/methods/methods.h"
#include "core/base/text.h"

namespace riskset {
namespace {

// Peduzzi P et al. (1996), J. Clin. Epidemiol. 49:1373-1379, doi:10.1016/S0895-4356(96)00236-3:
// below about 10 events per variable, coefficients and their errors become unreliable. What counts
// is the rarer outcome.
constexpr double kEnoughEventsPerVariable = 10;
// With fewer, a multivariable model is a fit to chance: refused.
constexpr double kLeastEventsPerVariable = 2;

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

std::optional<Problem> tooFewEvents(const LogisticData& data) {
  const auto n = static_cast<Eigen::Index>(data.outcome.size());
  const auto coefficients = designMatrix(data.terms, n).x.cols();
  const auto events = std::count(data.outcome.begin(), data.outcome.end(), 1);
  const auto rarer = std::min<std::ptrdiff_t>(events, n - events);
  if (coefficients < 2 ||
      static_cast<double>(rarer) >= kLeastEventsPerVariable * static_cast<double>(coefficients))
    return {};
  return Problem{ProblemCode::tooFewEvents,
                 "",
                 {},
                 std::to_string(rarer) + " / " + std::to_string(coefficients)};
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

void warnAbout(const LogisticModel& model, Sample& sample) {
  warnOfSeparation(model, sample);
  int coefficients = 0;
  for (const LogisticRow& row : model.terms) {
    if (row.aliased) sample.warn({WarningCode::aliased, row.name, {}, describe(row)});
    if (row.extreme) sample.warn({WarningCode::extremeScale, row.name, {}, describe(row)});
    if (!row.reference && !row.aliased) ++coefficients;
  }
  const double perVariable = static_cast<double>(std::min(model.events, model.n - model.events)) /
                             std::max(1, coefficients);
  if (coefficients > 0 && perVariable < kEnoughEventsPerVariable) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", perVariable);
    sample.warn({WarningCode::fewEventsPerVariable, "", {}, text});
  }
}

}  // namespace

Result<Outcome<LogisticModel>> run(const LogisticOptions& options, const Study& study) {
  if (options.terms.empty()) return Problem{ProblemCode::missingKey, "", {}, "terms"};
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  const auto data = prepare(options, options.terms, sample);
  if (!data) return data.problem();
  if (const auto problem = tooFewEvents(*data)) return *problem;
  LogisticModel model = logisticModel(*data, options.penalty, options.level);
  if (!model.converged) return Problem{ProblemCode::notConverged, "", {}, joined(options.terms)};
  warnAbout(model, sample);
  return sample.answer(std::move(model));
}

}  // namespace riskset
