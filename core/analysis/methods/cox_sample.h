// What the Cox methods share: from options and a sample to the data of a model, and what has to be
// said about a model.
#pragma once

#include "core/analysis/methods/model_table.h"

namespace riskset {

struct CoxSample {
  CoxData data;
  CoxSettings settings;
  int events;
};

// Uses the follow-up, the columns of the terms, strata, weights and clusters.
std::optional<Problem> useModel(Sample& sample, const CoxModelOptions& options, const Names& terms);

// `sample` must have used the model. Problem: no event, a column of one value, an exact likelihood
// that would take minutes, or a choice that another one rules out.
Result<CoxSample> coxSample(Sample& sample, const CoxModelOptions& options, const Names& terms);

std::optional<Problem> tooFewEvents(const CoxSample& model);

void warnAboutRows(const std::vector<CoxRow>& rows, Sample& sample);
void warnAboutModel(const CoxModel& model, const CoxSettings& settings, Sample& sample);

}  // namespace riskset
