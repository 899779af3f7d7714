#include "core/analysis/methods/model_table.h"

#include <cstdio>

#include "core/base/contains.h"
#include "core/base/text.h"

namespace riskset {
namespace {

constexpr double kEnoughEventsPerVariable = 10;
constexpr double kLeastEventsPerVariable = 2;

}  // namespace

std::optional<Problem> checkTable(const Names& terms, const Names& chosen, const EntryRule& entry,
                                  const Sample& sample, const std::string& model) {
  const auto refuse = [](const std::string& column, const std::string& why) {
    return Problem{ProblemCode::valueNotAllowed, column, {}, why};
  };
  if (terms.empty()) return Problem{ProblemCode::missingKey, "", {}, "terms"};
  for (const auto& name : chosen) {
    if (!contains(terms, name)) return refuse(name, "chosen must be among terms");
  }
  if (!chosen.empty() && entry != EntryRule{EntryKind::chosen})
    return refuse("", "chosen goes with entry: chosen");
  for (const auto& term : terms) {
    if (sample.columnsOf({term}).empty())
      return refuse(term, "a table takes columns; " + model + " takes interactions");
  }
  const auto* below = std::get_if<double>(&entry);
  if (below && !(*below > 0 && *below <= 1)) return refuse("", "entry must lie between 0 and 1");
  return {};
}

Names enteringTerms(const Names& terms, const Names& chosen, const EntryRule& entry,
                    const std::vector<TermLikelihoodRatio>& univariable) {
  if (const auto* kind = std::get_if<EntryKind>(&entry))
    return *kind == EntryKind::all ? terms : chosen;
  Names entering;
  for (const auto& term : univariable) {
    if (term.test.p < std::get<double>(entry)) entering.push_back(term.name);
  }
  return entering;
}

std::optional<Problem> tooFewEvents(std::ptrdiff_t events, std::ptrdiff_t coefficients) {
  const auto least = kLeastEventsPerVariable * static_cast<double>(coefficients);
  if (coefficients < 2 || static_cast<double>(events) >= least) return {};
  return Problem{ProblemCode::tooFewEvents,
                 "",
                 {},
                 std::to_string(events) + " / " + std::to_string(coefficients)};
}

void warnOfFewEvents(double eventsPerVariable, Sample& sample) {
  if (eventsPerVariable >= kEnoughEventsPerVariable) return;
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", eventsPerVariable);
  sample.warn({WarningCode::fewEventsPerVariable, "", {}, text});
}

Problem notConverged(const Names& terms) {
  return {ProblemCode::notConverged, "", {}, joined(terms)};
}

}  // namespace riskset
