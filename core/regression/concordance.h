// Harrell's concordance of a risk score with survival: among pairs of patients of whom one is known
// to have had the event first, the share in which the higher score had it first.
//
//   C = (concordant + tied scores / 2) / (concordant + discordant + tied scores)
//
// Pairs with equal event times do not count; a patient censored at an event time outlived it; with
// strata, pairs are formed within them; with late entry, a pair counts when the other was already
// under observation at the event. Pairs weigh the product of their case weights. The standard error
// is the infinitesimal jackknife, over clusters where there are any.
//
// Sources: Harrell FE et al. (1982). JAMA 247:2543-2546. doi:10.1001/jama.1982.03320430047030
// Therneau TM, Atkinson E, the concordance vignette of R's survival package (the jackknife).
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <span>

namespace riskset {

struct Concordance {
  double value;
  double stdError;
  double concordant, discordant, tiedScores;
};
BOOST_DESCRIBE_STRUCT(Concordance, (), (value, stdError, concordant, discordant, tiedScores))

// One element per row; the last three may be empty, as in CoxData.
struct ConcordanceData {
  std::span<const double> score, time;
  std::span<const std::uint8_t> event;
  std::span<const int> stratum;
  std::span<const double> entry{}, weight{};
  std::span<const int> cluster{};
};

// Higher score: earlier event expected. Empty when no pair can be compared. n log n.
std::optional<Concordance> concordance(const ConcordanceData& data);

}  // namespace riskset
