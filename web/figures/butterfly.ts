// Adverse events of two arms back to back, with the difference of each beside them.
import { scaleLinear } from 'd3-scale';

import { percent, percentNumber, pointsInterval, signedPoints } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import { textSize } from './looks.ts';
import { fitted, type Measure } from './measure.ts';
import { at, pathMark, rectangle, textMark, type Draw, type Mark } from './scene.ts';

export interface ButterflySide {
  events: number;
  n: number;
  rate: number;
}

export interface ButterflyRow {
  term: string;
  left: ButterflySide;
  right: ButterflySide;
  /** Of the rates, left less right. */
  difference: { value: number; lower: number; upper: number };
  p: number;
}

export interface ButterflyData {
  arms: readonly [left: string, right: string];
  rows: readonly ButterflyRow[];
  /** "any grade" */
  grade: string;
  /** "95%" */
  level: string;
}

const words = text.safety.butterfly;

/** Below this width a term stands over its bars, and the differences are left to the table. */
const narrowBelow = 600;
const barHeight = 12;
const heights = { wide: 24, narrow: 40 };
/** Paper beyond the longest bar, for its percentage. */
const roomForRate = 46;

interface Columns {
  narrow: boolean;
  label: number;
  centre: number;
  half: number;
  difference: { x: number; width: number } | null;
}

export function drawButterfly(data: ButterflyData): Draw {
  return (width, measure) => {
    const columns = columnsOf(data, width, measure);
    const rowHeight = columns.narrow ? heights.narrow : heights.wide;
    const top = 26;
    const bottom = top + rowHeight * data.rows.length + 4;
    const most = data.rows.reduce(
      (high, { left, right }) => Math.max(high, left.rate, right.rate),
      0.05,
    );
    const bars = scaleLinear([0, most], [0, columns.half - roomForRate]);
    return {
      width,
      height: bottom + 46,
      marks: [
        ...heads(data, columns, width, measure),
        ...barAxis(columns, bars, bottom, stretches(columns, data.rows.length, { top, bottom })),
        ...differenceAxis(data, columns, { top, bottom }),
        ...data.rows.flatMap((row, index) => {
          const y = top + rowHeight * (index + 1) - 6;
          return [
            ...rowMarks(row, columns, bars, y, width, measure),
            ...differenceMarks(row, data, columns, y),
          ];
        }),
      ],
    };
  };
}

interface Vertical {
  top: number;
  bottom: number;
}

/** Where vertical lines run: beside all bars, or where terms stand between these, past each. */
function stretches({ narrow }: Columns, rows: number, whole: Vertical): Vertical[] {
  if (!narrow) return [whole];
  return Array.from({ length: rows }, (_, index) => {
    const y = whole.top + heights.narrow * (index + 1) - 6;
    return { top: y - barHeight - 1, bottom: index === rows - 1 ? whole.bottom : y + 3 };
  });
}

function columnsOf({ rows }: ButterflyData, width: number, measure: Measure): Columns {
  if (width < narrowBelow) {
    return { narrow: true, label: 0, centre: width / 2, half: width / 2, difference: null };
  }
  const widest = rows.reduce((most, { term }) => Math.max(most, measure(term, textSize)), 0);
  const label = Math.min(widest + 16, width * 0.28);
  const difference = Math.max(150, width * 0.26);
  const half = (width - label - difference - 24) / 2;
  return {
    narrow: false,
    label,
    centre: label + half,
    half,
    difference: { x: width - difference, width: difference - 12 },
  };
}

function heads(
  { arms, level }: ButterflyData,
  { centre, half, difference }: Columns,
  width: number,
  measure: Measure,
): Mark[] {
  const long = (own: string) => measure(own, 13.5, true);
  const [left, right] = arms;
  // A name that is longer than its half has what the other leaves.
  const both = long(left) + long(right) + 24 <= 2 * half;
  const room = both ? Infinity : half - 12;
  const furthest = [centre - half + long(left) + 12, centre + half - long(right) - 12] as const;
  const middle = both ? Math.min(Math.max(centre, furthest[0]), furthest[1]) : centre;
  return [
    textMark(middle - 8, 12, fitted(left, room, long), { look: 'name', anchor: 'end', arm: 0 }),
    textMark(middle + 8, 12, fitted(right, room, long), { look: 'name', arm: 1 }),
    ...(difference === null
      ? []
      : [textMark(width, 12, words.differenceHead(level), { look: 'strong', anchor: 'end' })]),
  ];
}

