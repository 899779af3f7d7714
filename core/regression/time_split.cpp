#include "core/regression/time_split.h"

#include <algorithm>
#include <optional>

namespace riskset {
namespace {

// Before any time, also an event at 0.
constexpr double kFromTheStart = -1;

// The term with its rows picked, and 0 or the reference level outside of a period.
struct Picked {
  const std::vector<std::size_t>& rows;
  const std::vector<std::size_t>& period;
  std::optional<std::size_t> only;

  bool counts(std::size_t i) const { return !only || period[i] == *only; }

  Term operator()(const NumericTerm& term) const {
    NumericTerm picked{term.name, {}};
    for (std::size_t i = 0; i < rows.size(); ++i)
      picked.values.push_back(counts(i) ? term.values[rows[i]] : 0);
    return picked;
  }
  Term operator()(const FactorTerm& term) const {
    FactorTerm picked{term.name, term.levels, {}};
    for (std::size_t i = 0; i < rows.size(); ++i)
      picked.codes.push_back(counts(i) ? term.codes[rows[i]] : 0);
    return picked;
  }
  Term operator()(const SplineTerm& term) const {
    SplineTerm picked{term.name, {}, term.knots};
    for (std::size_t i = 0; i < rows.size(); ++i)
      picked.values.push_back(term.values[rows[i]]);
    return picked;
  }
  Term operator()(const InteractionTerm& term) const { return term; }
};

}  // namespace

TimeSplit splitAt(const CoxData& data, std::size_t term, const std::vector<double>& times) {
  TimeSplit split;
  split.rowsIn.assign(times.size() + 1, 0);
  split.eventsIn.assign(times.size() + 1, 0);
  std::vector<std::size_t> rows, period;
  CoxData& out = split.data;
  for (std::size_t row = 0; row < data.time.size(); ++row) {
    const double entry = data.entry.empty() ? kFromTheStart : data.entry[row];
    for (std::size_t k = 0; k <= times.size(); ++k) {
      const double from = k == 0 ? 0 : times[k - 1];
      const bool last = k == times.size() || data.time[row] <= times[k];
      // Watched in this period: its time lies after the start, its entry before the end. What ends
      // at time 0 belongs to the first.
      const bool begun = k == 0 || data.time[row] > from;
      if (begun && (k == times.size() || entry < times[k])) {
        rows.push_back(row);
        period.push_back(k);
        out.entry.push_back(k == 0 ? entry : std::max(entry, from));
        out.time.push_back(last ? data.time[row] : times[k]);
        out.event.push_back(last ? data.event[row] : 0);
        ++split.rowsIn[k];
        split.eventsIn[k] += out.event.back();
      }
      if (last) break;
    }
  }
  const auto pick = [&](const auto& values, auto& into) {
    for (const std::size_t row : rows) {
      if (!values.empty()) into.push_back(values[row]);
    }
  };
  pick(data.stratum, out.stratum);
  pick(data.weight, out.weight);
  pick(data.cluster, out.cluster);
  for (std::size_t i = 0; i < data.terms.size(); ++i) {
    if (i != term) {
      out.terms.push_back(std::visit(Picked{rows, period, {}}, data.terms[i]));
      continue;
    }
    for (std::size_t k = 0; k <= times.size(); ++k)
      out.terms.push_back(std::visit(Picked{rows, period, k}, data.terms[i]));
  }
  return split;
}

}  // namespace riskset
