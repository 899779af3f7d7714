#include "core/response/best_response.h"

namespace riskset {
namespace {

int& countOf(ResponseCounts& counts, std::optional<ResponseCategory> category) {
  if (!category) return counts.missing;
  switch (*category) {
    case ResponseCategory::CR:
      return counts.CR;
    case ResponseCategory::PR:
      return counts.PR;
    case ResponseCategory::SD:
      return counts.SD;
    case ResponseCategory::PD:
      return counts.PD;
    case ResponseCategory::NE:
      break;
  }
  return counts.NE;
}

// Who has clinical benefit, and who counts for its rate.
std::vector<LabelledCounts> countBenefit(const Benefit& benefit, std::vector<bool> counted,
                                         const Factor& groups, Denominator denominator) {
  std::vector<bool> has;
  for (std::size_t row = 0; row < benefit.size(); ++row) {
    has.push_back(benefit[row].value_or(false));
    if (denominator == Denominator::evaluable && !benefit[row]) counted[row] = false;
  }
  return countByGroup(has, counted, groups);
}

ResponseSet responseSet(const Responses& responses, const Factor& groups, Denominator denominator,
                        double level, const std::optional<Benefit>& benefit) {
  const auto counted = inDenominator(responses, denominator);
  const auto orr = countByGroup(hasResponse(responses, ResponseRate::orr), counted, groups);
  const auto dcr = countByGroup(hasResponse(responses, ResponseRate::dcr), counted, groups);
  std::vector<LabelledCounts> cbr;
  if (benefit) cbr = countBenefit(*benefit, counted, groups, denominator);
  ResponseSet set;
  for (const auto& label : groups.levels)
    set.groups.push_back({label, 0, {}, {}, {}, {}, 0});
  for (std::size_t row = 0; row < responses.size(); ++row) {
    if (!counted[row]) continue;
    ResponseGroup& own = set.groups[static_cast<std::size_t>(groups.codes[row])];
    ++own.n;
    ++countOf(own.counts, responses[row]);
    if (benefit && !(*benefit)[row]) ++own.benefitUnknown;
  }
  const auto rateOf = [&](const std::vector<LabelledCounts>& counts, const std::string& label) {
    std::optional<Proportion> rate;
    for (const auto& group : counts) {
      if (group.label == label) rate = proportion(group.counts.events, group.counts.n, level);
    }
    return rate;
  };
  for (ResponseGroup& group : set.groups) {
    group.orr = rateOf(orr, group.label);
    group.dcr = rateOf(dcr, group.label);
    group.cbr = rateOf(cbr, group.label);
  }
  if (orr.size() > 1) {
    set.comparisons = ResponseComparisons{compareGroups(orr, level), compareGroups(dcr, level),
                                          compareGroups(cbr, level)};
  }
  return set;
}

}  // namespace

std::vector<bool> hasResponse(const Responses& responses, ResponseRate rate) {
  std::vector<bool> responders;
  for (const auto& response : responses) {
    const bool objective = response == ResponseCategory::CR || response == ResponseCategory::PR;
    const bool stable = rate == ResponseRate::dcr && response == ResponseCategory::SD;
    responders.push_back(objective || stable);
  }
  return responders;
}

std::vector<bool> inDenominator(const Responses& responses, Denominator denominator) {
  std::vector<bool> counted;
  for (const auto& response : responses) {
    counted.push_back(denominator == Denominator::all ||
                      (response && *response != ResponseCategory::NE));
  }
  return counted;
}

Benefit clinicalBenefit(const Responses& responses, const std::vector<double>& times,
                        const std::vector<std::optional<bool>>& events, double duration) {
  Benefit benefit;
  for (std::size_t row = 0; row < responses.size(); ++row) {
    if (responses[row] != ResponseCategory::SD) {
      benefit.emplace_back(responses[row] == ResponseCategory::CR ||
                           responses[row] == ResponseCategory::PR);
    } else if (times[row] >= duration) {
      benefit.emplace_back(true);
    } else if (times[row] < duration && events[row] == true) {
      benefit.emplace_back(false);
    } else {
      benefit.emplace_back();
    }
  }
  return benefit;
}

BestResponse bestResponse(const Responses& responses, const Factor& groups, double level,
                          const std::optional<Benefit>& benefit) {
  return {{responseSet(responses, groups, Denominator::all, level, benefit),
           responseSet(responses, groups, Denominator::evaluable, level, benefit)}};
}

}  // namespace riskset