type Scale = ReturnType<typeof scaleLinear<number>>;

function barAxis(
  { centre, half }: Columns,
  bars: Scale,
  bottom: number,
  lines: readonly Vertical[],
): Mark[] {
  const line = (look: 'grid' | 'none', x: number) =>
    lines.map((one) => pathMark(look, `M${at(x)},${at(one.top)}V${at(one.bottom)}`));
  const ticks = bars.ticks(half < 200 ? 2 : 4).filter((tick) => tick > 0);
  return [
    textMark(centre, bottom + 18, percentNumber(0).replace(/\.0$/, ''), { anchor: 'middle' }),
    ...ticks.flatMap((tick) =>
      [centre - bars(tick), centre + bars(tick)].flatMap((x) => [
        ...line('grid', x),
        textMark(x, bottom + 18, percentNumber(tick).replace(/\.0$/, ''), { anchor: 'middle' }),
      ]),
    ),
    ...line('none', centre),
    textMark(centre, bottom + 38, words.axis, { look: 'text2', anchor: 'middle' }),
  ];
}

function rowMarks(
  { term, left, right }: ButterflyRow,
  { narrow, label, centre }: Columns,
  bars: Scale,
  y: number,
  width: number,
  measure: Measure,
): Mark[] {
  const own = (part: string) => measure(part, textSize);
  const side = (arm: 0 | 1, { rate }: ButterflySide) => {
    const long = bars(rate);
    const from = arm === 0 ? centre - long : centre;
    const end = arm === 0 ? centre - long - 6 : centre + long + 6;
    return [
      rectangle('bar', { x: from, y: y - barHeight + 1, width: long, height: barHeight }, arm),
      textMark(end, y, percent(rate), { look: 'text2', anchor: arm === 0 ? 'end' : 'start' }),
    ];
  };
  return [
    narrow
      ? textMark(centre, y - barHeight - 5, fitted(term, width, own), { anchor: 'middle' })
      : textMark(0, y, fitted(term, label - 10, own)),
    ...side(0, left),
    ...side(1, right),
  ];
}

function differenceScale({ rows }: ButterflyData, { x, width }: { x: number; width: number }) {
  const all = rows.flatMap(({ difference: { lower, upper } }) => [lower, upper]);
  return scaleLinear([Math.min(-0.1, ...all), Math.max(0.1, ...all)], [x, x + width]);
}

function differenceAxis(
  data: ButterflyData,
  { difference }: Columns,
  { top, bottom }: Vertical,
): Mark[] {
  if (difference === null) return [];
  const x = differenceScale(data, difference);
  return [
    pathMark('none', `M${at(x(0))},${top}V${bottom}`),
    pathMark('none', `M${at(difference.x)},${bottom}h${at(difference.width)}`),
    ...x.ticks(4).flatMap((tick) => [
      pathMark('none', `M${at(x(tick))},${bottom}v5`),
      textMark(x(tick), bottom + 18, signedPoints(tick).replace(/\.0$/, ''), {
        anchor: 'middle',
      }),
    ]),
    textMark(difference.x + difference.width, bottom + 38, words.differenceAxis, {
      look: 'text2',
      anchor: 'end',
    }),
  ];
}

function differenceMarks(
  { difference: { value, lower, upper } }: ButterflyRow,
  data: ButterflyData,
  { difference }: Columns,
  y: number,
): Mark[] {
  if (difference === null) return [];
  const x = differenceScale(data, difference);
  const middle = y - 5;
  return [
    pathMark('interval', `M${at(x(lower))},${middle}H${at(x(upper))}`),
    { kind: 'dot', look: 'square', x: at(x(value)), y: middle, r: 3.5, arm: 0 },
  ];
}

export function describeButterfly({ arms, rows, grade, level }: ButterflyData): string {
  const said = rows.map(({ term, left, right, difference }) =>
    words.row(
      term,
      percent(left.rate),
      percent(right.rate),
      signedPoints(difference.value),
      pointsInterval(difference),
    ),
  );
  return words.description(grade, arms[0], arms[1], level, said);
}
