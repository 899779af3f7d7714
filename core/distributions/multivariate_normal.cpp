#include "core/distributions/multivariate_normal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/base/random.h"
#include "core/distributions/distributions.h"

namespace riskset {
namespace {

constexpr std::size_t kShifts = 12;
constexpr int kFirstPoints = 256, kMostPoints = 16384;  // of one shift
constexpr double kDetermined = 1e-10;  // variance below which earlier variables determine one
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::array<int, kMostNormalVariables> kPrimes{2, 3, 5, 7, 11, 13};

// lower <= L_1 Y_1 + ... + L_c Y_c <= upper
struct Constraint {
  std::vector<double> coefficients;
  double lower, upper;
};

double intervalProbability(double lower, double upper) {
  if (lower >= upper) return 0;
  return lower > 0 ? normalUpperP(lower) - normalUpperP(upper)
                   : normalUpperP(-upper) - normalUpperP(-lower);
}

// The value that leaves the share `at` of the interval's probability below it.
double within(double lower, double upper, double probability, double at) {
  const double value = lower > 0 ? -normalQuantile(normalUpperP(lower) - at * probability)
                                 : normalQuantile(normalUpperP(-lower) + at * probability);
  constexpr double kFar = 40;  // no probability is left beyond
  return std::clamp(value, std::max(lower, -kFar), std::min(upper, kFar));
}

// The constraints, each with the last variable Y that it takes part in deciding. The first is the
// least probable one; then the one with most variance left, so that L has no large elements.
class Stages {
 public:
  Stages(const std::vector<std::vector<double>>& correlation, const std::vector<double>& lower,
         const std::vector<double>& upper) {
    const std::size_t size = lower.size();
    std::vector<std::vector<double>> factor(size);
    std::vector<double> left(size, 1);  // variance given the stages so far
    for (std::size_t placed = 0; placed < size;) {
      std::size_t pivot = size;
      for (std::size_t i = 0; i < size; ++i) {
        if (left[i] <= kDetermined) continue;
        const bool better =
            pivot == size || (stages_.empty() ? intervalProbability(lower[i], upper[i]) <
                                                    intervalProbability(lower[pivot], upper[pivot])
                                              : left[i] > left[pivot]);
        if (better) pivot = i;
      }
      const std::vector<double> base = factor[pivot];
      const double own = std::sqrt(left[pivot]);
      auto& stage = stages_.emplace_back();
      for (std::size_t i = 0; i < size; ++i) {
        if (left[i] <= kDetermined) continue;
        double shared = correlation[i][pivot];
        for (std::size_t c = 0; c < base.size(); ++c)
          shared -= factor[i][c] * base[c];
        factor[i].push_back(i == pivot ? own : shared / own);
        left[i] = i == pivot ? 0 : left[i] - factor[i].back() * factor[i].back();
        if (left[i] > kDetermined) continue;
        stage.push_back({factor[i], lower[i], upper[i]});
        ++placed;
      }
    }
  }

  std::size_t count() const { return stages_.size(); }

  // The integrand at a point of the cube, of which count() - 1 coordinates are read.
  double at(const std::array<double, kMostNormalVariables>& point) const {
    std::array<double, kMostNormalVariables> y{};
    double product = 1;
    for (std::size_t c = 0; c < stages_.size(); ++c) {
      double lower = -kInfinity, upper = kInfinity;
      for (const auto& [coefficients, least, most] : stages_[c]) {
        double before = 0;
        for (std::size_t i = 0; i < c; ++i)
          before += coefficients[i] * y[i];
        const double scale = coefficients[c];
        const double a = (least - before) / scale, b = (most - before) / scale;
        lower = std::max(lower, std::min(a, b));
        upper = std::min(upper, std::max(a, b));
      }
      const double probability = intervalProbability(lower, upper);
      product *= probability;
      if (product == 0 || c + 1 == stages_.size()) break;
      y[c] = within(lower, upper, probability, point[c]);
    }
    return product;
  }

 private:
  std::vector<std::vector<Constraint>> stages_;
};

}  // namespace

NormalProbability normalRectangle(const std::vector<std::vector<double>>& correlation,
                                  const std::vector<double>& lower,
                                  const std::vector<double>& upper, double tolerance) {
  const Stages stages(correlation, lower, upper);
  if (stages.count() == 1) return {stages.at({}), 0};

  Random random(1);
  std::array<std::array<double, kMostNormalVariables>, kShifts> shifts;
  for (auto& shift : shifts) {
    for (double& coordinate : shift)
      coordinate = random.unit();
  }
  NormalProbability result{};
  for (int points = kFirstPoints; points <= kMostPoints; points *= 2) {
    std::array<double, kShifts> means{};
    double weights = 0;
    for (int k = 0; k < points; ++k) {
      const double along = (k + 0.5) / points;
      const double weight = along * (1 - along);
      weights += weight;
      std::array<double, kMostNormalVariables> multiple{};
      for (std::size_t c = 0; c + 1 < stages.count(); ++c)
        multiple[c] = k * std::sqrt(kPrimes[c]);
      for (std::size_t s = 0; s < kShifts; ++s) {
        std::array<double, kMostNormalVariables> point{};
        for (std::size_t c = 0; c + 1 < stages.count(); ++c) {
          const double place = multiple[c] + shifts[s][c];
          point[c] = std::abs(2 * (place - std::floor(place)) - 1);
        }
        means[s] += weight * stages.at(point);
      }
    }
    double mean = 0, spread = 0;
    for (double& each : means) {
      each /= weights;
      mean += each / kShifts;
    }
    for (const double each : means)
      spread += (each - mean) * (each - mean);
    result = {mean, 3 * std::sqrt(spread / (kShifts * (kShifts - 1)))};
    if (result.error <= tolerance) break;
  }
  return result;
}

NormalProbability normalMaximumP(const std::vector<std::vector<double>>& correlation,
                                 double bound) {
  const double tail = normalUpperP(bound);
  const auto count = static_cast<double>(correlation.size());
  const double tolerance = std::min(1e-5 / 2, 3e-4 * tail) / count;
  NormalProbability result{};
  std::vector<double> lower, upper;
  for (std::size_t i = 0; i < correlation.size(); ++i) {
    lower.push_back(bound);
    upper.push_back(kInfinity);
    const auto part = normalRectangle(correlation, lower, upper, tolerance);
    result.value += 2 * part.value;  // by symmetry, Z_i <= -bound is as probable
    result.error += 2 * part.error;
    lower.back() = -bound;
    upper.back() = bound;
  }
  result.value = std::min(result.value, 1.0);
  return result;
}

}  // namespace riskset
