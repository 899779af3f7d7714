#include "core/analysis/methods/cox_predictions.h"

#include <algorithm>

#include "core/base/contains.h"
#include "core/base/text.h"
#include "core/regression/cox_shapes.h"

namespace riskset {
namespace {

// The terms with the covariates of `at` in place of the rows' own.
Result<std::vector<Term>> termsAt(const std::vector<Term>& terms,
                                  const OneOrMany<std::map<std::string, Label>>& at) {
  std::vector<Term> given = terms;
  for (Term& term : given) {
    const std::string& name = nameOf(term);
    if (std::holds_alternative<InteractionTerm>(term)) continue;
    std::vector<double>* values = nullptr;
    if (auto* numeric = std::get_if<NumericTerm>(&term)) values = &numeric->values;
    if (auto* spline = std::get_if<SplineTerm>(&term)) values = &spline->values;
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

}  // namespace

const std::vector<double>* numbersOf(const Term& term) {
  if (const auto* numeric = std::get_if<NumericTerm>(&term)) return &numeric->values;
  if (const auto* spline = std::get_if<SplineTerm>(&term)) return &spline->values;
  return nullptr;
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

Result<AdjustedCurves> adjustedCurves(const CoxOptions& options, const Names& names,
                                      const std::vector<Term>& terms) {
  const auto refuse = [&](const char* why) {
    return Problem{ProblemCode::valueNotAllowed, *options.adjustedBy, {}, why};
  };
  if (!contains(names, *options.adjustedBy)) return refuse("adjustedBy must be among terms");
  if (options.at.size() > 1) return refuse("at holds one row where adjustedBy gives the others");
  static const std::map<std::string, Label> nothing;
  const auto& at = options.at.empty() ? nothing : options.at.front();
  if (at.count(*options.adjustedBy)) return refuse("at holds the term of adjustedBy");
  for (const auto& [name, value] : at) {
    if (!contains(names, name)) return refuse("at holds values of terms only");
  }
  AdjustedCurves adjusted;
  adjusted.name = *options.adjustedBy;
  for (const Term& term : terms) {
    if (std::holds_alternative<InteractionTerm>(term)) continue;
    const std::string& name = nameOf(term);
    const auto* factor = std::get_if<FactorTerm>(&term);
    if (name == adjusted.name) {
      if (!factor) return Problem{ProblemCode::columnWrongType, name, {}, "category"};
      for (const std::string& level : factor->levels) {
        adjusted.curves.emplace_back();
        adjusted.curves.back().level = level;
      }
      continue;
    }
    const auto given = at.find(name);
    if (given != at.end())
      adjusted.covariates.push_back({name, given->second, true});
    else
      adjusted.covariates.push_back(
          {name, factor ? factor->levels.front() : shortestText(medianOf(*numbersOf(term))),
           false});
  }
  return adjusted;
}

OneOrMany<std::map<std::string, Label>> rowsFor(const AdjustedCurves& adjusted) {
  OneOrMany<std::map<std::string, Label>> rows;
  for (const AdjustedCurve& curve : adjusted.curves) {
    std::map<std::string, Label>& row = rows.emplace_back();
    for (const CovariateValue& covariate : adjusted.covariates)
      row[covariate.name] = Label{covariate.value};
    row[adjusted.name] = Label{curve.level};
  }
  return rows;
}

void takeCurves(std::vector<PredictedSurvival>& predicted, AdjustedCurves& adjusted) {
  const std::size_t strata = predicted.size() / adjusted.curves.size();
  std::vector<AdjustedCurve> curves;
  for (std::size_t i = 0; i < predicted.size(); ++i) {
    AdjustedCurve& curve = curves.emplace_back();
    static_cast<PredictedSurvival&>(curve) = std::move(predicted[i]);
    curve.level = adjusted.curves[i / strata].level;
  }
  adjusted.curves = std::move(curves);
  predicted.clear();
}

}  // namespace riskset
