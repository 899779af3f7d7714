// What a logistic model reports: coefficients as a table shows them, with reference rows, and the
// tests.
//
// The c-statistic is the share of pairs of one patient with the outcome and one without in which
// the former has the higher x' b, ties counting half (the area under the ROC curve).
//
// Source: Hanley JA, McNeil BJ (1982). Radiology 143:29-36. doi:10.1148/radiology.143.1.7063747
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/regression/concordance.h"
#include "core/regression/design.h"
#include "core/regression/logistic.h"

namespace riskset {

// Limits `lower` and `upper` are Wald's; `profileLower` and `profileUpper` the profile
// likelihood's, to which `profileP` belongs: the likelihood-ratio test of this coefficient alone.
// All four limits are of the odds ratio. With Firth's penalty all likelihoods are the penalised
// one.
//
// A reference level has oddsRatio 1 and nothing else. Of an aliased term all numbers are empty; of
// one that separates the outcomes (`diverging`) too, since none of them exists. `extreme`: the
// ratio per unit of the column is beyond 1e13, and the ratio and its limits are empty; the
// coefficient stands.
struct LogisticRow {
  std::string name, level;
  bool reference = false;
  std::optional<double> coef, se, z, p, oddsRatio, lower, upper;
  std::optional<double> profileP, profileLower, profileUpper;
  bool aliased = false, diverging = false, extreme = false;
};
BOOST_DESCRIBE_STRUCT(LogisticRow, (),
                      (name, level, reference, coef, se, z, p, oddsRatio, lower, upper, profileP,
                       profileLower, profileUpper, aliased, diverging, extreme))

struct LogisticTests {
  std::optional<ChiSquareTest> likelihoodRatio, wald, score;
};
BOOST_DESCRIBE_STRUCT(LogisticTests, (), (likelihoodRatio, wald, score))

// A level of a factor in which nobody (`events` 0) or everybody (`events` = `n`) has the outcome.
struct OneOutcomeLevel {
  std::string name, level;
  int n = 0, events = 0;
};
BOOST_DESCRIBE_STRUCT(OneOutcomeLevel, (), (name, level, n, events))

struct LogisticModel {
  int n = 0;
  int events = 0;
  Penalty penalty{};
  LogisticRow intercept;  // its ratios are odds where every covariate is 0 or the reference
  std::vector<LogisticRow> terms;
  // Of the intercept, then of the coefficients in the order of `terms`; 0 for an aliased one, empty
  // for a diverging one.
  std::vector<std::vector<std::optional<double>>> covariance;
  // Of what is maximised: with Firth's penalty the penalised likelihood, that of the null model
  // with the information of all columns. Then `unpenalisedLogLik` is the likelihood there.
  double logLikNull = 0, logLik = 0;
  std::optional<double> unpenalisedLogLik;
  LogisticTests tests;
  std::vector<TermLikelihoodRatio> termTests;
  std::optional<Concordance> cStatistic;
  std::optional<double> aic, bic;  // bic with the number of patients; none with a penalty
  std::vector<OneOutcomeLevel> oneOutcomeLevels;
  bool converged = false;
  int iterations = 0;
};
BOOST_DESCRIBE_STRUCT(LogisticModel, (),
                      (n, events, penalty, intercept, terms, covariance, logLikNull, logLik,
                       unpenalisedLogLik, tests, termTests, cStatistic, aic, bic, oneOutcomeLevels,
                       converged, iterations))

struct LogisticData {
  std::vector<std::uint8_t> outcome;  // 1 has it
  std::vector<Term> terms;
};

// Expects patients with the outcome and without. `converged` false: no number of the model may be
// shown.
LogisticModel logisticModel(const LogisticData& data, Penalty penalty, double level);

// Likelihood-ratio test of the last term of `data` against the model without it, where each row
// stands for `count` patients alike.
std::optional<ChiSquareTest> testLastTerm(const LogisticData& data,
                                          const std::vector<double>& count, Penalty penalty);

}  // namespace riskset
