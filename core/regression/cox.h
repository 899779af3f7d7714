// Cox's proportional hazards model, h(t | x) = h0(t) exp(x' beta), by partial likelihood.
//
//   l(beta) = sum over events i of [ x_i' beta - log sum_{j at risk at t_i} exp(x_j' beta) ]
//
// With d events at one time, Breslow uses the full risk set d times; Efron (the default, as R's)
// takes out k/d of the tied events' own weight for k = 0..d-1, close to the exact likelihood.
// Strata have their own baseline hazard and risk sets.
//
// Columns are centred within strata and scaled inside, so that neither far origins nor units (1e9,
// 1e-9) cost digits. Covariates determined by earlier ones are dropped and named, the others
// unchanged.
//
// Sources: Cox DR (1972). J. R. Stat. Soc. B 34:187-220. doi:10.1111/j.2517-6161.1972.tb00899.x
// Efron B (1977). JASA 72:557-565. doi:10.1080/01621459.1977.10480613
// Breslow N (1974). Biometrics 30:89-99. doi:10.2307/2529620
#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/estimate.h"
#include "core/linear/matrix.h"
#include "core/linear/newton.h"

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(CoxTies, efron, breslow)

// One event time of one stratum. The patients of a risk set are those before `endRow`, back to the
// start of the stratum.
struct CoxEventTime {
  Eigen::Index firstRow;  // who enters the risk set here: not watched until the event time before
  Eigen::Index tiedRow;   // from here on, follow-up ends at this very time
  Eigen::Index endRow;
  int events = 0;
  bool startsStratum = false;
};

// Patients of a Cox model in the order its sums need: stratum by stratum, latest time first.
struct CoxPatients {
  // patients x coefficients, standardised: (x - mean of the stratum) / scale. Only differences
  // within a stratum matter to the likelihood.
  Matrix x;
  std::vector<double> time;
  std::vector<std::uint8_t> event;
  std::vector<int> stratum;
  Vector scale;  // 0 for a column that is constant within every stratum
  int events = 0;
  Vector eventSum;  // of x over the events
  // Within a stratum from the longest follow-up to the shortest. Patients censored before the first
  // event of their stratum are in none.
  std::vector<CoxEventTime> eventTimes;

  bool startsStratum(Eigen::Index row) const;
};

// Times finite and >= 0 with ties merged; `stratum` empty for none.
CoxPatients coxPatients(const Matrix& x, const std::vector<double>& time,
                        const std::vector<std::uint8_t>& event, const std::vector<int>& stratum);

struct CoxFit {
  Vector coef;        // on the scale of the data; 0 where aliased
  Vector linear;      // x' beta of each patient of CoxPatients, centred within strata
  Matrix covariance;  // inverse information; zero rows where aliased
  std::vector<bool> aliased, diverging;
  double logLikNull, logLik;
  bool converged;
  int iterations;
  Maximum maximum;  // in the standardised columns
  std::optional<ChiSquareTest> likelihoodRatio, wald, score;

  int coefficients() const;  // how many are neither aliased nor dropped
};

CoxFit fitCox(const CoxPatients& patients, CoxTies ties);

// The same model without some of its coefficients, from the full fit: the maximum alone, of which
// they are `aliased`.
Maximum fitCoxWithout(const CoxPatients& patients, CoxTies ties, const CoxFit& full,
                      const std::vector<bool>& without);

// The log partial likelihood with its derivatives, at coefficients of the standardised columns.
LikelihoodPoint coxLikelihood(const CoxPatients& patients, CoxTies ties, const Vector& coef);

}  // namespace riskset
