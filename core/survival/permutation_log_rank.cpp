#include "core/survival/permutation_log_rank.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "core/base/random.h"
#include "core/linear/cholesky.h"
#include "core/tables/proportion.h"

namespace riskset {
namespace {

// Patients whose labels are permuted among each other.
struct Block {
  std::vector<double> scores;
  std::vector<std::size_t> sizes;  // of the groups
  std::size_t rest = 0;            // the largest group: it gets whom the others leave
};

std::vector<Block> blocksOf(const ComparedCohort& cohort, const std::vector<double>& scores) {
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const auto stratum = static_cast<std::size_t>(cohort.stratum.empty() ? 0 : cohort.stratum[i]);
    if (stratum >= blocks.size()) blocks.resize(stratum + 1);
    Block& block = blocks[stratum];
    block.sizes.resize(static_cast<std::size_t>(cohort.groups));
    block.scores.push_back(scores[i]);
    ++block.sizes[static_cast<std::size_t>(cohort.group[i])];
  }
  for (Block& block : blocks) {
    block.rest = static_cast<std::size_t>(std::max_element(block.sizes.begin(), block.sizes.end()) -
                                          block.sizes.begin());
  }
  return blocks;
}

Matrix permutationVariance(const std::vector<Block>& blocks, Eigen::Index groups) {
  Matrix variance = Matrix::Zero(groups, groups);
  for (const Block& block : blocks) {
    const auto m = static_cast<double>(block.scores.size());
    double squares = 0;
    for (const double score : block.scores)
      squares += score * score;
    if (m < 2) continue;  // nobody to change labels with
    for (Eigen::Index g = 0; g < groups; ++g) {
      const auto own = static_cast<double>(block.sizes[static_cast<std::size_t>(g)]);
      for (Eigen::Index h = 0; h < groups; ++h) {
        const auto other = static_cast<double>(block.sizes[static_cast<std::size_t>(h)]);
        variance(g, h) += squares / (m - 1) * ((g == h ? own : 0) - own * other / m);
      }
    }
  }
  return variance;
}

// The number of labellings, or a number above `most`.
double labellings(const std::vector<Block>& blocks, double most) {
  double count = 1;
  for (const Block& block : blocks) {
    std::size_t left = block.scores.size();
    for (std::size_t g = 0; g < block.sizes.size(); ++g) {
      if (g == block.rest) continue;
      for (std::size_t i = 1; i <= block.sizes[g] && count <= most; ++i, --left)
        count *= static_cast<double>(left) / static_cast<double>(i);
    }
  }
  return std::round(count);
}

// Sums of scores by group, and how many labellings had a statistic no smaller than `observed`.
class Counter {
 public:
  Counter(const Matrix& inverse, std::size_t groups) : sums(groups), inverse_(inverse) {}

  double statistic() const {
    double total = 0;
    for (std::size_t g = 0; g < sums.size(); ++g) {
      for (std::size_t h = 0; h < sums.size(); ++h) {
        total += inverse_(static_cast<Eigen::Index>(g), static_cast<Eigen::Index>(h)) * sums[g] *
                 sums[h];
      }
    }
    return total;
  }
  void compareWith(double observed) {
    constexpr double kRounding = 1e-10;
    least_ = observed - kRounding * std::max(1.0, observed);
  }
  void count() {
    ++labellings;
    if (statistic() >= least_) ++asExtreme;
  }

  std::vector<double> sums;
  int labellings = 0, asExtreme = 0;

 private:
  Matrix inverse_;
  double least_ = 0;
};

// Every way to choose each group's patients; a block's rest starts with all of them.
class Enumeration {
 public:
  Enumeration(const std::vector<Block>& blocks, Counter& counter)
      : blocks_(blocks), counter_(counter) {
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      taken_.emplace_back(blocks[b].scores.size());
      for (const double score : blocks[b].scores)
        counter.sums[blocks[b].rest] += score;
      for (std::size_t g = 0; g < blocks[b].sizes.size(); ++g) {
        if (g != blocks[b].rest && blocks[b].sizes[g] > 0) choices_.push_back({b, g});
      }
    }
  }

  void run() { choose(0); }

 private:
  struct Choice {
    std::size_t block, group;
  };

  void choose(std::size_t at) {
    if (at == choices_.size()) return counter_.count();
    const auto [block, group] = choices_[at];
    take(at, 0, blocks_[block].sizes[group]);
  }

