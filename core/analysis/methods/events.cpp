#include "core/analysis/methods/events.h"

#include "core/base/text.h"

namespace riskset {

Result<EventRows> useEvents(const EventOptions& options, const Names& others, Sample& sample) {
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = sample.use(others)) return *problem;
  const Study& study = sample.study();
  if (options.response) {
    const auto responses = study.responses();
    if (!responses) return responses.problem();
    if (const auto problem = sample.useWithMissing(study.file().response->column)) return *problem;
    if (const auto problem = sample.close()) return *problem;
    return EventRows{hasResponse(sample.pick(*responses), *options.response),
                     inDenominator(sample.pick(*responses), options.denominator)};
  }
  if (!options.column)
    return Problem{ProblemCode::missingKey, "", {}, "column, response or counts"};
  if (options.levels.empty()) return Problem{ProblemCode::missingKey, "", {}, "levels"};
  if (const auto problem = sample.use(*options.column)) return *problem;
  if (const auto problem = sample.close()) return *problem;
  const Column& column = **study.column(*options.column);
  std::vector<std::string> levels;
  for (const auto& level : options.levels)
    levels.emplace_back(trimmed(level));
  if (const auto problem = checkLevels(column, levels)) return *problem;
  auto event = sample.pick(rowsWithLevel(column, levels));
  std::vector<bool> counted(event.size(), true);
  return EventRows{std::move(event), std::move(counted)};
}

Names armIfNone(const Names& by, const Study& study) {
  return by.empty() && study.file().arm ? Names{*study.file().arm} : by;
}

}  // namespace riskset
