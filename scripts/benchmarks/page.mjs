// From reading the file of the 83 example patients to the last result on the page, in Chromium.
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { launch } from 'puppeteer-core';

const goal = 300;
const root = resolve(import.meta.dirname, '../..');
const example = resolve(root, 'web/examples/rechallenge_cohort.csv');

const browser = await launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const firsts = [];
const laters = [];
for (let round = 0; round < 5; ++round) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(resolve(root, 'dist/index.html')).href);
  await page.evaluate(watchTheStatus);
  await pause(1000); // nobody chooses a file sooner
  firsts.push(await timeOfLoading(page));
  laters.push(await timeOfLoading(page));
  await page.close();
}
await browser.close();

report('first file after opening the page', firsts);
report('next file', laters);

/** Notes the moment a file is chosen, and the moment the page says that all numbers are there. */
function watchTheStatus() {
  let chosen = 0;
  addEventListener('change', () => (chosen = performance.now()), { capture: true });
  const status = document.querySelector('[role=status]');
  if (status === null) throw new Error('the page has no status');
  new MutationObserver(() => {
    if (!status.textContent?.startsWith('All numbers')) return;
    const elapsed = performance.now() - chosen;
    dispatchEvent(new CustomEvent('computed', { detail: elapsed }));
  }).observe(status, { childList: true, characterData: true, subtree: true });
}

/** @param {import('puppeteer-core').Page} page @returns {Promise<number>} milliseconds */
async function timeOfLoading(page) {
  const elapsed = page.evaluate(
    () =>
      new Promise((done) =>
        addEventListener('computed', (event) => done(/** @type {CustomEvent} */ (event).detail), {
          once: true,
        }),
      ),
  );
  const input = await page.$('input[type=file]');
  if (input === null) throw new Error('the page has no file input');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(
    example,
  );
  return /** @type {Promise<number>} */ (elapsed);
}

/** @param {string} what @param {number[]} times */
function report(what, times) {
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
  const verdict = median <= goal ? 'within' : 'OVER';
  console.log(
    `83 patients, ${what}: ${median.toFixed(0)} ms (median of ${times.length}), ${verdict} the goal of ${goal} ms`,
  );
}
