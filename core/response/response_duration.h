// How long patients waited for their first response, and how long it lasted. Of responders only
// (CR or PR), so that neither says how likely a response is, and neither compares arms fairly: who
// responds is a consequence of the treatment.
//
//   time to response      from the start of follow-up to the first CR or PR: median and range
//   duration of response  from the first CR or PR to progression or death, censored as the
//                         endpoint of progression-free survival is: Kaplan-Meier
//
// The median of an even number of patients is the mean of the two in the middle.
//
// Sources: Garnett SA et al. (2013). Breast Cancer Res. Treat. 138:149-155.
// doi:10.1007/s10549-012-2395-8 (comparisons of durations among responders are biased)
// Eisenhauer EA et al. (2009), RECIST 1.1. Eur. J. Cancer 45:228-247.
// doi:10.1016/j.ejca.2008.10.026
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <vector>

#include "core/survival/survival_data.h"

namespace riskset {

struct TimeToResponse {
  double median, shortest, longest;
};
BOOST_DESCRIBE_STRUCT(TimeToResponse, (), (median, shortest, longest))

// Expects at least one time.
TimeToResponse timeToResponse(std::vector<double> times);

// Of each responder: `response` from the start to the first CR or PR, `time` to progression, death
// or the end of follow-up, at or after it, and whether an `event` ended it. All in one unit.
SurvivalData responseDurations(const std::vector<double>& response, const std::vector<double>& time,
                               const std::vector<std::uint8_t>& event);

}  // namespace riskset
