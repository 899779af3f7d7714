#include "core/tables/table_enumeration.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <unordered_map>

namespace riskset {
namespace {

using Totals = std::vector<int>;

// Steps of about 10 to 20 ns: one way to place a column. Finding what it leads to takes some,
// making it more.
constexpr double kBudget = 4e7;
constexpr double kNodeWork = 5, kNewNodeWork = 40;
// Placements expected without settling anything early, which may save most of them.
constexpr double kMostExpected = 1e8;

// Partial tables of one probability: log of the product of 1 / cell!, and how many there are.
struct Partial {
  double logProbability, count;
};

// What the columns still to come may add: log of the product of 1 / cell! summed over all
// completions, and bounds between which it lies for each of them.
struct Completions {
  double logAll, least, most;
};

// All partial tables that leave the rows the same totals.
struct Node {
  Totals rest;
  Completions completions;
  std::vector<Partial> partials;
};

// Ways to place `count` in rows that hold up to `most` each.
double ways(int count, const Totals& most) {
  std::vector<double> upTo(static_cast<std::size_t>(count) + 1);
  upTo[0] = 1;
  for (const int room : most) {
    std::vector<double> with(upTo.size());
    double window = 0;
    for (std::size_t k = 0; k < upTo.size(); ++k) {
      window += upTo[k];
      if (k > static_cast<std::size_t>(room))
        window -= upTo[k - static_cast<std::size_t>(room) - 1];
      with[k] = window;
    }
    upTo = std::move(with);
  }
  return upTo.back();
}

// Sorts partial tables, the least probable first, and joins those of one probability. Logs of the
// sums up to each.
std::vector<double> merge(std::vector<Partial>& partials) {
  if (partials.empty()) return {};
  std::sort(partials.begin(), partials.end(), [](const Partial& one, const Partial& other) {
    return one.logProbability < other.logProbability;
  });
  constexpr double kSame = 1e-11;
  std::size_t kept = 0;
  for (std::size_t i = 1; i < partials.size(); ++i) {
    if (partials[i].logProbability - partials[kept].logProbability < kSame)
      partials[kept].count += partials[i].count;
    else
      partials[++kept] = partials[i];
  }
  partials.resize(kept + 1);
  std::vector<double> upTo;
  for (const auto& [log, count] : partials) {
    const double own = log + std::log(count);
    upTo.push_back(upTo.empty() ? own : own + std::log1p(std::exp(upTo.back() - own)));
  }
  return upTo;
}

class Enumeration {
 public:
  Enumeration(const Totals& rows, const Totals& columns, double observed,
              const std::vector<double>& logFactorial)
      : rows_(rows),
        columns_(columns),
        total_(std::accumulate(rows.begin(), rows.end(), 0)),
        logFactorial_(logFactorial),
        limit_(observed + kLogRounding) {
    std::sort(columns_.begin(), columns_.end());
  }

  std::optional<double> p() {
    if (!keysFit() || expectedWork() > kMostExpected) return {};
    const Completions all = completionsOf(rows_, total_, columns_.size());
    logTables_ = all.logAll;
    std::vector<Node> nodes{{rows_, all, {{0, 1}}}};
    int left = total_;
    for (std::size_t j = 0; j + 1 < columns_.size(); ++j) {
      left -= columns_[j];
      nodes = placed(std::move(nodes), j, left);
      if (work_ > kBudget) return {};
    }
    return std::min(1.0, sum_);
  }

 private:
  double logFactorial(int count) const { return logFactorial_[static_cast<std::size_t>(count)]; }

  // The nodes after column j, where `left` patients remain.
  std::vector<Node> placed(std::vector<Node> nodes, std::size_t j, int left) {
    const std::size_t remaining = columns_.size() - j - 1;
    std::vector<Node> next;
    std::unordered_map<std::uint64_t, std::size_t> positions;
    for (auto& node : nodes) {
      const auto upTo = merge(node.partials);
      if (upTo.empty()) continue;
      Totals rest = node.rest;
      place(rest, 0, columns_[j], 0, [&](double log) {
        ++work_;
        if (remaining == 1) {
          settle(node.partials, upTo, log, determined(rest));
          return;
        }
        const auto [at, isNew] = positions.emplace(keyOf(rest), next.size());
        if (isNew) next.push_back({rest, completionsOf(rest, left, remaining), {}});
        Node& child = next[at->second];
        const auto [from, to] = settle(node.partials, upTo, log, child.completions);
        for (auto i = from; i < to; ++i)
          child.partials.push_back({node.partials[i].logProbability + log, node.partials[i].count});
        work_ += (isNew ? kNewNodeWork : kNodeWork) + static_cast<double>(to - from);
      });
      if (work_ > kBudget) break;
    }
    return next;
  }

  struct Range {
    std::size_t from, to;
  };

  // Adds the partial tables whose completions are all as extreme as the observed table. Which ones
  // remain: all but the last of some of whose completions that is true.
  Range settle(const std::vector<Partial>& partials, const std::vector<double>& upTo, double log,
               const Completions& completions) {
    const auto firstAbove = [&](double completion) {
      const double most = limit_ - log - completion;
      const auto above = std::partition_point(
          partials.begin(), partials.end(),
          [&](const Partial& partial) { return partial.logProbability <= most; });
      return static_cast<std::size_t>(above - partials.begin());
    };
    const std::size_t settled = firstAbove(completions.most);
    if (settled > 0) sum_ += std::exp(upTo[settled - 1] + log + completions.logAll - logTables_);
    return {settled, std::max(settled, firstAbove(completions.least))};
  }

