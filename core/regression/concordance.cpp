#include "core/regression/concordance.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace riskset {
namespace {

// How many of the scores added so far lie below, at and above a rank: a Fenwick tree.
class RankCounts {
 public:
  explicit RankCounts(std::size_t ranks) : sums_(ranks + 1), counts_(ranks) {}

  void add(std::size_t rank) {
    ++counts_[rank];
    ++total_;
    for (std::size_t i = rank + 1; i < sums_.size(); i += i & (~i + 1))
      ++sums_[i];
  }

  double below(std::size_t rank) const {
    double sum = 0;
    for (std::size_t i = rank; i > 0; i -= i & (~i + 1))
      sum += sums_[i];
    return sum;
  }
  double equal(std::size_t rank) const { return counts_[rank]; }
  double above(std::size_t rank) const { return total_ - below(rank) - counts_[rank]; }

 private:
  std::vector<int> sums_, counts_;
  double total_ = 0;
};

struct PairCounts {
  double concordant = 0, discordant = 0, tied = 0;
};

// Adds, for the patients `rows` of one stratum (earliest first), the pairs each takes part in.
void countPairs(std::span<const std::size_t> rows, std::span<const double> score,
                std::span<const double> time, std::span<const std::uint8_t> event,
                std::vector<PairCounts>& perPatient) {
  std::vector<double> scores;
  for (const std::size_t row : rows)
    scores.push_back(score[row]);
  std::sort(scores.begin(), scores.end());
  scores.erase(std::unique(scores.begin(), scores.end()), scores.end());
  const auto rankOf = [&](std::size_t row) {
    return static_cast<std::size_t>(std::lower_bound(scores.begin(), scores.end(), score[row]) -
                                    scores.begin());
  };

  // As the one who had the event first: the others are those who outlived this time.
  RankCounts later(scores.size());
  for (std::size_t end = rows.size(); end > 0;) {
    std::size_t start = end;
    while (start > 0 && time[rows[start - 1]] == time[rows[end - 1]])
      --start;
    for (std::size_t i = start; i < end; ++i) {
      if (!event[rows[i]]) later.add(rankOf(rows[i]));
    }
    for (std::size_t i = start; i < end; ++i) {
      if (!event[rows[i]]) continue;
      PairCounts& own = perPatient[rows[i]];
      const std::size_t rank = rankOf(rows[i]);
      own.concordant += later.below(rank);
      own.discordant += later.above(rank);
      own.tied += later.equal(rank);
    }
    for (std::size_t i = start; i < end; ++i) {
      if (event[rows[i]]) later.add(rankOf(rows[i]));
    }
    end = start;
  }

  // As the one who outlived: the others are those who had the event before, or, for a censored
  // patient, at the same time.
  RankCounts earlier(scores.size());
  for (std::size_t start = 0; start < rows.size();) {
    std::size_t end = start;
    while (end < rows.size() && time[rows[end]] == time[rows[start]])
      ++end;
    const auto take = [&](std::size_t i) {
      PairCounts& own = perPatient[rows[i]];
      const std::size_t rank = rankOf(rows[i]);
      own.concordant += earlier.above(rank);
      own.discordant += earlier.below(rank);
      own.tied += earlier.equal(rank);
    };
    for (std::size_t i = start; i < end; ++i) {
      if (event[rows[i]]) take(i);
    }
    for (std::size_t i = start; i < end; ++i) {
      if (event[rows[i]]) earlier.add(rankOf(rows[i]));
    }
    for (std::size_t i = start; i < end; ++i) {
      if (!event[rows[i]]) take(i);
    }
    start = end;
  }
}

}  // namespace

std::optional<Concordance> concordance(std::span<const double> score, std::span<const double> time,
                                       std::span<const std::uint8_t> event,
                                       std::span<const int> stratum) {
  std::vector<std::size_t> order(time.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
    return stratum[i] != stratum[j] ? stratum[i] < stratum[j] : time[i] < time[j];
  });

  std::vector<PairCounts> perPatient(time.size());
  for (std::size_t start = 0; start < order.size();) {
    std::size_t end = start;
    while (end < order.size() && stratum[order[end]] == stratum[order[start]])
      ++end;
    countPairs(std::span(order).subspan(start, end - start), score, time, event, perPatient);
    start = end;
  }

  Concordance result{};
  for (const PairCounts& own : perPatient) {  // each pair was counted by both its patients
    result.concordant += own.concordant / 2;
    result.discordant += own.discordant / 2;
    result.tiedScores += own.tied / 2;
  }
  const double pairs = result.concordant + result.discordant + result.tiedScores;
  if (pairs == 0) return {};
  result.value = (result.concordant + result.tiedScores / 2) / pairs;

  // The derivative of C with respect to a patient's weight, squared and summed.
  double variance = 0;
  for (const PairCounts& own : perPatient) {
    const double numerator = own.concordant + own.tied / 2;
    const double influence =
        (numerator - result.value * (own.concordant + own.discordant + own.tied)) / pairs;
    variance += influence * influence;
  }
  result.stdError = std::sqrt(variance);
  return result;
}

}  // namespace riskset
