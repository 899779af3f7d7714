// What no section shows by itself: what stands folded, the dialogs, the notice of a new version.
import type { PNG } from 'pngjs';
import type { Browser, Page } from 'puppeteer-core';

import { laterRelease, startHost } from '../host.ts';
import { type Look, openPage, pictureOf, type Pictures, pressed, settled } from './page.ts';

/** What opens over the page of a cohort, without the page behind it. */
export async function takeBeside(page: Page): Promise<Pictures> {
  const pictures: Pictures = new Map();

  await page.keyboard.press('?');
  pictures.set('terms', await pictureOf(page, dialog));
  await page.keyboard.press('Escape');

  await page.$eval('.save > button', (button) => (button as HTMLElement).click());
  pictures.set('saving', await pictureOf(page, '.save-menu'));
  await pressed(page, 'Share this analysis');
  await page.waitForSelector(`${dialog} .share-kinds`);
  for (const [name, kind] of kinds) {
    await choose(page, kind);
    await settled(page);
    if (name !== 'share-results') await toTheEnd(page);
    pictures.set(name, await pictureOf(page, dialog));
  }
  await page.keyboard.press('Escape');
  return pictures;
}

const dialog = 'dialog[open]';

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
export async function newVersion(browser: Browser, look: Look): Promise<PNG> {
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
    const picture = await pictureOf(page, '.new-version');
    await page.close();
    return picture;
  } finally {
    await host.end();
  }
}
