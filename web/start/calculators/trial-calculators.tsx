import { text } from '../../text/text.ts';
import { Disclosures } from '../../ui/disclosure.tsx';
import { AdjustedP } from './adjusted-p.tsx';
import { EValue } from './e-value.tsx';
import { PlannedCalculator } from './planned-calculator.tsx';
import { logRankPower, logRankSize, ratesPower, ratesSize, twoStage } from './trial-plans.ts';

/** Power and sizes of trials, and what it takes to overturn a result. */
export function TrialCalculators() {
  return (
    <>
      <h3 class="calculators-more">{text.trials.title}</h3>
      <Disclosures>
        <PlannedCalculator plan={logRankSize} />
        <PlannedCalculator plan={logRankPower} />
        <PlannedCalculator plan={ratesSize} />
        <PlannedCalculator plan={ratesPower} />
        <PlannedCalculator plan={twoStage} />
        <EValue />
        <AdjustedP />
      </Disclosures>
    </>
  );
}
