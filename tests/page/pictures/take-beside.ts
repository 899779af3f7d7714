// What no section shows by itself: what stands folded, the dialogs, the notice of a new version.
import { PNG } from 'pngjs';
import type { Browser, Page } from 'puppeteer-core';

import { laterRelease, startHost } from '../host.ts';
import { type Look, openPage, type Pictures, pressed, sections, settled } from './take.ts';

export async function takeBeside(browser: Browser, look: Look): Promise<Pictures> {
  const pictures: Pictures = new Map();
  const page = await openPage(browser, look);
  await pressed(page, 'Open the example cohort');
  await page.waitForSelector('#survival svg');
  await settled(page);

  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open]');
  pictures.set('terms', await windowOf(page));
  await page.keyboard.press('Escape');

  await page.$eval('.save > button', (button) => (button as HTMLElement).click());
  pictures.set('saving', await windowOf(page));
  await pressed(page, 'Share this analysis');
  await page.waitForSelector('dialog[open] .share-kinds');
  for (const [name, kind] of kinds) {
    await choose(page, kind);
    await settled(page);
    if (name !== 'share-results') await toTheEnd(page);
    pictures.set(name, await windowOf(page));
  }
  await page.keyboard.press('Escape');

  await page.$$eval('#regression details', (folded) => {
    for (const one of folded) (one as HTMLDetailsElement).open = true;
  });
  await settled(page);
  pictures.set('regression-opened', (await sections(page)).get('regression')!);
  await page.close();
  pictures.set('new-version', await newVersion(browser, look));
  return pictures;
}

/** What can be shared, and as what it is chosen. */
const kinds = [
  ['share-results', 'Results'],
  ['share-rows', 'Patients’ rows'],
  ['share-report', 'Report in one file'],
] as const;

async function choose(page: Page, kind: string): Promise<void> {
  await page.$$eval(
    'dialog[open] .share-kinds label',
    (labels, wanted) => {
      const label = labels.find((one) => one.textContent?.startsWith(wanted));
      (label as HTMLElement | undefined)?.click();
    },
    kind,
  );
}

/** Below what goes and what stays: the fields, and what makes the link or the file. */
async function toTheEnd(page: Page): Promise<void> {
  await page.$$eval('dialog[open], dialog[open] *', (parts) => {
    for (const part of parts) part.scrollTop = part.scrollHeight;
  });
}

/** The page that is open when its host has a later release. */
async function newVersion(browser: Browser, look: Look): Promise<PNG> {
  const host = await startHost();
  try {
    const first = await openPage(browser, look, host.address);
    await first.waitForFunction(async () => {
      const { active } = await navigator.serviceWorker.ready;
      return active?.state === 'activated';
    });
    await first.close();
    await host.publish(await laterRelease('Later'));
    const page = await openPage(browser, look, host.address);
    await page.waitForSelector('.new-version');
    const picture = await windowOf(page);
    await page.close();
    return picture;
  } finally {
    await host.end();
  }
}

async function windowOf(page: Page): Promise<PNG> {
  await settled(page);
  return PNG.sync.read(Buffer.from(await page.screenshot()));
}
