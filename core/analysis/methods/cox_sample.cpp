#include "core/analysis/methods/cox_sample.h"

#include <algorithm>
#include <cmath>

#include "core/base/contains.h"
#include "core/base/text.h"

namespace riskset {
namespace {

// Operations of one evaluation of an exact likelihood, about half a second; a fit takes some five,
// and as many for each term that is tested.
constexpr double kMostExactOperations = 3e8;

Problem refuse(const char* why) {
  return {ProblemCode::valueNotAllowed, "", {}, why};
}

bool isFractional(double weight) {
  return weight != std::floor(weight);
}

std::optional<Problem> check(const CoxModelOptions& options) {
  const bool robust = options.variance == CoxVariance::robust || options.cluster;
  if (options.cluster && options.variance == CoxVariance::model)
    return refuse("variance is model, which knows no cluster; with cluster it is robust");
  if (options.ties == CoxTies::exact) {
    if (options.weights) return refuse("ties is exact, which knows no weights");
    if (robust) return refuse("ties is exact, which has no robust variance");
    if (options.penalty == Penalty::firth) return refuse("ties is exact, which has no penalty");
  }
  if (options.penalty == Penalty::firth && robust)
    return refuse("penalty is firth, which has no robust variance");
  return {};
}

std::string describe(const CoxRow& row) {
  return row.level.empty() ? row.name : row.name + ": " + row.level;
}

}  // namespace

std::optional<Problem> useModel(Sample& sample, const CoxModelOptions& options,
                                const Names& terms) {
  if (const auto problem = check(options)) return problem;
  if (const auto problem = sample.useFollowUp(options.endpoint)) return problem;
  if (const auto problem = sample.use(sample.columnsOf(terms))) return problem;
  if (const auto problem = sample.use(options.strata)) return problem;
  if (options.cluster) {
    if (const auto problem = sample.use(*options.cluster)) return problem;
  }
  return options.weights ? sample.useWeights(*options.weights) : std::nullopt;
}

Result<CoxSample> coxSample(Sample& sample, const CoxModelOptions& options, const Names& terms) {
  if (const auto problem = sample.close()) return *problem;
  if (const auto problem = sample.requireEvents()) return *problem;
  auto model = sample.terms(terms);
  if (!model) return model.problem();
  for (const Term& term : *model) {
    const auto* factor = std::get_if<FactorTerm>(&term);
    if (factor && factor->levels.size() < 2)
      return Problem{ProblemCode::oneGroup, factor->name, {}, factor->levels.front()};
  }
  CoxSample prepared;
  CoxData& data = prepared.data;
  data.time = sample.times();
  data.event = sample.events();
  data.entry = sample.entries();
  data.terms = std::move(model).value();
  prepared.events = sample.eventCount();
  CoxSettings& settings = prepared.settings;
  settings.ties = options.ties;
  settings.level = options.level;
  settings.penalty = options.penalty;
  settings.hazardRatioOverTime = options.hazardRatioOverTime;
  settings.variance = options.variance.value_or(CoxVariance::model);
  if (!options.strata.empty()) {
    auto grouped = sample.strata(options.strata);
    if (!grouped) return grouped.problem();
    Factor strata = std::move(grouped).value();
    data.stratum = std::move(strata.codes);
    settings.strata = std::move(strata.levels);
  }
  if (options.cluster) {
    auto grouped = sample.strata({*options.cluster});
    if (!grouped) return grouped.problem();
    Factor clusters = std::move(grouped).value();
    data.cluster = std::move(clusters.codes);
    settings.variance = CoxVariance::robust;
    if (clusters.levels.size() < 2)
      sample.warn({WarningCode::tooFewClusters, *options.cluster, {}, "1"});
  }
  if (options.weights) {
    data.weight = sample.numbers(*options.weights);
    double ofEvents = 0;
    for (std::size_t row = 0; row < data.weight.size(); ++row) {
      if (data.event[row]) ofEvents += data.weight[row];
    }
    if (!(ofEvents > 0)) return Problem{ProblemCode::weightsZero, *options.weights, {}, ""};
    if (!options.variance && std::any_of(data.weight.begin(), data.weight.end(), isFractional))
      settings.variance = CoxVariance::robust;
  }
  if (settings.variance == CoxVariance::robust && options.penalty == Penalty::firth)
    return refuse("weights are not whole numbers: their variance is robust, which firth has not");
  if (exactTiesCost(data, options.ties) > kMostExactOperations)
    return refuse("ties is exact, which takes minutes for so many events at one time");
  return prepared;
}

std::optional<Problem> tooFewEvents(const CoxSample& model) {
  return tooFewEvents(model.events, coefficientsOf(model.data.terms));
}

void warnAboutRows(const std::vector<CoxRow>& rows, Sample& sample) {
  for (const CoxRow& row : rows) {
    if (row.aliased) sample.warn({WarningCode::aliased, row.name, {}, describe(row)});
    if (row.diverging) sample.warn({WarningCode::monotoneLikelihood, row.name, {}, describe(row)});
    if (row.extreme) sample.warn({WarningCode::extremeScale, row.name, {}, describe(row)});
  }
}

void warnAboutModel(const CoxModel& model, const CoxSettings& settings, Sample& sample) {
  warnAboutRows(model.terms, sample);
  const int coefficients = coefficientsOf(model.terms);
  if (coefficients > 0) warnOfFewEvents(static_cast<double>(model.events) / coefficients, sample);
  const auto wanted = [&](CoxPart part) { return !contains(settings.leaveOut, part); };
  if (wanted(CoxPart::concordance) && !model.concordance)
    sample.warn({WarningCode::notTested, "", {}, "concordance"});
  if (!wanted(CoxPart::proportionalHazards)) return;
  const auto& hazards = model.proportionalHazards;
  if (!hazards) {
    const char* what = settings.ties == CoxTies::exact      ? "hazardsOfExactTies"
                       : settings.penalty == Penalty::firth ? "hazardsOfPenalty"
                                                            : "proportionalHazards";
    sample.warn({WarningCode::notTested, "", {}, what});
    return;
  }
  for (const TermTest& term : hazards->terms) {
    if (term.p < 0.05) {
      sample.warn({WarningCode::nonProportionalHazards, term.name, {}, shortestText(term.p)});
    }
  }
}

}  // namespace riskset
