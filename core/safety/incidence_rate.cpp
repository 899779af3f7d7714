#include "core/safety/incidence_rate.h"

#include "core/distributions/distributions.h"
#include "core/tables/proportion.h"

namespace riskset {

IncidenceRate incidenceRate(int events, double time, double level) {
  const double tail = (1 - level) / 2;
  const double lower = events == 0 ? 0 : chiSquareQuantile(tail, 2.0 * events) / 2;
  const double upper = chiSquareUpperQuantile(tail, 2.0 * events + 2) / 2;
  return {events, time, events / time, lower / time, upper / time};
}

std::optional<IncidenceRatio> incidenceRatio(const IncidenceRate& a, const IncidenceRate& b,
                                             double level) {
  const int all = a.events + b.events;
  if (all == 0) return {};
  const auto [lower, upper] = proportion(a.events, all, level).intervals.clopperPearson;
  const auto ratioAt = [&](double share) { return share / (1 - share) * (b.time / a.time); };
  IncidenceRatio ratio;
  ratio.lower = ratioAt(lower);
  if (b.events > 0) {
    ratio.value = a.rate / b.rate;
    ratio.upper = ratioAt(upper);
  }
  ratio.p = exactBinomialTest(a.events, all, a.time / (a.time + b.time)).p;
  return ratio;
}

}  // namespace riskset
