// Two-stage designs of single-arm phase II trials, by exact search.
//
// n1 patients are treated first; with at most r1 responses the trial stops. Otherwise it goes on to
// n patients, and with at most r responses in all the treatment is not taken further. With rates p0
// (of no interest) and p1 (wanted), X1 ~ Bin(n1, p) and X2 ~ Bin(n - n1, p):
//
//   alpha            P(X1 > r1, X1 + X2 > r) at p0
//   power            the same at p1
//   stopProbability  P(X1 <= r1) at p0
//   expectedSize     n1 + (1 - stopProbability) (n - n1)
//
// Among the designs that keep alpha and power, the optimal one has the smallest expected size, the
// minimax one the smallest n and then the smallest expected size. For each n, n1 and r1 only the
// least r > r1 that keeps alpha needs to be looked at. A larger n cannot help once, for every n1,
// already the highest r1 that leaves the power possible gives an expected size above the best: then
// the search ends, and the optimal design is so among trials of any size.
//
// Source: Simon R (1989). Control. Clin. Trials 10:1-10. doi:10.1016/0197-2456(89)90015-9
#pragma once

#include <boost/describe/class.hpp>
#include <optional>

namespace riskset {

struct TwoStageDesign {
  int r1 = 0, n1 = 0, r = 0, n = 0;
  double expectedSize = 0, stopProbability = 0, alpha = 0, power = 0;
};
BOOST_DESCRIBE_STRUCT(TwoStageDesign, (),
                      (r1, n1, r, n, expectedSize, stopProbability, alpha, power))

// `exhaustive`: no larger trial has a smaller expected size. Otherwise the search ended at `nMax`.
struct SimonTwoStage {
  TwoStageDesign optimal, minimax;
  bool exhaustive = false;
};
BOOST_DESCRIBE_STRUCT(SimonTwoStage, (), (optimal, minimax, exhaustive))

// Expects 0 < p0 < p1 < 1, and alpha and power in (0, 1). Empty: no design has up to `nMax`
// patients.
std::optional<SimonTwoStage> simonTwoStage(double p0, double p1, double alpha, double power,
                                           int nMax);

}  // namespace riskset
