// What univariable and multivariable tables share, and how many events a model can be asked of.
//
// Source: Peduzzi P et al. (1995), J. Clin. Epidemiol. 48:1503-1510,
// doi:10.1016/0895-4356(95)00048-8; for logistic models (1996), 49:1373-1379,
// doi:10.1016/S0895-4356(96)00236-3: below about 10 events per variable, coefficients and their
// errors become unreliable. With fewer than 2 a multivariable model is a fit to chance.
#pragma once

#include <string>
#include <vector>

#include "core/analysis/methods/sample.h"
#include "core/regression/model.h"

namespace riskset {

// Problem: no terms, chosen ones that are not among them, an interaction, a bound beyond 0 to 1.
// `model`: the method that takes what a table does not.
std::optional<Problem> checkTable(const Names& terms, const Names& chosen, const EntryRule& entry,
                                  const Sample& sample, const std::string& model);

// The terms of the multivariable model, from the tests of the univariable ones.
Names enteringTerms(const Names& terms, const Names& chosen, const EntryRule& entry,
                    const std::vector<TermLikelihoodRatio>& univariable);

// `events` of a logistic model are the patients with the rarer outcome. Of a single coefficient
// anything can be asked.
std::optional<Problem> tooFewEvents(std::ptrdiff_t events, std::ptrdiff_t coefficients);
void warnOfFewEvents(double eventsPerVariable, Sample& sample);

Problem notConverged(const Names& terms);

}  // namespace riskset
