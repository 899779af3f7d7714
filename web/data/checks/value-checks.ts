// Checks of values that cannot be: ages, ECOG, grades; and of rows that stand in the table twice.
import { text } from '../../text/text.ts';
import { type Cohort, textColumn } from '../cohort.ts';
import { gradeWords, tissueWords, toxicityWords } from '../guess/role-words.ts';
import { hasAny, inLanguages, wordsOf } from '../guess/words.ts';
import { soundsLikeEvent, soundsLikeTime } from '../guess/outcome-words.ts';
import type { Setup } from '../setup.ts';
import { parseNumber } from '../text/parse-cell.ts';
import { rowsOfTexts, textCounts, type TextTable } from '../text/text-table.ts';
import type { Check, Finding } from './finding.ts';

const says = text.data.checks;

const ageWords = inLanguages({ en: 'age', de: 'alter', es: 'edad, âge, età, idade', zh: '年龄' });
const ecogWords = inLanguages({ en: 'ecog, ps, performance', zh: '体力评分, 体能状态' });
const highestAge = 120;
const adult = 18;

interface Scale {
  id: string;
  kind: Check['kind'];
  columns: string[];
  wrong: (value: number) => boolean;
  words: {
    claim: (column: string, rows: readonly number[], shown: string[]) => string;
    text: string;
  };
}

export function impossibleValues(cohort: Cohort, setup: Setup): Finding {
  const named = (words: readonly string[]) =>
    setup.covariates.filter((name) => hasAny(wordsOf(name), words));
  const ages = named(ageWords).filter((name) => setup.types.get(name)?.type === 'number');
  const outsideFive = (value: number) => value < 0 || value > 5 || !Number.isInteger(value);
  const grades = gradeColumns(cohort, setup);
  const scales: Scale[] = [
    {
      id: 'age',
      kind: 'problem',
      columns: ages,
      wrong: (value) => value < 0 || value > highestAge,
      words: says.ages,
    },
    {
      id: 'minor',
      kind: 'warning',
      columns: ages,
      wrong: (value) => value >= 0 && value < adult,
      words: says.minors,
    },
    {
      id: 'ecog',
      kind: 'problem',
      columns: named(ecogWords).filter((name) => mostlyUpToFive(cohort, name)),
      wrong: outsideFive,
      words: says.ecog,
    },
    { id: 'grade', kind: 'problem', columns: grades, wrong: outsideFive, words: says.grades },
  ];
  const found = scales.flatMap(({ id, kind, columns, wrong, words }) =>
    columns.flatMap((name): Check[] => {
      const { numbers, column } = numbersIn(cohort, name);
      const rows = rowsOfTexts(
        column,
        (_, code) => numbers[code] !== null && wrong(numbers[code]!),
      );
      if (rows.length === 0) return [];
      const shown = column.texts.filter(
        (_, code) => numbers[code] !== null && wrong(numbers[code]!),
      );
      return [
        {
          id: `${id}:${name}`,
          kind,
          claim: words.claim(name, rows, shown.slice(0, 3)),
          text: words.text,
          rows,
          columns: [name],
        },
      ];
    }),
  );
  if (found.length > 0) return found;
  return scales.some(({ columns }) => columns.length > 0) ? { passed: says.ages.passed } : null;
}

function numbersIn(cohort: Cohort, name: string) {
  const column = textColumn(cohort, name);
  return { column, numbers: column.texts.map((written) => parseNumber(written, cohort.decimal)) };
}

/** Grades by role, or by a name of adverse events whose values are nearly all grades. */
function gradeColumns(cohort: Cohort, setup: Setup): string[] {
  const sounds = cohort.columns
    .map(({ name }) => name)
    .filter((name) => {
      const words = wordsOf(name);
      if (hasAny(words, tissueWords) || setup.identifiers.includes(name)) return false;
      if (soundsLikeTime(words) || soundsLikeEvent(words)) return false;
      return hasAny(words, toxicityWords) || hasAny(words, gradeWords);
    });
  const roles = [...(setup.grade === null ? [] : [setup.grade]), ...setup.adverseEvents];
  return [...new Set([...roles, ...sounds])].filter((name) => mostlyUpToFive(cohort, name));
}

