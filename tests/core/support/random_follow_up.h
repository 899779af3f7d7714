// Small random cohorts for laws that hold for all of them.
#pragma once

#include <random>

#include "core/base/times.h"
#include "core/survival/kaplan_meier.h"

namespace riskset {

struct CohortKind {
  int n = 40;
  bool late = false;      // with entries
  bool weighted = false;  // whole weights 0..3
  bool censored = true;
};

// Whole times with many ties, from 1 on; in order of time.
inline SurvivalData randomCohort(std::mt19937& random, const CohortKind& kind) {
  const auto upTo = [&](unsigned most) { return static_cast<double>(random() % (most + 1)); };
  SurvivalData data;
  for (int i = 0; i < kind.n; ++i) {
    data.time.push_back(1 + upTo(19));
    data.event.push_back(kind.censored ? random() % 3 > 0 : 1);
    if (kind.late) data.entry.push_back(upTo(static_cast<unsigned>(data.time.back()) - 1));
    if (kind.weighted) data.weight.push_back(upTo(3));
  }
  return rowsOf(data, ascending(data.time));
}

}  // namespace riskset
