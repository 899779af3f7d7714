// Lines of totals and means among those of patients: told by what they are called, in whatever language
// and beside whatever else, or by numbers that are the sums or means of their columns.
import { inLanguages } from '../guess/words.ts';
import { filled, isNumber, type Line } from './line.ts';

/** Words that no patient is called. */
const sure = new Set(
  inLanguages({
    en: 'total, totals, subtotal, subtotals, sum, mean, means, median, medians, average, averages, avg',
    de: 'summe, gesamt, gesamtsumme, gesamtzahl, zwischensumme, mittelwert, durchschnitt, insgesamt',
    es: 'totales, totaux, totale, suma, somme, somma, soma, media, promedio, mediana, moyenne, médiane, média',
    ru: 'итого, всего, среднее, сумма, медиана',
  }),
);
/** Words that stand in summaries too, but may be values. */
const perhaps = new Set(
  inLanguages({
    en: 'n, count, counts, number, min, max, minimum, maximum, range, sd, se, sem, std, dev, stddev, deviation, iqr',
    de: 'anzahl, standardabweichung',
  }),
);
/** Words that say of a summary what is summed. */
const beside = new Set(
  inLanguages({
    en: 'of, the, all, and, no, grand, sub, overall, standard, patients, patient, pts, cases, subjects, rows',
    de: 'der, patienten, fälle',
    es: 'de, general, pacientes, casos',
  }),
);

/** Chinese and Japanese are written without spaces: such a label is made of these alone. */
const sureHan =
  /合计|合計|总计|總計|总和|总数|總數|小计|小計|共计|汇总|総計|平均|均值|均数|中位数|中位|中央値/gu;
const perhapsHan = /计数|例数|人数|标准差|標準偏差|最大值|最小值/gu;
const han = /\p{Script=Han}/u;
const besideHan = /患者|病例|[值値数例名人共]/gu;

export interface SummaryLabel {
  /** The label without the numbers in it: "Total (n=83)" and "Total (n=40)" are one. */
  word: string;
  sure: boolean;
}

const longestLabel = 60;
const aWord = /\p{Script=Han}+|[^\P{L}\p{Script=Han}]+/u;
const eachWord = new RegExp(aWord, 'gu');

/** What a cell says of its line, if nothing in it is the name of anybody. */
export function summaryLabel(cell: string): SummaryLabel | null {
  // Of nearly every cell of a table its first word tells.
  const first = aWord.exec(cell)?.[0].toLowerCase();
  if (first === undefined || kindOf(first) === null || cell.length > longestLabel) return null;
  const words = cell.toLowerCase().match(eachWord) ?? [];
  const kinds = words.map(kindOf);
  if (kinds.includes(null)) return null;
  if (kinds.includes('sure')) return { word: words.join(' '), sure: true };
  // "N12" is a patient, "n = 12" a count.
  const counted = !/\p{L}\s*\d/u.test(cell);
  return kinds.includes('perhaps') && counted ? { word: words.join(' '), sure: false } : null;
}

function kindOf(word: string): 'sure' | 'perhaps' | 'beside' | null {
  if (sure.has(word)) return 'sure';
  if (perhaps.has(word)) return 'perhaps';
  if (beside.has(word)) return 'beside';
  if (!han.test(word)) return null;
  const rest = word.replace(sureHan, '');
  const other = rest.replace(perhapsHan, '');
  if (other.replace(besideHan, '') !== '') return null;
  return rest !== word ? 'sure' : other !== rest ? 'perhaps' : 'beside';
}

/** Whether a line of these is a summary: a column that holds the word often holds it as a value. */
export function summaryTest(rows: readonly Line[]): (line: Line) => boolean {
  const found = rows.map(summaryWord).filter((word) => word !== null);
  const often = (word: string) => found.filter((one) => one === word).length > 1 + rows.length / 10;
  const values = new Set([...new Set(found)].filter(often));
  return (line) => {
    const word = summaryWord(line);
    return word !== null && !values.has(word);
  };
}

function summaryWord({ cells }: Line): string | null {
  const label = summaryLabel(cells.find((cell) => cell.trim() !== '') ?? '');
  if (label === null || !label.sure) return null;
  const [, ...others] = filled(cells);
  return others.length === 0 || others.some((cell) => /\d/.test(cell)) ? label.word : null;
}

/** "N" or "SD" in a column of numbers; elsewhere it may be an answer. */
export function isLaterSummary({ cells }: Line, rows: readonly Line[]): boolean {
  const at = cells.findIndex((cell) => cell.trim() !== '');
  const [first = '', ...others] = filled(cells).map((cell) => cell.trim());
  if (summaryLabel(first) === null || others.length === 0) return false;
  if (!others.every((cell) => isNumber(cell))) return false;
  return rows.every((row) => {
    const cell = (row.cells[at] ?? '').trim();
    return cell === '' || /\d/.test(cell) || summaryLabel(cell) !== null;
  });
}

/** More lines than this that lack something are patients of whom little is known. */
const mostCandidates = 200;
/** The sum of one or two numbers is often one of them. */
const fewestSummed = 3;
const sampled = 200;
const nearlyAll = 0.9;
/** In a short table so many lines may be totals. */
const mostTotals = 4;

