// The event times of a cohort, one after another, each with the patients at risk and the events of
// every group: what the log-rank tests are sums over.
//
// At risk at t are those with entry < t <= time: an event or a censoring at t still counts there,
// an entry at t does not yet.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace riskset {

// A cohort whose groups are compared. All spans are as long as `time`, or empty where that is said.
struct ComparedCohort {
  std::span<const double> time;  // >= 0, ties merged
  std::span<const std::uint8_t> event;
  std::span<const int> group;  // codes 0..groups-1
  int groups = 0;
  std::span<const int> stratum = {};   // codes from 0; empty: no strata
  std::span<const double> entry = {};  // left truncation, below `time`; empty: none
};

// Sorts once. Then each next() is a step to an event time: stratum by stratum, times ascending.
class GroupRiskSets {
 public:
  explicit GroupRiskSets(const ComparedCohort& cohort);

  bool next();  // false: there is no further event time

  bool startsStratum() const { return startsStratum_; }  // the first event time of a stratum
  int stratum() const { return exits_[firstLeaving_].stratum; }
  double time() const { return exits_[firstLeaving_].time; }
  const std::vector<double>& atRisk() const { return atRisk_; }  // by group
  const std::vector<double>& events() const { return events_; }  // by group

 private:
  struct Moment {
    double time;
    int stratum, group;
    bool event;
  };
  void enterStratum();

  std::vector<Moment> exits_, entries_;
  std::vector<double> atRisk_, events_;
  std::size_t firstLeaving_ = 0;  // whose follow-up ends at the present time ...
  std::size_t row_ = 0;           // ... up to here
  std::size_t stratumEnd_ = 0;
  std::size_t entrance_ = 0;  // the next to enter
  bool startsStratum_ = false;
};

}  // namespace riskset
