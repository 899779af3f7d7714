// A table with dates in place of times: endpoints are composed of them, their rules are changed and
// taken back.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, it } from 'vitest';

import { Reader } from './reader.ts';
import type { Scene } from './scene.ts';

const dated = readFileSync(resolve(import.meta.dirname, '../reference/data/dated_endpoints.csv'));

/** The row of an endpoint in Data. */
const progressionFree = '.endpoints-table tbody tr:not(.endpoint-more):nth-of-type(2)';

export function specifyDates(scene: Scene): void {
  it('composes endpoints of dates, changes their rules and takes each change back', async () => {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    await reader.load('dated.csv', dated);
    expect(await reader.textOnce('.endpoints-table', /PFS/)).toMatch(
      /PFS\s+start_date to the first of pd_date and death_date, censored at last_assessment/,
    );
    await reader.press('Change PFS', '#data');
    await reader.select('Death before progression', 'Death censors');
    expect(await reader.textOnce(progressionFree, /to pd_date,/)).toContain(
      'start_date to pd_date, censored at the latest of last_assessment and death_date',
    );
    await reader.select('Death before progression', 'Progression or death counts');
    await reader.select('After a new therapy', 'Censor before next_therapy (FDA)');
    expect(await reader.textOnce(progressionFree, /before/)).toContain('before next_therapy');
    await reader.page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('.endpoint input[type=date]')!;
      field.value = '2023-06-30';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(await reader.textOnce(progressionFree, /cut-off/)).toContain('cut-off 30 Jun 2023');
    await reader.select('A month has', '30 days');
    await reader.untilComputed();
    await reader.choose('Progression-free survival', '#survival');
    expect(await reader.textOnce('#survival', /cut-off 30 Jun 2023/)).toContain(
      'Times from start_date to the first of pd_date and death_date, censored at last_assessment before next_therapy where there is one; cut-off 30 Jun 2023; in months of 30 days.',
    );
    for (const [gone, stays] of [
      [/months of 30 days/, /cut-off 30 Jun 2023/],
      [/cut-off/, /before next_therapy/],
      [/before next_therapy/, /the first of pd_date and death_date, censored at last_assessment/],
    ] as const) {
      await reader.page.evaluate(() => {
        const button = document.querySelector<HTMLButtonElement>('button[aria-label^="Undo"]')!;
        button.click();
      });
      await reader.untilComputed();
      const shown = await reader.textOnce(progressionFree, stays);
      expect(shown).toMatch(stays);
      expect(shown).not.toMatch(gone);
    }
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });
}
