import { describe, expect, it } from 'vitest';

import { bytes, changed, header } from './cohort-files.ts';
import { Reader } from './reader.ts';
import type { Scene } from './scene.ts';

/** What the page says of a file that cannot be opened; the cohort that was there stays. */
const unreadable: [name: string, content: Uint8Array, says: RegExp][] = [
  ['empty.csv', bytes(''), /empty\.csv: This file is empty\./],
  ['header.csv', bytes(`${header}\n`), /header\.csv: .* no rows\. Add one row for each patient\./],
  [
    'picture.csv',
    Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256),
    /picture\.csv: This file is not /,
  ],
  [
    'ragged.csv',
    changed((patients) => {
      patients.shorten(3);
      patients.shorten(9);
    }),
    /ragged\.csv: 2 rows do not have the 26 cells of the header \(row 3 has 25, row 9 has 25\)/,
  ],
];

/** What the page says of a table with faults in it: where, and what to do; other answers stay. */
const faulty: [what: string, content: Uint8Array, section: string, says: RegExp][] = [
  [
    'text in a number column',
    changed((patients) => {
      patients.set(5, 'os_months', 'lost');
      patients.set(9, 'os_months', 'gone');
    }),
    '#survival',
    /os_months has 2 values that are not numbers \(rows 5 and 9: 'lost', 'gone'\)\. Correct them/,
  ],
  [
    'negative times',
    changed((patients) => {
      patients.set(8, 'os_months', '-1.5');
      patients.set(61, 'os_months', '-2');
    }),
    '#survival',
    /2 patients have a negative time in os_months \(rows 8 and 61, .*\)\. Check that/,
  ],
  [
    'three values in an event column',
    changed((patients) => {
      patients.set(8, 'os_event', '2');
      patients.set(61, 'os_event', '2');
    }),
    '#data',
    /os_event has 3 different values\. Say what each means.*2 patients \(rows 8 and 61\)/s,
  ],
];

export function specifyFiles(scene: Scene): void {
  async function withExample(): Promise<Reader> {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    return reader;
  }

  it.each(unreadable)(
    'says why %s cannot be opened, and keeps the cohort',
    async (name, content, says) => {
      const reader = await withExample();
      await reader.load(name, content);
      expect(await reader.text('[role=alert]')).toMatch(says);
      expect(await reader.cohort()).toBe('Example cohort');
      expect(await reader.text('#survival')).toContain('12.4 months');
      expect(await reader.page.faults()).toEqual([]);
      await reader.page.close();
    },
  );

  it.each(faulty)('names column and rows of %s', async (_, content, section, says) => {
    const reader = await withExample();
    await reader.load('faulty.csv', content);
    expect(await reader.cohort()).toBe('faulty.csv');
    expect(await reader.textOnce(section, says)).toMatch(says);
    expect(await reader.text('#response')).toContain('30.6% of patients responded');
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });

  describe('arms', () => {
    it.each([
      ['one level', changed((patients) => patients.setAll('arm', () => 'A'))],
      ['no column', changed((patients) => patients.drop('arm'))],
    ])(
      'with %s, runs all that needs no comparison and says what is missing',
      async (_, content) => {
        const reader = new Reader(await scene.open());
        await reader.load('single.csv', content);
        expect(await reader.text('#response')).toMatch(/20\.5% of patients responded \(17 of 83/);
        expect(await reader.text('#response')).toContain('No comparison:');
        expect(await reader.text('#survival')).toContain('Median overall survival was 11.4 months');
        expect(await reader.text('#survival')).toContain('No comparison:');
        expect(await reader.text('#subgroups')).toMatch(/No comparison:|No column is chosen/);
        expect(await reader.page.faults()).toEqual([]);
        await reader.page.close();
      },
    );

    it('compares each of three with the first, and all together', async () => {
      const reader = new Reader(await scene.open());
      const third = (row: number, arm: string) => (row % 3 === 1 ? 'Best supportive care' : arm);
      await reader.load(
        'three.csv',
        changed((patients) => patients.setAll('arm', third)),
      );
      await reader.openAll('#survival');
      const rows = await reader.rows('#survival');
      expect(rows).toContainEqual(expect.stringMatching(/^Log-rank \| [\d.]+ \| 2 \| /));
      expect(await reader.text('#response')).toMatch(/Pearson, all arms, p = /);
      const ratios = rows.filter((row) => /\| HR \d/.test(row));
      expect(ratios, rows.join('\n')).toContainEqual(expect.stringMatching(/HR .*HR /));
      expect(await reader.page.faults()).toEqual([]);
      await reader.page.close();
    });
  });
}
