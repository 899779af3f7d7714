// What a user waits for, in Chromium: from opening the page to the first numbers, and from each kind
// of change to the last new number, and how long a large file holds the page (0: never 50 ms; also by
// processor time, which a busy machine does not lengthen), with the goal beside it:
// node scripts/benchmarks/page.mjs [rounds]
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { launch } from 'puppeteer-core';

import { longestByProcessor } from './processor-time.mjs';
import { resampled } from './resampled.mjs';
import { installWatch } from './watch.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{ what: string, goal: number, times: number[] }} Measured */

const goals = { first: 300, change: 100, task: 50 };
/** Rows of files that must not hold the page. */
const large = [20_000, 100_000];
const rounds = Number(process.argv[2] ?? 5);
const root = resolve(import.meta.dirname, '../..');
const built = pathToFileURL(process.env['PAGE'] ?? resolve(root, 'dist/index.html')).href;
const example = readFileSync(resolve(root, 'web/examples/rechallenge_cohort.csv'), 'utf8');

/** Each kind of change, as what it does to the page. What is taken back is answered from memory. */
const changes = /** @type {const} */ ([
  ['reference arm', 'choose', 'Reference arm', ''],
  ['arm', 'choose', 'Treatment arm', 'sex'],
  ['arm, taken back', 'choose', 'Treatment arm', 'arm'],
  ['covariate left out', 'choose', 'Role of pathology', 'unused'],
  ['covariate put back', 'choose', 'Role of pathology', 'covariate'],
  ['event value, ticked', 'press', '0', '#data'],
  ['event value, answered', 'press', '0 means', '#data'],
  ['endpoint switch', 'press', 'Progression-free survival', '#survival'],
  ['denominator', 'press', 'Evaluable only', '#response'],
  ['coverage of intervals', 'press', '90%', 'main'],
]);

/** @type {Map<string, Measured>} */
const measured = new Map();

const browser = await launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
for (let round = 0; round < rounds; ++round) {
  await opened(async (page) => {
    note('example, pressed when the page has loaded', goals.first, await act(page, 'example'));
  });
  for (const patients of [83, 1000]) {
    const csv = patients === 83 ? example : resampled(example, patients);
    await opened(async (page) => {
      await pause(1000); // nobody chooses a file sooner
      note(`${patients} patients, first file`, goals.first, await act(page, 'open', csv));
      note(`${patients} patients, next file`, goals.first, await act(page, 'open', csv));
      for (const [what, how, name, value] of changes) {
        note(`${patients} patients, ${what}`, goals.change, await act(page, how, name, value));
      }
    });
  }
}
for (let round = 0; round < rounds; ++round) {
  for (const many of large) {
    await opened(async (page) => {
      await pause(1000);
      const csv = resampled(example, many);
      /** @type {number[]} */
      let observed = [];
      const onProcessor = await longestByProcessor(page, async () => {
        observed = await page.evaluate((given) => Reflect.get(globalThis, 'longest')(given), csv);
      });
      for (const [at, phase] of ['the file is read', 'the answers come'].entries()) {
        const what = `${many} patients, longest task while ${phase}`;
        note(what, goals.task, observed[at] ?? null);
        note(`${what}, processor time`, goals.task, onProcessor[at] ?? null);
      }
    });
  }
}
await browser.close();
for (const one of measured.values()) report(one);

/** @param {(page: Page) => Promise<void>} use */
async function opened(use) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(installWatch);
  await page.goto(built, { waitUntil: 'load' });
  await use(page);
  await page.close();
}

/**
 * @param {Page} page
 * @param {string} how
 * @param {string[]} parts
 * @returns {Promise<number | null>} milliseconds to the last change of the page; null without a control
 */
function act(page, how, ...parts) {
  return page.evaluate((given) => Reflect.get(globalThis, 'watch')(...given), [how, ...parts]);
}

/** @param {string} what @param {number} goal @param {number | null} time */
function note(what, goal, time) {
  const own = measured.get(what) ?? { what, goal, times: [] };
  measured.set(what, own);
  if (time !== null) own.times.push(time);
}

/** @param {Measured} measured */
function report({ what, goal, times }) {
  if (times.length === 0) {
    console.log(`${what}: the page has no such control`);
    return;
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
  const verdict = median <= goal ? 'within' : 'OVER';
  console.log(
    `${what}: ${median.toFixed(0)} ms (median of ${times.length}), ${verdict} the goal of ${goal} ms`,
  );
}
