// A hazard ratio of its own for each period of follow-up: rows are split at the given times, and
// one term has a coefficient in each period, while the others keep theirs throughout.
//
// A row that is watched beyond a time becomes two, the second of which enters there; no estimate of
// a model without the periods changes by that. Rows of one patient are not independent only in
// name: at each time one of them at most is at risk.
//
// Source: Therneau TM, Grambsch PM (2000), Modeling Survival Data, section 3.7.1 and 6.3. Springer.
// doi:10.1007/978-1-4757-3294-8
#pragma once

#include "core/regression/cox.h"

namespace riskset {

// Ascending `times` above 0 make times.size() + 1 periods; period k holds what happens after
// times[k - 1] and up to times[k]. The term at `term` is replaced by one for each period, which is
// as the term within its period and 0, or the reference level, outside.
struct TimeSplit {
  CoxData data;
  std::vector<int> rowsIn, eventsIn;  // of each period
};
TimeSplit splitAt(const CoxData& data, std::size_t term, const std::vector<double>& times);

}  // namespace riskset
