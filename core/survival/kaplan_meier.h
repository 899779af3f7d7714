// Product-limit estimate of survival from right-censored follow-up.
//
//   S(t)     = prod_{t_j <= t} (1 - d_j / n_j)                            [1]
//   Var S(t) = S(t)^2 sum_{t_j <= t} d_j / (n_j (n_j - d_j))              [2]
//   H(t)     = sum_{t_j <= t} d_j / n_j                                   (Nelson-Aalen)
//
// n_j counts patients with follow-up >= t_j: a patient censored at t_j is still at risk, so events
// come before censorings at the same time. Pointwise intervals are normal on one of three scales:
// S itself (clipped to 0..1), log S (upper limit clipped to 1; the default, as R's), or
// log(-log S) [3].
//
// A quantile is the first time with S <= 1 - p; when S equals 1 - p on a step, the middle of that
// step, which may last to the end of follow-up (as R's quantile() of a survfit; packages differ,
// and R's own print() does on such a last step). Its interval inverts the pointwise limits [4]: the
// first time at which a limit is <= 1 - p, also where plain limits rise again.
//
// [1] Kaplan EL, Meier P (1958). JASA 53:457-481. doi:10.1080/01621459.1958.10501452
// [2] Greenwood M (1926). Reports on Public Health and Medical Subjects 33. HMSO, London.
// [3] Kalbfleisch JD, Prentice RL (2002). The Statistical Analysis of Failure Time Data, 2nd ed.
//     doi:10.1002/9781118032985
// [4] Brookmeyer R, Crowley J (1982). Biometrics 38:29-41. doi:10.2307/2530286
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(SurvivalInterval, plain, log, logLog)

// One entry per distinct time, ascending, whether events or only censorings fall on it.
// `stdError` and limits are empty where they do not exist: at S = 0, and on the log(-log) scale
// also at S = 1.
struct SurvivalSteps {
  std::vector<double> time;
  std::vector<int> atRisk, events, censored;
  std::vector<double> survival;
  std::vector<std::optional<double>> stdError, lower, upper;
  std::vector<double> cumulativeHazard;
};
BOOST_DESCRIBE_STRUCT(SurvivalSteps, (),
                      (time, atRisk, events, censored, survival, stdError, lower, upper,
                       cumulativeHazard))

// Empty value or limit: the curve, or its limit, does not come down so far ("not reached").
struct SurvivalQuantile {
  double p = 0;
  std::optional<double> value, lower, upper;
};
BOOST_DESCRIBE_STRUCT(SurvivalQuantile, (), (p, value, lower, upper))

// Survival at one time. After the last follow-up of a curve that has not come down to 0 nobody is
// watched: the last survival is carried forward (as R with extend = TRUE) and `beyondFollowUp` says
// so; such a value is no estimate to be printed.
struct SurvivalAtTime {
  double time = 0;
  int atRisk = 0;                            // follow-up >= time
  int eventsBefore = 0, censoredBefore = 0;  // follow-up < time
  double survival = 1;
  std::optional<double> stdError, lower, upper;
  bool beyondFollowUp = false;
};
BOOST_DESCRIBE_STRUCT(SurvivalAtTime, (),
                      (time, atRisk, eventsBefore, censoredBefore, survival, stdError, lower, upper,
                       beyondFollowUp))

// Times are finite and >= 0, with ties already merged (core/base/times.h); `event` is 1 for an
// event, 0 for censoring. `level` is the coverage of the pointwise intervals, in (0, 1).
SurvivalSteps kaplanMeier(std::span<const double> time, std::span<const std::uint8_t> event,
                          SurvivalInterval interval = SurvivalInterval::log, double level = 0.95);

// The time by which a share p in (0, 1) has had the event.
SurvivalQuantile survivalQuantile(const SurvivalSteps& steps, double p);

SurvivalAtTime survivalAt(const SurvivalSteps& steps, double time);

}  // namespace riskset
