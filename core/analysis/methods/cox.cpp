#include <algorithm>

#include "core/analysis/methods/cox_predictions.h"
#include "core/analysis/methods/cox_sample.h"
#include "core/analysis/methods/methods.h"
#include "core/base/contains.h"
#include "core/regression/spline.h"

namespace riskset {
namespace {

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

Result<std::size_t> numberTerm(const std::string& name, const std::vector<Term>& terms) {
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (nameOf(terms[i]) != name) continue;
    if (!numbersOf(terms[i])) return Problem{ProblemCode::columnWrongType, name, {}, "number"};
    return i;
  }
  return Problem{ProblemCode::valueNotAllowed, name, {}, "functionalForm must be among terms"};
}

template <class T>
std::vector<T> inOrder(const std::vector<T>& values, const std::vector<std::size_t>& order) {
  std::vector<T> ordered;
  for (const std::size_t position : order)
    ordered.push_back(values[position]);
  return ordered;
}

// Data rows of the positions in the sample, and their order.
struct RowOrder {
  std::vector<int> numbers;
  std::vector<std::size_t> order;
};

RowOrder rowOrder(const Sample& sample) {
  RowOrder rows;
  for (std::size_t i = 0; i < static_cast<std::size_t>(sample.size()); ++i) {
    rows.numbers.push_back(sample.rowNumber(i));
    rows.order.push_back(i);
  }
  std::sort(rows.order.begin(), rows.order.end(),
            [&](std::size_t a, std::size_t b) { return rows.numbers[a] < rows.numbers[b]; });
  return rows;
}

void settleForm(const Sample& sample, FunctionalForm& form) {
  const auto [numbers, order] = rowOrder(sample);
  form.rows = inOrder(numbers, order);
  form.value = inOrder(form.value, order);
  form.residual = inOrder(form.residual, order);
}

// By data row, and only the kinds that were asked for.
void settleResiduals(const CoxOptions& options, const Sample& sample, CoxResidualLists& lists) {
  const RowOrder rows = rowOrder(sample);
  for (int& row : lists.eventRows)
    row = rows.numbers[static_cast<std::size_t>(row)];
  lists.rows = inOrder(rows.numbers, rows.order);
  const auto settle = [&](CoxResidualKind kind, auto& values) {
    if (!contains(options.residuals, kind))
      values.clear();
    else if (!values.empty())
      values = inOrder(values, rows.order);
  };
  settle(CoxResidualKind::linearPredictor, lists.linearPredictor);
  settle(CoxResidualKind::martingale, lists.martingale);
  settle(CoxResidualKind::deviance, lists.deviance);
  settle(CoxResidualKind::score, lists.score);
  settle(CoxResidualKind::dfbeta, lists.dfbeta);
  settle(CoxResidualKind::dfbetas, lists.dfbetas);
  settle(CoxResidualKind::hrWithout, lists.hrWithout);
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
  const bool more = options.baseline || !options.at.empty() || !options.residuals.empty() ||
                    options.adjustedBy || options.functionalForm;
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
  settings.leaveOut.assign(options.leaveOut.begin(), options.leaveOut.end());
  std::optional<AdjustedCurves> adjusted;
  CoxOptions asked = options;
  if (options.adjustedBy) {
    auto curves = adjustedCurves(options, names, prepared.data.terms);
    if (!curves) return curves.problem();
    adjusted = std::move(curves).value();
    asked.at = rowsFor(*adjusted);
  }
  if (const auto problem = setPredictions(asked, names, prepared)) return *problem;
  std::optional<std::size_t> formTerm;
  if (options.functionalForm) {
    const auto term = numberTerm(*options.functionalForm, prepared.data.terms);
    if (!term) return term.problem();
    formTerm = *term;
  }
  CoxValue model;
  static_cast<CoxModel&>(model) = coxModel(prepared.data, settings);
  if (!model.converged) return notConverged(names);
  if (adjusted) {
    takeCurves(model.predicted, *adjusted);
    model.adjusted = std::move(adjusted);
  }
  if (formTerm) {
    model.functionalForm = functionalForm(prepared.data, settings.ties, *formTerm);
    if (model.functionalForm)
      settleForm(sample, *model.functionalForm);
    else
      sample.warn({WarningCode::notTested, *options.functionalForm, {}, "functionalForm"});
  }
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
