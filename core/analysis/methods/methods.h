// One function per method: options and a study in, the outcome or a problem out. analyze.cpp picks
// the overload by the type of the options.
#pragma once

#include "core/analysis/methods/sample.h"

namespace riskset {

Result<Outcome<KaplanMeierValue>> run(const KaplanMeierOptions& options, const Study& study);
Result<Outcome<LandmarkValue>> run(const LandmarkOptions& options, const Study& study);
Result<Outcome<LogRankValue>> run(const LogRankOptions& options, const Study& study);
Result<Outcome<MaxCombo>> run(const MaxComboOptions& options, const Study& study);
Result<Outcome<PermutationTest>> run(const PermutationLogRankOptions& options, const Study& study);
Result<Outcome<CoxValue>> run(const CoxOptions& options, const Study& study);
Result<Outcome<CoxTableValue>> run(const CoxTableOptions& options, const Study& study);
Result<Outcome<SubgroupForest>> run(const SubgroupsOptions& options, const Study& study);
Result<Outcome<LogisticModel>> run(const LogisticOptions& options, const Study& study);
Result<Outcome<LogisticTableValue>> run(const LogisticTableOptions& options, const Study& study);
Result<Outcome<ProportionValue>> run(const ProportionOptions& options, const Study& study);
Result<Outcome<ProportionComparison>> run(const CompareProportionsOptions& options,
                                          const Study& study);
Result<Outcome<RateForest>> run(const RateSubgroupsOptions& options, const Study& study);
Result<Outcome<BestResponse>> run(const BestResponseOptions& options, const Study& study);
Result<Outcome<ResponseDurationValue>> run(const ResponseDurationOptions& options,
                                           const Study& study);
Result<Outcome<ContingencyValue>> run(const ContingencyOptions& options, const Study& study);
Result<Outcome<CochranArmitageValue>> run(const CochranArmitageOptions& options,
                                          const Study& study);
Result<Outcome<MantelHaenszelValue>> run(const MantelHaenszelOptions& options, const Study& study);
Result<Outcome<McNemarValue>> run(const McNemarOptions& options, const Study& study);
Result<Outcome<KappaValue>> run(const KappaOptions& options, const Study& study);
Result<Outcome<TableOne>> run(const TableOneOptions& options, const Study& study);
Result<Outcome<DescribeValue>> run(const DescribeOptions& options, const Study& study);
Result<Outcome<CutPointsValue>> run(const CutPointsOptions& options, const Study& study);
Result<Outcome<CompareNumbersValue>> run(const CompareNumbersOptions& options, const Study& study);
Result<Outcome<Correlation>> run(const CorrelationOptions& options, const Study& study);
Result<Outcome<StandardizedDifferenceValue>> run(const StandardizedDifferenceOptions& options,
                                                 const Study& study);
Result<Outcome<DistributionValue>> run(const DistributionOptions& options, const Study& study);
Result<Outcome<LogRankPower>> run(const LogRankPowerOptions& options, const Study& study);
Result<Outcome<LogRankSizes>> run(const SampleSizeOptions& options, const Study& study);
Result<Outcome<TwoProportionsPower>> run(const TwoProportionsPowerOptions& options,
                                         const Study& study);
Result<Outcome<TwoProportionsSizes>> run(const TwoProportionsSampleSizeOptions& options,
                                         const Study& study);
Result<Outcome<SimonTwoStage>> run(const SimonTwoStageOptions& options, const Study& study);
Result<Outcome<Fragility>> run(const FragilityOptions& options, const Study& study);
Result<Outcome<EValue>> run(const EValueOptions& options, const Study& study);
Result<Outcome<AdverseEvents>> run(const AdverseEventsOptions& options, const Study& study);
Result<Outcome<ClaimCheck>> run(const CheckClaimOptions& options, const Study& study);
Result<Outcome<AdjustedPValue>> run(const AdjustPOptions& options, const Study& study);

}  // namespace riskset
