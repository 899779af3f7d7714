// Numbers of which some are missing, in half the room of a std::vector<std::optional<double>>, and
// handed over in one piece: in memory NaN stands for a missing one. Nobody reads it as a number,
// because a place gives an optional.
#pragma once

#include <cmath>
#include <initializer_list>
#include <limits>
#include <optional>
#include <vector>

namespace riskset {

class OptionalReals {
 public:
  OptionalReals() = default;
  OptionalReals(std::initializer_list<std::optional<double>> numbers) {
    for (const auto& number : numbers)
      push_back(number);
  }

  std::size_t size() const { return numbers_.size(); }
  bool empty() const { return numbers_.empty(); }
  std::optional<double> operator[](std::size_t at) const {
    const double number = numbers_[at];
    return std::isnan(number) ? std::nullopt : std::optional(number);
  }
  std::optional<double> front() const { return (*this)[0]; }

  void resize(std::size_t size) { numbers_.resize(size, kMissing); }  // new ones are missing
  void set(std::size_t at, std::optional<double> number) { numbers_[at] = stored(number); }
  void push_back(std::optional<double> number) { numbers_.push_back(stored(number)); }

  const double* data() const { return numbers_.data(); }  // NaN where one is missing

 private:
  static constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
  // What is infinite has no number that could be printed.
  static double stored(std::optional<double> number) {
    return number && std::isfinite(*number) ? *number : kMissing;
  }

  std::vector<double> numbers_;
};

}  // namespace riskset
