import { describe, expect, it } from 'vitest';

import { desk, type Page } from './drivers/driver.ts';
import { madeCohort, type Shape } from './made-cohort.ts';
import { Reader } from './reader.ts';
import type { Scene } from './scene.ts';

const shapes: Record<string, Shape> = {
  'two arms': { arms: 2, patients: 120 },
  'four arms': { arms: 4, patients: 200 },
  'eight arms': { arms: 8, patients: 400 },
  'long names': {
    arms: 3,
    patients: 90,
    armName: (arm) =>
      `Pembrolizumab plus ramucirumab and paclitaxel after progression in schedule ${arm}`,
  },
  '5 patients': { arms: 2, patients: 5 },
  '5,000 patients': { arms: 2, patients: 5000 },
  'no events': { arms: 2, patients: 60, events: 0 },
};

/** In which a text has least room: their widths are measured by each engine. */
const narrowest = ['eight arms', 'long names', '5,000 patients'];

const phone = { width: 390, height: 844 };
const wide = { width: 1920, height: 1080 };

/** What must hold of every figure, however the cohort is made and however wide the window. */
export function specifyLayout(scene: Scene): void {
  // What else a shape or a wide window brings is the page's own, not the engine's.
  const everything = scene.engine === 'chromium';
  const cohorts = Object.entries(shapes).filter(([name]) => everything || narrowest.includes(name));
  const windows = everything ? [desk, phone, wide] : [desk, phone];

  describe.each(cohorts)('%s', (_, shape) => {
    it.each(windows)('stands clear at $width px', async (window) => {
      const page = await scene.open();
      await page.resize(window);
      const reader = new Reader(page);
      await reader.load('made.csv', madeCohort(shape));
      if (shape.events === 0) await reader.answerQuestions(/^None/);

      const drawing = '#survival figure svg[role="img"]';
      expect(await overlapsOnceDrawn(page, drawing)).toEqual([]);
      expect((await texts(page, drawing)).length, 'texts of the figure').toBeGreaterThan(5);
      expect(await overlapsOnceDrawn(page, '#subgroups .forest')).toEqual([]);
      const { ticks, rows } = await numbersAtRisk(page);
      expect(ticks.length).toBeGreaterThan(0);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(farFromTicks(row, ticks)).toEqual([]);

      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(await reader.text('main')).not.toMatch(/\b(?:NaN|undefined|null|Infinity)\b|\[object/);
      expect(await page.faults()).toEqual([]);
      await page.resize(desk);
      await page.close();
    });
  });
}

interface Drawn {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The boxes of all texts in the first drawing, or table with a drawing, that the selector finds. */
function texts(page: Page, selector: string): Promise<Drawn[]> {
  return page.evaluate((svg) => {
    const drawing = document.querySelector(svg);
    const words =
      drawing?.querySelectorAll('text, span:not(.visually-hidden), tbody th, td.number') ?? [];
    return [...words].flatMap((element) => {
      // Of words in a table the lines, not the cell that holds them.
      const range = document.createRange();
      range.selectNodeContents(element);
      const { left, right, top, bottom } =
        element.tagName === 'text'
          ? element.getBoundingClientRect()
          : range.getBoundingClientRect();
      const seen = right > left && element.querySelector('span') === null;
      return seen ? [{ text: element.textContent ?? '', left, right, top, bottom }] : [];
    });
  }, selector);
}

/** A line's box holds the space above its letters: boxes may touch by as much. */
const leading = 3;

function overlaps(drawn: readonly Drawn[]): string[] {
  return drawn.flatMap((one, at) =>
    drawn
      .slice(at + 1)
      .filter(
        (other) =>
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > leading,
      )
      .map((other) => `“${one.text}” and “${other.text}”`),
  );
}

/** On a busy machine the last numbers stand a moment before they stand in their places. */
async function overlapsOnceDrawn(page: Page, selector: string): Promise<string[]> {
  let drawn = await texts(page, selector);
  for (let look = 0; look < 20 && (drawn.length === 0 || overlaps(drawn).length > 0); look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    drawn = await texts(page, selector);
  }
  return overlaps(drawn);
}

/** Where the ticks of the time axis stand, and the middles of the numbers in each row below. */
function numbersAtRisk(page: Page): Promise<{ ticks: number[]; rows: number[][] }> {
  return page.evaluate(() => {
    const drawing = document.querySelector<SVGSVGElement>('#survival figure svg[role="img"]');
    const box = (element: Element) => element.getBoundingClientRect();
    // Browsers differ in the box of a line without width: its own figures say where it stands.
    const scale = drawing === null ? 1 : box(drawing).width / (drawing.viewBox.baseVal.width || 1);
    const marks = [...(drawing?.querySelectorAll('path.plot-axis') ?? [])].flatMap((path) => {
      const [, x, y] = /^M([\d.]+)[ ,]([\d.]+)v[\d.]+$/.exec(path.getAttribute('d') ?? '') ?? [];
      return x === undefined || y === undefined ? [] : [{ x: Number(x), y: Number(y) }];
    });
    const { left, top: above } = drawing === null ? { left: 0, top: 0 } : box(drawing);
    const axis = above + scale * Math.max(...marks.map(({ y }) => y)) + 5;
    const rows = new Map<number, number[]>();
    for (const element of drawing?.querySelectorAll('text') ?? []) {
      const { left: start, right, top } = box(element);
      if (top < axis + 25 || !/^[\d,.\s()]+$/.test(element.textContent ?? '')) continue;
      const row = rows.get(Math.round(top)) ?? [];
      rows.set(Math.round(top), [...row, (start + right) / 2]);
    }
    return {
      ticks: marks.map(({ x }) => left + scale * x),
      rows: [...rows.values()],
    };
  });
}

/** Of a row with one number for each tick: the numbers that do not stand under theirs. */
function farFromTicks(row: readonly number[], ticks: readonly number[]): string[] {
  if (row.length !== ticks.length) return [`${row.length} numbers under ${ticks.length} ticks`];
  return row.flatMap((middle, at) => {
    const away = Math.abs(middle - ticks[at]!);
    return away <= 1 ? [] : [`number ${at + 1} is ${away.toFixed(1)} px from its tick`];
  });
}

function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
