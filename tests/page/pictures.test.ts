import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { PNG } from 'pngjs';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { differenceOf, kept, tolerated } from './pictures/compare.ts';
import { launchForPictures, type Look, schemes, widths } from './pictures/page.ts';
import { type Taken, takePictures } from './pictures/take.ts';

/** Set by scripts/screenshots: the pictures of now become the reviewed ones. */
const accept = process.env['ACCEPT_PICTURES'] === '1';

const reviewedFolder = resolve(import.meta.dirname, 'pictures/reviewed');
const shownFolder = resolve(import.meta.dirname, '../../build/pictures');

const looks = widths.flatMap((width) => schemes.map((scheme): Look => ({ width, scheme })));
const sections = [
  'start',
  'data',
  'patients',
  'response',
  'survival',
  'regression',
  'subgroups',
  'safety',
  'claims',
  'privacy',
  'checked',
];
const beside = [
  'regression-opened',
  'terms',
  'saving',
  'share-results',
  'share-rows',
  'share-report',
  'new-version',
];
const names = [...sections, ...beside];

let browser: Browser;

beforeAll(async () => {
  browser = await launchForPictures();
});
afterAll(() => browser.close());

describe.each(looks)('at $width px, $scheme', (look) => {
  let taken: Taken;

  beforeAll(async () => {
    taken = await takePictures(browser, look);
    mkdirSync(shownFolder, { recursive: true });
  }, 180_000);

  it.each(names)('%s looks as reviewed', (name) => {
    const file = `${name}-${look.width}-${look.scheme}.png`;
    const shown = taken.sections.get(name) ?? taken.beside.get(name);
    if (shown === undefined) throw new Error(`The page has no ${name}`);
    if (accept) writePicture(resolve(reviewedFolder, file), shown);
    const { share, words, drawn } = differenceOf(shown, readPicture(resolve(reviewedFolder, file)));
    if (share > tolerated) {
      writePicture(resolve(shownFolder, file), shown);
      if (drawn !== null) writePicture(resolve(shownFolder, `difference-${file}`), drawn);
    }
    expect(share, `${file} ${words}; see build/pictures`).toBeLessThanOrEqual(tolerated);
  });

  it('has no other section', () => {
    expect([...taken.sections.keys()].toSorted()).toEqual(sections.toSorted());
  });
});

it('has a reviewed picture for nothing else', () => {
  const expected = looks.flatMap(({ width, scheme }) =>
    names.map((name) => `${name}-${width}-${scheme}.png`),
  );
  if (accept)
    for (const file of readdirSync(reviewedFolder)) {
      if (!expected.includes(file)) rmSync(resolve(reviewedFolder, file));
    }
  expect(readdirSync(reviewedFolder).toSorted()).toEqual(expected.toSorted());
});

function readPicture(path: string): PNG {
  if (!existsSync(path)) throw new Error(`${path} is missing; scripts/screenshots makes it`);
  return PNG.sync.read(readFileSync(path));
}

function writePicture(path: string, picture: PNG): void {
  mkdirSync(resolve(path, '..'), { recursive: true });
  writeFileSync(path, kept(picture));
}
