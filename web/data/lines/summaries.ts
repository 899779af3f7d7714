// Lines of totals and means among those of patients: told by what they are called, in whatever language
// and beside whatever else, or by numbers that are the sums or means of their columns. A patient left
// out is far worse than a total among the patients, which the checks name: in doubt a line is a patient.
import { inLanguages } from '../guess/words.ts';
import { filled, isNumber, type Line } from './line.ts';

/** Words that no patient is called. */
const sure = new Set(
  inLanguages({
    en: 'total, totals, subtotal, subtotals, sum, mean, means, median, medians, average, averages, avg',
    de: 'summe, gesamt, gesamtsumme, gesamtzahl, zwischensumme, mittelwert, durchschnitt, insgesamt',
    es: 'totales, totaux, totale, suma, somme, somma, soma, promedio, mediana, moyenne, médiane',
    ru: 'итого, всего, среднее, сумма, медиана',
    el: 'σ',
  }),
);
/** Words that stand in summaries too, but may be values. */
const perhaps = new Set(
  inLanguages({
    en: 'n, count, counts, number, min, max, minimum, maximum, range, sd, se, sem, std, dev, stddev, deviation, iqr',
    de: 'anzahl, standardabweichung',
  }),
);
/** A mean in Spanish and Italian, but also a medium risk: only beside a number, n, ± or Σ a summary. */
const mediumToo = new Set(['media', 'média']);
const besideMean = /[\d±Σ]|(?<!\p{L})n(?!\p{L})/iu;
/** Labels that a column of categories may hold as values, as of the extent of an operation. */
const valuesToo = new Set(
  inLanguages({
    en: 'total, subtotal, sub total, average, avg, median',
    de: 'gesamt',
    es: 'totale, totales, totaux, suma, soma, promedio, mediana, moyenne, médiane',
    ru: 'среднее',
    zh: '平均',
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
  /合计|合計|总计|總計|总和|总数|總數|小计|小計|共计|汇总|総計|平均|均值|均数|中位[数數值値]|中央値/gu;
const perhapsHan = /计数|例数|人数|标准差|標準偏差|最大值|最小值/gu;
const han = /\p{Script=Han}/u;
/** "中位" alone is also the middle third of the rectum. */
const besideHan = /患者|病例|中位|[值値数例名人共]/gu;

export interface SummaryLabel {
  /** The label without the numbers in it: "Total (n=83)" and "Total (n=40)" are one. */
  word: string;
  sure: boolean;
  /** Whether nothing but the column tells it from a value. */
  valueToo: boolean;
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
  const word = words.join(' ');
  // "N12" is a patient, "n = 12" a count.
  const counted = !/\p{L}\s*\d/u.test(cell);
  const isMean = words.some((one) => mediumToo.has(one)) && besideMean.test(cell) && counted;
  if (kinds.includes('sure') || isMean) {
    return { word, sure: true, valueToo: valuesToo.has(word) || mediumToo.has(word) };
  }
  return kinds.includes('perhaps') && counted ? { word, sure: false, valueToo: false } : null;
}

function kindOf(word: string): 'sure' | 'perhaps' | 'beside' | null {
  if (sure.has(word)) return 'sure';
  if (perhaps.has(word)) return 'perhaps';
  if (beside.has(word) || mediumToo.has(word)) return 'beside';
  if (!han.test(word)) return null;
  const rest = word.replace(sureHan, '');
  const other = rest.replace(perhapsHan, '');
  if (other.replace(besideHan, '') !== '') return null;
  return rest !== word ? 'sure' : other !== rest ? 'perhaps' : 'beside';
}

/** Whether a line of these is a summary: a column that holds the word often holds it as a value. */
export function summaryTest(rows: readonly Line[]): (line: Line) => boolean {
  const apart = apartTest(rows);
  const found = rows.map((line) => summaryWord(line, apart)).filter((word) => word !== null);
  const often = (word: string) => found.filter((one) => one === word).length > 1 + rows.length / 10;
  const values = new Set([...new Set(found)].filter(often));
  return (line) => {
    const word = summaryWord(line, apart);
    return word !== null && !values.has(word);
  };
}

function summaryWord({ cells }: Line, apart: (column: number) => boolean): string | null {
  const at = cells.findIndex((cell) => cell.trim() !== '');
  const label = summaryLabel(cells[at] ?? '');
  if (label === null || !label.sure) return null;
  const [, ...others] = filled(cells);
  if (label.valueToo && (!apart(at) || isWhole(cells))) return null;
  return others.length === 0 || others.some((cell) => /\d/.test(cell)) ? label.word : null;
}

/** A line that lacks nothing and names something is a patient's, also where it begins with "Subtotal". */
function isWhole(cells: readonly string[]): boolean {
  return filled(cells).length === cells.length && !mayBeTotal(cells);
}

/** "61.9", "P12", "MRN-0012"; "2 media" is a value with its number. */
const code = /^\p{L}*[-_]?\d[\d.,-]*$/u;
/** Of names so many are different, where the values of a category repeat. */
const mostlyDifferent = 0.75;
/** Of fewer, those of a category may all be different. */
const fewestNames = 8;

/** Whether "Total" in a column is no value of it: among numbers and codes, or names that hardly repeat. */
function apartTest(rows: readonly Line[]): (column: number) => boolean {
  return once((column) => {
    const held = heldIn(rows, column).map((cell) => cell.toLowerCase());
    const words = held.filter((cell) => !code.test(cell));
    const differ =
      words.length >= fewestNames && new Set(words).size >= mostlyDifferent * words.length;
    return 2 * held.length > rows.length && (2 * words.length < held.length || differ);
  });
}

function heldIn(rows: readonly Line[], column: number): string[] {
  return filled(rows.map(({ cells }) => (cells[column] ?? '').trim()));
}

function once<T>(of: (column: number) => T): (column: number) => T {
  const known = new Map<number, T>();
  return (column) => {
    if (!known.has(column)) known.set(column, of(column));
    return known.get(column)!;
  };
}

/** "N" or "SD" once in a column of numbers that tell patients apart; elsewhere it may be an answer. */
export function isLaterSummary({ cells }: Line, rows: readonly Line[]): boolean {
  const at = cells.findIndex((cell) => cell.trim() !== '');
  const [first = '', ...others] = filled(cells).map((cell) => cell.trim());
  const label = summaryLabel(first);
  if (label === null || others.length === 0) return false;
  if (label.valueToo || !others.every((cell) => isNumber(cell))) return false;
  const held = heldIn(rows, at);
  const words = held.filter((cell) => !/\d/.test(cell)).map(summaryLabel);
  if (words.includes(null) || 2 * words.length > held.length) return false;
  return new Set(held).size >= mostlyDifferent * held.length && !repeats(label.word, words);
}

const repeats = (word: string, labels: readonly (SummaryLabel | null)[]) =>
  labels.filter((label) => label?.word === word).length > 1;

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
  const isLabelled = labelTest(rows, new Set(lacking));
  const candidates = lacking.length > mostCandidates ? lacking.filter(isLabelled) : lacking;
  if (candidates.length > mostCandidates) return [];
  const table = { rows, sums: sumsOf(rows), numbering: numberingOf(rows, new Set(lacking)) };
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
    const line = rows[at]!;
    const labelled = isLabelled(line);
    if (
      parts.some(([from, to]) =>
        summarises(line, labelled, table, { from, to, out: out(from, to) }),
      )
    ) {
      found.set(at, line);
    }
  }
  return [...found.values()];
}

/** Whether a line holds a sure label that no patient of its column has as a value. */
function labelTest(rows: readonly Line[], lacking: ReadonlySet<Line>): (line: Line) => boolean {
  const patients = rows.filter((line) => !lacking.has(line));
  const apart = apartTest(rows);
  const held = once((column) => heldIn(patients, column));
  const values = once(
    (column) => new Set(held(column).flatMap((cell) => summaryLabel(cell)?.word ?? [])),
  );
  return ({ cells }) =>
    cells.some((cell, at) => {
      const label = summaryLabel(cell);
      if (label === null || !label.sure || values(at).has(label.word)) return false;
      return !label.valueToo || apart(at) || held(at).length === 0;
    });
}

interface Numbering {
  /** All different whole numbers: a count among them is only the next of them. */
  different: boolean;
  /** What tells the patients apart: names, or such numbers in order or in the first column. */
  identifies: boolean;
}

function numberingOf(
  rows: readonly Line[],
  lacking: ReadonlySet<Line>,
): (column: number) => Numbering {
  const patients = rows.filter((line) => !lacking.has(line));
  return once((column) => {
    const held = heldIn(patients, column);
    const numbers = held.filter((cell) => /^\d+$/.test(cell)).map(Number);
    const decimal = held.some((cell) => numberIn(cell) !== null && !/^\d+$/.test(cell));
    const unique = held.length > 0 && new Set(held).size >= nearlyAll * held.length;
    const different = unique && numbers.length >= nearlyAll * held.length;
    const inOrder = [1, -1].some((way) =>
      numbers.every((number, at) => at === 0 || way * (number - numbers[at - 1]!) >= 0),
    );
    const identifies = different ? column === 0 || inOrder : unique && !decimal;
    return { different, identifies };
  });
}

interface Sums {
  sum: Float64Array;
  count: Int32Array;
}

/**
 * Of a column, the sum and the count of its numbers in the lines before each. Each column is walked
 * once, however many lines might be its total.
 */
function sumsOf(rows: readonly Line[]): (column: number) => Sums {
  return once((column) => {
    const sum = new Float64Array(rows.length + 1);
    const count = new Int32Array(rows.length + 1);
    rows.forEach(({ cells }, at) => {
      const number = numberIn(cells[column] ?? '');
      sum[at + 1] = sum[at]! + (number?.value ?? 0);
      count[at + 1] = count[at]! + Number(number !== null);
    });
    return { sum, count };
  });
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

/** The number that a cell begins with: "61.9 ± 8.2", "45 (54%)". */
function numberIn(cell: string): { value: number; half: number } | null {
  const [, sign = '', whole = '', rest = ''] =
    /^([+-]?)(\d+)(?:[.,](\d+))?(?!\d)(?![./-]\d)/.exec(cell.trim()) ?? [];
  if (whole === '') return null;
  return { value: Number(`${sign}${whole}.${rest || '0'}`), half: 0.5 * 10 ** -rest.length };
}

interface Table {
  rows: readonly Line[];
  sums: (column: number) => Sums;
  numbering: (column: number) => Numbering;
}

interface Part {
  from: number;
  to: number;
  /** Lines within the part that are totals themselves. */
  out: readonly number[];
}

/** Without a label so many numbers must be sums or means. */
const fewestUnlabelled = 3;
/** Sums of decimals are not exact. */
const rounding = 1e-6;

/**
 * Whether the numbers of a line are sums or means of those in a part, and such as nobody there has as
 * a value. Counts agree with a total but tell none.
 */
function summarises(
  { cells }: Line,
  labelled: boolean,
  { rows, sums, numbering }: Table,
  { from, to, out }: Part,
): boolean {
  if (!labelled && cells.some((cell, at) => cell.trim() !== '' && numbering(at).identifies)) {
    return false;
  }
  const said = cells.flatMap((cell, column) => {
    const own = numberIn(cell);
    const { different, identifies } = numbering(column);
    if (own === null || identifies) return [];
    const { sum, count } = sums(column);
    const within = (before: Float64Array | Int32Array) =>
      before[to]! - before[from]! - out.reduce((all, at) => all + before[at + 1]! - before[at]!, 0);
    const [all, numbers] = [within(sum), within(count)];
    const isDecimal = own.half < 0.5;
    // A whole number is a rounded one only where the line says that it sums up.
    const half = labelled || isDecimal ? own.half * 1.001 : rounding;
    const near = (other: number) => Math.abs(own.value - other) <= half;
    const summed = numbers >= fewestSummed && [all, all / numbers].some(near);
    const counted = !different && [numbers, to - from - out.length].includes(own.value);
    return [{ column, value: own.value, isDecimal, summed, fits: summed || counted }];
  });
  const isValue = ({ column, value }: { column: number; value: number }) =>
    rows.slice(from, to).some((row) => numberIn(row.cells[column] ?? '')?.value === value);
  const allFit = said.every(({ fits }) => fits);
  const summed = said.filter((one) => one.summed);
  if (summed.length === 0 || (!allFit && (!labelled || summed.length < 2))) return false;
  const telling = summed.filter((one) => !isValue(one));
  if (labelled) return telling.length > (allFit ? 0 : 1);
  return telling.length >= fewestUnlabelled && telling.some(({ isDecimal }) => isDecimal);
}
