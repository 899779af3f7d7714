import type { ProportionalHazards } from '../../build/wasm/riskset.js';
import { count, full, pEquals } from '../format/numbers.ts';
import { DataTable } from '../ui/data-table.tsx';
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
  const terms = test.terms.map((term) => [
    labelOf(term.name),
    full.chiSquare(term.chiSquare),
    count(term.df),
    full.pValue(term.p),
  ]);
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
      <DataTable
        label="Test of proportional hazards"
        compact
        dense
        columns={[
          { head: 'Term' },
          { head: 'χ²', align: 'right' },
          { head: 'df', align: 'right' },
          { head: 'p', align: 'right' },
        ]}
        rows={[
          ...terms,
          ...(terms.length > 1
            ? [
                [
                  'All terms',
                  full.chiSquare(global.chiSquare),
                  count(global.df),
                  full.pValue(global.p),
                ],
              ]
            : []),
        ]}
      />
      <p class="note">
        Score test of Grambsch and Therneau on {transforms[test.transform]}, as in R’s cox.zph.
      </p>
    </Disclosure>
  );
}
