#include <algorithm>
#include <cmath>

#include "core/analysis/methods/cox_sample.h"
#include "core/analysis/methods/methods.h"
#include "core/base/contains.h"
#include "core/base/text.h"
#include "core/regression/spline.h"

namespace riskset {
namespace {

// The numbers of a term that has any.
std::vector<double>* valuesOf(Term& term) {
  if (auto* numeric = std::get_if<NumericTerm>(&term)) return &numeric->values;
  if (auto* spline = std::get_if<SplineTerm>(&term)) return &spline->values;
  return nullptr;
}

Names namesOf(const OneOrMany<TermOption>& terms) {
  Names names;
  for (const TermOption& term : terms) {
    const auto* spline = std::get_if<SplineOption>(&term);
    names.push_back(spline ? spline->spline : std::get<std::string>(term));
  }
  return names;
}

// Number terms that the options want as splines become these.
std::optional<Problem> useSplines(const OneOrMany<TermOption>& options, std::vector<Term>& terms) {
  const auto refuse = [](const std::string& column, const char* why) {
    return Problem{ProblemCode::valueNotAllowed, column, {}, why};
  };
  for (std::size_t i = 0; i < options.size(); ++i) {
    const auto* spline = std::get_if<SplineOption>(&options[i]);
    if (!spline) continue;
    auto* numeric = std::get_if<NumericTerm>(&terms[i]);
    if (!numeric) return Problem{ProblemCode::columnWrongType, spline->spline, {}, "number"};
    if (spline->knots < kFewestKnots || spline->knots > kMostKnots)
      return refuse(spline->spline, "knots must lie between 3 and 7");
    auto knots = splineKnots(numeric->values, spline->knots);
    if (knots.empty()) return refuse(spline->spline, "too few different values for these knots");
    terms[i] = SplineTerm{numeric->name, std::move(numeric->values), std::move(knots)};
  }
  return {};
}

// The position of the term that has a hazard ratio in each period. Problem: none such, or times or
// terms that allow no periods.
Result<std::size_t> splitTerm(const CoxOptions& options, const Names& names,
                              const std::vector<Term>& terms, const Study& study) {
  const auto refuse = [](const char* why) {
    return Problem{ProblemCode::valueNotAllowed, "", {}, why};
  };
  double before = 0;
  for (const double time : options.splitAt) {
    if (!(time > before)) return refuse("splitAt must ascend from above 0");
    before = time;
  }
  for (const Term& term : terms) {
    if (std::holds_alternative<InteractionTerm>(term))
      return refuse("splitAt goes with no interactions");
  }
  const auto arm = study.file().arm;
  const bool armIsTerm = arm && contains(names, *arm);
  const std::string wanted = options.splitTerm.value_or(armIsTerm ? *arm : names.front());
  const auto found = std::find(names.begin(), names.end(), wanted);
  if (found == names.end()) return refuse("splitTerm must be among terms");
  const auto position = static_cast<std::size_t>(found - names.begin());
  if (std::holds_alternative<SplineTerm>(terms[position]))
    return refuse("splitTerm must not be a spline");
  return position;
}

// The terms with the covariates of `at` in place of the rows' own.
Result<std::vector<Term>> termsAt(const std::vector<Term>& terms,
                                  const OneOrMany<std::map<std::string, Label>>& at) {
  std::vector<Term> given = terms;
  for (Term& term : given) {
    const std::string& name = nameOf(term);
    if (std::holds_alternative<InteractionTerm>(term)) continue;
    auto* values = valuesOf(term);
    if (values) values->clear();
    if (auto* factor = std::get_if<FactorTerm>(&term)) factor->codes.clear();
    for (const auto& row : at) {
      const auto found = row.find(name);
      if (found == row.end()) return Problem{ProblemCode::missingKey, name, {}, "at"};
      const std::string& text = found->second;
      if (values) {
        const auto value = numberIn(text);
        if (!value) return Problem{ProblemCode::notANumber, name, {}, text};
        values->push_back(*value);
      } else {
        auto& factor = std::get<FactorTerm>(term);
        const auto level = std::find(factor.levels.begin(), factor.levels.end(), text);
        if (level == factor.levels.end()) return Problem{ProblemCode::levelAbsent, name, {}, text};
        factor.codes.push_back(static_cast<int>(level - factor.levels.begin()));
      }
    }
  }
  return given;
}

std::optional<Problem> setPredictions(const CoxOptions& options, const Names& names,
                                      CoxSample& model) {
  for (const auto& row : options.at) {
    for (const auto& [name, value] : row) {
      if (!contains(names, name))
        return Problem{ProblemCode::valueNotAllowed, name, {}, "at holds values of terms only"};
    }
  }
  for (const double time : options.times) {
    if (!(time >= 0))
      return Problem{ProblemCode::valueNotAllowed, "", {}, "times must not be below 0"};
  }
  model.settings.times = options.times;
  std::sort(model.settings.times.begin(), model.settings.times.end());
  if (options.at.empty()) return {};
  const auto given = termsAt(model.data.terms, options.at);
  if (!given) return given.problem();
  const Design design = designMatrix(*given, std::ssize(options.at));
  for (Eigen::Index row = 0; row < design.x.rows(); ++row)
    model.settings.at.emplace_back(design.x.row(row).transpose());
  return {};
}

template <class T>
std::vector<T> inOrder(const std::vector<T>& values, const std::vector<std::size_t>& order) {
  std::vector<T> ordered;
  for (const std::size_t position : order)
    ordered.push_back(values[position]);
  return ordered;
}

// By data row, and only the kinds that were asked for.
void settleResiduals(const CoxOptions& options, const Sample& sample, CoxResidualLists& lists) {
  std::vector<int> numbers;
  for (const int position : lists.rows)
    numbers.push_back(sample.rowNumber(static_cast<std::size_t>(position)));
  std::vector<std::size_t> order(numbers.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return numbers[a] < numbers[b]; });
  for (int& row : lists.eventRows)
    row = numbers[static_cast<std::size_t>(row)];
  lists.rows = inOrder(numbers, order);
  const auto settle = [&](CoxResidualKind kind, auto& values) {
    if (!contains(options.residuals, kind))
      values.clear();
    else if (!values.empty())
      values = inOrder(values, order);
  };
  settle(CoxResidualKind::linearPredictor, lists.linearPredictor);
  settle(CoxResidualKind::martingale, lists.martingale);
  settle(CoxResidualKind::deviance, lists.deviance);
  settle(CoxResidualKind::score, lists.score);
  settle(CoxResidualKind::dfbeta, lists.dfbeta);
  if (!contains(options.residuals, CoxResidualKind::schoenfeld)) lists.schoenfeld.clear();
  if (!contains(options.residuals, CoxResidualKind::scaledSchoenfeld))
    lists.scaledSchoenfeld.clear();
  if (lists.schoenfeld.empty() && lists.scaledSchoenfeld.empty()) {
    lists.eventRows.clear();
    lists.eventTime.clear();
  }
}

}  // namespace

