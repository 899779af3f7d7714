import { describe, expect, test } from 'vitest';

import { fileName, pixelsOf, sheetFor, svgFile } from '../../../web/figures/figure-file.ts';
import { bandOnPaper, onPaper } from '../../../web/figures/looks.ts';
import { pathMark, textMark, type Draw } from '../../../web/figures/scene.ts';
import { readFileSync } from 'node:fs';

const measure = (text: string, size: number) => text.length * size * 0.55;

const draw: Draw = (width) => ({
  width,
  height: 300,
  marks: [
    pathMark('curve', 'M0,0H10', 1, '7 4'),
    pathMark('band', 'M0,0H10V5Z', 0),
    textMark(5, 20, ['CPS <1 & "HER2"', { term: 'p' }], { look: 'value', arm: 2 }),
  ],
});

const words = { title: 'Survival by arm', description: 'Two curves: A & B.' };

function file(width: 84 | 174 = 174, title: string | null = null): string {
  return svgFile(sheetFor(draw, width, measure, title), words);
}

describe('a figure as SVG', () => {
  test('states its size in millimetres and its proportions in the same units', () => {
    const [, width, height, unitsWide, unitsHigh] =
      /width="([\d.]+)mm" height="([\d.]+)mm" viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(file()) ?? [];
    expect(Number(width)).toBeCloseTo(174, 1);
    expect(Number(height) / Number(width)).toBeCloseTo(Number(unitsHigh) / Number(unitsWide), 3);
  });

  test.each([84, 174] as const)('has text of 7 to 8 points at %i mm', (width) => {
    const units = Number(/viewBox="0 0 ([\d.]+)/.exec(file(width))?.[1]);
    const pointsPerUnit = (width / 25.4) * (72 / units);
    expect(12.5 * pointsPerUnit).toBeGreaterThanOrEqual(7);
    expect(13.5 * pointsPerUnit).toBeLessThanOrEqual(8.01);
  });

  test('is laid out for its width, not scaled to it', () => {
    const widths: number[] = [];
    const noting: Draw = (width, how) => {
      widths.push(width);
      return draw(width, how);
    };
    sheetFor(noting, 84, measure, null);
    sheetFor(noting, 174, measure, null);
    expect(widths[0]).toBeLessThan(400);
    expect(widths[1]).toBeGreaterThan(800);
  });

  test('stands alone: no style sheet, no variable, no address but the name of SVG itself', () => {
    const svg = file();
    expect(svg).not.toMatch(/var\(|<style|class=|href|url\(|@import/);
    expect(svg.match(/https?:/g)).toHaveLength(1);
    expect(svg).toContain(`stroke="${onPaper['arm-2']}"`);
    expect(svg).toContain(`fill="${onPaper['arm-3']}"`);
  });

  test('holds its words as text, for eyes and for screen readers', () => {
    const svg = file();
    expect(svg).toContain(
      '>CPS &lt;1 &amp; &quot;HER2&quot;<tspan font-style="italic">p</tspan></text>',
    );
    expect(svg).toContain('<title>Survival by arm</title>');
    expect(svg).toContain('<desc>Two curves: A &amp; B.</desc>');
  });

  test('has its title in sight only when asked', () => {
    expect(file()).not.toContain('>Survival by arm</text>');
    expect(file(174, words.title)).toContain('>Survival by arm</text>');
  });

  test('leaves out what XML cannot hold', () => {
    const sheet = sheetFor(
      (width) => ({ width, height: 9, marks: [textMark(0, 0, 'A\u0000B')] }),
      84,
      measure,
      null,
    );
    expect(svgFile(sheet, words)).toContain('>AB</text>');
  });

  test('becomes as many pixels as its resolution says', () => {
    const sheet = sheetFor(draw, 174, measure, null);
    expect(pixelsOf(sheet, 600).width).toBe(4110);
    expect(pixelsOf(sheet, 300).width).toBe(2055);
  });
});

test('the colours of a file are those of the light theme', () => {
  const theme = readFileSync(new URL('../../../web/ui/theme.css', import.meta.url), 'utf8');
  const light = theme.slice(0, theme.indexOf('@media not print'));
  for (const [token, colour] of Object.entries(onPaper)) {
    expect(light).toContain(`--${token}: ${colour};`);
  }
  expect(light).toContain(`--band: ${100 * bandOnPaper}%;`);
});

test('a file is named after the cohort, the endpoint, the figure and its width', () => {
  expect(fileName(['Rechallenge cohort.csv', 'OS', 'kaplan-meier'], 174)).toBe(
    'rechallenge-cohort-os-kaplan-meier-174mm',
  );
  expect(fileName(['../étude №3', '', 'forest'], 84)).toBe('étude-3-forest-84mm');
});
