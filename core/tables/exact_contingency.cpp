#include "core/tables/exact_contingency.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/random.h"
#include "core/tables/proportion.h"

namespace riskset {
namespace {

using Table = std::vector<std::vector<int>>;
using Totals = std::vector<int>;

constexpr double kRounding = 1e-7;
constexpr double kBudget = 4e7;  // placed cells: about a second

// Partial tables of one probability: log of the product of 1 / cell!, and how many there are.
struct Partial {
  double logProbability, count;
};

class Enumeration {
 public:
  Enumeration(Totals rows, Totals columns, double observed, const std::vector<double>& logFactorial)
      : rows_(std::move(rows)), columns_(std::move(columns)), logFactorial_(logFactorial) {
    std::sort(columns_.begin(), columns_.end());
    limit_ = observed + kRounding;
    for (const int total : rows_)
      constant_ += logFactorial[static_cast<std::size_t>(total)];
    int n = 0;
    for (const int total : columns_) {
      constant_ += logFactorial[static_cast<std::size_t>(total)];
      n += total;
    }
    constant_ -= logFactorial[static_cast<std::size_t>(n)];
  }

  // Empty: over budget.
  std::optional<double> p() {
    std::map<Totals, std::vector<Partial>> nodes{{rows_, {{0, 1}}}};
    for (std::size_t j = 0; j + 2 < columns_.size(); ++j) {
      std::map<Totals, std::vector<Partial>> next;
      for (auto& node : nodes) {
        auto& partials = node.second;
        merge(partials);
        Totals rest = node.first;
        place(rest, 0, columns_[j], 0, [&](double log) {
          auto& own = next[rest];
          for (const auto& partial : partials)
            own.push_back({partial.logProbability + log, partial.count});
          work_ += 20 + static_cast<double>(partials.size());
        });
        if (work_ > kBudget) return {};
      }
      nodes = std::move(next);
    }
    double sum = 0;
    for (auto& node : nodes) {
      auto& partials = node.second;
      merge(partials);
      std::vector<double> upTo{0};  // sums over the partials, the least probable first
      for (const auto& partial : partials)
        upTo.push_back(upTo.back() + partial.count * std::exp(partial.logProbability + constant_));
      Totals rest = node.first;
      place(rest, 0, columns_[columns_.size() - 2], 0, [&](double log) {
        for (const int last : rest)
          log -= logFactorial_[static_cast<std::size_t>(last)];
        const auto end = std::partition_point(
            partials.begin(), partials.end(),
            [&](const Partial& partial) { return partial.logProbability + log <= limit_; });
        if (end != partials.begin())
          sum += std::exp(log) * upTo[static_cast<std::size_t>(end - partials.begin())];
        ++work_;
      });
      if (work_ > kBudget) return {};
    }
    return std::min(1.0, sum);
  }

 private:
  static void merge(std::vector<Partial>& partials) {
    std::sort(partials.begin(), partials.end(), [](const Partial& one, const Partial& other) {
      return one.logProbability < other.logProbability;
    });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < partials.size(); ++i) {
      if (partials[i].logProbability - partials[kept].logProbability < 1e-11)
        partials[kept].count += partials[i].count;
      else
        partials[++kept] = partials[i];
    }
    partials.resize(kept + 1);
  }

  // Every way to place `count` in the rows from `row` on, taken from what they have left.
  template <class Use>
  void place(Totals& left, std::size_t row, int count, double log, Use&& use) {
    if (work_ > kBudget) return;
    int& own = left[row];
    if (row + 1 == left.size()) {
      if (count > own) return;
      own -= count;
      use(log - logFactorial_[static_cast<std::size_t>(count)]);
      own += count;
      return;
    }
    const int most = std::min(own, count);
    for (int x = 0; x <= most; ++x) {
      own -= x;
      place(left, row + 1, count - x, log - logFactorial_[static_cast<std::size_t>(x)], use);
      own += x;
    }
  }

  Totals rows_, columns_;
  const std::vector<double>& logFactorial_;
  double limit_ = 0, constant_ = 0, work_ = 0;
};

// Random tables by shuffling who of the columns goes with whom of the rows.
ExactContingency monteCarlo(const Totals& rows, const Totals& columns, double observed,
                            const std::vector<double>& logFactorial, int draws,
                            std::uint64_t seed) {
  std::vector<std::size_t> columnOf;
  for (std::size_t j = 0; j < columns.size(); ++j)
    columnOf.insert(columnOf.end(), static_cast<std::size_t>(columns[j]), j);
  Random random(seed);
  int asExtreme = 0;
  std::vector<int> cells(columns.size());
  for (int draw = 0; draw < draws; ++draw) {
    double log = 0;
    std::size_t at = 0;
    for (const int total : rows) {
      std::fill(cells.begin(), cells.end(), 0);
      for (int k = 0; k < total; ++k, ++at) {
        const auto other = at + random.below(static_cast<std::uint32_t>(columnOf.size() - at));
        std::swap(columnOf[at], columnOf[other]);
        ++cells[columnOf[at]];
      }
      for (const int cell : cells)
        log -= logFactorial[static_cast<std::size_t>(cell)];
    }
    asExtreme += log <= observed + kRounding;
  }
  return {(asExtreme + 1.0) / (draws + 1.0), true,
          proportion(asExtreme, draws, 0.99).intervals.clopperPearson};
}

}  // namespace

ExactContingency exactContingency(const Table& table, int draws, std::uint64_t seed) {
  Totals rows, columns(table.front().size());
  int n = 0;
  for (const auto& row : table) {
    rows.push_back(0);
    for (std::size_t j = 0; j < row.size(); ++j) {
      rows.back() += row[j];
      columns[j] += row[j];
    }
    n += rows.back();
  }
  std::vector<double> logFactorial(static_cast<std::size_t>(n) + 1);
  for (std::size_t k = 1; k < logFactorial.size(); ++k)
    logFactorial[k] = logFactorial[k - 1] + std::log(static_cast<double>(k));
  double observed = 0;
  for (const auto& row : table) {
    for (const int cell : row)
      observed -= logFactorial[static_cast<std::size_t>(cell)];
  }
  if (rows.size() > columns.size()) std::swap(rows, columns);  // few rows have few totals
  if (const auto p = Enumeration(rows, columns, observed, logFactorial).p()) return {*p, false, {}};
  return monteCarlo(rows, columns, observed, logFactorial, draws, seed);
}

}  // namespace riskset
