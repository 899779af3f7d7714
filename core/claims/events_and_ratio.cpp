// The events of two arms against the hazard ratio that a log-rank test or a Cox model of them has.
//
//   standard error of the log ratio   at least 2 / sqrt(events), and about
//                                     1 / sqrt(events s (1 - s)), s the first arm's share of n [1]
//   Peto's ratio from p               exp(-+ z / sqrt(events s (1 - s)))                       [2]
//
// An approximation, and said to be one; but the least standard error is no approximation: an event
// tells a model of one group term at most a quarter, with strata and further terms still less. An
// interval narrower than that is inconsistent with the events; a wider one may have many reasons.
//
// [1] Parmar MKB, Torri V, Stewart L (1998). Stat. Med. 17:2815-2834.
//     doi:10.1002/(SICI)1097-0258(19981230)17:24<2815::AID-SIM110>3.0.CO;2-8
// [2] Yusuf S, Peto R, Lewis J, Collins R, Sleight P (1985). Prog. Cardiovasc. Dis. 27:335-371.
//     doi:10.1016/S0033-0620(85)80003-7
#include <algorithm>
#include <cmath>

#include "core/claims/kinds.h"
#include "core/claims/printed_p.h"
#include "core/claims/wording.h"
#include "core/distributions/distributions.h"

namespace riskset {
namespace {

using enum ClaimVerdict;

struct Followed {
  double events;
  double share = 0.5;  // of the first arm
};

Result<Followed> readFollowed(const Claim& claim) {
  Followed followed{};
  if (claim.events) {
    const auto events = readCount(*claim.events, "events");
    if (!events) return events.problem();
    followed.events = *events;
  } else if (claim.arms.size() != 2) {
    return missing("events");
  }
  double sizes[2]{};
  for (std::size_t i = 0; i < claim.arms.size() && i < 2; ++i) {
    const std::string name = wordsOf({"arms[", std::to_string(i), "]"});
    if (!claim.events) {
      if (!claim.arms[i].events) return missing(name + ".events");
      const auto events = readCount(*claim.arms[i].events, name + ".events");
      if (!events) return events.problem();
      followed.events += *events;
    }
    if (!claim.arms[i].n) continue;
    const auto n = requiredSize(claim.arms[i].n, name + ".n");
    if (!n) return n.problem();
    sizes[i] = *n;
  }
  if (sizes[0] > 0 && sizes[1] > 0) followed.share = sizes[0] / (sizes[0] + sizes[1]);
  if (followed.events < 1)
    return Problem{ProblemCode::valueNotAllowed, "", {}, "events must be at least 1"};
  return followed;
}

}  // namespace

Result<ClaimCheck> checkEventsAndRatio(const Claim& claim, double level) {
  const auto followed = readFollowed(claim);
  if (!followed) return followed.problem();
  const auto value = requiredNumber(claim.value, "value");
  if (!value) return value.problem();
  const auto p = readP(claim, level);
  if (!p) return p.problem();

  auto ratio = checkRatio(claim, level);
  if (!ratio) return ratio.problem();
  ClaimCheck check = *std::move(ratio);
  if (check.verdict == impossible || !(value->value > 0)) return check;

  const auto [events, share] = *followed;
  EventsCheck& computed = check.recomputed.events.emplace();
  computed.events = events;
  computed.leastStdError = 2 / std::sqrt(events);
  computed.stdError = 1 / std::sqrt(events * share * (1 - share));
  const auto [low, high] = value->rounded();
  const double farthest =
      std::max(std::abs(std::log(std::max(low, 1e-12))), std::abs(std::log(high)));
  computed.leastP = normalTwoSidedP(farthest / computed.leastStdError);
  computed.p = normalTwoSidedP(std::log(value->value) / computed.stdError);
  if (*p) {
    const double printed = std::clamp((*p)->number.value, 1e-300, 1.0);
    if (printed < 1 && (*p)->number.relation == PrintedNumber::Relation::equal) {
      const double side = value->value < 1 ? 1 : -1;
      computed.impliedRatio = std::exp(side * normalQuantile(printed / 2) * computed.stdError);
    }
  }
  const std::string with = wordsOf({" with ", fixed(events, 0), " events"});
  const bool alone = check.verdict == cannotCheck && !check.recomputed.ratio;
  if (check.recomputed.ratio) {
    const auto lower = readNumber(*claim.lower, "lower"), upper = readNumber(*claim.upper, "upper");
    const double widest =
        std::log(upper->rounded().upper / std::max(lower->rounded().lower, 1e-12)) /
        (2 * normalCritical(level));
    computed.printedStdError = check.recomputed.ratio->stdError;
    if (widest < computed.leastStdError) {
      check.verdict = inconsistent;
      check.reproducedBy.clear();
      check.sentence =
          wordsOf({"The interval ", lower->text, " to ", upper->text, " is narrower than ",
                   fixed(events, 0), " events can make it: the standard error of the log ratio is ",
                   fixed(*computed.printedStdError, 3), ", and at least ",
                   fixed(computed.leastStdError, 3), "."});
      return check;
    }
    if (check.verdict == consistent) check.reproducedBy.push_back(ClaimMethod::eventsApproximation);
    check.sentence += wordsOf({" By the approximation from ", fixed(events, 0),
                               " events the standard error of the log ratio is about ",
                               fixed(computed.stdError, 3), "; the interval has ",
                               fixed(*computed.printedStdError, 3), "."});
    return check;
  }
  if (!alone) return check;
  if (!*p) {
    check.sentence = wordsOf({"By the approximation from the number of events the p of ",
                              value->text, with, " is about ", pText(computed.p), "."});
    return check;
  }
  // A log-rank p may be somewhat smaller than that of the log ratio.
  constexpr double kMargin = 1.15, kTies = 0.1;
  const double score = farthest < 1e-6 ? 1 : 2 * std::sinh(farthest / 2) / farthest;
  const double least = normalTwoSidedP(kMargin * score * farthest / computed.leastStdError + kTies);
  const PrintedP& printed = **p;
  const bool tooSmall = printed.number.relation != PrintedNumber::Relation::above &&
                        printed.number.rounded().upper < least;
  check.verdict = tooSmall ? inconsistent : cannotCheck;
  const auto nearby = Interval{computed.p / 1.5, computed.p * 1.5};
  if (!tooSmall && overlap(printed.number.rounded(), nearby)) {
    check.verdict = consistent;
    check.reproducedBy = {ClaimMethod::eventsApproximation};
  }
  check.sentence = wordsOf({"By the approximation from the number of events the p of ", value->text,
                            with, " is about ", pText(computed.p),
                            (tooSmall ? "; " + printed.words() + " is too small for so few events."
                                      : ", beside the printed " + printed.words() + ".")});
  return check;
}

}  // namespace riskset
