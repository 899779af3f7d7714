// A table with dates in place of times: endpoints are composed of them, their rules are changed and
// taken back.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, it } from 'vitest';

import { bytes } from './cohort-files.ts';
import { plain, Reader } from './reader.ts';
import type { Scene } from './scene.ts';

const dated = readFileSync(resolve(import.meta.dirname, '../reference/data/dated_endpoints.csv'));

/** The row of an endpoint in Data. */
const progressionFree = '.endpoints-table tbody tr:not(.endpoint-more):nth-of-type(2)';

const withCutoff = readFileSync(
  resolve(import.meta.dirname, '../web/data/corpus/files/dates-with-cutoff.csv'),
);

/** Two in three progressed, each second died; no date of death. */
const progressionAndStatus = bytes(
  [
    'start,progression_date,last_contact,status,arm',
    ...Array.from({ length: 24 }, (_, n) => {
      const day = (month: number) =>
        `2021-${String(month).padStart(2, '0')}-${10 + n / 2 - (n % 2) / 2}`;
      const progressed = n % 3 === 0 ? '' : day(4);
      return `${day(1)},${progressed},${day(9)},${n % 2 ? 'alive' : 'dead'},${n % 4 < 2 ? 'A' : 'B'}`;
    }),
    '',
  ].join('\n'),
);

export function specifyDates(scene: Scene): void {
  it('ends follow-up at the cut-off of the table, and leaves out events after missed visits', async () => {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    await reader.load('cutoff.csv', withCutoff);
    const overall = '.endpoints-table tbody tr:not(.endpoint-more):nth-of-type(1)';
    expect(plain(await reader.textOnce(overall, /OS/))).toMatch(
      /治疗开始日期 to 死亡日期, censored at 末次随访日期, cut-off 31 Dec 2023\s+a date in 死亡日期, or 生存状态 = 死亡\s+3\/6/,
    );
    await reader.openAll('#data');
    const role = await reader.page.evaluate(
      () =>
        [...document.querySelectorAll('select')].find(({ labels }) =>
          labels[0]?.textContent?.includes('Role of 数据截止日期'),
        )?.selectedOptions[0]?.label,
    );
    expect(role).toBe('Data cut-off');
    await reader.press('Change OS', '#data');
    await reader.textOnce('#data', /Cut-off date/);
    const cutoff = await reader.page.evaluate(() => {
      const field = document.querySelector('#data input[type=date]');
      return field === null ? null : getComputedStyle(field).borderTopStyle;
    });
    expect(cutoff).toBe('dashed');
    await reader.press('Close OS', '#data');
    await reader.press('Without a cut-off', '#data');
    expect(plain(await reader.textOnce('.endpoints', /does not end/))).toContain(
      'Follow-up does not end on 31 Dec 2023, the one day in 数据截止日期.',
    );
    await reader.untilComputed();
    expect(await reader.text(overall)).not.toContain('cut-off');
    await reader.press('End it there', '#data');
    await reader.textOnce(overall, /cut-off/);

    await reader.load('dated.csv', dated);
    await reader.textOnce(progressionFree, /PFS/);
    await reader.press('Change PFS', '#data');
    await reader.enter('Longest gap before an event, days', '98');
    expect(await reader.textOnce(progressionFree, /98 days/)).toContain(
      'events within 98 days of an assessment',
    );
    await reader.select('Events at time 0', 'Count half a day later');
    await reader.untilComputed();
    await reader.choose('Progression-free survival', '#survival');
    expect(await reader.textOnce('#survival', /half a day later/)).toContain(
      'censored at last_assessment, events more than 98 days after it not counted',
    );
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });

  it('takes the deaths of PFS from the one status that the table has, asked once', async () => {
    const reader = new Reader(await scene.open());
    await reader.load('hospital.csv', progressionAndStatus);
    expect(await reader.textOnce('.question', /means the patient died/)).not.toContain(
      'progressed',
    );
    expect(await reader.text(progressionFree)).toContain(
      'start to progression_date, censored at last_contact',
    );
    await reader.press('dead means died', '#data');
    await reader.untilComputed();
    expect(await reader.text('#data')).not.toContain('Which value of');
    // 16 of 24 progressed, and of the other 8 each second died.
    expect(await reader.textOnce(progressionFree, /\/24/)).toMatch(
      /a date in progression_date, or status = dead\s+20\/24/,
    );
    await reader.choose('Progression-free survival', '#survival');
    expect(await reader.textOnce('#survival', /on last_contact where/)).toContain(
      'Times from start to progression_date (an event on last_contact where the status alone says it), censored at last_contact',
    );
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });

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