/**
 * Totals whose label stands behind other cells, or that have none: they lack what nearly every patient
 * has, and hold the sums or means of the lines above them, or below where they come first.
 */
export function totalsByNumbers(rows: readonly Line[]): Line[] {
  const needed = columnsOfNearlyAll(rows);
  const lacking = rows.filter(
    ({ cells }) => needed.some((at) => (cells[at] ?? '').trim() === '') && mayBeTotal(cells),
  );
  const candidates =
    lacking.length > mostCandidates ? lacking.filter(({ cells }) => isLabelled(cells)) : lacking;
  if (candidates.length > mostCandidates) return [];
  const sums = sumsOf(rows);
  const found = new Map<number, Line>();
  const places = candidates.map((line) => rows.indexOf(line));
  // A total over the patients sums what stands below it, but for totals under them.
  const isFirst = places[0] === 0;
  for (const at of isFirst ? [...places.slice(1), 0] : places) {
    const last = Math.max(-1, ...found.keys());
    const starts = at === 0 ? [] : [0, last + 1, ...(isFirst ? [1] : [])];
    const parts =
      at === 0 ? [[1, rows.length] as const] : starts.map((from) => [from, at] as const);
    const out = (from: number, to: number) => [...found.keys()].filter((n) => n >= from && n < to);
    if (parts.some(([from, to]) => summarises(rows[at]!, sums, from, to, out(from, to)))) {
      found.set(at, rows[at]!);
    }
  }
  return [...found.values()];
}

interface Sums {
  rows: readonly Line[];
  /** Of a column, the sum and the count of its numbers in the lines before each. */
  of: (column: number) => { sum: Float64Array; count: Int32Array };
}

/** Each column is walked once, however many lines might be its total. */
function sumsOf(rows: readonly Line[]): Sums {
  const known = new Map<number, ReturnType<Sums['of']>>();
  const of = (column: number) => {
    const before = known.get(column);
    if (before !== undefined) return before;
    const sum = new Float64Array(rows.length + 1);
    const count = new Int32Array(rows.length + 1);
    rows.forEach(({ cells }, at) => {
      const number = numberIn(cells[column] ?? '');
      sum[at + 1] = sum[at]! + (number?.value ?? 0);
      count[at + 1] = count[at]! + Number(number !== null);
    });
    known.set(column, { sum, count });
    return { sum, count };
  };
  return { rows, of };
}

function columnsOfNearlyAll(rows: readonly Line[]): number[] {
  const step = Math.max(1, Math.floor(rows.length / sampled));
  const sample = rows.filter((_, at) => at % step === 0);
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, at) => at).filter(
    (at) =>
      sample.filter(({ cells }) => (cells[at] ?? '').trim() !== '').length >=
      Math.min(nearlyAll * sample.length, sample.length - mostTotals),
  );
}

/** Numbers, and at most what they are called: whatever else is written belongs to a patient. */
function mayBeTotal(cells: readonly string[]): boolean {
  const own = filled(cells);
  const texts = own.filter((cell) => numberIn(cell) === null).length;
  return texts < 2 && own.length > 1;
}

function isLabelled(cells: readonly string[]): boolean {
  return cells.some((cell) => summaryLabel(cell) !== null);
}

/** The number that a cell begins with: "61.9 ± 8.2", "45 (54%)". */
function numberIn(cell: string): { value: number; half: number } | null {
  const [, sign = '', whole = '', rest = ''] =
    /^([+-]?)(\d+)(?:[.,](\d+))?(?!\d)(?![./-]\d)/.exec(cell.trim()) ?? [];
  if (whole === '') return null;
  return { value: Number(`${sign}${whole}.${rest || '0'}`), half: 0.5 * 10 ** -rest.length };
}

/**
 * Whether the numbers of a line are sums, means or counts of those in a part, and such as nobody there
 * has as a value. `out`: lines within the part that are totals themselves.
 */
function summarises(
  { cells }: Line,
  { rows, of }: Sums,
  from: number,
  to: number,
  out: readonly number[],
): boolean {
  const said = cells.flatMap((cell, column) => {
    const own = numberIn(cell);
    if (own === null) return [];
    const { sum, count } = of(column);
    const within = (sums: Float64Array | Int32Array) =>
      sums[to]! - sums[from]! - out.reduce((all, at) => all + sums[at + 1]! - sums[at]!, 0);
    const [all, numbers] = [within(sum), within(count)];
    const near = (other: number) => Math.abs(own.value - other) <= own.half * 1.001;
    const fits = [all, all / numbers, numbers, to - from - out.length].some(near);
    return [{ column, value: own.value, fits: fits && numbers >= fewestSummed }];
  });
  const fitting = said.filter(({ fits }) => fits);
  const labelled = isLabelled(cells);
  if (fitting.length === 0 || (fitting.length < said.length && !labelled)) return false;
  const isValue = ({ column, value }: { column: number; value: number }) =>
    rows.slice(from, to).some((row) => numberIn(row.cells[column] ?? '')?.value === value);
  const telling = fitting.filter((one) => !isValue(one)).length;
  return labelled
    ? telling > 0 || (said.length > 1 && fitting.length === said.length)
    : telling > 1;
}
