import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { bytes } from './cohort-files.ts';
import { builtFiles } from './host.ts';
import { Reader } from './reader.ts';
import { type Scene, standsForAll } from './scene.ts';

/** Two browsers, and keys that are derived by 600,000 rounds. */
const patience = 150_000;

const passphrase = 'three rivers at dawn';
const dialog = 'dialog[open]';
const sections = ['patients', 'response', 'survival', 'regression', 'subgroups', 'safety'];

/** The page saves itself as a report, which opens from a disk in a browser that knows nothing of it. */
export function specifyReport(scene: Scene): void {
  const once = standsForAll(scene);
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'report-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function openElsewhere(report: string): Promise<Reader> {
    const file = join(folder, 'report.html');
    await writeFile(file, report);
    return new Reader(await scene.openElsewhere(pathToFileURL(file).href));
  }

  async function opened(report: string): Promise<Reader> {
    const reader = await openElsewhere(report);
    await reader.textOnce('main', /shared with you/);
    await reader.untilComputed();
    return reader;
  }

  it('shows the same numbers elsewhere, and saves itself again to the same bytes', async () => {
    const first = new Reader(await scene.open());
    await first.openExample();
    const before = await numbersOf(first);
    const report = await savedBy(first);
    await first.page.close();

    const [element = ''] = /<script type="application\/json"[^<]*<\/script>/.exec(report) ?? [];
    const { 'index.html': built } = await builtFiles();
    expect(report.replace(element, '') === new TextDecoder().decode(built)).toBe(true);

    const second = await opened(report);
    expect(before.length).toBeGreaterThan(100);
    expect(await numbersOf(second)).toEqual(before);
    expect(await second.page.requests()).toEqual([]);
    expect((await savedBy(second)) === report).toBe(true);
    expect(await second.page.faults()).toEqual([]);
    await second.page.close();
  });

  it(
    'with the rows inside, opens them with the passphrase, and then every option',
    async () => {
      const first = new Reader(await scene.open());
      await first.openExample();
      const report = await savedBy(first, async () => {
        await tick('With the patients’ rows, encrypted with a passphrase', first);
        await dialogOnce(first, /The same again/);
        await type(first, 'Passphrase', passphrase);
        await type(first, 'The same again', passphrase);
        await dialogOnce(first, /long enough/);
        await first.click('Encrypt the rows', dialog);
        await dialogOnce(first, /Save the report/);
      });
      await useLevel90(first);
      const before = await numbersOf(first);
      await first.page.close();
      expect(report).not.toContain(passphrase);

      const second = await opened(report);
      expect(
        await savedBy(second, () => tick('With the encrypted rows, as they came', second)),
      ).toBe(report);
      await second.press('Open the rows with a passphrase');
      await dialogOnce(second, /encrypted/);
      await type(second, 'Passphrase', 'not the passphrase');
      await second.press('Open the rows', dialog);
      expect(await dialogOnce(second, /not the passphrase/)).toContain('not the passphrase');
      await type(second, 'Passphrase', passphrase);
      await second.press('Open the rows', dialog);
      await second.textOnce('main', /are opened/);
      await second.untilComputed();
      await useLevel90(second);
      expect(await numbersOf(second)).toEqual(before);
      expect(await second.page.faults()).toEqual([]);
      await second.page.close();
    },
    patience,
  );

  it('runs no script that stands in a label', async () => {
    const first = new Reader(await scene.open());
    await first.load('</script><script>hacked=1.csv', hostileCohort());
    await first.untilComputed();
    const report = await savedBy(first);
    expect(report).not.toContain('hacked=1');
    await first.page.close();
    const second = await opened(report);
    const said = await second.text('main');
    expect(said).toContain('</script><script>hacked=1</script>');
    expect(said).toContain('<img src=x onerror=hacked=1>');
    const hacked = await second.page.evaluate(() => 'hacked' in globalThis);
    expect(hacked).toBe(false);
    expect(await second.page.faults()).toEqual([]);
    await second.page.close();
  });

  it.runIf(once)(
    'says that a damaged report is damaged, and is the page for everything else',
    async () => {
      const first = new Reader(await scene.open());
      await first.openExample();
      const report = await savedBy(first);
      await first.page.close();
      const second = await openElsewhere(report.replace(/("text":".{400})..../, '$1zzzz'));
      expect(await second.textOnce('#start', /This report is damaged/)).toContain(
        'This report is damaged',
      );
      await second.openExample();
      expect(await second.text('#survival')).toContain('Hazard ratio');
      expect(await second.page.faults()).toEqual([]);
      await second.page.close();
    },
  );
}

/** What the dialog says once it says this; encrypting takes its time. */
async function dialogOnce(reader: Reader, pattern: RegExp): Promise<string> {
  await expect.poll(() => reader.text(dialog), { timeout: 30_000 }).toMatch(pattern);
  return reader.text(dialog);
}

/** Saves the report that is offered once `prepare` has been done. */
async function savedBy(reader: Reader, prepare?: () => Promise<void>): Promise<string> {
  await reader.openSharing();
  await dialogOnce(reader, /What stays here/);
  await reader.page.evaluate(() => {
    const labels = [...document.querySelectorAll<HTMLElement>('dialog[open] .share-kinds label')];
    labels.find((one) => one.textContent?.startsWith('Report in one file'))?.click();
  });
  await dialogOnce(reader, /Save the report/);
  await prepare?.();
  await reader.catchSaved();
  await reader.press('Save the report', dialog);
  const [saved] = await reader.untilSaved(1);
  expect(saved?.name).toMatch(/ report\.html$/);
  await reader.press('Close', dialog);
  return saved!.text;
}

async function numbersOf(reader: Reader): Promise<string[]> {
  const rows: string[] = [];
  for (const section of sections) rows.push(...(await reader.rows(`#${section}`)));
  return rows;
}

async function useLevel90(reader: Reader): Promise<void> {
  await reader.openAll('#survival');
  await reader.choose('90%', '#survival');
}

async function tick(name: string, { page }: Reader): Promise<void> {
  const found = await page.evaluate((wanted) => {
    const labels = [...document.querySelectorAll<HTMLElement>('dialog[open] label')];
    const label = labels.find((one) => one.textContent?.trim() === wanted);
    label?.click();
    return label !== undefined;
  }, name);
  expect(found, name).toBe(true);
}

/** Into an empty field of the dialog, in place of what stands there. */
async function type(reader: Reader, name: string, text: string): Promise<void> {
  await reader.page.evaluate((wanted) => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('dialog[open] input')];
    const field = fields.find((one) => one.labels?.[0]?.textContent?.trim() === wanted);
    field?.focus();
    field?.select();
  }, name);
  await reader.page.type(text);
}

function hostileCohort(): Uint8Array {
  const arms = ['</script><script>hacked=1</script>', '<img src=x onerror=hacked=1>'];
  const rows = Array.from({ length: 40 }, (_, at) =>
    [arms[at % 2], 1 + ((at * 7) % 23), at % 3 === 0 ? 0 : 1, at % 2 === 0 ? 'PR' : 'SD'].join(),
  );
  return bytes(['arm,os_months,os_event,best_response', ...rows].join('\n'));
}
