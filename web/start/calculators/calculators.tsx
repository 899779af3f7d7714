import type { ComponentChildren } from 'preact';

import { text } from '../../text/text.ts';
import { Disclosures } from '../../ui/disclosure.tsx';
import './calculators.css';
import { AgreementOfRatings } from './kappa.tsx';
import { LargerTable } from './larger-table.tsx';
import { OneRate } from './one-rate.tsx';
import { Pairs } from './pairs.tsx';
import { Strata } from './strata.tsx';
import { Trend } from './trend.tsx';
import { TrialCalculators } from './trial-calculators.tsx';
import { TwoRates } from './two-rates.tsx';

/** Numbers from counts alone: no table is needed, and one that is open is not touched. */
export function Calculators({ children }: { children?: ComponentChildren }) {
  return (
    <section class="calculators" aria-labelledby="without-file">
      <h2 id="without-file">{text.start.withoutFile}</h2>
      <div class="calculator-columns">
        <OneRate />
        <TwoRates />
      </div>
      {children}
      <h3 class="calculators-more">{text.calculators.more}</h3>
      <Disclosures>
        <LargerTable />
        <Trend />
        <Strata />
        <Pairs />
        <AgreementOfRatings />
      </Disclosures>
      <TrialCalculators />
    </section>
  );
}
