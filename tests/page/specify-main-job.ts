import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, it } from 'vitest';

import { Reader } from './reader.ts';
import type { Scene } from './scene.ts';

const example = readFileSync(
  resolve(import.meta.dirname, '../../web/examples/rechallenge_cohort.csv'),
);

/** A clinician's way from a spreadsheet to the figure of the paper. */
export function specifyMainJob(scene: Scene): void {
  it('is done with the mouse in under a minute', async () => {
    const page = await scene.open();
    const reader = new Reader(page);
    await reader.catchSaved();
    const start = performance.now();

    await reader.drop('cohort.csv', new Uint8Array(example));
    await reader.click('1 means died');
    await reader.untilComputed();
    expect(await reader.text('#data')).not.toContain('Which value of');
    expect(await reader.text('#survival')).toContain('12.4 months');

    await reader.click('Progression-free survival', '#survival');
    await reader.untilComputed();
    expect(await reader.text('#survival')).toContain('4.6 months');
    await reader.click('SVG', '#survival');
    const [figure] = await reader.untilSaved(1);
    expect(figure?.name).toMatch(/^cohort-pfs-kaplan-meier-\d+mm\.svg$/);
    expect(figure?.text).toMatch(/<svg[^>]*xmlns=.*<text.*Immunotherapy rechallenge/s);

    expect(performance.now() - start, 'milliseconds').toBeLessThan(60_000);
    expect(await page.faults()).toEqual([]);
    await page.close();
  });

  it('is done with the keyboard alone', async () => {
    const page = await scene.open();
    const reader = new Reader(page);
    await reader.catchSaved();

    await reader.tabTo('Open the example cohort');
    await page.press('Enter');
    await reader.untilComputed();
    expect(await reader.cohort()).toBe('Example cohort');
    await reader.tabTo(/means died$/);
    await page.press('Space');
    await reader.untilComputed();
    expect(await reader.text('#data')).not.toContain('Which value of os_event means');

    await reader.tabTo('Overall survival');
    await page.press('ArrowRight');
    await reader.untilComputed();
    expect(await reader.focused()).toBe('Progression-free survival');
    await reader.tabTo('SVG');
    await page.press('Enter');
    const [figure] = await reader.untilSaved(1);
    expect(figure?.name).toMatch(/\.svg$/);

    await page.press('z', 'Control');
    await reader.untilComputed();
    expect(await reader.text('#data'), 'the answer is taken back').toContain(
      'Which value of os_event means',
    );
    await page.press('z', 'Control', 'Shift');
    await reader.untilComputed();
    expect(await reader.text('#data')).not.toContain('Which value of os_event means');

    const before = await reader.focused();
    await page.press('?');
    expect(await reader.textOnce('dialog[open]', /Kaplan/)).toContain('Kaplan');
    await page.press('Escape');
    expect(await reader.textOnce('dialog[open]', /^$/)).toBe('');
    expect(await reader.focused()).toBe(before);

    expect(await page.faults()).toEqual([]);
    await page.close();
  });
}
