#include "core/regression/concordance.h"

#include <cmath>
#include <vector>

#include "core/base/times.h"

namespace riskset {
namespace {

// What the scores added so far weigh below, at and above a rank: a Fenwick tree.
class RankWeights {
 public:
  explicit RankWeights(std::size_t ranks) : sums_(ranks + 1), weights_(ranks) {}

  void add(std::size_t rank, double weight) {
    weights_[rank] += weight;
    total_ += weight;
    for (std::size_t i = rank + 1; i < sums_.size(); i += i & (~i + 1))
      sums_[i] += weight;
  }

  double below(std::size_t rank) const {
    double sum = 0;
    for (std::size_t i = rank; i > 0; i -= i & (~i + 1))
      sum += sums_[i];
    return sum;
  }
  double equal(std::size_t rank) const { return weights_[rank]; }
  double above(std::size_t rank) const { return total_ - below(rank) - weights_[rank]; }

 private:
  std::vector<double> sums_, weights_;
  double total_ = 0;
};

struct PairWeights {
  double concordant = 0, discordant = 0, tied = 0;
};

// The rows of one stratum, earliest first, and the pairs each takes part in.
class Pairs {
 public:
  Pairs(const ConcordanceData& data, std::span<const std::size_t> rows,
        std::vector<PairWeights>& perRow)
      : data_(data), rows_(rows), perRow_(perRow) {
    const auto scores = ownOf(data.score);
    rank_.resize(rows.size());
    double before = 0;
    for (const std::size_t i : ascending(scores)) {
      if (ranks_ == 0 || scores[i] != before) ++ranks_;
      before = scores[i];
      rank_[i] = ranks_ - 1;
    }
    if (!data.entry.empty()) byEntry_ = ascending(ownOf(data.entry));
  }

  // As the one who had the event first: the others are those who outlived this time and were
  // already watched.
  void countAsFirst() {
    RankWeights later(ranks_);
    std::size_t late = byEntry_.size();
    std::vector<bool> added(rows_.size(), false);
    const auto add = [&](std::size_t i) {
      if (!data_.entry.empty() && !(entryOf(i) < timeOf(i))) return;
      later.add(rank_[i], weightOf(i));
      added[i] = true;
    };
    for (std::size_t end = rows_.size(); end > 0;) {
      std::size_t start = end;
      while (start > 0 && timeOf(start - 1) == timeOf(end - 1))
        --start;
      for (; late > 0 && entryOf(byEntry_[late - 1]) >= timeOf(start); --late) {
        const std::size_t i = byEntry_[late - 1];
        if (added[i]) later.add(rank_[i], -weightOf(i));
      }
      for (std::size_t i = start; i < end; ++i) {
        if (!eventOf(i)) add(i);
      }
      for (std::size_t i = start; i < end; ++i) {
        if (!eventOf(i)) continue;
        PairWeights& own = perRow_[rows_[i]];
        own.concordant += later.below(rank_[i]);
        own.discordant += later.above(rank_[i]);
        own.tied += later.equal(rank_[i]);
      }
      for (std::size_t i = start; i < end; ++i) {
        if (eventOf(i)) add(i);
      }
      end = start;
    }
  }

  // As the one who outlived: the others are those who had the event before, or, for a censored
  // patient, at the same time; after the entry.
  void countAsSurvivor() {
    RankWeights earlier(ranks_);
    std::size_t entered = 0;
    const auto take = [&](std::size_t i, double sign) {
      PairWeights& own = perRow_[rows_[i]];
      own.concordant += sign * earlier.above(rank_[i]);
      own.discordant += sign * earlier.below(rank_[i]);
      own.tied += sign * earlier.equal(rank_[i]);
    };
    for (std::size_t start = 0; start < rows_.size();) {
      std::size_t end = start;
      while (end < rows_.size() && timeOf(end) == timeOf(start))
        ++end;
      for (; entered < byEntry_.size() && entryOf(byEntry_[entered]) < timeOf(start); ++entered)
        take(byEntry_[entered], -1);
      for (std::size_t i = start; i < end; ++i) {
        if (eventOf(i)) take(i, 1);
      }
      for (std::size_t i = start; i < end; ++i) {
        if (eventOf(i)) earlier.add(rank_[i], weightOf(i));
      }
      for (std::size_t i = start; i < end; ++i) {
        if (!eventOf(i)) take(i, 1);
      }
      start = end;
    }
  }

 private:
  std::vector<double> ownOf(const auto& values) const {
    std::vector<double> own(rows_.size());
    for (std::size_t i = 0; i < own.size(); ++i)
      own[i] = values[rows_[i]];
    return own;
  }
  double timeOf(std::size_t i) const { return data_.time[rows_[i]]; }
  double entryOf(std::size_t i) const { return data_.entry[rows_[i]]; }
  bool eventOf(std::size_t i) const { return data_.event[rows_[i]]; }
  double weightOf(std::size_t i) const { return data_.weight.empty() ? 1 : data_.weight[rows_[i]]; }

  const ConcordanceData& data_;
  std::span<const std::size_t> rows_;
  std::vector<PairWeights>& perRow_;
  std::vector<std::size_t> rank_, byEntry_;
  std::size_t ranks_ = 0;
};

}  // namespace

std::optional<Concordance> concordance(const ConcordanceData& data) {
  const auto order = byStratum(ascending(data.time), data.stratum);
  std::vector<PairWeights> perRow(data.time.size());
  for (std::size_t start = 0; start < order.size();) {
    std::size_t end = start;
    while (end < order.size() && data.stratum[order[end]] == data.stratum[order[start]])
      ++end;
    Pairs pairs(data, std::span(order).subspan(start, end - start), perRow);
    pairs.countAsFirst();
    pairs.countAsSurvivor();
    start = end;
  }

  Concordance result{};
  for (std::size_t row = 0; row < perRow.size(); ++row) {  // each pair was counted by both its rows
    const double half = (data.weight.empty() ? 1 : data.weight[row]) / 2;
    result.concordant += half * perRow[row].concordant;
    result.discordant += half * perRow[row].discordant;
    result.tiedScores += half * perRow[row].tied;
  }
  const double pairs = result.concordant + result.discordant + result.tiedScores;
  if (!(pairs > 0)) return {};
  result.value = (result.concordant + result.tiedScores / 2) / pairs;

  // The derivative of C with respect to a row's weight, squared and summed.
  std::vector<double> influence(perRow.size(), 0.0);
  for (std::size_t row = 0; row < perRow.size(); ++row) {
    const PairWeights& own = perRow[row];
    const double numerator = own.concordant + own.tied / 2;
    const double weight = data.weight.empty() ? 1 : data.weight[row];
    influence[data.cluster.empty() ? row : static_cast<std::size_t>(data.cluster[row])] +=
        weight * (numerator - result.value * (own.concordant + own.discordant + own.tied)) / pairs;
  }
  double variance = 0;
  for (const double own : influence)
    variance += own * own;
  result.stdError = std::sqrt(variance);
  return result;
}

}  // namespace riskset
