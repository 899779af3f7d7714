// node scripts/screenshots.mjs FOLDER: the page before and after opening the example cohort.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { launch } from 'puppeteer-core';

const folder = resolve(process.argv[2] ?? 'build/screenshots');
const address = pathToFileURL(resolve(import.meta.dirname, '../dist/index.html')).href;
const widths = [1280, 768, 390];
const schemes = ['light', 'dark'];

mkdirSync(folder, { recursive: true });
const browser = await launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
});
for (const width of widths) {
  for (const scheme of schemes) {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(address);
    const picture = async (/** @type {string} */ what) => {
      const path = resolve(folder, `${what}-${width}-${scheme}.png`);
      await page.screenshot({ path: /** @type {`${string}.png`} */ (path), fullPage: true });
      console.log(path);
    };
    await picture('start');
    await page.evaluate(() => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find((button) => button.textContent === 'Open the example cohort')?.click();
    });
    await page.waitForFunction(() =>
      document.querySelector('[role=status]')?.textContent?.startsWith('All numbers'),
    );
    await page.evaluate(() => scrollTo(0, 0));
    await picture('example');
    await page.close();
  }
}
await browser.close();
