import type { ProportionalHazards } from '../../build/wasm/riskset.js';
import { pEquals } from '../format/numbers.ts';
import { TestTable } from '../panels/cox-numbers.tsx';
import { Disclosure } from '../ui/disclosure.tsx';

const transforms = {
  km: 'the Kaplan–Meier scale',
  rank: 'the ranks of time',
  identity: 'time',
  log: 'the logarithm of time',
} as const;

interface HazardsCheckProps {
  id: string;
  test: ProportionalHazards;
  labelOf: (column: string) => string;
}

/** Whether one hazard ratio describes the whole follow-up. */
export function HazardsCheck({ id, test, labelOf }: HazardsCheckProps) {
  const terms = test.terms.map((term) => ({ ...term, name: labelOf(term.name) }));
  const { global } = test;
  return (
    <Disclosure
      id={id}
      name="Check the proportional-hazards assumption"
      setting={
        <>
          <i>p</i>
          {pEquals(global.p)}
        </>
      }
    >
      <p class="prose">
        A small <i>p</i> says that the hazard ratio changes during follow-up: then one number is an
        average over it. A large <i>p</i> in a small cohort says little.
      </p>
      <TestTable
        label="Test of proportional hazards"
        head="Term"
        tests={[...terms, ...(terms.length > 1 ? [{ name: 'All terms', ...global }] : [])]}
      />
      <p class="note">
        Score test of Grambsch and Therneau on {transforms[test.transform]}, as in R’s cox.zph.
      </p>
    </Disclosure>
  );
}
