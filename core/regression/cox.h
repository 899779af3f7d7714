// Cox's proportional hazards model, h(t | x) = h0(t) exp(x' beta), by partial likelihood.
//
//   l(beta) = sum over events i of [ x_i' beta - log sum_{j at risk at t_i} exp(x_j' beta) ]
//
// With d events at one time, Breslow uses the full risk set d times; Efron (the default, as R's)
// takes out k/d of the tied events' own weight for k = 0..d-1, close to the exact likelihood.
// Strata have their own baseline hazard and risk sets. With case weights w, an event's terms weigh
// w_i, tied events share the mean of theirs (the convention of R's coxph), and exp(x' beta) becomes
// w exp(x' beta). A row with an entry time is at risk after it only: left truncation, and the rows
// of one patient whose covariates change.
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
#include "core/regression/design.h"

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(CoxTies, efron, breslow, exact)

// Rows of patients in any order. Times finite and >= 0, also entries, with ties merged. The last
// four may be empty: no strata, everybody from the start, weights 1, each row its own cluster.
struct CoxData {
  std::vector<double> time;
  std::vector<std::uint8_t> event;  // 1 event, 0 censored
  std::vector<int> stratum;
  std::vector<Term> terms;
  std::vector<double> entry{};   // below the row's time
  std::vector<double> weight{};  // >= 0
  std::vector<int> cluster{};    // codes from 0 of rows that are not independent
};

// One event time of one stratum. The patients of a risk set are those before `endRow`, back to the
// start of the stratum, less those who were not yet under observation.
struct CoxEventTime {
  Eigen::Index firstRow;  // who joins the risk set here: not watched until the event time after
  Eigen::Index tiedRow;   // from here on, follow-up ends at this very time
  Eigen::Index endRow;
  int events = 0;
  bool startsStratum = false;
  double meanWeight = 1;                   // of the events
  std::size_t firstLate = 0, endLate = 0;  // in CoxPatients::late: who is no longer in the risk set
};

// Patients of a Cox model in the order its sums need: stratum by stratum, latest time first.
struct CoxPatients {
  // patients x coefficients, standardised: (x - mean of the stratum) / scale. Only differences
  // within a stratum matter to the likelihood.
  Matrix x;
  std::vector<double> time;
  std::vector<std::uint8_t> event;
  std::vector<int> stratum;
  std::vector<std::size_t> order;     // the row of the data that each is
  std::vector<double> weight;         // empty: 1 each
  std::vector<double> entry;          // empty: everybody from the start
  std::vector<Eigen::Index> late;     // rows by the event time at which they had not yet entered
  std::vector<std::uint8_t> between;  // with entries: 1 for who is in no risk set at all
  Vector scale;                       // 0 for a column that is constant within every stratum
  int events = 0;
  Vector eventSum;  // of w x over the events
  // Within a stratum from the longest follow-up to the shortest. Patients censored before the first
  // event of their stratum are in none.
  std::vector<CoxEventTime> eventTimes;

  bool startsStratum(Eigen::Index row) const;
  double weightOf(Eigen::Index row) const {
    return weight.empty() ? 1 : weight[static_cast<std::size_t>(row)];
  }
};

// `x` is the design matrix of the terms.
CoxPatients coxPatients(const Matrix& x, const CoxData& data);

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

// Coefficients and covariance on the scale of the data, from `maximum` and `aliased`.
void setCoefficients(CoxFit& fit, const CoxPatients& patients);

// The same model without some of its coefficients, from the full fit: the maximum alone, of which
// they are `aliased`.
Maximum fitCoxWithout(const CoxPatients& patients, CoxTies ties, const CoxFit& full,
                      const std::vector<bool>& without);

// The log partial likelihood with its derivatives, at coefficients of the standardised columns.
LikelihoodPoint coxLikelihood(const CoxPatients& patients, CoxTies ties, const Vector& coef);

}  // namespace riskset
