// The values that methods answer with, where a topic's own struct is not already the value.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/estimate.h"
#include "core/comparison/correlation.h"
#include "core/comparison/cut_points.h"
#include "core/comparison/description.h"
#include "core/comparison/mean_tests.h"
#include "core/comparison/normality.h"
#include "core/comparison/rank_tests.h"
#include "core/comparison/standardized_difference.h"
#include "core/regression/cox_shapes.h"
#include "core/regression/cox_table.h"
#include "core/regression/functional_form.h"
#include "core/regression/logistic_model.h"
#include "core/regression/rate_subgroups.h"
#include "core/regression/subgroups.h"
#include "core/response/best_response.h"
#include "core/response/response_duration.h"
#include "core/survival/curve_difference.h"
#include "core/survival/kaplan_meier.h"
#include "core/survival/log_rank.h"
#include "core/survival/restricted_mean.h"
#include "core/survival/survival_at.h"
#include "core/survival/survival_quantile.h"
#include "core/tables/contingency.h"
#include "core/tables/exact_contingency.h"
#include "core/tables/exact_mantel_haenszel.h"
#include "core/tables/kappa.h"
#include "core/tables/proportion_comparison.h"
#include "core/tables/stratified_tables.h"

namespace riskset {

// One curve. `label` joins the levels of several grouping columns by ", "; "all" without grouping.
// Counts are of rows, never weighted. `conditional`: each of `conditionalOn` with each later time.
struct KaplanMeierGroup {
  std::string label;
  int n = 0, events = 0, censored = 0;
  Estimate median;
  SpssMedian spssMedian;
  std::vector<SurvivalQuantile> quantiles;
  std::vector<SurvivalAtTime> atTimes;
  std::vector<RestrictedMean> restrictedMean;
  std::vector<ConditionalSurvival> conditional;
  SurvivalSteps steps;
};
BOOST_DESCRIBE_STRUCT(KaplanMeierGroup, (),
                      (label, n, events, censored, median, spssMedian, quantiles, atTimes,
                       restrictedMean, conditional, steps))

// With exactly two groups, the second against the first at each of the times and horizons.
struct KaplanMeierValue {
  SurvivalVariance variance{};  // which one was used
  std::vector<KaplanMeierGroup> groups;
  std::vector<SurvivalDifference> differences;
  std::vector<RestrictedMeanContrast> restrictedMeanContrast;
  std::optional<DifferenceCurve> differenceCurve;
};
BOOST_DESCRIBE_STRUCT(KaplanMeierValue, (),
                      (variance, groups, differences, restrictedMeanContrast, differenceCurve))

// Rows of one group that are not at risk at the landmark, and why.
struct LandmarkLeftOut {
  std::string label;
  int eventsBefore = 0, censoredBefore = 0, enteredAfter = 0;
};
BOOST_DESCRIBE_STRUCT(LandmarkLeftOut, (), (label, eventsBefore, censoredBefore, enteredAfter))

// Times are counted from the landmark. A group of which nobody is at risk there stands in `leftOut`
// only. Without weights and clusters the groups are compared too: by the log-rank test, and in a
// Cox model (Efron) with the first group as the reference; empty where there are no two groups, or
// no event that could tell them apart.
struct LandmarkValue : KaplanMeierValue {
  double at = 0;
  std::vector<LandmarkLeftOut> leftOut;
  std::optional<ChiSquareTest> logRank;
  std::vector<CoxRow> hazardRatios;
};
BOOST_DESCRIBE_STRUCT(LandmarkValue, (KaplanMeierValue), (at, leftOut, logRank, hazardRatios))

// `b` against `a`, on their patients alone. Empty: never at risk together.
struct LogRankPair {
  std::string a, b;
  std::optional<double> chiSquare, z, p, adjustedP;
};
BOOST_DESCRIBE_STRUCT(LogRankPair, (), (a, b, chiSquare, z, p, adjustedP))

// `z` with two groups, `trend` and `pairs` when asked for.
struct LogRankValue : ChiSquareTest {
  std::optional<double> z;
  std::vector<LogRankGroup> groups;
  std::vector<std::vector<double>> covariance;
  std::optional<TrendTest> trend;
  std::vector<LogRankPair> pairs;
};
BOOST_DESCRIBE_STRUCT(LogRankValue, (ChiSquareTest), (z, groups, covariance, trend, pairs))

// Of `patients`, those who responded and whose times are known are in `duration`. Both are empty
// where nobody did.
struct ResponseDurationGroup {
  std::string label;
  int patients = 0;
  std::optional<TimeToResponse> timeToResponse;
  std::optional<KaplanMeierGroup> duration;
};
BOOST_DESCRIBE_STRUCT(ResponseDurationGroup, (), (label, patients, timeToResponse, duration))

struct ResponseDurationValue {
  std::vector<ResponseDurationGroup> groups;
};
BOOST_DESCRIBE_STRUCT(ResponseDurationValue, (), (groups))

struct ProportionValue {
  std::vector<ProportionGroup> groups;
};
BOOST_DESCRIBE_STRUCT(ProportionValue, (), (groups))

// Levels in the order of the table; `fisher` when it is asked for.
struct ContingencyValue : Contingency {
  std::vector<std::string> rowLevels, columnLevels;  // empty from counts
  std::optional<ExactContingency> fisher;
};
BOOST_DESCRIBE_STRUCT(ContingencyValue, (Contingency), (rowLevels, columnLevels, fisher))

// The value of a covariate at which curves are predicted. `given`: as `at` has it, not by default.
struct CovariateValue {
  std::string name, value;
  bool given = false;
};
BOOST_DESCRIBE_STRUCT(CovariateValue, (), (name, value, given))

struct AdjustedCurve : PredictedSurvival {
  std::string level;
};
BOOST_DESCRIBE_STRUCT(AdjustedCurve, (PredictedSurvival), (level))

// Survival for each level of one category, in each stratum, everybody having the same covariates:
// at these values, not averaged over the patients.
struct AdjustedCurves {
  std::string name;
  std::vector<CovariateValue> covariates;
  std::vector<AdjustedCurve> curves;
};
BOOST_DESCRIBE_STRUCT(AdjustedCurves, (), (name, covariates, curves))

// `splines` for terms that are splines; `piecewise` with `splitAt`, `adjusted` with `adjustedBy`.
struct CoxValue : CoxModel {
  std::vector<SplineCurve> splines;
  std::optional<PiecewiseHazardRatio> piecewise;
  std::optional<AdjustedCurves> adjusted;
  std::optional<FunctionalForm> functionalForm;
};
BOOST_DESCRIBE_STRUCT(CoxValue, (CoxModel), (splines, piecewise, adjusted, functionalForm))

struct TrendGroup {
  std::string label;
  int events = 0, n = 0;
  double score = 0;
};
BOOST_DESCRIBE_STRUCT(TrendGroup, (), (label, events, n, score))

struct CochranArmitageValue : CochranArmitage {
  std::vector<TrendGroup> groups;
};
BOOST_DESCRIBE_STRUCT(CochranArmitageValue, (CochranArmitage), (groups))

// `table`: rows are the groups `a` and `b`, columns with and without the event.
struct StratumTable {
  std::string label;
  std::vector<std::vector<int>> table;
};
BOOST_DESCRIBE_STRUCT(StratumTable, (), (label, table))

// `a` against the reference `b`. `exact` when it is asked for, and not beyond its budget of work.
struct MantelHaenszelValue : MantelHaenszel {
  std::string a, b;
  std::vector<StratumTable> strata;
  std::optional<ExactMantelHaenszel> exact;
};
BOOST_DESCRIBE_STRUCT(MantelHaenszelValue, (MantelHaenszel), (a, b, strata, exact))

// `table` of the pairs, its rows and columns in the order of `levels` (empty from counts).
struct McNemarValue : McNemar {
  std::vector<std::string> levels;
  std::vector<std::vector<int>> table;
};
BOOST_DESCRIBE_STRUCT(McNemarValue, (McNemar), (levels, table))

struct KappaValue : Kappa {
  KappaWeights weights{};
  std::vector<std::string> levels;
  std::vector<std::vector<int>> table;
};
BOOST_DESCRIBE_STRUCT(KappaValue, (Kappa), (weights, levels, table))

struct NumberQuantile {
  double p;
  std::optional<double> value;
};
BOOST_DESCRIBE_STRUCT(NumberQuantile, (), (p, value))

struct CutPointsValue {
  std::vector<double> at;
  std::vector<CutGroup> groups;
};
BOOST_DESCRIBE_STRUCT(CutPointsValue, (), (at, groups))

// The numbers of one group, with the quantiles that were asked for. `shapiroWilk` is empty below 3
// and above 5,000 values, or where they are equal.
struct NumbersGroup : Description {
  std::string label;
  std::vector<NumberQuantile> quantiles;
  std::optional<ShapiroWilk> shapiroWilk;
};
BOOST_DESCRIBE_STRUCT(NumbersGroup, (Description), (label, quantiles, shapiroWilk))

struct DescribeValue {
  std::vector<NumbersGroup> groups;
};
BOOST_DESCRIBE_STRUCT(DescribeValue, (), (groups))

// Each test that exists. With two groups `a` against `b`; with more both are empty, as is what
// compares two.
struct CompareNumbersValue : DescribeValue {
  std::string a, b;
  std::optional<TTest> welch, student;
  std::optional<Wilcoxon> wilcoxon;
  StandardizedDifference standardizedDifference;
  std::optional<FTest> anova, welchAnova;
  std::optional<ChiSquareTest> kruskalWallis, bartlett;
  std::optional<FTest> brownForsythe;
};
BOOST_DESCRIBE_STRUCT(CompareNumbersValue, (DescribeValue),
                      (a, b, welch, student, wilcoxon, standardizedDifference, anova, welchAnova,
                       kruskalWallis, bartlett, brownForsythe))

// `a` against `b`; labels are empty from counts.
struct StandardizedDifferenceValue : StandardizedDifference {
  std::string a, b;
};
BOOST_DESCRIBE_STRUCT(StandardizedDifferenceValue, (StandardizedDifference), (a, b))

// One for each `x` or `p` that was asked for; empty where it is infinite.
struct DistributionValue {
  std::vector<std::optional<double>> values;
};
BOOST_DESCRIBE_STRUCT(DistributionValue, (), (values))

// Of each p in the order given; null where there was none.
struct AdjustedPValue {
  std::vector<std::optional<double>> bonferroni, holm, hochberg, hommel, BH, BY;
};
BOOST_DESCRIBE_STRUCT(AdjustedPValue, (), (bonferroni, holm, hochberg, hommel, BH, BY))

// Which terms enter the multivariable model: all, those chosen, or those whose univariable
// likelihood-ratio p is below a bound.
BOOST_DEFINE_ENUM_CLASS(EntryKind, all, chosen)
using EntryRule = std::variant<EntryKind, double>;

// `reference`: the level that the others of its term were compared with in this model. In the
// multivariable model it is another than the row's when no patient with complete data has that one.
struct CoxTableEffect {
  bool reference = false;
  std::optional<double> hr, lower, upper, p;
  bool aliased = false, diverging = false;
};
BOOST_DESCRIBE_STRUCT(CoxTableEffect, (), (reference, hr, lower, upper, p, aliased, diverging))

// `multivariable` is empty for a term that did not enter.
struct CoxTableRow {
  std::string name, level;
  bool reference = false;
  int n = 0, events = 0;
  std::optional<CoxTableEffect> univariable, multivariable;
};
BOOST_DESCRIBE_STRUCT(CoxTableRow, (),
                      (name, level, reference, n, events, univariable, multivariable))

struct CoxTableValue {
  std::vector<CoxTableRow> rows;
  EntryRule entry;
  std::vector<TermLikelihoodRatio> univariableTests;  // likelihood ratio, per term
  std::vector<TermLikelihoodRatio> multivariableTests;
  int n = 0, events = 0;                    // of the multivariable model
  std::optional<double> eventsPerVariable;  // events per coefficient of that model
  std::optional<Concordance> concordance;
  std::optional<ProportionalHazards> proportionalHazards;  // its curves stand in the model
  std::optional<CoxModel> model;                           // the multivariable model as a whole
  std::optional<Problem> refused;  // why there is no multivariable model, though terms entered
};
BOOST_DESCRIBE_STRUCT(CoxTableValue, (),
                      (rows, entry, univariableTests, multivariableTests, n, events,
                       eventsPerVariable, concordance, proportionalHazards, model, refused))

// `reference` as in a CoxTableEffect. `lower`, `upper` and `p` are Wald's.
struct LogisticTableEffect {
  bool reference = false;
  std::optional<double> oddsRatio, lower, upper, p, profileLower, profileUpper, profileP;
  bool aliased = false, diverging = false;
};
BOOST_DESCRIBE_STRUCT(LogisticTableEffect, (),
                      (reference, oddsRatio, lower, upper, p, profileLower, profileUpper, profileP,
                       aliased, diverging))

// `multivariable` is empty for a term that did not enter.
struct LogisticTableRow {
  std::string name, level;
  bool reference = false;
  int n = 0, events = 0;
  std::optional<LogisticTableEffect> univariable, multivariable;
};
BOOST_DESCRIBE_STRUCT(LogisticTableRow, (),
                      (name, level, reference, n, events, univariable, multivariable))

struct LogisticTableValue {
  std::vector<LogisticTableRow> rows;
  EntryRule entry;
  std::vector<TermLikelihoodRatio> univariableTests;  // likelihood ratio, per term
  std::vector<TermLikelihoodRatio> multivariableTests;
  int n = 0, events = 0;                    // of the multivariable model
  std::optional<double> eventsPerVariable;  // of the rarer outcome, per coefficient of that model
  std::optional<LogisticModel> model;       // the multivariable model as a whole
  std::optional<Problem> refused;  // why there is no multivariable model, though terms entered
};
BOOST_DESCRIBE_STRUCT(LogisticTableValue, (),
                      (rows, entry, univariableTests, multivariableTests, n, events,
                       eventsPerVariable, model, refused))

}  // namespace riskset
