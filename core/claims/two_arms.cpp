#include "core/claims/two_arms.h"

#include <algorithm>
#include <numeric>

#include "core/claims/kinds.h"
#include "core/claims/percentages.h"
#include "core/claims/wording.h"

namespace riskset {
namespace {

constexpr std::size_t kMostLevels = 20;
constexpr int kLarge = 20'000, kMostCandidates = 20, kMostOfLarge = 3;

Result<PrintedArm> readArm(const ClaimArm& arm, const std::string& name) {
  PrintedArm read;
  if (arm.count) {
    for (const auto& text : *arm.count) {
      const auto count = readCount(text, name + ".count");
      if (!count) return count.problem();
      read.counts.push_back(*count);
    }
  }
  if (arm.percent) {
    for (const auto& text : *arm.percent) {
      const auto percent = readNumber(text, name + ".percent");
      if (!percent) return percent.problem();
      read.percents.push_back(*percent);
    }
  }
  read.levels = std::max(read.counts.size(), read.percents.size());
  if (read.levels == 0) return missing(name + ".count");
  if (read.levels > kMostLevels || (!read.counts.empty() && !read.percents.empty() &&
                                    read.counts.size() != read.percents.size()))
    return Problem{ProblemCode::valueNotAllowed,
                   "",
                   {},
                   name + " has " + std::to_string(read.counts.size()) + " counts and " +
                       std::to_string(read.percents.size()) + " percentages"};
  if (!arm.n && read.counts.size() > 1 && read.sum() > 0) {
    read.n = read.sum();
    return read;
  }
  const auto n = requiredSize(arm.n, name + ".n");
  if (!n) return n.problem();
  read.n = *n;
  return read;
}

std::vector<int> withRest(int count, int n) {
  return {count, n - count};
}

}  // namespace

int PrintedArm::sum() const {
  constexpr long long kMost = 1'000'000'000;
  long long all = 0;
  for (const int count : counts)
    all += count;
  return static_cast<int>(std::min(all, kMost));
}

Result<std::vector<PrintedArm>> readArms(const std::vector<ClaimArm>& arms) {
  if (arms.size() != 2) return missing("arms");
  std::vector<PrintedArm> read;
  for (std::size_t i = 0; i < arms.size(); ++i) {
    const auto arm = readArm(arms[i], "arms[" + std::to_string(i) + "]");
    if (!arm) return arm.problem();
    read.push_back(*arm);
  }
  if (read[0].levels != read[1].levels)
    return Problem{
        ProblemCode::valueNotAllowed, "", {}, "the arms have different numbers of levels"};
  return read;
}

std::vector<PercentCheck> checkPercentages(const PrintedArm& arm, int n, bool nAssumed) {
  std::vector<PercentCheck> checks;
  for (std::size_t i = 0; i < arm.percents.size(); ++i) {
    std::optional<int> count;
    if (!arm.counts.empty() && arm.counts[i] <= n) count = arm.counts[i];
    checks.push_back(checkPercentage(arm.percents[i], n, count, nAssumed));
  }
  return checks;
}

PossibleRows possibleRows(const PrintedArm& arm, int n) {
  PossibleRows possible;
  if (!arm.counts.empty()) {
    possible.rows.push_back(arm.isBinary() ? withRest(arm.counts.front(), n) : arm.counts);
    return possible;
  }
  if (arm.isBinary()) {
    const auto percent = asPercentage(arm.percents.front(), n, {});
    const auto range = countsThatPrint(percent, n);
    if (!range) {
      const auto nearest = checkPercentage(arm.percents.front(), n, {}).nearest;
      possible.rows.push_back(withRest(nearest->count, n));
      return possible;
    }
    const int all = range->last - range->first;
    const int shown = std::min(all, (n > kLarge ? kMostOfLarge : kMostCandidates) - 1);
    possible.thinned = shown < all;
    for (int i = 0; i <= shown; ++i) {
      const int count =
          shown == 0 ? range->first : range->first + static_cast<int>(1.0 * all * i / shown + 0.5);
      possible.rows.push_back(withRest(count, n));
    }
    return possible;
  }
  std::vector<int> row;
  for (const auto& check : checkPercentages(arm, n)) {
    if (check.possible != 1) return {};
    row.push_back(check.counts.front());
  }
  if (std::accumulate(row.begin(), row.end(), 0) > n) return {};
  possible.rows.push_back(row);
  return possible;
}

std::string rowText(const std::vector<int>& row, bool binary) {
  if (binary) {
    return wordsOf({std::to_string(row[0]), " of ",
                    std::to_string(std::accumulate(row.begin(), row.end(), 0))});
  }
  std::vector<std::string> counts;
  for (const int count : row)
    counts.push_back(std::to_string(count));
  return listedWith(counts);
}

}  // namespace riskset
