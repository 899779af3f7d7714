// The options of each method, as the analysis file writes them, and the value each answers with.
// `method` selects the struct; its other keys are the struct's members.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/analysis/values.h"
#include "core/base/described.h"
#include "core/claims/claim_check.h"
#include "core/comparison/e_value.h"
#include "core/comparison/table_one.h"
#include "core/design/fragility.h"
#include "core/design/log_rank_design.h"
#include "core/design/simon_two_stage.h"
#include "core/design/two_proportions_design.h"
#include "core/regression/cox.h"
#include "core/regression/cox_table.h"
#include "core/regression/logistic.h"
#include "core/regression/proportional_hazards.h"
#include "core/response/best_response.h"
#include "core/safety/adverse_events.h"
#include "core/survival/kaplan_meier.h"
#include "core/survival/log_rank_weights.h"
#include "core/survival/max_combo.h"
#include "core/survival/permutation_log_rank.h"
#include "core/tables/multiplicity.h"
#include "core/tables/stratified_tables.h"

namespace riskset {

using Names = OneOrMany<std::string>;

// A number, or a day (yyyy-mm-dd).
using Bound = std::variant<double, std::string>;

// One condition on a row. Exactly one of the four keys is given. The bounds of a date column are
// days, those of a number column numbers.
struct Condition {
  std::string column;
  std::optional<OneOrMany<Label>> in;
  std::optional<Bound> atLeast, below;
  std::optional<bool> missing;
};
BOOST_DESCRIBE_STRUCT(Condition, (), (column, in, atLeast, below, missing))

// What every method takes: which rows (all conditions must hold), and the coverage of intervals.
struct CommonOptions {
  OneOrMany<Condition> where;
  double level = 0.95;
};
BOOST_DESCRIBE_STRUCT(CommonOptions, (), (where, level))

struct KaplanMeierOptions : CommonOptions {
  static constexpr const char* method = "kaplanMeier";
  using Value = KaplanMeierValue;
  std::string endpoint;
  Names by;
  SurvivalInterval interval = SurvivalInterval::log;
  // Default, as survfit's: robust with clusters and with weights that are not whole numbers.
  std::optional<SurvivalVariance> variance;
  std::optional<std::string> weights, cluster;
  OneOrMany<double> quantiles{0.25, 0.5, 0.75};
  OneOrMany<double> times;
  OneOrMany<double> restrictTo;     // horizons of restricted means
  OneOrMany<double> conditionalOn;  // being alive at these, survival at each later one of `times`
  bool reverse = false;             // censoring as the event: follow-up
  bool differenceCurve = false;     // of two groups without clusters
};
BOOST_DESCRIBE_STRUCT(KaplanMeierOptions, (CommonOptions),
                      (endpoint, by, interval, variance, weights, cluster, quantiles, times,
                       restrictTo, conditionalOn, reverse, differenceCurve))

struct LandmarkOptions : KaplanMeierOptions {
  static constexpr const char* method = "landmark";
  using Value = LandmarkValue;
  std::optional<double> at;
};
BOOST_DESCRIBE_STRUCT(LandmarkOptions, (KaplanMeierOptions), (at))

// What the tests of groups take: who is compared with whom.
struct ComparisonOptions : CommonOptions {
  std::string endpoint;
  Names by;  // default: the arm
  Names strata;
};
BOOST_DESCRIBE_STRUCT(ComparisonOptions, (CommonOptions), (endpoint, by, strata))

using TrendScores = std::variant<bool, std::vector<double>>;

struct LogRankOptions : ComparisonOptions {
  static constexpr const char* method = "logRank";
  using Value = LogRankValue;
  LogRankTest test;
  TrendScores trend;                   // of the groups; true: 1, 2, 3 ...
  std::optional<Adjustment> pairwise;  // every two groups; none: without adjustment
};
BOOST_DESCRIBE_STRUCT(LogRankOptions, (ComparisonOptions), (test, trend, pairwise))

struct MaxComboOptions : ComparisonOptions {
  static constexpr const char* method = "maxCombo";
  using Value = MaxCombo;
  std::vector<FlemingHarrington> tests{{0, 0}, {1, 0}, {0, 1}, {1, 1}};
};
BOOST_DESCRIBE_STRUCT(MaxComboOptions, (ComparisonOptions), (tests))

struct PermutationLogRankOptions : ComparisonOptions {
  static constexpr const char* method = "permutationLogRank";
  using Value = PermutationTest;
  LogRankTest test;
  int draws = 100'000;  // when the labellings are too many to enumerate
  int seed = 1;         // the same draws for the same seed, on every machine
};
BOOST_DESCRIBE_STRUCT(PermutationLogRankOptions, (ComparisonOptions), (test, draws, seed))

// What every Cox model takes.
struct CoxModelOptions : CommonOptions {
  std::string endpoint;
  CoxTies ties = CoxTies::efron;
  Names strata;
  std::optional<std::string> weights, cluster;
  // Default, as coxph's: robust with clusters and with weights that are not whole numbers.
  std::optional<CoxVariance> variance;
  Penalty penalty = Penalty::none;
  bool hazardRatioOverTime = false;  // the curves of proportionalHazards
};
BOOST_DESCRIBE_STRUCT(CoxModelOptions, (CommonOptions),
                      (endpoint, ties, strata, weights, cluster, variance, penalty,
                       hazardRatioOverTime))

BOOST_DEFINE_ENUM_CLASS(CoxResidualKind, linearPredictor, martingale, deviance, score, dfbeta,
                        dfbetas, hrWithout, schoenfeld, scaledSchoenfeld)

// A number column by a restricted cubic spline, in place of its name among the terms.
struct SplineOption {
  std::string spline;
  int knots = 4;
};
BOOST_DESCRIBE_STRUCT(SplineOption, (), (spline, knots))

using TermOption = std::variant<std::string, SplineOption>;

struct CoxOptions : CoxModelOptions {
  static constexpr const char* method = "cox";
  using Value = CoxValue;
  OneOrMany<TermOption> terms;
  TimeTransform zphTransform = TimeTransform::km;
  bool baseline = false;
  // Values of the terms' columns to predict survival at, at `times` (default: every event time).
  OneOrMany<std::map<std::string, Label>> at;
  OneOrMany<double> times;
  OneOrMany<CoxResidualKind> residuals;
  // Times that divide follow-up into periods, in each of which `splitTerm` (default: the arm if it
  // is a term, else the first) has its own hazard ratio.
  OneOrMany<double> splitAt;
  std::optional<std::string> splitTerm;
  // A category among the terms, for each level of which survival is predicted at one row of the
  // others: those of `at` as it has them, numbers else at their median, categories at the
  // reference.
  std::optional<std::string> adjustedBy;
  // A number among the terms, against which the residuals of the model without it are shown.
  std::optional<std::string> functionalForm;
  OneOrMany<CoxPart> leaveOut;  // for many rows
};
BOOST_DESCRIBE_STRUCT(CoxOptions, (CoxModelOptions),
                      (terms, zphTransform, baseline, at, times, residuals, splitAt, splitTerm,
                       adjustedBy, functionalForm, leaveOut))

struct CoxTableOptions : CoxModelOptions {
  static constexpr const char* method = "coxTable";
  using Value = CoxTableValue;
  Names terms;
  EntryRule entry;
  Names chosen;  // with entry "chosen": the terms of the multivariable model
};
BOOST_DESCRIBE_STRUCT(CoxTableOptions, (CoxModelOptions), (terms, entry, chosen))

struct SubgroupsOptions : CommonOptions {
  static constexpr const char* method = "subgroups";
  using Value = SubgroupForest;
  std::string endpoint;
  std::optional<std::string> arm;  // default: the arm of the file
  Names factors;
  CoxTies ties = CoxTies::efron;
};
BOOST_DESCRIBE_STRUCT(SubgroupsOptions, (CommonOptions), (endpoint, arm, factors, ties))

// A yes or no of each patient: the `levels` of the column `outcome`, or a `response`.
struct BinaryOutcomeOptions : CommonOptions {
  std::optional<std::string> outcome;
  OneOrMany<Label> levels;
  std::optional<ResponseRate> response;
  Denominator denominator = Denominator::all;
};
BOOST_DESCRIBE_STRUCT(BinaryOutcomeOptions, (CommonOptions),
                      (outcome, levels, response, denominator))

struct LogisticOptions : BinaryOutcomeOptions {
  static constexpr const char* method = "logistic";
  using Value = LogisticModel;
  Names terms;
  Penalty penalty = Penalty::none;
};
BOOST_DESCRIBE_STRUCT(LogisticOptions, (BinaryOutcomeOptions), (terms, penalty))

struct LogisticTableOptions : BinaryOutcomeOptions {
  static constexpr const char* method = "logisticTable";
  using Value = LogisticTableValue;
  Names terms;
  EntryRule entry;
  Names chosen;  // with entry "chosen": the terms of the multivariable model
  Penalty penalty = Penalty::none;
};
BOOST_DESCRIBE_STRUCT(LogisticTableOptions, (BinaryOutcomeOptions), (terms, entry, chosen, penalty))

struct OneProportionCounts {
  int x = 0, n = 0;
};
BOOST_DESCRIBE_STRUCT(OneProportionCounts, (), (x, n))

// Who has the event that rates are about, and in which groups: rows with one of the `levels` of a
// `column`, or responses. (Counts alone take its place.)
struct EventOptions : CommonOptions {
  std::optional<std::string> column;
  OneOrMany<Label> levels;
  std::optional<ResponseRate> response;
  Denominator denominator = Denominator::all;
  Names by;
};
BOOST_DESCRIBE_STRUCT(EventOptions, (CommonOptions), (column, levels, response, denominator, by))

struct ProportionOptions : EventOptions {
  static constexpr const char* method = "proportion";
  using Value = ProportionValue;
  std::optional<double> null;  // a rate that each group's is tested against
  std::optional<OneProportionCounts> counts;
};
BOOST_DESCRIBE_STRUCT(ProportionOptions, (EventOptions), (null, counts))

struct TwoProportionCounts {
  int x1 = 0, n1 = 0, x2 = 0, n2 = 0;
};
BOOST_DESCRIBE_STRUCT(TwoProportionCounts, (), (x1, n1, x2, n2))

// `by` default: the arm.
struct CompareProportionsOptions : EventOptions {
  static constexpr const char* method = "compareProportions";
  using Value = ProportionComparison;
  bool unconditional = false;  // also Barnard's and Boschloo's tests
  std::optional<TwoProportionCounts> counts;
};
BOOST_DESCRIBE_STRUCT(CompareProportionsOptions, (EventOptions), (unconditional, counts))

// Stable disease counts as clinical benefit when it lasted so long without an event of `endpoint`.
struct ClinicalBenefitOptions {
  std::string endpoint;
  double weeks = 24;
};
BOOST_DESCRIBE_STRUCT(ClinicalBenefitOptions, (), (endpoint, weeks))

// Rates compared between arms in each level of the `factors`.
struct RateSubgroupsOptions : EventOptions {
  static constexpr const char* method = "rateSubgroups";
  using Value = RateForest;
  Names factors;
};
BOOST_DESCRIBE_STRUCT(RateSubgroupsOptions, (EventOptions), (factors))

struct BestResponseOptions : CommonOptions {
  static constexpr const char* method = "bestResponse";
  using Value = BestResponse;
  Names by;  // default: the arm, if there is one
  std::optional<ClinicalBenefitOptions> clinicalBenefit;
};
BOOST_DESCRIBE_STRUCT(BestResponseOptions, (CommonOptions), (by, clinicalBenefit))

// Of responders: `endpoint` ends a response (progression-free survival).
struct ResponseDurationOptions : CommonOptions {
  static constexpr const char* method = "responseDuration";
  using Value = ResponseDurationValue;
  std::string endpoint;
  Names by;  // default: the arm, if there is one
  SurvivalInterval interval = SurvivalInterval::log;
  OneOrMany<double> times;
};
BOOST_DESCRIBE_STRUCT(ResponseDurationOptions, (CommonOptions), (endpoint, by, interval, times))

// A table: two columns of the cohort, or `counts` alone.
struct TableOptions : CommonOptions {
  std::optional<std::string> rows, columns;
  std::optional<std::vector<std::vector<int>>> counts;
};
BOOST_DESCRIBE_STRUCT(TableOptions, (CommonOptions), (rows, columns, counts))

// `exact`: also Fisher-Freeman-Halton.
struct ContingencyOptions : TableOptions {
  static constexpr const char* method = "contingency";
  using Value = ContingencyValue;
  bool exact = false;
  int draws = 100'000;  // when the tables are too many to enumerate
  int seed = 1;
};
BOOST_DESCRIBE_STRUCT(ContingencyOptions, (TableOptions), (exact, draws, seed))

struct TrendCounts {
  std::vector<int> x, n;
  std::vector<double> scores;  // default: 1, 2, 3 ...
};
BOOST_DESCRIBE_STRUCT(TrendCounts, (), (x, n, scores))

// `by` default: the arm; its groups in their order.
struct CochranArmitageOptions : EventOptions {
  static constexpr const char* method = "cochranArmitage";
  using Value = CochranArmitageValue;
  std::vector<double> scores;  // of the groups that have patients; default: 1, 2, 3 ...
  std::optional<TrendCounts> counts;
};
BOOST_DESCRIBE_STRUCT(CochranArmitageOptions, (EventOptions), (scores, counts))

// `by` default: the arm; two groups, the second against the first. Or 2x2 tables, each
// [[a, b], [c, d]]: rows are groups, columns with and without the event.
struct MantelHaenszelOptions : EventOptions {
  static constexpr const char* method = "cochranMantelHaenszel";
  using Value = MantelHaenszelValue;
  Names strata;
  bool exact = false;  // also the exact test, with the exact interval of the odds ratio
  std::optional<std::vector<std::vector<std::vector<int>>>> counts;
};
BOOST_DESCRIBE_STRUCT(MantelHaenszelOptions, (EventOptions), (strata, exact, counts))

// Pairs: rows are the first rating of a patient, columns the second, of the same two levels.
struct McNemarOptions : TableOptions {
  static constexpr const char* method = "mcnemar";
  using Value = McNemarValue;
};
BOOST_DESCRIBE_STRUCT(McNemarOptions, (TableOptions), ())

// Likewise, of the same levels: as many as there are, in order where `weights` are given.
struct KappaOptions : TableOptions {
  static constexpr const char* method = "kappa";
  using Value = KappaValue;
  KappaWeights weights = KappaWeights::none;
};
BOOST_DESCRIBE_STRUCT(KappaOptions, (TableOptions), (weights))

// A variable of Table 1: `summary` and `test` by the rules of core/comparison.
struct TableOneVariableOption {
  std::string column;
  TableOneSummary summary = TableOneSummary::auto_;
  GroupTestChoice test = GroupTestChoice::auto_;
};
BOOST_DESCRIBE_STRUCT(TableOneVariableOption, (), (column, summary, test))

struct TableOneOptions : CommonOptions {
  static constexpr const char* method = "tableOne";
  using Value = TableOne;
  OneOrMany<std::variant<std::string, TableOneVariableOption>> variables;
  Names by;  // default: the arm, if there is one
  bool smd = false;
  std::optional<Adjustment> adjust;
  int quantileType = 7;  // 2 (SAS, Stata), 6 (SPSS, Prism) or 7 (R)
};
BOOST_DESCRIBE_STRUCT(TableOneOptions, (CommonOptions), (variables, by, smd, adjust, quantileType))

// Groups of numbers: a `column` by groups, or lists of `values` alone (null: missing).
struct NumbersOptions : CommonOptions {
  std::optional<std::string> column;
  Names by;
  std::optional<std::vector<std::vector<std::optional<double>>>> values;
  OneOrMany<double> quantiles{0, 0.25, 0.5, 0.75, 1};
  int quantileType = 7;
};
BOOST_DESCRIBE_STRUCT(NumbersOptions, (CommonOptions),
                      (column, by, values, quantiles, quantileType))

struct DescribeOptions : NumbersOptions {
  static constexpr const char* method = "describe";
  using Value = DescribeValue;
};
BOOST_DESCRIBE_STRUCT(DescribeOptions, (NumbersOptions), ())

// What a derived column of the file would be (DerivedSpec): where a number is cut, and who is in
// the groups. Of all rows that are not excluded: conditions come after derived columns.
struct CutPointsOptions : CommonOptions {
  static constexpr const char* method = "cutPoints";
  using Value = CutPointsValue;
  std::string cut;
  std::vector<double> at, quantiles;
  std::optional<std::string> patient;
};
BOOST_DESCRIBE_STRUCT(CutPointsOptions, (CommonOptions), (cut, at, quantiles, patient))

// `by` default: the arm. Of two groups the later against the first; of two lists the first against
// the second.
struct CompareNumbersOptions : NumbersOptions {
  static constexpr const char* method = "compareNumbers";
  using Value = CompareNumbersValue;
};
BOOST_DESCRIBE_STRUCT(CompareNumbersOptions, (NumbersOptions), ())

// Two number columns, or two lists of `values` of which each pair is a patient's (null: missing).
struct CorrelationOptions : CommonOptions {
  static constexpr const char* method = "correlation";
  using Value = Correlation;
  std::optional<std::string> x, y;
  std::optional<std::vector<std::vector<std::optional<double>>>> values;
};
BOOST_DESCRIBE_STRUCT(CorrelationOptions, (CommonOptions), (x, y, values))

// Of a number or category column between two groups, the later against the first (`by` default: the
// arm); or of two rows of `counts` by level, the first against the second.
struct StandardizedDifferenceOptions : CommonOptions {
  static constexpr const char* method = "standardizedDifference";
  using Value = StandardizedDifferenceValue;
  std::optional<std::string> column;
  Names by;
  std::optional<std::vector<std::vector<int>>> counts;
};
BOOST_DESCRIBE_STRUCT(StandardizedDifferenceOptions, (CommonOptions), (column, by, counts))

BOOST_DEFINE_ENUM_CLASS(Distribution, normal, t, chiSquare, rankSum)
BOOST_DEFINE_ENUM_CLASS(Tail, lower, upper)

// Probabilities of the values `x`, or quantiles of the probabilities `p`. `df` belongs to t and
// chi-square, the sizes `m` and `n` of two samples to rankSum (core/distributions/rank_sum.h).
struct DistributionOptions : CommonOptions {
  static constexpr const char* method = "distribution";
  using Value = DistributionValue;
  Distribution distribution{};
  Tail tail = Tail::lower;
  OneOrMany<double> x, p;
  std::optional<double> df;
  std::optional<int> m, n;
};
BOOST_DESCRIBE_STRUCT(DistributionOptions, (CommonOptions), (distribution, tail, x, p, df, m, n))

// What a trial of two arms is planned for. `allocation`: the share of its patients in the first
// arm.
struct TrialOptions : CommonOptions {
  double alpha = 0.05;
  int sides = 2;
  double allocation = 0.5;
  double power = 0.8;
};
BOOST_DESCRIBE_STRUCT(TrialOptions, (CommonOptions), (alpha, sides, allocation, power))

// `hazardRatio` of the second arm against the first; `power`: at which a ratio counts as
// detectable.
struct LogRankPowerOptions : TrialOptions {
  static constexpr const char* method = "logRankPower";
  using Value = LogRankPower;
  std::optional<double> hazardRatio, events;
};
BOOST_DESCRIBE_STRUCT(LogRankPowerOptions, (TrialOptions), (hazardRatio, events))

// Of a log-rank test. `eventProbability`: the share of the patients who will have the event.
struct SampleSizeOptions : TrialOptions {
  static constexpr const char* method = "sampleSize";
  using Value = LogRankSizes;
  std::optional<double> hazardRatio, eventProbability;
};
BOOST_DESCRIBE_STRUCT(SampleSizeOptions, (TrialOptions), (hazardRatio, eventProbability))

// Rates `p1` and `p2` of two arms of `n1` and `n2` patients.
struct TwoProportionsPowerOptions : CommonOptions {
  static constexpr const char* method = "twoProportionsPower";
  using Value = TwoProportionsPower;
  std::optional<double> p1, p2;
  std::optional<int> n1, n2;
  double alpha = 0.05;
  int sides = 2;
};
BOOST_DESCRIBE_STRUCT(TwoProportionsPowerOptions, (CommonOptions), (p1, p2, n1, n2, alpha, sides))

struct TwoProportionsSampleSizeOptions : TrialOptions {
  static constexpr const char* method = "twoProportionsSampleSize";
  using Value = TwoProportionsSizes;
  std::optional<double> p1, p2;
};
BOOST_DESCRIBE_STRUCT(TwoProportionsSampleSizeOptions, (TrialOptions), (p1, p2))

// `p0`: a response rate of no interest, `p1`: the wanted one.
struct SimonTwoStageOptions : CommonOptions {
  static constexpr const char* method = "simonTwoStage";
  using Value = SimonTwoStage;
  std::optional<double> p0, p1;
  double alpha = 0.05, power = 0.8;
  std::optional<int> nMax;  // default: as many as the search takes, up to 500
};
BOOST_DESCRIBE_STRUCT(SimonTwoStageOptions, (CommonOptions), (p0, p1, alpha, power, nMax))

// `by` default: the arm; two groups.
struct FragilityOptions : EventOptions {
  static constexpr const char* method = "fragility";
  using Value = Fragility;
  double alpha = 0.05;
  std::optional<TwoProportionCounts> counts;
};
BOOST_DESCRIBE_STRUCT(FragilityOptions, (EventOptions), (alpha, counts))

// A printed or computed ratio with its limits.
struct EValueOptions : CommonOptions {
  static constexpr const char* method = "eValue";
  using Value = EValue;
  RatioMeasure measure{};
  std::optional<double> estimate, lower, upper;
  bool rareOutcome = false;
};
BOOST_DESCRIBE_STRUCT(EValueOptions, (CommonOptions),
                      (measure, estimate, lower, upper, rareOutcome))

// Several p values; null: a test without one, which does not count.
struct AdjustPOptions : CommonOptions {
  static constexpr const char* method = "adjustP";
  using Value = AdjustedPValue;
  std::vector<std::optional<double>> p;
};
BOOST_DESCRIBE_STRUCT(AdjustPOptions, (CommonOptions), (p))

// Adverse events, from columns of grades (`terms`, one each; `worst`: that of any event, by default
// the worst of the terms), or from rows that are events: `patient`, `term`, `grade`. Then `events`
// are conditions on the events that count, not on patients; a row without a term is a patient
// without an event. `grades`: texts of the columns -> their grade; null: it occurred, the grade is
// not known.
struct AdverseEventsOptions : CommonOptions {
  static constexpr const char* method = "adverseEvents";
  using Value = AdverseEvents;
  Names terms;
  std::optional<std::string> worst;
  std::optional<std::string> table;  // the further table whose rows are the events
  std::optional<std::string> patient, term, grade;
  OneOrMany<Condition> events;
  std::map<std::string, std::optional<int>> grades;
  std::optional<std::string> exposure;  // time under observation, of each patient
  Names by;                             // default: the arm
  AdverseEventOrder order = AdverseEventOrder::file;
};
BOOST_DESCRIBE_STRUCT(AdverseEventsOptions, (CommonOptions),
                      (terms, worst, table, patient, term, grade, events, grades, exposure, by,
                       order))

// A printed result, every number as the text that was printed (core/claims/claim.h).
struct CheckClaimOptions : CommonOptions, Claim {
  static constexpr const char* method = "checkClaim";
  using Value = ClaimCheck;
};
BOOST_DESCRIBE_STRUCT(CheckClaimOptions, (CommonOptions, Claim), ())

using Options = std::variant<
    KaplanMeierOptions, LandmarkOptions, LogRankOptions, MaxComboOptions, PermutationLogRankOptions,
    CoxOptions, CoxTableOptions, SubgroupsOptions, LogisticOptions, LogisticTableOptions,
    ProportionOptions, CompareProportionsOptions, RateSubgroupsOptions, BestResponseOptions,
    ResponseDurationOptions, ContingencyOptions, CochranArmitageOptions, MantelHaenszelOptions,
    McNemarOptions, KappaOptions, TableOneOptions, DescribeOptions, CutPointsOptions,
    CompareNumbersOptions, CorrelationOptions, StandardizedDifferenceOptions, DistributionOptions,
    LogRankPowerOptions, SampleSizeOptions, TwoProportionsPowerOptions,
    TwoProportionsSampleSizeOptions, SimonTwoStageOptions, FragilityOptions, EValueOptions,
    AdjustPOptions, AdverseEventsOptions, CheckClaimOptions>;

struct Analysis {
  std::string id;
  Options options;
};

}  // namespace riskset
