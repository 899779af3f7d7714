import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

import { PNG } from 'pngjs';
import { launch, type Browser, type Page } from 'puppeteer-core';

import { modelAbstract } from '../model-abstract.ts';

export const widths = [1280, 768, 390] as const;
export const schemes = ['light', 'dark'] as const;

export interface Look {
  width: (typeof widths)[number];
  scheme: (typeof schemes)[number];
}

/** Pictures of parts of the page, by name. */
export type Pictures = Map<string, PNG>;

const address = pathToFileURL(resolve(import.meta.dirname, '../../../dist/index.html')).href;

/** Text is drawn the same on every machine: no hinting, no colours at its edges. */
const steadyText = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

export function launchForPictures(): Promise<Browser> {
  return launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...steadyText],
  });
}

export async function openPage(browser: Browser, look: Look, at = address): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: look.width, height: 900 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: look.scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(at);
  return page;
}

/** The start of the page, its other views, and every section of the example cohort, with a paper. */
export async function takePictures(browser: Browser, look: Look): Promise<Pictures> {
  const page = await openPage(browser, look);
  const pictures: Pictures = new Map();

  await settled(page);
  pictures.set('start', await aboveTheRest(page));

  await pressed(page, 'Open the example cohort');
  await page.waitForSelector('#survival svg');
  await pasted(page, '#claims textarea', modelAbstract);
  await page.waitForSelector('#claims .claims-columns');
  await settled(page);
  await page.evaluate(() => scrollTo(0, 0));
  for (const [id, picture] of await sections(page)) if (id !== 'start') pictures.set(id, picture);
  await page.close();
  return pictures;
}

export async function pressed(page: Page, name: string): Promise<void> {
  await page.evaluate((wanted) => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find((button) => button.textContent?.trim() === wanted)?.click();
  }, name);
}

async function pasted(page: Page, field: string, text: string): Promise<void> {
  await page.$eval(
    field,
    (area, given) => {
      (area as HTMLTextAreaElement).value = given;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );
}

/** Nothing computes any more, and what is off screen, which is drawn last, is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main');
  for (let calm = 0; calm < 10;) {
    await new Promise((later) => setTimeout(later, 100));
    calm = (await page.$('[aria-busy=true]')) === null ? calm + 1 : 0;
  }
}

/** The top of the page down to the end of Start, with the bar and the rail. */
async function aboveTheRest(page: Page): Promise<PNG> {
  const whole = await wholePage(page);
  const end = await page.$eval('#start', (start) => start.getBoundingClientRect().bottom + scrollY);
  return cutOut(whole, 0, 0, whole.width, Math.min(Math.ceil(end), whole.height));
}

async function wholePage(page: Page): Promise<PNG> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return PNG.sync.read(Buffer.from(await page.screenshot({ fullPage: true })));
}

/**
 * Each section begins at a whole pixel, so that its letters are drawn the same whatever stands
 * above it.
 */
async function alignSections(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const section of document.querySelectorAll<HTMLElement>('main > section[id]')) {
      const top = section.getBoundingClientRect().top + scrollY;
      const margin = Number.parseFloat(getComputedStyle(section).marginTop);
      section.style.marginTop = `${margin + Math.ceil(top) - top}px`;
    }
  });
}

/** Each section cut from one picture of the page, so that nothing has scrolled between them. */
export async function sections(page: Page): Promise<Pictures> {
  await alignSections(page);
  const whole = await wholePage(page);
  const boxes = await page.evaluate(() =>
    [...document.querySelectorAll('main > section[id]')].map((section) => {
      const { x, y, width, height } = section.getBoundingClientRect();
      return { id: section.id, x, y: y + scrollY, width, height };
    }),
  );
  return new Map(
    boxes.map(({ id, ...box }) => {
      const [x, y] = [Math.floor(box.x), Math.floor(box.y)];
      const width = Math.min(Math.ceil(box.width), whole.width - x);
      const height = Math.min(Math.ceil(box.height), whole.height - y);
      return [id, cutOut(whole, x, y, width, height)];
    }),
  );
}

function cutOut(whole: PNG, x: number, y: number, width: number, height: number): PNG {
  const part = new PNG({ width, height });
  PNG.bitblt(whole, part, x, y, width, height, 0, 0);
  return part;
}
