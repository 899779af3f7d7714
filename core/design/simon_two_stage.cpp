#include "core/design/simon_two_stage.h"

#include <limits>
#include <vector>

#include "core/design/binomial.h"

namespace riskset {
namespace {

// The binomial distributions of one rate, of all sizes up to the one last asked for.
class Binomials {
 public:
  explicit Binomials(double rate) : rate_(rate) {}

  void extendTo(int n) {
    for (int size = static_cast<int>(probability_.size()); size <= n; ++size) {
      probability_.push_back(binomialProbabilities(size, rate_));
      const auto& own = probability_.back();
      std::vector<double> above(own.size());  // summed from the far end: small tails stay exact
      for (std::size_t x = own.size() - 1; x-- > 0;)
        above[x] = above[x + 1] + own[x + 1];
      above_.push_back(std::move(above));
    }
  }

  double at(int n, int x) const { return probability_[position(n)][position(x)]; }

  // P(X > x)
  double above(int n, int x) const {
    if (x < 0) return 1;
    return x >= n ? 0 : above_[position(n)][position(x)];
  }

 private:
  static std::size_t position(int i) { return static_cast<std::size_t>(i); }

  double rate_;
  std::vector<std::vector<double>> probability_, above_;
};

struct Stages {
  int r1, n1, n;
};

double taken(const Binomials& binomials, const Stages& stages, int r) {
  double sum = 0;
  for (int x = stages.r1 + 1; x <= stages.n1; ++x)
    sum += binomials.at(stages.n1, x) * binomials.above(stages.n - stages.n1, r - x);
  return sum;
}

class Search {
 public:
  Search(double p0, double p1, double alpha, double power)
      : null_(p0), wanted_(p1), alpha_(alpha), power_(power) {}

  // Takes the designs of `n` patients into account. Returns whether a larger trial may be better.
  bool look(int n) {
    null_.extendTo(n);
    wanted_.extendTo(n);
    bool mayImprove = n <= best_.expectedSize;
    for (int n1 = 1; n1 < n && n1 < best_.expectedSize; ++n1) {
      int r1 = highestStop(n1);
      if (r1 >= 0 && expectedSize({r1, n1, n}) < best_.expectedSize) mayImprove = true;
      for (; r1 >= 0 && expectedSize({r1, n1, n}) < best_.expectedSize; --r1)
        tryStages({r1, n1, n});
    }
    return mayImprove;
  }

  bool found() const { return best_.n > 0; }
  const TwoStageDesign& best() const { return best_; }

 private:
  // The highest r1 at which the first stage alone leaves the power possible; -1: none.
  int highestStop(int n1) const {
    int r1 = -1;
    while (r1 + 1 < n1 && wanted_.above(n1, r1 + 1) >= power_)
      ++r1;
    return r1;
  }

  double expectedSize(const Stages& stages) const {
    return stages.n1 + null_.above(stages.n1, stages.r1) * (stages.n - stages.n1);
  }

  void tryStages(const Stages& stages) {
    // One stage of n patients would need more responses than this, or as many.
    int r = stages.n;
    while (r - 1 > stages.r1 && null_.above(stages.n, r - 1) <= alpha_)
      --r;
    while (r - 1 > stages.r1 && taken(null_, stages, r - 1) <= alpha_)
      --r;
    if (wanted_.above(stages.n, r) < power_) return;
    const double power = taken(wanted_, stages, r);
    if (power < power_) return;
    best_ = {stages.r1,
             stages.n1,
             r,
             stages.n,
             expectedSize(stages),
             1 - null_.above(stages.n1, stages.r1),
             taken(null_, stages, r),
             power};
  }

  Binomials null_, wanted_;
  double alpha_, power_;
  TwoStageDesign best_{.expectedSize = std::numeric_limits<double>::infinity()};
};

}  // namespace

std::optional<SimonTwoStage> simonTwoStage(double p0, double p1, double alpha, double power,
                                           int nMax) {
  Search search(p0, p1, alpha, power);
  SimonTwoStage result;
  for (int n = 2; n <= nMax; ++n) {
    const bool mayImprove = search.look(n);
    // Of the first size that has designs the best in expected size is the minimax one.
    if (search.found() && result.minimax.n == 0) result.minimax = search.best();
    if (!mayImprove) {
      result.exhaustive = true;
      break;
    }
  }
  if (!search.found()) return {};
  result.optimal = search.best();
  return result;
}

}  // namespace riskset
