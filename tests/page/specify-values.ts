import { describe, expect, it } from 'vitest';

import { bytes, changed } from './cohort-files.ts';
import { Reader } from './reader.ts';
import type { Scene } from './scene.ts';

const two = (n: number) => String(1 + (n % 12)).padStart(2, '0');

/** Dates that fit day first and month first; follow-up is 731 days plus what the order makes of them. */
const dates = bytes(
  [
    'treatment_start,last_contact,status',
    ...Array.from(
      { length: 40 },
      (_, n) =>
        `${two(n)}/${two(n + 3)}/2020,${two(n + 5)}/${two(n + 3)}/2022,${n % 3 ? 'dead' : 'alive'}`,
    ),
  ].join('\n'),
);

/** How the values of a column are read: seen, changed, and taken back. */
export function specifyValues(scene: Scene): void {
  const close = async ({ page }: Reader) => {
    expect(await page.faults()).toEqual([]);
    await page.close();
  };

  describe('how values are read', () => {
    it('asks in which order day and month stand, and the times follow the answer', async () => {
      const reader = new Reader(await scene.open());
      await reader.load('dates.csv', dates);
      const asked = /Which day is 01\/04\/2020: 1 Apr 2020 or 4 Jan 2020\?/;
      expect(await reader.textOnce('#data', asked)).toMatch(asked);
      const before = await reader.text('#survival');
      await reader.click('4 Jan 2020The month stands first', '#data');
      await reader.press('Month first', '#data');
      await reader.untilComputed();
      expect(await reader.text('#data')).not.toMatch(asked);
      const after = await reader.text('#survival');
      expect(after).not.toBe(before);
      await reader.page.press('z', 'Control');
      await reader.untilComputed();
      expect(await reader.textOnce('#data', asked)).toMatch(asked);
      expect(await reader.text('#survival')).toBe(before);
      await close(reader);
    });

    it('takes a code for missing when it is ticked, and as a value again after an undo', async () => {
      const reader = new Reader(await scene.open());
      await reader.load(
        'ages.csv',
        changed((patients) => {
          patients.set(5, 'age', '999');
          patients.set(9, 'age', 'unknown');
        }),
      );
      await reader.press('Reading of age', '#data');
      const read = /“999” \(1\) lies far outside the other values/;
      expect(await reader.textOnce('#data', read)).toMatch(read);
      expect(await reader.text('#data')).toMatch(/“unknown” \(1\) says that nothing is known/);
      await reader.click('“999” (1) lies far outside the other values', '#data');
      const missing = /2 patients have no value of age/;
      expect(await reader.textOnce('#data', missing)).toMatch(missing);
      await reader.press('Back to the guess of age', '#data');
      const one = /1 patient has no value of age/;
      expect(await reader.textOnce('#data', one)).toMatch(one);
      await reader.page.press('z', 'Control');
      expect(await reader.textOnce('#data', missing)).toMatch(missing);
      await reader.page.press('z', 'Control');
      expect(await reader.textOnce('#data', one)).toMatch(one);
      await close(reader);
    });
  });
}
