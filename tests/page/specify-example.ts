import { expect, it } from 'vitest';

import { builtFiles } from './host.ts';
import { Reader } from './reader.ts';
import { type Scene, standsForAll } from './scene.ts';

const immuno = 'Immunotherapy rechallenge';
const chemo = 'Chemotherapy';

/**
 * The published figures of the synthetic example cohort, to the digits that are published, as they
 * stand on the page. R's values for them are in tests/reference/bank/seed_cohort.json.
 */
export function specifyExample(scene: Scene): void {
  const { scheme, open } = scene;
  const once = standsForAll(scene);

  it('shows the figures of the example cohort', async () => {
    const page = await open();
    const reader = new Reader(page);
    await reader.openExample();
    expect(await reader.cohort()).toBe('Example cohort');
    expect(await reader.text('header')).toContain('synthetic');

    await expectRows(reader, '#response', [
      'Complete response (CR) | 1 (2.0%) | 0 (0.0%)',
      'Partial response (PR) | 14 (28.6%) | 2 (5.9%)',
      'Stable disease (SD) | 26 (53.1%) | 11 (32.4%)',
      'Progressive disease (PD) | 7 (14.3%) | 18 (52.9%)',
      'Not evaluable (NE) | 1 (2.0%) | 3 (8.8%)',
      'Objective response (CR + PR) | 15/49, 30.6% (18.3–45.4) | 2/34, 5.9% (0.7–19.7)',
      'Disease control (CR + PR + SD) | 41/49, 83.7% (70.3–92.7) | 13/34, 38.2% (22.2–56.4)',
      'Clinical benefit (CR + PR + SD of 24 weeks or more) | 20/49, 40.8% (27.0–55.8) | 4/34, 11.8% (3.3–27.5)',
      `Objective response, ${immuno} | 7.537 | 0.0060 | 6.095 | 0.0136 | 0.0060`,
      /^Disease control, .* \| 4\.4e-5$/,
    ]);

    await expectRows(reader, '#survival', [
      `${immuno} | 50% | 12.40 | 11.47 | 15.27`,
      `${chemo} | 50% | 5.33 | 5.00 | 10.37`,
      /^Log-rank \| 11\.242 \| 1 \| 0\.0008/,
    ]);
    await reader.choose('Progression-free survival', '#survival');
    await expectRows(reader, '#survival', [
      `${immuno} | 50% | 4.57 | 4.10 | 4.93`,
      `${chemo} | 50% | 2.20 | 1.97 | 4.03`,
      /^Log-rank \| 11\.219 \| 1 \| 0\.00081/,
    ]);

    await expectRows(reader, '#regression', [
      new RegExp(`^Treatment ${immuno} \\| 0\\.4187 .* 0\\.0012$`),
      /^CPS group ≥ 1 \| 0\.5058 .* 0\.013/,
      /^Pathology Intestinal \| 0\.4814 .* 0\.0092$/,
      new RegExp(`^Treatment ${immuno} \\| 0\\.4802 .* 0\\.0021$`),
    ]);

    await reader.press('Data table', '#subgroups');
    await expectRows(reader, '#subgroups', [
      `CPS group ≥ 1 | ${immuno} | 34 | 22 | 12.60`,
      `CPS group ≥ 1 | ${chemo} | 21 | 19 | 7.13`,
      `CPS group < 1 | ${immuno} | 15 | 12 | 10.30`,
      `CPS group < 1 | ${chemo} | 13 | 13 | 5.33`,
      /^CPS group ≥ 1 \| 55 \| 41 .* 0\.00093$/,
      /^CPS group < 1 \| 28 \| 25 .* 0\.640$/,
    ]);
    await reader.choose('Progression-free survival', '#subgroups');
    await expectRows(reader, '#subgroups', [
      `CPS group ≥ 1 | ${immuno} | 34 | 33 | 4.83`,
      `CPS group ≥ 1 | ${chemo} | 21 | 21 | 2.20`,
      `CPS group < 1 | ${immuno} | 15 | 15 | 4.07`,
      `CPS group < 1 | ${chemo} | 13 | 13 | 2.13`,
      /^CPS group ≥ 1 \| 55 \| 54 .* 0\.0017$/,
      /^CPS group < 1 \| 28 \| 28 .* 0\.523$/,
    ]);

    await expectRows(reader, '#safety', [
      /^Grade 3 or higher \| 13\/49, 26\.5% .* \| 12\/34, 35\.3%/,
      `Grade 3 or higher, ${immuno} | 0.732 | 0.392 | 0.375 | 0.540 | 0.468`,
      /^Neuropathy \| 3 \(6\.1%\) \| 12 \(35\.3%\) \| .* \| (?:p = )?0\.001 \| 0 \(0\.0%\)/,
    ]);

    expect(await page.faults()).toEqual([]);
    // A host is asked for what stands beside the page there, and for nothing else.
    const beside = scheme === 'http' ? Object.keys(await builtFiles()) : [];
    const others = (await page.requests()).filter(
      (address) => !beside.some((file) => address.endsWith(`/department/riskset/${file}`)),
    );
    expect(others).toEqual([]);
    await page.close();
  });

  it.runIf(once)(
    'says how each number was computed, and never prints what is no number',
    async () => {
      const page = await open();
      const reader = new Reader(page);
      await reader.openExample();
      await reader.openAll('main');
      for (const section of ['#response', '#survival', '#regression', '#subgroups', '#safety']) {
        expect(await reader.text(`${section}`)).toMatch(/How\. .*n = 83 of 83/s);
      }
      expect(await reader.text('main')).not.toMatch(/\b(?:NaN|undefined|null|Infinity)\b|\[object/);
      await page.close();
    },
  );
}

/** Each of these is a row of the section: the whole of it, its beginning, or a pattern. */
async function expectRows(
  reader: Reader,
  section: string,
  wanted: (string | RegExp)[],
): Promise<void> {
  await reader.openAll(section);
  const rows = await reader.rows(section);
  const missing = wanted.filter(
    (row) =>
      !rows.some((shown) => (typeof row === 'string' ? shown.startsWith(row) : row.test(shown))),
  );
  expect(missing, `rows of ${section}:\n${rows.join('\n')}`).toEqual([]);
}
