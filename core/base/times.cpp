#include "core/base/times.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <numeric>

namespace riskset {

namespace {

struct Keyed {
  std::uint64_t key;
  std::size_t position;
};

// Whole numbers in the order of the doubles: those of negative numbers run backwards. 0 and -0 are
// one number.
std::uint64_t keyOf(double value) {
  const double unsignedZero = value + 0.0;
  std::uint64_t bits;
  std::memcpy(&bits, &unsignedZero, sizeof bits);
  const std::uint64_t sign = std::uint64_t{1} << 63;
  return bits & sign ? ~bits : bits | sign;
}

// Below so many values a sort by comparison is done before a count of digits has begun.
constexpr std::size_t kFew = 256;
constexpr int kDigitBits = 11;
constexpr std::size_t kDigits = std::size_t{1} << kDigitBits;

// Whole numbers that lie close together, as days do, are counted. Empty where they are not such.
std::vector<std::size_t> countedOrder(std::span<const double> values) {
  const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
  const double first = *lowest;
  const double range = *highest - first;
  if (!(range < static_cast<double>(values.size()))) return {};
  std::vector<std::uint32_t> places(static_cast<std::size_t>(range) + 2);
  for (const double value : values) {
    if (value != std::trunc(value)) return {};
    ++places[static_cast<std::size_t>(value - first) + 1];
  }
  std::partial_sum(places.begin(), places.end(), places.begin());
  std::vector<std::size_t> order(values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    order[places[static_cast<std::size_t>(values[i] - first)]++] = i;
  return order;
}

// From the last digit to the first, each stable. A digit that all have in common, as whole days
// have most, is passed over.
void sortByDigits(std::vector<Keyed>& items) {
  std::vector<Keyed> sorted(items.size());
  for (int shift = 0; shift < 64; shift += kDigitBits) {
    const auto digit = [shift](const Keyed& item) {
      return static_cast<std::size_t>((item.key >> shift) & (kDigits - 1));
    };
    std::array<std::size_t, kDigits + 1> first{};  // of each digit, among the sorted
    for (const Keyed& item : items)
      ++first[digit(item) + 1];
    if (first[digit(items.front()) + 1] == items.size()) continue;
    std::partial_sum(first.begin(), first.end(), first.begin());
    for (const Keyed& item : items)
      sorted[first[digit(item)]++] = item;
    items.swap(sorted);
  }
}

}  // namespace

std::vector<std::size_t> ascending(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (std::is_sorted(values.begin(), values.end())) return order;
  if (values.size() < kFew) {
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t i, std::size_t j) { return values[i] < values[j]; });
    return order;
  }
  if (auto counted = countedOrder(values); !counted.empty()) return counted;
  std::vector<Keyed> items(values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    items[i] = {keyOf(values[i]), i};
  sortByDigits(items);
  for (std::size_t i = 0; i < items.size(); ++i)
    order[i] = items[i].position;
  return order;
}

std::vector<std::size_t> byStratum(std::vector<std::size_t> order, std::span<const int> stratum) {
  if (stratum.empty()) return order;
  std::vector<double> strata(order.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    strata[i] = stratum[order[i]];
  auto sorted = ascending(strata);
  for (std::size_t& position : sorted)
    position = order[position];
  return sorted;
}

std::vector<double> mergeTies(std::span<const double> times) {
  const auto order = ascending(times);
  double sum = 0;
  double distinct = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const double time = times[order[i]];
    if (i > 0 && time == times[order[i - 1]]) continue;
    sum += std::abs(time);
    ++distinct;
  }
  const double tolerance =
      std::sqrt(std::numeric_limits<double>::epsilon()) * std::max(1.0, sum / distinct);
  double start = 0;     // the smallest time of a run
  double previous = 0;  // the neighbour, before it was merged
  std::vector<double> merged(times.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const double time = times[order[i]];
    if (i == 0 || time - previous > tolerance) start = time;
    previous = time;
    merged[order[i]] = start;
  }
  return merged;
}

}  // namespace riskset
