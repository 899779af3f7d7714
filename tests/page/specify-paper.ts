import { expect, it } from 'vitest';

import { madeCohort } from './made-cohort.ts';
import type { Page } from './drivers/driver.ts';
import { Reader } from './reader.ts';
import type { Scene } from './scene.ts';

/** What is printed, where nothing can be chosen or opened any more. */
export function specifyPaper(scene: Scene): void {
  it('holds every endpoint, and which column was what', async () => {
    const page = await scene.open();
    const reader = new Reader(page);
    await reader.openExample();
    const before = await endpointsDrawn(page);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await endpointsDrawn(page)).toEqual([
      'Overall survival by arm',
      'Progression-free survival by arm',
    ]);
    expect(await reader.rows('.printed-columns')).toEqual(
      expect.arrayContaining([
        'arm | Treatment arm | Chemotherapy (34), Immunotherapy rechallenge (49); reference: Chemotherapy | 0',
        'pfs_months | PFS time | 0.47 to 11.23, median 4.07 | 0',
      ]),
    );
    expect(await textOf(page, '.printed-columns')).toContain(
      'Which value of os_event and pfs_event is the event was guessed and not confirmed.',
    );
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await endpointsDrawn(page)).toEqual(before);
    expect(await page.faults()).toEqual([]);
    await page.close();
  });

  it('holds what waits for its turn on the page of a large table', async () => {
    const page = await scene.open();
    const reader = new Reader(page);
    await page.evaluate(() => {
      const own = globalThis as { printed?: string[][] };
      const blank = () =>
        [
          ...document.querySelectorAll<HTMLElement>('#patients, #response, #survival, #regression'),
        ].flatMap(({ id, innerText }) => (innerText.trim().split('\n').length < 2 ? [id] : []));
      new MutationObserver(async (_, observer) => {
        const before = blank();
        if (before.length < 2) return;
        observer.disconnect();
        dispatchEvent(new Event('beforeprint'));
        for (let step = 0; step < 5; step += 1) await Promise.resolve();
        own.printed = [before, blank()];
      }).observe(document.body, { childList: true, subtree: true });
    });
    await reader.drop('large.csv', madeCohort({ arms: 2, patients: 6000 }));
    await reader.textOnce('header strong', /^large\.csv/);
    await reader.untilComputed();
    const [before, printed] = await page.evaluate(
      () => (globalThis as { printed?: string[][] }).printed ?? [],
    );
    expect(before).not.toEqual([]);
    expect(printed).toEqual([]);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.faults()).toEqual([]);
    await page.close();
  });

  // Data, Response, survival twice, Regression, subgroups twice; Patients and Safety are longer than
  // one. Only Chromium's PDF names its pages in plain text.
  it.runIf(scene.engine === 'chromium')('begins each panel on a page of its own', async () => {
    const page = await scene.open();
    await new Reader(page).openExample();
    const pdf = await page.pdf();
    const pages = new TextDecoder('latin1').decode(pdf ?? undefined).match(/\/Type\s*\/Page\b/g);
    expect(pages).toHaveLength(11);
    await page.close();
  });
}

function endpointsDrawn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('#survival figure:has(svg[role=img]) > figcaption')].map(
      (title) => title.textContent ?? '',
    ),
  );
}

/** Also of what is not seen on the screen. */
function textOf(page: Page, part: string): Promise<string> {
  return page.evaluate((selector) => document.querySelector(selector)?.textContent ?? '', part);
}
