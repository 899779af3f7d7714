import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { expect, it } from 'vitest';

import { desk, type Page } from './drivers/driver.ts';
import { plain, Reader } from './reader.ts';
import { type Scene, standsForAll } from './scene.ts';
import { dialog } from './share-steps.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function specifyAccess(scene: Scene): void {
  const once = standsForAll(scene);

  // What axe looks at is the page's own, not the engine's.
  const patience = { timeout: 150_000 };
  it.runIf(once).each([1920, 1280, 768, 390])(
    'has no fault that axe finds, %i px, light and dark',
    patience,
    async (width) => {
      const page = await scene.open();
      await page.resize({ width, height: 900 });
      const reader = new Reader(page);
      expect(await faultsByAxe(reader)).toEqual([]);
      await reader.openExample();
      await page.press('?');
      await reader.textOnce(dialog, /Kaplan/);
      expect(await faultsByAxe(reader, dialog), 'terms').toEqual([]);
      await page.press('Escape');
      await page.evaluate(() => document.querySelector<HTMLElement>('.save > button')?.click());
      await reader.textOnce('header', /Share this analysis/);
      expect(await faultsByAxe(reader, 'header'), 'menu of saving').toEqual([]);
      expect(await reader.text('header')).toContain('Share this analysis');
      await page.press('Escape');
      await reader.click('Show 5 rows', '#data');
      await reader.textOnce('#data', /SYN003/);
      await reader.press('Try an example', '#claims');
      await reader.openAll('main');
      await reader.untilComputed(); // some of what is opened is asked only now
      expect(await faultsByAxe(reader)).toEqual([]);
      await page.resize(desk);
      await page.close();
    },
  );

  // Only of Chromium it can be wished.
  it.runIf(once)('moves nothing for whoever asks for no motion', async () => {
    const page = await scene.open();
    const reader = new Reader(page);
    await reader.openExample();
    expect(await fadingIn(page), 'without the wish').toContain('fade-in');
    expect(await page.stillness()).toBe(true);
    expect(await fadingIn(page)).toEqual([]);
    await page.close();
  });

  it('reads the curves aloud by the keyboard alone', async () => {
    const page = await scene.open();
    const reader = new Reader(page);
    await reader.openExample();
    await page.evaluate(() => document.querySelector<HTMLElement>('#survival h2')?.focus());
    await reader.tabTo('Read the curves at a time');
    const said = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-valuetext') ?? '');
    expect(await said()).toBe('Use the arrow keys');
    await page.press('End');
    expect(plain(await said())).toMatch(
      /^36 months; Immunotherapy rechallenge 3\.9% \(.*\), 1 at risk; Chemotherapy 0\.0%, 0 at risk$/,
    );
    expect(await reader.text('#survival figure')).toContain('36 months');
    await page.press('Home');
    expect(plain(await said())).toContain('100.0%');
    await page.press('ArrowRight');
    expect(plain(await said())).toMatch(/^0\.5 months; /);
    await page.press('Escape');
    expect(await said()).toBe('Use the arrow keys');
    expect(await page.faults()).toEqual([]);
    await page.close();
  });

  it('fits the width of a phone, without scrolling sideways', async () => {
    const page = await scene.open();
    await page.resize({ width: 390, height: 844 });
    const reader = new Reader(page);
    await reader.openExample();
    await reader.press('Try an example', '#claims');
    await reader.untilComputed();
    const [content, window] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(content).toBeLessThanOrEqual(window ?? 0);
    await page.resize(desk);
    await page.close();
  });

  it('shows where the focus is on everything that can be reached', async () => {
    const page = await scene.open();
    const reader = new Reader(page);
    await reader.openExample();
    const unseen: string[] = [];
    for (let stop = 0; stop < 40; ++stop) {
      await page.press('Tab');
      if (!(await focusIsVisible(page))) unseen.push(await reader.focused());
    }
    expect(unseen).toEqual([]);
    await page.close();
  });
}

/** axe with its report cut short: it is a script of its own, so it is handed in as text. */
const runAxe = new Function(
  'part',
  `${axe};
  return axe.run(part).then(({ violations, passes }) => ({
    checked: passes.length,
    faults: violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.target)),
  }));`,
) as (part: string) => Promise<{ checked: number; faults: string[] }>;

/** In the whole page, or in one part of it, in the light and in the dark. */
export async function faultsByAxe(reader: Reader, part = 'html'): Promise<string[]> {
  const found: string[] = [];
  for (const scheme of ['dark', 'light']) {
    await reader.useColours(scheme);
    await reader.page.evaluate(allIsThere);
    const { checked, faults } = await reader.page.evaluate(runAxe, part);
    expect(checked, 'rules that axe could apply').toBeGreaterThan(10);
    found.push(...faults.map((fault) => `${scheme}: ${fault}`));
  }
  return found;
}

/** What fades in has less contrast until it is there. */
async function allIsThere(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/** What is still becoming visible just after everything in Survival was closed and opened again. */
function fadingIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    for (const open of [false, true]) {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('#survival details')) {
        details.open = open;
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return document.getAnimations().map((one) => (one as CSSAnimation).animationName);
  });
}

/** Whether the focused element, or the control that stands for it, has an outline. */
function focusIsVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const outlined = (element: Element | null | undefined) =>
      element instanceof Element &&
      getComputedStyle(element).outlineStyle !== 'none' &&
      parseFloat(getComputedStyle(element).outlineWidth) >= 2;
    const element = document.activeElement;
    if (element === null || element === document.body) return true; // the browser's own controls
    return (
      outlined(element) ||
      outlined(element.nextElementSibling) ||
      outlined(element.closest('label'))
    );
  });
}
