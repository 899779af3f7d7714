#include "core/tables/kappa.h"

#include <algorithm>
#include <cmath>

#include "core/distributions/distributions.h"

namespace riskset {
namespace {

double weight(std::size_t i, std::size_t j, std::size_t categories, KappaWeights weights) {
  if (i == j) return 1;
  const double apart = static_cast<double>(i > j ? i - j : j - i);
  const double share = apart / static_cast<double>(categories - 1);
  switch (weights) {
    case KappaWeights::linear:
      return 1 - share;
    case KappaWeights::quadratic:
      return 1 - share * share;
    case KappaWeights::none:
      break;
  }
  return 0;
}

}  // namespace

std::optional<Kappa> cohenKappa(const std::vector<std::vector<int>>& table, KappaWeights weights,
                                double level) {
  const std::size_t k = table.size();
  double n = 0;
  std::vector<double> rows(k), columns(k);
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = 0; j < k; ++j) {
      rows[i] += table[i][j];
      columns[j] += table[i][j];
      n += table[i][j];
    }
  }
  for (std::size_t i = 0; i < k; ++i) {
    if (rows[i] == n || columns[i] == n) return {};
    rows[i] /= n;
    columns[i] /= n;
  }

  const auto w = [&](std::size_t i, std::size_t j) { return weight(i, j, k, weights); };
  double agreement = 0, expected = 0;
  std::vector<double> rowWeights(k), columnWeights(k);
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = 0; j < k; ++j) {
      agreement += w(i, j) * table[i][j] / n;
      expected += w(i, j) * rows[i] * columns[j];
      rowWeights[i] += w(i, j) * columns[j];
      columnWeights[j] += w(i, j) * rows[i];
    }
  }

  double spread = 0, spreadNull = 0;
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = 0; j < k; ++j) {
      const double chance = rowWeights[i] + columnWeights[j];
      const double distance = w(i, j) * (1 - expected) - chance * (1 - agreement);
      spread += table[i][j] / n * distance * distance;
      spreadNull += rows[i] * columns[j] * (w(i, j) - chance) * (w(i, j) - chance);
    }
  }
  const double mean = agreement * expected - 2 * expected + agreement;
  // Rounding may leave a little below 0 where the spread is none.
  const auto error = [&](double variance) { return std::sqrt(std::max(0.0, variance) / n); };
  const double stdError = error(spread - mean * mean) / ((1 - expected) * (1 - expected));
  const double stdErrorNull = error(spreadNull - expected * expected) / (1 - expected);
  const double kappa = (agreement - expected) / (1 - expected);
  const double half = normalCritical(level) * stdError;
  const double z = kappa / stdErrorNull;
  return Kappa{agreement,    expected,     kappa, stdError,          kappa - half,
               kappa + half, stdErrorNull, z,     normalTwoSidedP(z)};
}

}  // namespace riskset