Result<Outcome<CoxValue>> run(const CoxOptions& options, const Study& study) {
  if (options.terms.empty()) return Problem{ProblemCode::missingKey, "", {}, "terms"};
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  const Names names = namesOf(options.terms);
  if (const auto problem = useModel(sample, options, names)) return *problem;
  auto found = coxSample(sample, options, names);
  if (!found) return found.problem();
  CoxSample prepared = std::move(found).value();
  if (const auto problem = useSplines(options.terms, prepared.data.terms)) return *problem;
  if (const auto problem = tooFewEvents(prepared)) return *problem;
  const bool more = options.baseline || !options.at.empty() || !options.residuals.empty();
  if (more && options.ties == CoxTies::exact) {
    return Problem{ProblemCode::valueNotAllowed,
                   "",
                   {},
                   "ties is exact, which has no baseline, predictions or residuals"};
  }
  if (more && options.penalty == Penalty::firth) {
    return Problem{ProblemCode::valueNotAllowed,
                   "",
                   {},
                   "penalty is firth, which has no baseline, predictions or residuals"};
  }
  CoxSettings& settings = prepared.settings;
  settings.transform = options.zphTransform;
  settings.baseline = options.baseline;
  settings.residuals = !options.residuals.empty();
  if (const auto problem = setPredictions(options, names, prepared)) return *problem;
  CoxValue model{coxModel(prepared.data, settings), {}, {}};
  if (!model.converged) return notConverged(names);
  model.splines = splineCurves(prepared.data, settings, model);
  if (!options.splitAt.empty()) {
    const auto term = splitTerm(options, names, prepared.data.terms, study);
    if (!term) return term.problem();
    model.piecewise = piecewiseHazardRatio(prepared.data, settings, model, *term, options.splitAt);
    if (!model.piecewise) sample.warn({WarningCode::notTested, "", {}, "piecewise"});
  }
  if (model.residuals) settleResiduals(options, sample, *model.residuals);
  warnAboutModel(model, settings, sample);
  return sample.answer(std::move(model));
}

}  // namespace riskset
