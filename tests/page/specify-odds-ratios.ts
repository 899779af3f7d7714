import { expect, it } from 'vitest';

import { bytes, changed } from './cohort-files.ts';
import { Reader } from './reader.ts';
import type { Scene } from './scene.ts';

/** Of ECOG 2 nobody responds; there is no endpoint of survival. */
const separated = bytes(
  `arm,ecog,age,best_response\n${Array.from({ length: 60 }, (_, at) => {
    const best = at % 3 === 2 ? 'SD' : (at * 7) % 11 < 5 ? 'PR' : 'PD';
    return `${at % 2 ? 'A' : 'B'},${at % 3},${50 + ((at * 13) % 30)},${best}`;
  }).join('\n')}\n`,
);

const complications = bytes(
  `arm,age,complication\n${Array.from({ length: 60 }, (_, at) => `${at % 2 ? 'A' : 'B'},${50 + ((at * 13) % 30)},${at % 5 ? 'no' : 'yes'}`).join('\n')}\n`,
);

/** Odds ratios in the Regression section. */
export function specifyOddsRatios(scene: Scene): void {
  const load = async (file: Uint8Array) => {
    const reader = new Reader(await scene.open());
    await reader.load('made.csv', file);
    await reader.untilComputed();
    return reader;
  };
  /** What the section says, if it comes to say this. */
  const told = async (reader: Reader, pattern: RegExp) =>
    pattern.exec(await reader.textOnce('#regression', pattern))?.[0] ?? null;
  const close = async ({ page }: Reader) => {
    expect(await page.faults()).toEqual([]);
    await page.close();
  };

  it('stand alone without endpoints, and name the level that has one outcome only', async () => {
    const reader = await load(separated);
    expect(
      await told(
        reader,
        /None of the 20 patients with ECOG 2 responded: the odds ratio does not exist\./,
      ),
    ).not.toBeNull();
    expect(await reader.text('#regression')).not.toMatch(/Cox models, /);
    expect(await reader.rows('#regression')).toContainEqual(
      expect.stringMatching(/^2 \| 20 \| 0 \| Not estimable: nobody responded/),
    );
    await reader.press('Use Firth’s penalty', '#regression');
    expect(await told(reader, /Logistic models with Firth’s penalty/)).not.toBeNull();
    expect(await reader.text('#regression')).not.toMatch(/does not exist/);
    expect(await reader.rows('#regression')).toContainEqual(
      expect.stringMatching(/^2 \| 20 \| 0 \| 0\.04 \(/),
    );
    await close(reader);
  });

  it('are of a column that is chosen, and of the level that counts', async () => {
    const reader = await load(complications);
    expect(await told(reader, /Regression needs an endpoint/)).not.toBeNull();
    await reader.press('Odds ratios of a binary outcome', '#regression');
    expect(await told(reader, /Choose the column that says who had the outcome/)).not.toBeNull();
    await reader.select('Column with two levels', 'Complication');
    expect(await told(reader, /Complication yes: 12 of 60 patients, 20\.0%/)).not.toBeNull();
    await reader.choose('no', '#regression');
    expect(await told(reader, /Complication no: 48 of 60 patients, 80\.0%/)).not.toBeNull();
    await close(reader);
  });

  it('come back as they were chosen, from a saved analysis and from the Cox models', async () => {
    const table = changed(() => undefined);
    const first = new Reader(await scene.open());
    await first.catchSaved();
    await first.load('cohort.csv', table);
    await first.choose('Binary outcome', '#regression');
    await first.choose('Disease control', '#regression');
    expect(await told(first, /higher odds of disease control/)).not.toBeNull();
    await first.choose('Overall survival', '#regression');
    expect(await told(first, /a lower hazard of death/)).not.toBeNull();
    await first.choose('Binary outcome', '#regression');
    expect(await told(first, /higher odds of disease control/)).not.toBeNull();
    const before = await first.rows('#regression');
    await first.click('Save or share', 'header');
    await first.click('Save the analysis', 'header');
    const [saved] = await first.untilSaved(1);
    await close(first);

    const second = new Reader(await scene.open());
    await second.drop('cohort.riskset.json', bytes(saved?.text ?? ''));
    expect(await second.textOnce('main', /waits for its table/)).toMatch(/waits for its table/);
    await second.load('cohort.csv', table);
    expect(await told(second, /higher odds of disease control/)).not.toBeNull();
    expect(await second.rows('#regression')).toEqual(before);
    await close(second);
  });
}
