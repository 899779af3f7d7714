#include "core/claims/percentages.h"

#include <algorithm>
#include <cmath>

#include "core/claims/wording.h"

namespace riskset {
namespace {

constexpr int kMostListed = 20, kMostEvaluable = 3, kMostTried = 2000;
constexpr double kFewestCounted = 0.9, kFewestPrinted = 0.97, kFewestAssumed = 0.8;  // of n
constexpr int kMostMissing = 3;  // of a small n, where 0.97 n is hardly less

CountOfN countOf(int count, int n) {
  return {count, n, 100.0 * count / n};
}

int fewestEvaluable(int n, std::optional<int> count, bool nAssumed) {
  const auto share = [n](double part) { return static_cast<int>(std::ceil(part * n - 1e-9)); };
  const int fewest = nAssumed ? share(kFewestAssumed)
                     : count  ? share(kFewestCounted)
                              : std::min(share(kFewestPrinted), n - kMostMissing);
  return std::max({1, count.value_or(0), n - kMostTried, fewest});
}

std::vector<CountOfN> evaluableCounts(const PrintedNumber& percent, int n, std::optional<int> count,
                                      bool nAssumed) {
  std::vector<CountOfN> found;
  const int fewest = fewestEvaluable(n, count, nAssumed);
  for (int fewer = n - 1; fewer >= fewest; --fewer) {
    const auto range = countsThatPrint(percent, fewer);
    if (!range || (count && (*count < range->first || *count > range->last))) continue;
    if (found.size() == kMostEvaluable) found.pop_back();
    found.push_back(countOf(count.value_or(range->first), fewer));
  }
  return found;
}

ClaimVerdict verdictOf(const PrintedNumber& percent, int n, std::optional<int> count, bool nAssumed,
                       const PercentCheck& check) {
  using enum ClaimVerdict;
  if (count) {
    const double exact = 100.0 * *count / n;
    if (percent.gives(exact)) return consistent;
    if (percent.isCutOffFrom(exact)) return truncated;
    if (!check.evaluable.empty()) return otherTabulation;
    if (check.possible == 0) return impossible;
    const auto [lower, upper] = percent.neighbours();
    return exact >= lower && exact <= upper ? lastDigit : inconsistent;
  }
  if (check.possible > 0) return consistent;
  if (percent.isCutOffFrom(100.0 * std::ceil(percent.value / 100 * n - 1e-9) / n)) return truncated;
  return nAssumed && !check.evaluable.empty() ? cannotCheck : impossible;
}

}  // namespace

std::optional<CountRange> countsThatPrint(const PrintedNumber& percent, int n) {
  const auto [lower, upper] = percent.rounded();
  const double first = std::max(0.0, std::ceil(lower / 100 * n));
  const double last = std::min<double>(n, std::floor(upper / 100 * n));
  if (!(first <= last)) return {};
  return CountRange{static_cast<int>(first), static_cast<int>(last)};
}

PrintedNumber asPercentage(const PrintedNumber& printed, int n, std::optional<int> count) {
  if (printed.percentSign || printed.decimals < 2 || printed.value > 1) return printed;
  const auto range = countsThatPrint(printed, n);
  if (range && (!count || (*count >= range->first && *count <= range->last))) return printed;
  PrintedNumber fraction = printed;
  fraction.value *= 100;
  fraction.unit *= 100;
  fraction.decimals -= 2;
  if (!count) return fraction;
  const double exact = 100.0 * *count / n;
  return std::abs(fraction.value - exact) < std::abs(printed.value - exact) ? fraction : printed;
}

PercentCheck checkPercentage(const PrintedNumber& printed, int n, std::optional<int> count,
                             bool nAssumed) {
  const PrintedNumber percent = asPercentage(printed, n, count);
  PercentCheck check;
  check.printed = percent.text;
  check.n = n;
  const auto [lower, upper] = percent.rounded();
  check.lower = std::max(0.0, lower);
  check.upper = std::min(100.0, upper);
  if (const auto range = countsThatPrint(percent, n)) {
    check.possible = range->last - range->first + 1;
    for (int k = range->first; k <= range->last && k - range->first < kMostListed; ++k)
      check.counts.push_back(k);
  }
  if (count) check.printedCount = countOf(*count, n);
  const double near = std::clamp(percent.value / 100, 0.0, 1.0) * n;
  check.nearest = countOf(static_cast<int>(std::round(near)), n);
  const bool follows = count ? percent.gives(check.printedCount->percent) : check.possible > 0;
  if (!follows) check.evaluable = evaluableCounts(percent, n, count, nAssumed);
  check.verdict = verdictOf(percent, n, count, nAssumed, check);
  return check;
}

bool isSound(const PercentCheck& check) {
  return check.verdict == ClaimVerdict::consistent || check.verdict == ClaimVerdict::truncated;
}

std::string percentageSentence(const PercentCheck& check) {
  const std::string printed = withPercentSign(check.printed);
  const int decimals = decimalsOf(check.printed) + 1;
  const auto of = [](const CountOfN& each) {
    return wordsOf({std::to_string(each.count), " of ", std::to_string(each.n)});
  };
  const auto percent = [&](const CountOfN& each) { return fixed(each.percent, decimals) + "%"; };
  std::string evaluable;
  if (!check.evaluable.empty()) {
    evaluable =
        " It would be " + of(check.evaluable.front()) + ", if so many patients were evaluable.";
  }
  const CountOfN& exact = check.printedCount ? *check.printedCount : *check.nearest;
  switch (check.verdict) {
    case ClaimVerdict::consistent:
      if (check.printedCount || check.possible == 1) {
        const int count = check.printedCount ? check.printedCount->count : check.counts.front();
        return wordsOf(
            {printed, " is ", std::to_string(count), " of ", std::to_string(check.n), "."});
      }
      return wordsOf({printed, " of ", std::to_string(check.n), " may be any of ",
                      std::to_string(check.possible), " counts, ",
                      std::to_string(check.counts.front()), " to ",
                      std::to_string(check.counts.front() + check.possible - 1), "."});
    case ClaimVerdict::truncated:
      return wordsOf({of(exact), " is ", percent(exact), "; ", printed,
                      " has its digits cut off instead of rounded."});
    case ClaimVerdict::otherTabulation:
      return wordsOf({of(exact), " is ", percent(exact), "; ", printed, " is ",
                      of(check.evaluable.front()), ", if so many were evaluable."});
    case ClaimVerdict::cannotCheck:
      return wordsOf({"No count of ", std::to_string(check.n), " patients gives ", printed, "; ",
                      of(check.evaluable.front()), " would, if so many were evaluable."});
    case ClaimVerdict::impossible:
      return wordsOf({"No count of ", std::to_string(check.n), " patients gives ", printed, ": ",
                      of(exact), " is ", percent(exact), ".", evaluable});
    default:
      return wordsOf({of(exact), " is ", percent(exact), ", not ", printed, ".", evaluable});
  }
}

}  // namespace riskset
