import type { ComponentChildren } from 'preact';

import type { ProportionalHazards } from '../../build/wasm/riskset.js';
import { pEquals } from '../format/numbers.ts';
import { p, rich } from '../base/rich-text.ts';
import { TestTable } from '../panels/cox-numbers.tsx';
import { text } from '../text/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Prose } from '../ui/prose.tsx';

interface HazardsCheckProps {
  id: string;
  test: ProportionalHazards;
  /** How the hazard ratios by period are made, where there are such. */
  periods: string | null;
  labelOf: (column: string) => string;
  /** The pictures of it. */
  children: ComponentChildren;
}

const say = text.survival.check;

/** Whether one hazard ratio describes the whole follow-up. */
export function HazardsCheck({ id, test, periods, labelOf, children }: HazardsCheckProps) {
  const terms = test.terms.map((term) => ({ ...term, name: labelOf(term.name) }));
  const { global } = test;
  return (
    <Disclosure id={id} name={say.name} setting={<Prose text={rich`${p}${pEquals(global.p)}`} />}>
      <p class="prose">
        <Prose text={say.explain} />
      </p>
      <TestTable
        label={say.label}
        head={say.term}
        tests={[...terms, ...(terms.length > 1 ? [{ name: say.allTerms, ...global }] : [])]}
      />
      <p class="note">{say.method(say.transforms[test.transform])}</p>
      {periods !== null && <p class="note">{periods}</p>}
      {children}
    </Disclosure>
  );
}
