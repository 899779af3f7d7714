// The weights of the log-rank family: how much each event time counts.
//
//   logRank            1
//   gehan              n                                    (Breslow's, the generalised Wilcoxon)
//   taroneWare         sqrt(n)
//   petoPeto           S'(t)
//   modifiedPetoPeto   S'(t) n / (n + 1)
//   {rho, gamma}       S(t-)^rho (1 - S(t-))^gamma          (Fleming-Harrington; 0^0 is 1)
//
// with n at risk and d events, S' = prod (1 - d / (n + 1)) up to and with t, and S the Kaplan-Meier
// curve of all groups together just before t. Within strata both curves are the stratum's own.
// gamma = 0 is the rho of R's survdiff. Where packages differ: "Peto-Peto" is survdiff's rho = 1 in
// some of them, which is {rho: 1, gamma: 0} here.
//
// Source: Klein JP, Moeschberger ML (2003), Survival Analysis, 2nd ed., section 7.3.
// doi:10.1007/b97377; Gehan EA (1965). Biometrika 52:203-223. doi:10.1093/biomet/52.1-2.203; Tarone
// RE, Ware J (1977). Biometrika 64:156-160; Peto R, Peto J (1972). J. R. Stat. Soc. A 135:185-207.
// doi:10.2307/2344317; Harrington DP, Fleming TR (1982). Biometrika 69:553-566.
// doi:10.1093/biomet/69.3.553
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <variant>

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(LogRankWeighting, logRank, gehan, taroneWare, petoPeto, modifiedPetoPeto)

struct FlemingHarrington {
  double rho = 0, gamma = 0;  // >= 0
};
BOOST_DESCRIBE_STRUCT(FlemingHarrington, (), (rho, gamma))

using LogRankTest = std::variant<LogRankWeighting, FlemingHarrington>;

// The weights along the event times of one stratum.
class LogRankWeights {
 public:
  explicit LogRankWeights(const LogRankTest& test) : test_(test) {}

  // The weight of the next event time, at which `events` of `atRisk` patients have the event.
  double next(double atRisk, double events);

  void restart() { survival_ = petoSurvival_ = 1; }  // for the next stratum

 private:
  LogRankTest test_;
  double survival_ = 1, petoSurvival_ = 1;
};

}  // namespace riskset