  void take(std::size_t at, std::size_t first, std::size_t wanted) {
    if (wanted == 0) return choose(at + 1);
    const auto [block, group] = choices_[at];
    const auto& scores = blocks_[block].scores;
    double& own = counter_.sums[group];
    double& rest = counter_.sums[blocks_[block].rest];
    for (std::size_t i = first; i + wanted <= scores.size(); ++i) {
      if (taken_[block][i]) continue;
      const auto before = std::pair(own, rest);  // put back as it was: no rounding adds up
      taken_[block][i] = true;
      own += scores[i];
      rest -= scores[i];
      take(at, i + 1, wanted - 1);
      std::tie(own, rest) = before;
      taken_[block][i] = false;
    }
  }

  const std::vector<Block>& blocks_;
  Counter& counter_;
  std::vector<std::vector<bool>> taken_;
  std::vector<Choice> choices_;
};

// Draws the patients of every group but the rest, by the first steps of a shuffle. A function of
// its own, not part of the loop that calls it: browsers compile a function well once it is called
// often.
[[gnu::noinline]] void drawLabels(std::vector<Block>& blocks, Random& random,
                                  std::vector<double>& sums) {
  std::fill(sums.begin(), sums.end(), 0);
  for (Block& block : blocks) {
    auto& scores = block.scores;
    const std::size_t count = scores.size();
    double all = 0;  // the scores of a stratum add up to 0
    std::size_t next = 0;
    for (std::size_t g = 0; g < block.sizes.size(); ++g) {
      if (g == block.rest) continue;
      double sum = 0;
      for (const std::size_t end = next + block.sizes[g]; next < end; ++next) {
        const auto other = next + random.below(static_cast<std::uint32_t>(count - next));
        std::swap(scores[next], scores[other]);
        sum += scores[next];
      }
      sums[g] += sum;
      all += sum;
    }
    sums[block.rest] -= all;
  }
}

}  // namespace

std::vector<double> logRankScores(const ComparedCohort& cohort, const LogRankTest& test) {
  struct Step {
    int stratum;
    double time, weight, cumulative;
  };
  std::vector<Step> steps;
  LogRankWeights weights(test);
  for (GroupRiskSets at(cohort); at.next();) {
    double n = 0, d = 0;
    for (std::size_t g = 0; g < at.atRisk().size(); ++g) {
      n += at.atRisk()[g];
      d += at.events()[g];
    }
    if (at.startsStratum()) weights.restart();
    const double weight = weights.next(n, d);
    const double before = at.startsStratum() ? 0 : steps.back().cumulative;
    steps.push_back({at.stratum(), at.time(), weight, before + weight * d / n});
  }
  const auto lastUpTo = [&](int stratum, double time) -> const Step* {
    const auto after = std::partition_point(steps.begin(), steps.end(), [&](const Step& step) {
      return step.stratum < stratum || (step.stratum == stratum && step.time <= time);
    });
    if (after == steps.begin() || (after - 1)->stratum != stratum) return nullptr;
    return &*(after - 1);
  };
  std::vector<double> scores(cohort.time.size());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const int stratum = cohort.stratum.empty() ? 0 : cohort.stratum[i];
    if (const Step* own = lastUpTo(stratum, cohort.time[i]))
      scores[i] = (cohort.event[i] ? own->weight : 0) - own->cumulative;
    if (cohort.entry.empty()) continue;
    if (const Step* missed = lastUpTo(stratum, cohort.entry[i])) scores[i] += missed->cumulative;
  }
  return scores;
}

std::optional<PermutationTest> permutationLogRank(const ComparedCohort& cohort,
                                                  const LogRankTest& test, int draws,
                                                  std::uint64_t seed, double mostEnumerated) {
  const auto scores = logRankScores(cohort, test);
  auto blocks = blocksOf(cohort, scores);
  const GeneralisedCholesky variance(permutationVariance(blocks, cohort.groups));
  if (variance.rank() == 0) return {};

  Counter counter(variance.inverse(), static_cast<std::size_t>(cohort.groups));
  PermutationTest result;
  for (std::size_t i = 0; i < scores.size(); ++i)
    counter.sums[static_cast<std::size_t>(cohort.group[i])] += scores[i];
  result.statistic = counter.statistic();
  counter.compareWith(result.statistic);
  std::fill(counter.sums.begin(), counter.sums.end(), 0);

  result.exact = labellings(blocks, mostEnumerated) <= mostEnumerated;
  if (result.exact) {
    Enumeration(blocks, counter).run();
    result.p = static_cast<double>(counter.asExtreme) / counter.labellings;
  } else {
    Random random(seed);
    for (int draw = 0; draw < draws; ++draw) {
      drawLabels(blocks, random, counter.sums);
      counter.count();
    }
    result.p = (counter.asExtreme + 1.0) / (counter.labellings + 1.0);
    result.interval =
        proportion(counter.asExtreme, counter.labellings, 0.99).intervals.clopperPearson;
  }
  result.labellings = counter.labellings;
  result.asExtreme = counter.asExtreme;
  return result;
}

}  // namespace riskset