const nearlyAll = 0.8;

/** Whole numbers from 0 to 5 but for a few: another scale has other limits. */
function mostlyUpToFive(cohort: Cohort, name: string): boolean {
  const { numbers, column } = numbersIn(cohort, name);
  const counts = textCounts(column);
  const rowsWith = (test: (number: number) => boolean) =>
    numbers.reduce<number>(
      (sum, number, code) => (number !== null && test(number) ? sum + counts[code]! : sum),
      0,
    );
  const known = rowsWith(() => true);
  const fitting = rowsWith((number) => number >= 0 && number <= 5 && Number.isInteger(number));
  return known > 0 && fitting >= nearlyAll * known;
}

/** Rows of so many columns that are alike in all of them are the same patient, entered twice. */
const enoughColumns = 6;

function compared({ table }: Cohort, { identifiers }: Setup): string[] {
  return table.header.filter((name) => !identifiers.includes(name));
}

/** Done first, so that of a large table neither part holds the page. */
export function readRows(cohort: Cohort, setup: Setup): Finding {
  const names = compared(cohort, setup);
  if (names.length >= enoughColumns) hashesOf(cohort.table, names);
  return null;
}

export function identicalRows(cohort: Cohort, setup: Setup): Finding {
  const names = compared(cohort, setup);
  if (names.length < enoughColumns) return null;
  const excluded = new Set(setup.exclude.map(({ row }) => row)); // all alike: empty
  const rows = copies(cohort.table, names).filter((row) => !excluded.has(row));
  if (rows.length === 0) return { passed: says.identical.passed };
  return [
    {
      id: 'identical',
      kind: 'warning',
      claim: says.identical.claim(rows),
      text: says.identical.text,
      rows,
      columns: names,
    },
  ];
}

/** What is made of columns of a table; kept, for every cell is looked at. */
function keptOfTable<T>(make: (table: TextTable, names: readonly string[]) => T) {
  const known = new WeakMap<TextTable, { key: string; value: T }>();
  return (table: TextTable, names: readonly string[]): T => {
    const key = JSON.stringify(names);
    const last = known.get(table);
    if (last?.key === key) return last.value;
    const value = make(table, names);
    known.set(table, { key, value });
    return value;
  };
}

function codesOf(table: TextTable, names: readonly string[]): Int32Array[] {
  return names.map((name) => table.columns[table.header.indexOf(name)]!.codes);
}

/** Data rows that stand in the table more than once. */
const copies = keptOfTable((table, names) => {
  const columns = codesOf(table, names);
  const hashes = hashesOf(table, names);
  // An open table of rows, half empty at least; rows of one hash may differ all the same.
  const mask = 2 ** (33 - Math.clz32(table.rows)) - 1;
  const places = new Int32Array(mask + 1).fill(-1);
  const twice = new Uint8Array(table.rows);
  const isLike = (one: number, other: number) => {
    if (hashes[one] !== hashes[other]) return false;
    for (const codes of columns) if (codes[one] !== codes[other]) return false;
    return true;
  };
  for (let row = 0; row < table.rows; row += 1) {
    let place = hashes[row]! & mask;
    while (places[place]! >= 0 && !isLike(places[place]!, row)) place = (place + 1) & mask;
    if (places[place]! < 0) places[place] = row;
    else twice[places[place]!] = twice[row] = 1;
  }
  const found: number[] = [];
  for (let row = 0; row < table.rows; row += 1) if (twice[row] === 1) found.push(row + 1);
  return found;
});

/** One number for what stands in each row (MurmurHash3 over the codes of its texts). */
const hashesOf = keptOfTable((table, names) => {
  const { rows } = table;
  const hashes = new Int32Array(rows);
  for (const codes of codesOf(table, names)) {
    for (let row = 0; row < rows; row += 1) {
      const code = Math.imul(codes[row]!, 0xcc9e2d51);
      const hash = hashes[row]! ^ Math.imul((code << 15) | (code >>> 17), 0x1b873593);
      hashes[row] = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
    }
  }
  for (let row = 0; row < rows; row += 1) {
    let hash = hashes[row]!;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hashes[row] = hash ^ (hash >>> 16);
  }
  return hashes;
});
