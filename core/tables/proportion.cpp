#include "core/tables/proportion.h"

#include <cmath>

#include "core/distributions/distributions.h"

namespace riskset {
namespace {

Interval clopperPearson(int events, int n, double level) {
  const double tail = (1 - level) / 2;
  const double lower = events == 0 ? 0 : betaQuantile(tail, events, n - events + 1);
  const double upper = events == n ? 1 : betaUpperQuantile(tail, events + 1, n - events);
  return {lower, upper};
}

Interval wilson(int events, int n, double z) {
  const double size = n;
  const double rate = events / size;
  const double centre = (rate + z * z / (2 * size)) / (1 + z * z / size);
  const double half =
      z / (1 + z * z / size) * std::sqrt(rate * (1 - rate) / size + z * z / (4 * size * size));
  // At 0 and n the limit is exactly 0 and 1; the formula leaves rounding noise.
  return {events == 0 ? 0 : centre - half, events == n ? 1 : centre + half};
}

Interval wald(int events, int n, double z) {
  const double rate = static_cast<double>(events) / n;
  const double half = z * std::sqrt(rate * (1 - rate) / n);
  return {rate - half, rate + half};
}

}  // namespace

Proportion proportion(int events, int n, double level) {
  const double z = normalCritical(level);
  return {events,
          n,
          static_cast<double>(events) / n,
          {clopperPearson(events, n, level), wilson(events, n, z), wald(events, n, z)}};
}

}  // namespace riskset
