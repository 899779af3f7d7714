#include "core/survival/group_risk_sets.h"

#include <algorithm>

#include "core/base/times.h"

namespace riskset {

GroupRiskSets::GroupRiskSets(const ComparedCohort& cohort)
    : atRisk_(static_cast<std::size_t>(cohort.groups)),
      events_(static_cast<std::size_t>(cohort.groups)) {
  const auto moments = [&](std::span<const double> times) {
    const auto order = byStratum(ascending(times), cohort.stratum);
    std::vector<Moment> all(times.size());
    for (std::size_t at = 0; at < times.size(); ++at) {
      const std::size_t i = order[at];
      all[at] = {times[i], cohort.stratum.empty() ? 0 : cohort.stratum[i], cohort.group[i],
                 cohort.event[i] != 0};
    }
    return all;
  };
  exits_ = moments(cohort.time);
  entries_ = moments(cohort.entry);
}

bool GroupRiskSets::next() {
  bool freshStratum = false;
  for (;;) {
    for (; firstLeaving_ < row_; ++firstLeaving_)
      --atRisk_[static_cast<std::size_t>(exits_[firstLeaving_].group)];
    if (row_ == exits_.size()) return false;
    if (row_ == stratumEnd_) {
      enterStratum();
      freshStratum = true;
    }
    const Moment& now = exits_[row_];
    for (; entrance_ < entries_.size() && entries_[entrance_].stratum == now.stratum &&
           entries_[entrance_].time < now.time;
         ++entrance_) {
      ++atRisk_[static_cast<std::size_t>(entries_[entrance_].group)];
    }
    std::fill(events_.begin(), events_.end(), 0);
    bool any = false;
    for (; row_ < stratumEnd_ && exits_[row_].time == now.time; ++row_) {
      if (!exits_[row_].event) continue;
      ++events_[static_cast<std::size_t>(exits_[row_].group)];
      any = true;
    }
    if (any) {
      startsStratum_ = freshStratum;
      return true;
    }
  }
}

void GroupRiskSets::enterStratum() {
  const int stratum = exits_[row_].stratum;
  for (stratumEnd_ = row_; stratumEnd_ < exits_.size() && exits_[stratumEnd_].stratum == stratum;
       ++stratumEnd_) {
    if (entries_.empty()) ++atRisk_[static_cast<std::size_t>(exits_[stratumEnd_].group)];
  }
}

}  // namespace riskset
