#include "core/design/fragility.h"

#include "core/tables/fisher.h"

namespace riskset {

Fragility fragility(Counts a, Counts b, double alpha) {
  Fragility result;
  result.p = fisherTest(a, b).p;
  result.path.push_back(result.p);
  if (!(result.p < alpha)) return result;
  Counts& lower = rate(a) < rate(b) ? a : b;
  result.changed = &lower == &a ? "a" : "b";
  int changed = 0;
  while (result.path.back() < alpha && lower.events < lower.n) {
    ++lower.events;
    ++changed;
    result.path.push_back(fisherTest(a, b).p);
  }
  result.index = changed;
  result.quotient = static_cast<double>(changed) / (a.n + b.n);
  return result;
}

}  // namespace riskset
