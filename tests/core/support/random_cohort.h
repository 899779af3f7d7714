// Small random cohorts with coarse times, for laws that hold on all of them.
#pragma once

#include "core/base/random.h"
#include "core/survival/group_risk_sets.h"

namespace riskset {

struct RandomCohort {
  std::vector<double> time, entry;  // entry is empty unless asked for
  std::vector<std::uint8_t> event;
  std::vector<int> group, stratum;
  int groups = 2;

  // `distinct` times at most, 1 .. distinct: the fewer, the more ties.
  static RandomCohort draw(int seed, int size, int groups, int distinct, int strata = 1,
                           bool truncated = false) {
    Random random(static_cast<std::uint64_t>(seed));
    const auto below = [&](int bound) {
      return static_cast<int>(random.below(static_cast<std::uint32_t>(bound)));
    };
    RandomCohort cohort;
    cohort.groups = groups;
    for (int i = 0; i < size; ++i) {
      cohort.group.push_back(i % groups);
      const int time = 1 + below(1 + below(distinct));
      cohort.time.push_back(time + (cohort.group.back() == 1 && below(3) == 0 ? distinct / 4 : 0));
      cohort.event.push_back(below(3) > 0);
      cohort.stratum.push_back(below(strata));
      if (truncated) cohort.entry.push_back(below(time));
    }
    return cohort;
  }

  ComparedCohort compared() const { return {time, event, group, groups, stratum, entry}; }
};

}  // namespace riskset
