// A figure as marks on paper, in the order in which they are drawn. The page draws a scene, a file
// holds it, and tests measure it: one layout serves all three.
import { plain, type RichText } from '../base/rich-text.ts';
import { looks, type Look, type LookName } from './looks.ts';
import type { Box } from './labels.ts';
import type { Measure } from './measure.ts';

export type Anchor = 'start' | 'middle' | 'end';

export interface TextMark {
  kind: 'text';
  look: LookName;
  x: number;
  /** The baseline. */
  y: number;
  text: RichText;
  anchor: Anchor;
  arm: number;
}

export interface PathMark {
  kind: 'path';
  look: LookName;
  d: string;
  arm: number;
  dash: string | undefined;
}

export interface DotMark {
  kind: 'dot';
  look: LookName;
  x: number;
  y: number;
  r: number;
  arm: number;
}

export type Mark = TextMark | PathMark | DotMark;

export interface Scene {
  width: number;
  height: number;
  marks: Mark[];
}

/** Lays a figure out for a width, with texts as wide as `measure` says. */
export type Draw = (width: number, measure: Measure) => Scene;

interface TextStyle {
  look?: LookName;
  anchor?: Anchor;
  arm?: number;
}

export function textMark(
  x: number,
  y: number,
  text: string | RichText,
  { look = 'text', anchor = 'start', arm = 0 }: TextStyle = {},
): TextMark {
  return { kind: 'text', look, x, y, text: typeof text === 'string' ? [text] : text, anchor, arm };
}

export function pathMark(look: LookName, d: string, arm = 0, dash?: string): PathMark {
  return { kind: 'path', look, d, arm, dash: dash ?? lookOf(look).dash };
}

export function rectangle(look: LookName, { x, y, width, height }: Box, arm = 0): PathMark {
  return pathMark(look, `M${at(x)},${at(y)}h${at(width)}v${at(height)}h${at(-width)}Z`, arm);
}

export function lookOf(name: LookName): Look {
  return looks[name];
}

/** A coordinate as a file holds it. */
export function at(coordinate: number): number {
  return Math.round(coordinate * 100) / 100;
}

/** The paper that a text takes. */
export function textBox(mark: TextMark, measure: Measure): Box {
  const { size = 0, bold = false } = lookOf(mark.look);
  const width = measure(plain(mark.text), size, bold);
  const before = { start: 0, middle: width / 2, end: width }[mark.anchor];
  return { x: mark.x - before, y: mark.y - size * 0.8, width, height: size };
}
