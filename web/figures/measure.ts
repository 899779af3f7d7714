// How wide a text will be, before it is drawn.

import { text } from '../text/text.ts';

export type Measure = (text: string, size: number, bold?: boolean) => number;

let context: CanvasRenderingContext2D | null = null;

/** More widths than figures of any size need. */
const mostKept = 5000;

/**
 * Measured on a canvas, which needs no layout and disturbs none. A figure asks for the same few texts
 * again and again, and to ask for the page's font forces its style: both are kept.
 */
function measureIn(familyNow: () => string): Measure {
  const widths = new Map<string, number>();
  let family: string | null = null;
  return (words, size, bold = false) => {
    const font = `${bold ? 600 : 400} ${size}px `;
    const known = widths.get(font + words);
    if (known !== undefined) return known;
    context ??= document.createElement('canvas').getContext('2d');
    if (context === null) return words.length * size * 0.55;
    context.font = font + (family ??= familyNow());
    const { width } = context.measureText(words);
    if (widths.size >= mostKept) widths.clear();
    widths.set(font + words, width);
    return width;
  };
}

/** In the page's own font. */
export const measureText = measureIn(() => getComputedStyle(document.documentElement).fontFamily);

/** In the type that files are set in. */
export const measureInFile = measureIn(() => text.figures.fileFont);

/** The text, or as much of its beginning as fits. */
export function fitted(whole: string, room: number, width: (text: string) => number): string {
  return cutTo(whole, room, width, (kept) => `${whole.slice(0, kept).trimEnd()}…`);
}

/** The text in one line or two, the second as much as fits. */
export function inTwoLines(whole: string, room: number, width: (text: string) => number): string[] {
  if (width(whole) <= room) return [whole];
  const words = whole.split(' ');
  let first = words.length - 1;
  while (first > 0 && width(words.slice(0, first).join(' ')) > room) first -= 1;
  if (first === 0) return [fitted(whole, room, width)];
  const second = words.slice(first).join(' ');
  return [words.slice(0, first).join(' '), fitted(second, room, width)];
}

/** The text, or as much of its beginning and its end as fits. */
export function fittedInMiddle(
  whole: string,
  room: number,
  width: (text: string) => number,
): string {
  return cutTo(whole, room, width, (kept) => {
    const end = Math.ceil(kept / 2);
    return `${whole.slice(0, kept - end).trimEnd()}…${whole.slice(whole.length - end).trimStart()}`;
  });
}

function cutTo(
  whole: string,
  room: number,
  width: (text: string) => number,
  cut: (kept: number) => string,
): string {
  if (width(whole) <= room) return whole;
  let kept = whole.length - 1;
  while (kept > 1 && width(cut(kept)) > room) kept -= 1;
  return cut(kept);
}
