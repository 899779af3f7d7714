// The covariates at which a Cox model predicts survival.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/analysis/methods/cox_sample.h"
#include "core/analysis/options.h"

namespace riskset {

// The numbers of a term that has any, also by a spline.
const std::vector<double>* numbersOf(const Term& term);

// Puts `at` and `times` of the options into the settings of the model.
std::optional<Problem> setPredictions(const CoxOptions& options, const Names& names,
                                      CoxSample& model);

// With `adjustedBy`: a curve for each level, still without numbers, and the covariates of them all.
Result<AdjustedCurves> adjustedCurves(const CoxOptions& options, const Names& names,
                                      const std::vector<Term>& terms);

// The rows of `at` for those curves.
OneOrMany<std::map<std::string, Label>> rowsFor(const AdjustedCurves& adjusted);

// Their predictions, one for each level in each stratum.
void takeCurves(std::vector<PredictedSurvival>& predicted, AdjustedCurves& adjusted);

}  // namespace riskset
