import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, it } from 'vitest';

import { bytes } from './cohort-files.ts';
import { Reader } from './reader.ts';
import type { Scene } from './scene.ts';

const responseTimes = readFileSync(
  resolve(import.meta.dirname, '../reference/data/response_times.csv'),
);

/** Arms of one factor, from [arm, level, response] of each patient. */
function cohort(patients: readonly (readonly [string, string, string])[]): Uint8Array {
  const rows = patients.map(([arm, level, response], at) => [
    arm,
    level,
    response,
    (at % 7) + 2.5,
    at % 3 === 0 ? 0 : 1,
  ]);
  return bytes(`arm,sex,best_response,pfs_months,pfs_event\n${rows.join('\n')}\n`);
}

const several = (many: number, arm: string, level: string, response: string) =>
  Array.from({ length: many }, () => [arm, level, response] as const);

/** What the section says of responses that leave little to compute. */
const edges: [what: string, file: Uint8Array, says: RegExp[]][] = [
  [
    'nobody responds',
    cohort([...several(9, 'A', 'x', 'PD'), ...several(8, 'B', 'y', 'SD')]),
    [/0\.0% of patients responded/, /Not tested: every rate is 0%/, /no interaction tested/],
  ],
  [
    'everybody responds',
    cohort([...several(9, 'A', 'x', 'PR'), ...several(8, 'B', 'x', 'CR')]),
    [/100\.0% of patients responded/, /Not tested: every rate is 0%, or every rate 100%/],
  ],
  [
    'an arm with one patient',
    cohort([...several(9, 'A', 'x', 'PD'), ...several(6, 'A', 'y', 'PR'), ['B', 'x', 'PR']]),
    [/100\.0% of patients responded with arm B/, /one arm only/, /not tested/],
  ],
  [
    'nobody is evaluable',
    cohort([...several(9, 'A', 'x', 'NE'), ...several(8, 'B', 'y', 'NE'), ['B', 'y', 'SD']]),
    [/nobody is evaluable/],
  ],
];

export function specifyResponse(scene: Scene): void {
  const load = async (name: string, content: Uint8Array) => {
    const reader = new Reader(await scene.open());
    await reader.load(name, content);
    await reader.untilComputed();
    await reader.openAll('#response');
    return reader;
  };
  const close = async ({ page }: Reader) => {
    expect(await page.faults()).toEqual([]);
    await page.close();
  };

  it('shows how long responders waited and how long it lasted, from a column of times', async () => {
    const reader = await load('times.csv', responseTimes);
    const said = await reader.textOnce('#response', /Still responding at/);
    expect(said).toMatch(/Do not compare the arms by these numbers/);
    expect(said).toMatch(/n = 16 of 17; excluded: 1 without response_months/);
    expect(await reader.rows('#response')).toContain('Median | 3.1 (2.5–5.1) | 3.6 (3.0–NR)');
    await reader.select('First response, time or date', 'None');
    expect(await reader.textOnce('#response', /needs the time or date/)).toMatch(
      /needs the time or date of the first response/,
    );
    await close(reader);
  });

  it.each(edges)('has an answer or a sentence where %s', async (_, file, says) => {
    const reader = await load('edge.csv', file);
    for (const sentence of says) {
      expect(await reader.textOnce('#response', sentence)).toMatch(sentence);
    }
    const said = await reader.text('#response');
    expect(said).not.toMatch(/NaN|Infinity|undefined|null|\binf\b/i);
    await close(reader);
  });
}
