import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

import { PNG } from 'pngjs';
import { launch, type Browser, type Page } from 'puppeteer-core';

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

export async function pressed(page: Page, name: string): Promise<void> {
  await page.evaluate((wanted) => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find((button) => button.textContent?.trim() === wanted)?.click();
  }, name);
}

/** Nothing computes any more, and what is off screen, which is drawn last, is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main');
  await page.evaluate(async () => {
    for (let calm = 0; calm < 10;) {
      await new Promise((later) => setTimeout(later, 20));
      await new Promise(requestAnimationFrame);
      const busy = document.querySelector('[aria-busy=true], .computing, .settling') !== null;
      calm = busy ? 0 : calm + 1;
    }
  });
}

export async function wholePage(page: Page): Promise<PNG> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return PNG.sync.read(Buffer.from(await page.screenshot({ fullPage: true })));
}

/** As much of one part of the page as the window shows, and nothing of what is behind it. */
export async function pictureOf(page: Page, part: string): Promise<PNG> {
  await page.waitForSelector(part);
  await settled(page);
  const { left, top, right, bottom } = await page.$eval(part, (element) => {
    const box = element.getBoundingClientRect();
    return {
      left: Math.ceil(Math.max(0, box.left)),
      top: Math.ceil(Math.max(0, box.top)),
      right: Math.floor(Math.min(innerWidth, box.right)),
      bottom: Math.floor(Math.min(innerHeight, box.bottom)),
    };
  });
  const window = PNG.sync.read(Buffer.from(await page.screenshot()));
  return cutOut(window, left, top, right - left, bottom - top);
}

export function cutOut(whole: PNG, x: number, y: number, width: number, height: number): PNG {
  const part = new PNG({ width, height });
  PNG.bitblt(whole, part, x, y, width, height, 0, 0);
  return part;
}
