// Landmark analysis: those at risk at a chosen time, with their follow-up from there. Groups that
// form during follow-up (responders) are compared without the time that forming them took, which
// nobody could die in ("immortal time"), when they are told apart by what is known at that time.
//
// At risk at the landmark is everybody with entry < landmark <= follow-up, as in the numbers at
// risk of a curve: events and censorings before it leave a patient out [1], those exactly at it do
// not, and count at time 0. Who comes under observation later is left out.
//
// Without events exactly at the landmark s the curve is S(t) / S(s), when nobody enters after it.
//
// [1] Anderson JR, Cain KC, Gelber RD (1983). J. Clin. Oncol. 1:710-719.
//     doi:10.1200/JCO.1983.1.11.710
#pragma once

#include "core/survival/survival_data.h"

namespace riskset {

struct LandmarkSelection {
  SurvivalData data;  // times from the landmark; nobody enters late
  int eventsBefore = 0, censoredBefore = 0, enteredAfter = 0;
};

// Times that equal the landmark but for rounding noise equal it.
LandmarkSelection atLandmark(const SurvivalData& data, double landmark);

}  // namespace riskset