  // Every way to place `count` in the rows from `row` on, taken from what they have left.
  template <class Use>
  void place(Totals& left, std::size_t row, int count, double log, Use&& use) {
    if (work_ > kBudget) return;
    int& own = left[row];
    if (row + 1 == left.size()) {
      if (count > own) return;
      own -= count;
      use(log - logFactorial(count));
      own += count;
      return;
    }
    const int most = std::min(own, count);
    for (int x = 0; x <= most; ++x) {
      own -= x;
      place(left, row + 1, count - x, log - logFactorial(x), use);
      own += x;
    }
  }

  // With one column left the rows' totals are its cells.
  Completions determined(const Totals& rest) const {
    double log = 0;
    for (const int total : rest)
      log -= logFactorial(total);
    return {log, log, log};
  }

  // Summed over all tables with the same margins, the product of 1 / cell! is n! over the product
  // of the margins' factorials. It is not less than where every row goes into one column.
  Completions completionsOf(const Totals& rest, int left, std::size_t remaining) const {
    const double least = determined(rest).least;
    double logAll = logFactorial(left) + least;
    for (std::size_t j = columns_.size() - remaining; j < columns_.size(); ++j)
      logAll -= logFactorial(columns_[j]);
    return {logAll, least, remaining == 2 ? mostOfTwo(rest, left) : mostOfMany(rest, remaining)};
  }

  // With two columns left, the product is greatest where each patient of the next one comes from
  // the row that can spare one best, by the ratio (rest - taken) / (taken + 1): the log of the two
  // cells of a row is concave. All with a ratio above that of `share` are taken at once.
  double mostOfTwo(const Totals& rest, int left) const {
    const int column = columns_[columns_.size() - 2];
    const double share = column / (left + static_cast<double>(rest.size()));
    constexpr double kBelow = 1e-9;  // lest rounding takes one too many
    Totals taken;
    for (const int total : rest)
      taken.push_back(std::max(0, static_cast<int>(std::ceil((total + 1) * share - 1 - kBelow))));
    const auto ratio = [&](std::size_t i) {
      return static_cast<double>(rest[i] - taken[i]) / (taken[i] + 1);
    };
    for (int more = column - std::accumulate(taken.begin(), taken.end(), 0); more > 0; --more) {
      std::size_t best = 0;
      for (std::size_t i = 1; i < rest.size(); ++i)
        best = ratio(i) > ratio(best) ? i : best;
      ++taken[best];
    }
    double log = 0;
    for (std::size_t i = 0; i < rest.size(); ++i)
      log -= logFactorial(taken[i]) + logFactorial(rest[i] - taken[i]);
    return log;
  }

  // With more: no more than where each row is divided among them evenly, whatever their totals, or
  // each column among the rows.
  double mostOfMany(const Totals& rest, std::size_t remaining) const {
    double byRows = 0, byColumns = 0;
    for (const int total : rest)
      byRows += evenly(total, static_cast<int>(remaining));
    for (std::size_t j = columns_.size() - remaining; j < columns_.size(); ++j)
      byColumns += evenly(columns_[j], static_cast<int>(rest.size()));
    return std::min(byRows, byColumns);
  }

  double evenly(int total, int parts) const {
    const int each = total / parts, more = total % parts;
    return -more * logFactorial(each + 1) - (parts - more) * logFactorial(each);
  }

  // What the rows have given, as one number. As long as two columns are left, no row has given more
  // than the columns before them took.
  std::uint64_t keyOf(const Totals& rest) const {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < rest.size(); ++i)
      key = key * static_cast<std::uint64_t>(mostGiven(i) + 1) +
            static_cast<std::uint64_t>(rows_[i] - rest[i]);
    return key;
  }

  int mostGiven(std::size_t row) const {
    return std::min(rows_[row], total_ - columns_.back() - columns_[columns_.size() - 2]);
  }

  bool keysFit() const {
    double keys = 1;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      keys *= mostGiven(i) + 1.0;
    return keys < 0x1p63;
  }

  // The nodes after each column times the ways to place the next one, were every row to have given
  // its share.
  double expectedWork() const {
    const double counting = static_cast<double>(rows_.size() * columns_.size()) * total_;
    if (counting > kMostExpected) return counting;
    double work = 0;
    int before = 0;
    for (std::size_t j = 0; j + 1 < columns_.size(); ++j) {
      const double share = static_cast<double>(total_ - before) / total_;
      Totals rest;
      for (const int total : rows_)
        rest.push_back(static_cast<int>(std::ceil(total * share)));
      work += ways(before, rows_) * ways(columns_[j], rest);
      before += columns_[j];
    }
    return work;
  }

  Totals rows_, columns_;
  int total_;
  const std::vector<double>& logFactorial_;
  double limit_, logTables_ = 0, sum_ = 0, work_ = 0;
};

}  // namespace

std::optional<double> enumeratedP(const std::vector<int>& rows, const std::vector<int>& columns,
                                  double observed, const std::vector<double>& logFactorial) {
  return Enumeration(rows, columns, observed, logFactorial).p();
}

}  // namespace riskset
