// Score intervals of two proportions: the values of the effect that a score test does not reject.
//
//   difference d:   (p^1 - p^2 - d)  / sqrt(p1 q1 / n1 + p2 q2 / n2)            = -+ z
//   risk ratio r:   (p^1 - r p^2)    / sqrt(p1 q1 / n1 + r^2 p2 q2 / n2)        = -+ z
//   odds ratio w:   n1 (p^1 - p1)      sqrt(1 / (n1 p1 q1) + 1 / (n2 p2 q2))    = -+ z
//
// where p1, p2 are the maximum likelihood estimates under that effect. Miettinen and Nurminen [1]
// multiply the variance by N / (N - 1), N = n1 + n2, and so divide the square of each statistic by
// it; Mee [2] does not.
//
// [1] Miettinen O, Nurminen M (1985). Stat. Med. 4:213-226. doi:10.1002/sim.4780040211
// [2] Mee RW (1984). Biometrics 40:1175-1176.
#pragma once

#include <optional>

#include "core/base/estimate.h"
#include "core/tables/counts.h"

namespace riskset {

enum class ScoreVariance { miettinenNurminen, mee };

Interval scoreIntervalOfDifference(Counts a, Counts b, double level, ScoreVariance variance);

// Empty without any event.
std::optional<RatioInterval> scoreIntervalOfRiskRatio(Counts a, Counts b, double level);

// Empty without any event, and when all have it.
std::optional<RatioInterval> scoreIntervalOfOddsRatio(Counts a, Counts b, double level);

}  // namespace riskset
