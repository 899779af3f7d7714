// A scene as a file that stands alone: real text, colours of white paper, its size in millimetres;
// no style sheet, no reference to anything outside.
import { plain, type RichText } from '../base/rich-text.ts';
import { text } from '../text/text.ts';
import { bandOnPaper, onPaper, tokenOf, type Colour } from './looks.ts';
import { fitted, type Measure } from './measure.ts';
import { at, lookOf, textMark, type Draw, type Mark, type Scene, type TextMark } from './scene.ts';

/** Widths of one and of two columns of a journal, in millimetres. */
export const fileWidths = [84, 174] as const;
export type FileWidth = (typeof fileWidths)[number];

const millimetresPerInch = 25.4;
/** The figure's 13.5 px names are 8 points on paper, its 12.5 px text 7.4. */
const unitsPerMillimetre = ((72 / millimetresPerInch) * 13.5) / 8;

export interface FigureWords {
  title: string;
  /** The figure in words, for whoever cannot see it. */
  description: string;
}

/** A figure on its sheet: laid out anew for the width, inside margins that keep ends of lines whole. */
export interface Sheet {
  width: number;
  height: number;
  title: TextMark | null;
  down: number;
  scene: Scene;
}

const margin = 4;
const titleHeight = 28;

export function sheetFor(
  draw: Draw,
  width: FileWidth,
  measure: Measure,
  title: string | null,
): Sheet {
  const units = at(width * unitsPerMillimetre);
  const room = units - 2 * margin;
  const scene = draw(room, measure);
  const down = margin + (title === null ? 0 : titleHeight);
  return {
    width: units,
    height: scene.height + down + margin,
    title: title === null ? null : titleMark(title, room, measure),
    down,
    scene,
  };
}

function titleMark(title: string, room: number, measure: Measure): TextMark {
  const { size = 0 } = lookOf('title');
  const words = fitted(title, room, (own) => measure(own, size, true));
  return textMark(margin, margin + 12, words, { look: 'title' });
}

export interface PixelSize {
  width: number;
  height: number;
}

export function pixelsOf(sheet: Sheet, resolution: number): PixelSize {
  const perUnit = resolution / millimetresPerInch / unitsPerMillimetre;
  return { width: Math.round(sheet.width * perUnit), height: Math.round(sheet.height * perUnit) };
}

/** Sized in millimetres, or in pixels for the browser to draw. */
export function svgFile(sheet: Sheet, words: FigureWords, pixels: PixelSize | null = null): string {
  const { width, height, title, scene } = sheet;
  const size =
    pixels === null
      ? {
          width: `${at(width / unitsPerMillimetre)}mm`,
          height: `${at(height / unitsPerMillimetre)}mm`,
        }
      : pixels;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    opening('svg', {
      xmlns: 'http://www.w3.org/2000/svg',
      ...size,
      viewBox: `0 0 ${at(width)} ${at(height)}`,
      role: 'img',
      'font-family': text.figures.fileFont,
      'font-size': lookOf('text').size,
    }),
    `<title>${escaped(words.title)}</title>`,
    `<desc>${escaped(words.description)}</desc>`,
    ...(title === null ? [] : [markup(title)]),
    opening('g', { transform: `translate(${margin} ${sheet.down})` }),
    ...scene.marks.map(markup),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function markup(mark: Mark): string {
  const look = lookAttributes(mark);
  if (mark.kind === 'path') {
    return opening('path', { d: mark.d, ...look, 'stroke-dasharray': mark.dash }, '/');
  }
  if (mark.kind === 'dot') {
    return opening('circle', { cx: at(mark.x), cy: at(mark.y), r: mark.r, ...look }, '/');
  }
  const anchor = mark.anchor === 'start' ? undefined : mark.anchor;
  const open = opening('text', { x: at(mark.x), y: at(mark.y), 'text-anchor': anchor, ...look });
  return `${open}${pieces(mark.text)}</text>`;
}

function lookAttributes({ look, arm }: Mark) {
  const { fill, stroke, width, size, bold, tint } = lookOf(look);
  const colour = (of: Colour | undefined) =>
    of === undefined ? undefined : onPaper[tokenOf(of, arm)];
  return {
    fill: colour(fill) ?? 'none',
    'fill-opacity': tint ? bandOnPaper : undefined,
    stroke: colour(stroke),
    'stroke-width': width,
    'font-size': size,
    'font-weight': bold ? 'bold' : undefined,
  };
}

function pieces(words: RichText): string {
  return words
    .map((piece) => {
      if (typeof piece === 'string') return escaped(piece);
      const style = 'strong' in piece ? { 'font-weight': 'bold' } : { 'font-style': 'italic' };
      return `${opening('tspan', style)}${escaped(plain([piece]))}</tspan>`;
    })
    .join('');
}

type Attributes = Record<string, string | number | undefined>;

function opening(name: string, attributes: Attributes, close = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${written.join('')}${close}>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** As XML holds it; control characters, which it cannot hold, are left out. */
function escaped(words: string): string {
  return (
    words
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (character) => entities[character] ?? '')
  );
}

/** "rechallenge-cohort-os-kaplan-meier-174mm": letters of any script, numbers and hyphens. */
export function fileName(parts: readonly string[], width: FileWidth): string {
  const named = parts
    .map((part) => part.replace(/\.[a-z0-9]{1,5}$/i, ''))
    .map((part) =>
      part
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .filter((part) => part !== '')
    .map((part) => part.slice(0, 60));
  return [...named, `${width}mm`].join('-');
}
