// Logistic regression, log(p / (1 - p)) = b0 + x' b, by maximum likelihood or by Firth's penalised
// likelihood.
//
//   l(b) = sum over patients of [ y log p + (1 - y) log(1 - p) ]        I(b) = X' diag(p (1 - p)) X
//   Firth: l*(b) = l(b) + 1/2 log det I(b)
//
// The maximum of l does not exist where a combination of covariates separates the outcomes
// (`diverging`); that of l* always does. X holds a column of ones, the intercept, before the
// covariates. In l* a coefficient that is held at a value keeps its column in I, so that likelihood
// ratios and profiles are those of one penalised likelihood.
//
// Columns are centred and scaled inside, so that neither far origins nor units (1e9, 1e-9) cost
// digits. Covariates determined by earlier ones, and constants, are dropped and named.
//
// Sources: Cox DR (1958). J. R. Stat. Soc. B 20:215-232. doi:10.1111/j.2517-6161.1958.tb00292.x
// Albert A, Anderson JA (1984). Biometrika 71:1-10. doi:10.1093/biomet/71.1.1 (separation)
// Firth D (1993). Biometrika 80:27-38. doi:10.1093/biomet/80.1.27
// Heinze G, Schemper M (2002). Stat. Med. 21:2409-2419. doi:10.1002/sim.1047
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/estimate.h"
#include "core/linear/matrix.h"
#include "core/linear/newton.h"
#include "core/regression/model.h"

namespace riskset {

struct LogisticPatients {
  Matrix x;                           // patients x (1 + covariates): ones, then (x - mean) / scale
  Vector mean;                        // of each column of x; 0 for the ones
  Vector scale;                       // 1 for the ones, 0 for a constant covariate
  std::vector<std::uint8_t> outcome;  // 1 has it
  Vector count;                       // patients alike for whom a row stands
  int events = 0;                     // rows with it
  std::vector<bool> aliased;          // columns that those before them determine
};

// `count` empty: a row for each patient.
LogisticPatients logisticPatients(const Matrix& covariates,
                                  const std::vector<std::uint8_t>& outcome,
                                  const std::vector<double>& count = {});

// The same patients with the covariates scaled but not centred, in whose coefficients the intercept
// is that of the data.
LogisticPatients withoutCentring(LogisticPatients patients);

// In the coefficients of the columns of `patients`, to which it holds a reference.
Likelihood logisticLikelihood(const LogisticPatients& patients, Penalty penalty);

// Coefficients are numbered as the columns of x: 0 is the intercept.
struct LogisticFit {
  Vector coef;        // on the scale of the data; 0 where aliased
  Matrix covariance;  // I^-1; zero rows where aliased
  // Of the intercept: as soon as one covariate's coefficient diverges.
  std::vector<bool> aliased, diverging;
  double logLikNull, logLik;  // of what is maximised, with the intercept alone and of the model
  double unpenalised;         // l at the maximum
  bool converged;
  int iterations;
  Maximum maximum;  // in the columns of LogisticPatients
  // Firth has no score test.
  std::optional<ChiSquareTest> likelihoodRatio, wald, score;

  int coefficients() const;  // how many are not aliased, with the intercept
};

LogisticFit fitLogistic(const LogisticPatients& patients, Penalty penalty);

// The likelihood-ratio test against the model without the coefficients of `without`, which are
// numbered likewise.
std::optional<ChiSquareTest> testWithout(const LogisticPatients& patients, Penalty penalty,
                                         const LogisticFit& full, const std::vector<bool>& without);

}  // namespace riskset
