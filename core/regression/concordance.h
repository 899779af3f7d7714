// Harrell's concordance of a risk score with survival: among pairs of patients of whom one is known
// to have had the event first, the share in which the higher score had it first.
//
//   C = (concordant + tied scores / 2) / (concordant + discordant + tied scores)
//
// Pairs with equal event times do not count; a patient censored at an event time outlived it; with
// strata, pairs are formed within them. The standard error is the infinitesimal jackknife.
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

// Higher score: earlier event expected. Empty when no pair can be compared. n log n.
std::optional<Concordance> concordance(std::span<const double> score, std::span<const double> time,
                                       std::span<const std::uint8_t> event,
                                       std::span<const int> stratum);

}  // namespace riskset
