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

ResponseSet responseSet(const Responses& responses, const Factor& groups, Denominator denominator,
                        double level) {
  const auto counted = inDenominator(responses, denominator);
  const auto orr = countByGroup(hasResponse(responses, ResponseRate::orr), counted, groups);
  const auto dcr = countByGroup(hasResponse(responses, ResponseRate::dcr), counted, groups);
  ResponseSet set;
  for (const auto& label : groups.levels)
    set.groups.push_back({label, 0, {}, {}, {}});
  for (std::size_t row = 0; row < responses.size(); ++row) {
    if (!counted[row]) continue;
    ResponseGroup& own = set.groups[static_cast<std::size_t>(groups.codes[row])];
    ++own.n;
    ++countOf(own.counts, responses[row]);
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
  }
  if (orr.size() > 1) {
    set.comparisons = ResponseComparisons{compareGroups(orr, level), compareGroups(dcr, level)};
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

BestResponse bestResponse(const Responses& responses, const Factor& groups, double level) {
  return {{responseSet(responses, groups, Denominator::all, level),
           responseSet(responses, groups, Denominator::evaluable, level)}};
}

}  // namespace riskset
