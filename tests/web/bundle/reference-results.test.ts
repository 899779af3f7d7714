import { describe, expect, it } from 'vitest';

import { readCases, summary } from '../../../web/bundle/reference-results.ts';
import { referenceRows } from '../../../web/shell/reference-table.ts';
import { text } from '../../../web/text/text.ts';

describe('the reference results that the page names', () => {
  it('are counted by the methods that the cases ask for', () => {
    const ask = (...methods: string[]) => ({ analyses: methods.map((method) => ({ method })) });
    const found = summary([
      {
        analysis: ask('cox', 'cox', 'logRank'),
        source: 'cox.R: survival::coxph; R 4.2.2, survival 3.5-3',
        tolerance: { rel: 1e-9 },
        expected: [{ tolerance: { rel: 1e-6 } }, {}],
      },
      { topic: 'cox', source: 'survival::coxph 3.5-3', tolerance: { rel: 1e-7 }, expected: {} },
    ]);
    expect(found).toEqual({
      cases: 2,
      methods: { cox: 2, logRank: 1 },
      made: ['R 4.2.2, survival 3.5-3'],
      loosestExponent: -6,
    });
  });

  it('are those of this project, each method with its name', async () => {
    const { cases, methods, made } = summary(await readCases());
    expect(cases).toBeGreaterThan(200);
    expect(made.length).toBeGreaterThan(0);
    for (const method of Object.keys(methods)) {
      expect(text.checked.table.methods, method).toHaveProperty(method);
    }
  });

  it('stand in the table with the most covered method first', () => {
    expect(referenceRows({ logRank: 3, cox: 12 }).map((row) => [row[0], row[2]])).toEqual([
      ['Cox model and its checks', '12'],
      ['Log-rank test', '3'],
    ]);
  });
});
