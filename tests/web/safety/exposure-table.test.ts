import { expect, test } from 'vitest';

import type {
  AdverseEventRates,
  AdverseEventTerm,
  IncidenceRate,
} from '../../../build/wasm/riskset.js';
import { plain } from '../../../web/base/rich-text.ts';
import { exposureTable } from '../../../web/safety/exposure-table.ts';
import { answer, resultsOf } from '../support/results.ts';

const rate = (events: number, time: number): IncidenceRate => ({
  events,
  time,
  rate: events / time,
  lower: events / time / 2,
  upper: (events / time) * 2,
});
const rates = (
  groups: (IncidenceRate | null)[],
  ratio: NonNullable<AdverseEventRates['exposureAdjusted']>['ratio'],
): AdverseEventRates => ({
  groups: [],
  comparison: null,
  exposureAdjusted: { groups, ratio },
});
const arm = (label: string, any: number) => ({
  label,
  n: 10,
  any,
  grade3plus: 0,
  grade5: 0,
  worst: new Int32Array(6),
});
const half = { value: 0.5, lower: 0.2, upper: 1.3, p: 0.21 };
const none = rates([rate(0, 120), rate(0, 240)], null);
const term = (
  name: string,
  any: AdverseEventRates,
  events: [number, number],
): AdverseEventTerm => ({
  term: name,
  perArm: [arm('Control', events[0]), arm('New', events[1])],
  difference: { value: null, lower: null, upper: null },
  p: null,
  any,
  grade3plus: none,
  grade5: none,
});

test('rates by time under observation stand with the reference last', () => {
  const value = {
    terms: [
      term('ae_rash', rates([rate(6, 120), null], null), [6, 1]),
      term('ae_fever', none, [0, 0]),
    ],
    anyTerm: term('', rates([rate(12, 120), rate(12, 240)], half), [8, 9]),
  };
  const results = resultsOf(answer('safety:exposure', 'adverseEvents', value));
  const labelOf = (column: string) => column.replace('ae_', 'AE ');
  const table = exposureTable(results, labelOf, 'months', '95%');
  expect(table?.columns.map(({ spanners }) => spanners?.[0])).toEqual(
    'New,New,Control,Control,,'.split(','),
  );
  const rows = table?.rows.map(({ head, cells }) => [
    plain(head),
    ...cells.map((one) => (one ? `${plain(one.text)} ${one.interval ?? ''}`.trim() : '')),
  ]);
  expect(rows?.map((row) => row.join(' | '))).toEqual([
    'Any | 12 / 240.0 | 5.00 (2.50–10.0) | 12 / 120.0 | 10.0 (5.00–20.0) | 0.50 (0.20–1.30) | 0.21',
    'Any of grade 3 or higher | 0 / 240.0 | 0.00 (0.00–0.00) | 0 / 120.0 | 0.00 (0.00–0.00) | Not estimable | ',
    'Rash | No time |  | 6 / 120.0 | 5.00 (2.50–10.0) | Not estimable | ',
  ]);
  expect(exposureTable(resultsOf(), labelOf, 'months', '95%')).toBeNull();
});
