import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { Page } from './drivers/driver.ts';
import { changed } from './cohort-files.ts';
import { builtFiles, type Host, startHost } from './host.ts';
import { Reader } from './reader.ts';
import type { Scene } from './scene.ts';

const events = readFileSync(resolve(import.meta.dirname, '../reference/data/example_events.csv'));
const cohort = changed((patients) => patients);
const addEvents = '#safety input[aria-label="Add a table of adverse events"]';

const keep = 'Keep my work in this browser, so that it is there after a reload';
const forget = 'Forget everything on this device';

/** What the browser keeps for the page: nothing that nobody asked for, and nothing once forgotten. */
export function specifyDevice(scene: Scene): void {
  if (scene.scheme === 'file') specifyFromDisk(scene);
  else specifyFromHost(scene);
}

function specifyFromDisk(scene: Scene): void {
  it('keeps no row for a page from a disk, and says why', async () => {
    const reader = new Reader(await scene.open());
    await reader.load('ours.csv', cohort);
    const said = await reader.text('#privacy');
    expect(said).not.toContain(keep);
    expect(said).toContain('This page was opened from a disk.');
    await reader.press(forget, '#privacy');
    expect(await reader.textOnce('#privacy', /Forgotten/)).toContain('Forgotten');
    expect(await storedIn(reader.page)).toEqual({ databases: [], local: [], session: [] });
    expect(await reader.cohort()).toBe('ours.csv');
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });
}

function specifyFromHost(scene: Scene): void {
  let host: Host;

  beforeEach(async () => {
    host = await startHost();
  });
  afterEach(() => host.end());

  const open = async () => new Reader(await scene.openAt(host.address));

  it('keeps nothing unless asked to', async () => {
    const reader = await open();
    await reader.load('ours.csv', cohort);
    await change(reader);
    await hide(reader.page);
    expect(await storedIn(reader.page)).toEqual({ databases: [], local: [], session: [] });
    await reader.page.close();
    const again = await open();
    expect(await again.cohort()).toBe('');
    await again.page.close();
  });

  it('has the work again after a reload where that was asked for', async () => {
    const reader = await open();
    await reader.load('ours.csv', cohort);
    await reader.click(keep, '#privacy');
    await reader.openAll('#safety');
    await reader.load('events.csv', events, addEvents);
    await change(reader);
    await reader.textOnce('#safety', /59 of 83 patients have an event/);
    await untilSafe(reader.page);
    const before = await reader.rows('#response');
    await reader.page.close();

    const again = await open();
    await again.textOnce('#safety', /59 of 83 patients have an event/);
    await again.untilComputed();
    expect(await again.cohort()).toBe('ours.csv');
    expect(await again.text('#survival')).toContain('90% CI');
    expect(before.length).toBeGreaterThan(5);
    expect(await again.rows('#response')).toEqual(before);
    expect(await again.page.faults()).toEqual([]);
    await again.page.close();
  });

  it('forgets all of it, apart from the files of the page', async () => {
    const reader = await open();
    await reader.load('ours.csv', cohort);
    await reader.click(keep, '#privacy');
    await untilSafe(reader.page);
    await reader.useColours('dark');
    const kept = await storedIn(reader.page);
    expect(kept.databases).toHaveLength(1);
    expect(kept.local).toEqual(['riskset.keep', 'riskset.theme']);

    await reader.press(forget, '#privacy');
    expect(await reader.textOnce('#privacy', /Forgotten/)).toContain('Forgotten');
    await change(reader);
    await hide(reader.page);
    const nothing = { databases: [], local: [], session: [] };
    await expect.poll(() => storedIn(reader.page)).toEqual(nothing);
    expect(await reader.cohort()).toBe('ours.csv');
    const own = new Set(['', ...Object.keys(await builtFiles())]);
    expect((await cachedIn(reader.page)).filter((file) => !own.has(file))).toEqual([]);
    await reader.page.close();

    const again = await open();
    expect(await again.cohort()).toBe('');
    expect(await storedIn(again.page)).toEqual(nothing);
    await again.page.close();
  });

  it('switched off, forgets the work and keeps the other choices', async () => {
    const reader = await open();
    await reader.load('ours.csv', cohort);
    await reader.useColours('dark');
    await reader.click(keep, '#privacy');
    await untilSafe(reader.page);
    await reader.click(keep, '#privacy');
    await expect
      .poll(() => storedIn(reader.page))
      .toEqual({ databases: [], local: ['riskset.theme'], session: [] });
    await reader.page.close();
  });
}

/** Something that is decided about the analysis. */
async function change(reader: Reader): Promise<void> {
  await reader.openAll('#survival');
  await reader.choose('90%', '#survival');
}

/** Every name under which the browser keeps something for the page's host. */
function storedIn(page: Page): Promise<Record<'databases' | 'local' | 'session', string[]>> {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    local: Object.keys(localStorage).toSorted(),
    session: Object.keys(sessionStorage),
  }));
}

/** The files of the page's folder that are in caches; of any other the whole address. */
function cachedIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const folder = new URL('.', location.href).href;
    const found: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) found.push(url.replace(folder, ''));
    }
    return found;
  });
}

/** The page is put away, as when another window is opened: the last moment to write something. */
async function hide(page: Page): Promise<void> {
  await page.evaluate(async () => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await new Promise((later) => setTimeout(later, 1000));
  });
}

/** The browser would let the page go without a question. */
async function untilSafe(page: Page): Promise<void> {
  const asks = () =>
    page.evaluate(() => {
      const leaving = new Event('beforeunload', { cancelable: true });
      dispatchEvent(leaving);
      return leaving.defaultPrevented;
    });
  await expect.poll(asks, { timeout: 10_000 }).toBe(false);
}
