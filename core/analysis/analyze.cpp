#include "core/analysis/analyze.h"

#include <set>

#include "core/analysis/methods/methods.h"

namespace riskset {
namespace {

AnalysisResult answerOf(const ParsedAnalysis& analysis, const Study& study) {
  const auto refuse = [&](const Problem& problem) {
    return Refusal{analysis.id, analysis.method, false, problem};
  };
  if (!analysis.options) return refuse(analysis.options.problem());
  return std::visit(
      [&](const auto& options) -> AnalysisResult {
        auto outcome = run(options, study);
        if (!outcome) return refuse(outcome.problem());
        auto [value, used, excluded, warnings] = std::move(outcome).value();
        return Answer{analysis.id,      analysis.method,    true, used, std::move(excluded),
                      std::move(value), std::move(warnings)};
      },
      *analysis.options);
}

std::optional<Problem> checkIds(const std::vector<ParsedAnalysis>& analyses) {
  std::set<std::string> seen;
  for (const auto& analysis : analyses) {
    if (!analysis.id.empty() && !seen.insert(analysis.id).second) {
      return Problem{ProblemCode::duplicateName, "", {}, analysis.id};
    }
  }
  return {};
}

}  // namespace

Results analyze(const Result<ParsedFile>& file, std::vector<Column> columns, int rows) {
  Results results;
  results.engine = RISKSET_VERSION;
  if (!file) {
    results.problem = file.problem();
    return results;
  }
  results.problem = checkIds(file->analyses);
  if (results.problem) return results;
  const auto study = Study::prepare(file->file, std::move(columns), rows);
  if (!study) {
    results.problem = study.problem();
    return results;
  }
  for (const auto& analysis : file->analyses)
    results.results.push_back(answerOf(analysis, *study));
  return results;
}

}  // namespace riskset
