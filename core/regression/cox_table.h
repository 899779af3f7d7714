// What a Cox model reports: coefficients as a table shows them, with reference rows, and the tests.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/regression/concordance.h"
#include "core/regression/cox.h"
#include "core/regression/design.h"
#include "core/regression/proportional_hazards.h"

namespace riskset {

// A reference level has hr 1 and nothing else. Of an aliased term all numbers are empty; of one
// whose likelihood is monotone (`diverging`) too, since none of them exists. `extreme`: the ratio
// per unit of the column is beyond 1e13 and left empty; the coefficient stands.
struct CoxRow {
  std::string name, level;
  bool reference = false;
  std::optional<double> coef, se, z, p, hr, lower, upper;
  bool aliased = false, diverging = false, extreme = false;
};
BOOST_DESCRIBE_STRUCT(CoxRow, (),
                      (name, level, reference, coef, se, z, p, hr, lower, upper, aliased, diverging,
                       extreme))

struct CoxTests {
  std::optional<ChiSquareTest> likelihoodRatio, wald, score;
};
BOOST_DESCRIBE_STRUCT(CoxTests, (), (likelihoodRatio, wald, score))

// Likelihood-ratio test of one term: the model with it against the model without.
struct CoxTermTest {
  std::string name;
  ChiSquareTest test;
};
BOOST_DESCRIBE_STRUCT(CoxTermTest, (), (name, test))

struct CoxModel {
  int n = 0;
  int events = 0;
  std::vector<CoxRow> terms;
  // Of the coefficients, in the order of `terms`; 0 for an aliased one, empty for a diverging one.
  std::vector<std::vector<std::optional<double>>> covariance;
  double logLikNull = 0, logLik = 0;
  CoxTests tests;
  std::vector<CoxTermTest> termTests;
  std::optional<Concordance> concordance;
  double aic = 0, bic = 0;  // bic with the number of events as n
  bool converged = false;
  int iterations = 0;
  std::optional<ProportionalHazards> proportionalHazards;
};
BOOST_DESCRIBE_STRUCT(CoxModel, (),
                      (n, events, terms, covariance, logLikNull, logLik, tests, termTests,
                       concordance, aic, bic, converged, iterations, proportionalHazards))

struct CoxData {
  std::vector<double> time;         // ties merged
  std::vector<std::uint8_t> event;  // 1 event, 0 censored
  std::vector<int> stratum;         // empty: none
  std::vector<Term> terms;
};

struct CoxSettings {
  CoxTies ties = CoxTies::efron;
  TimeTransform transform = TimeTransform::km;
  double level = 0.95;
  bool hazardRatioOverTime = false;
};

// Expects at least one event. `converged` false: no number of the model may be shown.
CoxModel coxModel(const CoxData& data, const CoxSettings& settings);

// What a table needs of one model among many.
struct CoxEffects {
  std::vector<CoxRow> terms;
  std::vector<CoxTermTest> termTests;
  bool converged = false;
};

// Expects at least one event. Not converged: no rows.
CoxEffects coxEffects(const CoxData& data, CoxTies ties, double level);

// The rows of a coefficient table alone, for one model among many.
std::vector<CoxRow> coxRows(const Design& design, const CoxFit& fit, double level);

// Likelihood-ratio test of the last term of `data` against the model without it.
std::optional<ChiSquareTest> testLastTerm(const CoxData& data, CoxTies ties);

}  // namespace riskset
