// Events among the patients of one arm.
#pragma once

namespace riskset {

struct Counts {
  int events, n;
};

inline double rate(Counts arm) {
  return static_cast<double>(arm.events) / arm.n;
}

}  // namespace riskset
