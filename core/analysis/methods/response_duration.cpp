#include <algorithm>

#include "core/analysis/methods/curves.h"
#include "core/analysis/methods/events.h"
#include "core/analysis/methods/methods.h"
#include "core/base/text.h"

namespace riskset {
namespace {

// Of each row of the cohort; NaN where it is missing.
struct FirstResponse {
  std::vector<double> time;
  std::vector<std::string> columns;  // one of times, or the date and the start it is counted from
};

Result<FirstResponse> firstResponse(const Study& study, const std::string& endpoint) {
  const ResponseSpec& spec = *study.file().response;
  if (!spec.firstResponse)
    return Problem{ProblemCode::missingKey, "", {}, "response.firstResponse"};
  const auto found = study.column(*spec.firstResponse);
  if (!found) return found.problem();
  const auto followUp = study.followUp(endpoint);
  if (!followUp) return followUp.problem();
  if (!(*followUp)->entry.empty())
    return Problem{ProblemCode::entryNotSupported, (*followUp)->entryColumn, {}, endpoint};
  const Column& column = **found;
  if (column.type == ColumnType::category)
    return Problem{ProblemCode::columnWrongType, column.name, {}, "number or date"};
  if (column.type == ColumnType::number) return FirstResponse{column.numbers, {column.name}};

  const auto& own = study.file().endpoints.at(endpoint).start;
  const auto& start = own ? own : spec.start;
  if (!start) return Problem{ProblemCode::missingKey, "", {}, "response.start"};
  const auto origin = study.column(*start);
  if (!origin) return origin.problem();
  if ((*origin)->type != ColumnType::date)
    return Problem{ProblemCode::columnWrongType, *start, {}, "date"};
  FirstResponse response{column.numbers, {*start, column.name}};
  for (std::size_t row = 0; row < response.time.size(); ++row)
    response.time[row] = (response.time[row] - (*origin)->numbers[row]) / (*followUp)->daysPerUnit;
  return response;
}

// A sample of the responders whose times are known.
Result<FirstResponse> useResponders(const ResponseDurationOptions& options, const Names& by,
                                    Sample& sample) {
  const Study& study = sample.study();
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = sample.use(by)) return *problem;
  const auto responses = study.responses();
  if (!responses) return responses.problem();
  if (const auto problem = sample.useWithMissing(study.file().response->column)) return *problem;
  auto response = firstResponse(study, options.endpoint);
  if (!response) return response.problem();
  const auto responded = hasResponse(*responses, ResponseRate::orr);
  const std::string& column = response->columns.back();
  auto ignored =
      sample.rowNumbers([&, rows = sample.pick(responded), times = sample.pick(response->time)](
                            std::size_t i) { return !rows[i] && times[i] == times[i]; });
  if (!ignored.empty()) {
    const auto count = std::to_string(ignored.size());
    sample.warn({WarningCode::responseTimeIgnored, column, std::move(ignored), count});
  }
  sample.keepOnly(responded);
  if (const auto problem = sample.use(response->columns)) return *problem;
  if (const auto problem = sample.useFollowUp(options.endpoint)) return *problem;
  if (sample.size() == 0) return response;
  if (const auto problem = sample.close()) return *problem;
  return response;
}

// Problem: a response before the start, or after the end of follow-up.
std::optional<Problem> checkTimes(const std::vector<double>& response,
                                  const std::vector<double>& time, const std::string& column,
                                  const Sample& sample) {
  const auto refuse = [&](ProblemCode code, auto&& wrong) -> std::optional<Problem> {
    auto rows = sample.rowNumbers(wrong);
    if (rows.empty()) return {};
    std::size_t first = 0;
    while (sample.rowNumber(first) != rows.front())
      ++first;
    return Problem{code, column, std::move(rows), shortestText(response[first])};
  };
  if (const auto problem =
          refuse(ProblemCode::timeNegative, [&](std::size_t i) { return response[i] < 0; }))
    return problem;
  return refuse(ProblemCode::responseAfterEnd,
                [&](std::size_t i) { return response[i] > time[i]; });
}

// The arm of each row of the cohort, -1 of those left out.
std::vector<int> armOf(const Sample& everyone, const Factor& arms) {
  std::vector<int> codes(static_cast<std::size_t>(everyone.study().rows()), -1);
  for (std::size_t i = 0; i < arms.codes.size(); ++i)
    codes[static_cast<std::size_t>(everyone.rowNumber(i) - 1)] = arms.codes[i];
  return codes;
}

}  // namespace

Result<Outcome<ResponseDurationValue>> run(const ResponseDurationOptions& options,
                                           const Study& study) {
  const Names by = armIfNone(options.by, study);
  Sample everyone(study);
  if (const auto problem = everyone.open(options)) return *problem;
  if (const auto problem = everyone.use(by)) return *problem;
  if (const auto problem = everyone.close()) return *problem;
  const auto arms = everyone.grouping(by);
  if (!arms) return arms.problem();

  Sample sample(study);
  const auto first = useResponders(options, by, sample);
  if (!first) return first.problem();
  for (const Warning& warning : everyone.warnings())
    sample.warn(warning);
  const std::string& column = first->columns.back();
  const auto response = sample.pick(first->time);
  const auto time = sample.pick((*study.followUp(options.endpoint))->time);
  const auto event = sample.events();
  if (const auto problem = checkTimes(response, time, column, sample)) return *problem;
  auto atOnce = sample.rowNumbers(
      [&](std::size_t i) { return event[i] && time[i] > 0 && response[i] == time[i]; });
  if (!atOnce.empty()) {
    const auto count = std::to_string(atOnce.size());
    sample.warn({WarningCode::eventAtTimeZero, column, std::move(atOnce), count});
  }

  const auto arm = sample.pick(armOf(everyone, *arms));
  KaplanMeierOptions curve;
  curve.times = options.times;
  ResponseDurationValue value;
  for (std::size_t code = 0; code < arms->levels.size(); ++code) {
    const int own = static_cast<int>(code);
    const auto patients = std::count(arms->codes.begin(), arms->codes.end(), own);
    ResponseDurationGroup group{arms->levels[code], static_cast<int>(patients), {}, {}};
    std::vector<double> ownResponse, ownTime;
    std::vector<std::uint8_t> ownEvent;
    for (std::size_t row = 0; row < time.size(); ++row) {
      if (arm[row] != own) continue;
      ownResponse.push_back(response[row]);
      ownTime.push_back(time[row]);
      ownEvent.push_back(event[row]);
    }
    if (!ownTime.empty()) {
      group.timeToResponse = timeToResponse(ownResponse);
      group.duration =
          describeGroup({group.label, responseDurations(ownResponse, ownTime, ownEvent)},
                        {options.interval, options.level, SurvivalVariance::greenwood}, curve);
      warnAbout(*group.duration, sample);
    }
    value.groups.push_back(std::move(group));
  }
  return sample.answer(std::move(value));
}

}  // namespace riskset
