// What the Cox methods share: from options and a sample to the data of a model, and what has to be
// said about a model.
#pragma once

#include "core/analysis/methods/sample.h"

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

// Fewer than two events per coefficient, with more than one coefficient.
std::optional<Problem> tooFewEvents(const CoxSample& model);

Problem notConverged(const Names& terms);

// How many rows are neither reference nor aliased.
int coefficientsOf(const std::vector<CoxRow>& rows);

void warnAboutRows(const std::vector<CoxRow>& rows, Sample& sample);
void warnAboutModel(const CoxModel& model, Sample& sample);

}  // namespace riskset
