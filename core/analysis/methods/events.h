// Which patients have the event that a rate is about.
#pragma once

#include <vector>

#include "core/analysis/methods/sample.h"

namespace riskset {

// Of the rows of a closed sample. With the evaluable patients as denominator not all are counted.
struct EventRows {
  std::vector<bool> event, counted;
};

// Opens the sample, uses the columns of the event and the `others`, and closes it.
Result<EventRows> useEvents(const EventOptions& options, const Names& others, Sample& sample);

// Those columns, or the arm of the file if there are none.
Names armIfNone(const Names& by, const Study& study);

}  // namespace riskset
