import { expect, it } from 'vitest';

import { madeCohort } from './made-cohort.ts';
import { plain, Reader } from './reader.ts';
import { type Scene, standsForAll } from './scene.ts';

/** A large file is read apart from the page, which goes on answering. */
export function specifyReading(scene: Scene): void {
  const once = standsForAll(scene);
  async function withExample(): Promise<Reader> {
    const reader = new Reader(await scene.open());
    await reader.openExample();
    return reader;
  }

  it('reads a large file, and undo brings the table before back', async () => {
    const reader = await withExample();
    await reader.load('large.csv', madeCohort({ arms: 2, patients: 5000 }));
    expect(await reader.textOnce('header strong', /^large\.csv/)).toBe('large.csv');
    await reader.untilComputed();
    expect(await reader.text('#data')).toContain('5000 patients');
    const median = /Median overall survival was \d/;
    expect(await reader.textOnce('#survival', median)).toMatch(median);
    await reader.page.press('z', 'Control');
    await reader.untilComputed();
    expect(await reader.cohort()).toBe('Example cohort');
    expect(await reader.textOnce('#survival', /12\.4 months/)).toContain('12.4 months');
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });

  const panels = ['patients', 'regression', 'response', 'safety', 'subgroups', 'survival'];

  it('draws the answers of a large table one panel after the other, and all of them', async () => {
    const reader = new Reader(await scene.open());
    await reader.page.evaluate(noteSummaries);
    await reader.load('large.csv', madeCohort({ arms: 2, patients: 5000 }));
    await reader.textOnce('header strong', /^large\.csv/);
    await reader.untilComputed();
    expect((await summariesOf(reader)).toSorted()).toEqual(panels);
    const counted = await reader.page.evaluate(() =>
      ['#survival .figure-plot > svg', '#data .columns-table tbody th'].map(
        (what) => document.querySelectorAll(what).length,
      ),
    );
    expect(counted).toEqual([1, 10]);
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });

  it('draws a large table in place of another, its answers known, one panel after the other', async () => {
    const reader = await withExample();
    await reader.load('large.csv', madeCohort({ arms: 2, patients: 5000 }));
    await reader.textOnce('header strong', /^large\.csv/);
    await reader.untilComputed();
    await reader.page.press('z', 'Control');
    await reader.untilComputed();
    expect(await reader.cohort()).toBe('Example cohort');
    await reader.page.evaluate(noteSummaries);
    await reader.page.press('z', 'Control', 'Shift');
    await reader.textOnce('header strong', /^large\.csv/);
    await reader.untilComputed();
    expect((await summariesOf(reader)).toSorted()).toEqual(panels);
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });

  it.runIf(once)('keeps the cohort when a large file cannot be read', async () => {
    const reader = await withExample();
    const whole = madeCohort({ arms: 2, patients: 5000 });
    await reader.load('cut.csv', whole.subarray(0, whole.length - 10));
    const problem = /cut\.csv: 1 row does not have the 10 cells/;
    expect(await reader.textOnce('main', problem)).toMatch(problem);
    expect(await reader.text('[role=alert]')).toMatch(problem);
    expect(await reader.cohort()).toBe('Example cohort');
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });

  const ways: [string, (reader: Reader) => Promise<void>, RegExp][] = [
    ['Escape', (reader) => reader.page.press('Escape'), /^/],
    ['the button', (reader) => reader.click('Cancel', '.bar'), /^Data$/],
  ];
  const patience = { timeout: 120_000 };
  it.each(ways)('says how far it is, and is stopped by %s', patience, async (_, stop, focused) => {
    const reader = await withExample();
    await chooseEndless(reader);
    expect(await whileReading(reader)).toMatch(/^Reading [\d,]+ of [\d,]+ rows|^Looking through/);
    // Meanwhile the page is used as ever.
    await reader.select('Treatment arm', 'sex');
    expect(await reader.cohort()).toBe('Example cohort');
    await stop(reader);
    await reader.untilComputed();
    expect(await reader.text('.bar')).not.toContain('Reading');
    expect(await reader.cohort()).toBe('Example cohort');
    expect(await reader.focused()).toMatch(focused);
    await reader.page.press('z', 'Control');
    await reader.untilComputed();
    expect(await reader.text('#survival')).toContain('12.4 months');
    expect(await reader.page.faults()).toEqual([]);
    await reader.page.close();
  });
}

/** Notes in `summaries` which panels get their first sentence in each task. */
function noteSummaries(): void {
  const summaries: string[] = [];
  Object.assign(globalThis, { summaries });
  new MutationObserver((mutations) => {
    const panels = mutations
      .flatMap(({ addedNodes }) => [...addedNodes])
      .flatMap((node) =>
        node instanceof Element && node.isConnected && node.matches('.lede, :has(.lede)')
          ? [node.closest('.panel-results')?.id ?? '']
          : [],
      );
    const several = [...new Set(panels)].filter((id) => id !== '').join(' ');
    if (several !== '') summaries.push(several);
  }).observe(document.body, { childList: true, subtree: true });
}

function summariesOf(reader: Reader): Promise<string[]> {
  return reader.page.evaluate(() => Reflect.get(globalThis, 'summaries') as string[]);
}

/** A file of a million rows, made in the page: the driver would take longer than the reading. */
async function chooseEndless(reader: Reader): Promise<void> {
  await reader.page.evaluate(() => {
    const row = (at: number) => `P${at},${'AB'[at % 2]},${at % 97},${at % 3 ? 1 : 0}\n`;
    const rows = Array.from({ length: 1_000_000 }, (_, at) => row(at));
    const given = new DataTransfer();
    given.items.add(new File(['id,arm,os_months,os_event\n', ...rows], 'endless.csv'));
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (input === null) throw new Error('There is no file input');
    input.files = given.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** What the bar says once rows are read and there is time to read of it. */
async function whileReading(reader: Reader): Promise<string> {
  const words = await reader.page.evaluate(async () => {
    const end = performance.now() + 20_000;
    const place = () => document.querySelector<HTMLElement>('.reading-words');
    const seen = () => {
      const own = place();
      return own !== null && getComputedStyle(own).visibility === 'visible' ? own.innerText : '';
    };
    while (!/\d/.test(seen()) && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return seen();
  });
  return plain(words);
}
