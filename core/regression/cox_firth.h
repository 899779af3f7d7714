// Cox's model with Firth's penalty: the log partial likelihood plus half the log determinant of its
// information (Jeffreys' prior). Its maximum is finite where all events are in one group and the
// plain likelihood has none, and less biased in small cohorts.
//
//   l*(beta) = l(beta) + 1/2 log det I(beta)
//   U*_r     = U_r + 1/2 tr(I^-1 dI/dbeta_r)
//
// dI/dbeta are the third central moments of the covariates over the risk sets. Tests compare
// maxima of l*, those of a model without some coefficients with these at 0 and the penalty of the
// whole model; a profile interval holds the values of a coefficient at which the rest can make up
// all but half the critical chi-square.
//
// Sources: Firth D (1993). Biometrika 80:27-38. doi:10.1093/biomet/80.1.27
// Heinze G, Schemper M (2001). Biometrics 57:114-119. doi:10.1111/j.0006-341X.2001.00114.x
#pragma once

#include <optional>
#include <vector>

#include "core/regression/cox.h"

namespace riskset {

// Of each coefficient on the scale of the data; a limit that is empty is not bounded.
struct ProfileInterval {
  std::optional<double> lower, upper;
};

struct FirthFit {
  CoxFit fit;  // logLik and its tests penalised; nothing diverges
  double unpenalisedLogLik = 0;
};

FirthFit fitCoxFirth(const CoxPatients& patients, CoxTies ties);

// The penalised likelihood-ratio test of the coefficients in `without` being 0.
std::optional<ChiSquareTest> testFirth(const CoxPatients& patients, CoxTies ties,
                                       const FirthFit& full, const std::vector<bool>& without);

// One for each coefficient; of an aliased one both ends are empty.
std::vector<ProfileInterval> profileIntervals(const CoxPatients& patients, CoxTies ties,
                                              const FirthFit& full, double level);

}  // namespace riskset
