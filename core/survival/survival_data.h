// The follow-up of the patients of one curve, in order of time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace riskset {

// One element per row (patient, or spell of a patient). `time` ascends, is finite and >= 0, with
// ties already merged (core/base/times.h); `event` is 1 for an event, 0 for censoring.
// The other three may be empty:
//   entry    observed from then on only (left truncation): at risk at t when entry < t <= time;
//            entry < time. Empty: everybody from the start.
//   weight   >= 0. Empty: 1 each.
//   cluster  codes from 0 of rows that are not independent. Empty: each row is its own.
struct SurvivalData {
  std::vector<double> time;
  std::vector<std::uint8_t> event;
  std::vector<double> entry;
  std::vector<double> weight;
  std::vector<int> cluster;

  double weightOf(std::size_t row) const { return weight.empty() ? 1 : weight[row]; }
};

// The rows at these positions, in their order.
SurvivalData rowsOf(const SurvivalData& data, std::span<const std::size_t> positions);

}  // namespace riskset
