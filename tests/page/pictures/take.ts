import type { PNG } from 'pngjs';
import type { Browser, Page } from 'puppeteer-core';

import { modelAbstract } from '../model-abstract.ts';
import { cutOut, type Look, openPage, type Pictures, pressed, settled, wholePage } from './page.ts';
import { newVersion, takeBeside } from './take-beside.ts';

export interface Taken {
  sections: Pictures;
  /** What no section shows by itself. */
  beside: Pictures;
}

/** The start of the page, and of the example cohort what opens over it and every section, with a paper. */
export async function takePictures(browser: Browser, look: Look): Promise<Taken> {
  const page = await openPage(browser, look);

  await settled(page);
  const start = await aboveTheRest(page);

  await pressed(page, 'Open the example cohort');
  await page.waitForSelector('#survival svg');
  await settled(page);
  const beside = await takeBeside(page);

  await pasted(page, '#claims textarea', modelAbstract);
  await page.waitForSelector('#claims .claims-columns');
  await settled(page);
  await page.evaluate(() => scrollTo(0, 0));
  const ofCohort = await picturesOfSections(page);

  await page.$$eval('#regression details', (folded) => {
    for (const one of folded) (one as HTMLDetailsElement).open = true;
  });
  await settled(page);
  beside.set('regression-opened', (await picturesOfSections(page)).get('regression')!);
  await page.close();
  beside.set('new-version', await newVersion(browser, look));
  return { sections: new Map([...ofCohort, ['start', start]]), beside };
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

/** The top of the page down to the end of Start, with the bar and the rail. */
async function aboveTheRest(page: Page): Promise<PNG> {
  const whole = await wholePage(page);
  const end = await page.$eval('#start', (start) => start.getBoundingClientRect().bottom + scrollY);
  return cutOut(whole, 0, 0, whole.width, Math.min(Math.ceil(end), whole.height));
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
async function picturesOfSections(page: Page): Promise<Pictures> {
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
