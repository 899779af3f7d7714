// Rows that stand in the table twice: within it, or in several of the files that it was made of.
import { text } from '../../text/text.ts';
import { type Cohort, columnNamed } from '../cohort.ts';
import { originColumn } from '../how-read.ts';
import type { Setup } from '../setup.ts';
import type { TextTable } from '../text/text-table.ts';
import type { Check, Finding } from './finding.ts';

const says = text.data.checks.identical;

/** Rows of so many columns that are alike in all of them are the same patient, entered twice. */
const enoughColumns = 6;

/** Which file a row is from tells no patient from another. */
function compared({ table, how }: Cohort, { identifiers }: Setup): string[] {
  const origin = originColumn(how);
  return table.header.filter((name) => name !== origin && !identifiers.includes(name));
}

/** Rows of several files or sheets that are alike, with their identifiers where few columns are left. */
function inSeveralParts(cohort: Cohort, setup: Setup): Check[] {
  const { table, how } = cohort;
  const origin = columnNamed(cohort, originColumn(how) ?? '');
  const names = comparedWithin(cohort, setup);
  if (origin === undefined || names === null) return [];
  const excluded = new Set(setup.exclude.map(({ row }) => row));
  const columns = codesOf(table, names);
  const alike = new Map<string, number[]>();
  for (const row of copies(table, names)) {
    const key = columns.map((codes) => codes[row - 1]).join(' ');
    if (!excluded.has(row)) alike.set(key, [...(alike.get(key) ?? []), row]);
  }
  const across = [...alike.values()].filter(
    (rows) => new Set(rows.map((row) => origin.codes[row - 1])).size > 1,
  );
  if (across.length === 0) return [];
  const rows = across.flat().toSorted((a, b) => a - b);
  const parts = how.together?.sheets.length ?? 0;
  return [
    {
      id: 'identicalInFiles',
      kind: 'problem',
      claim: says.inParts(across.length, parts, how.kind === 'files', rows),
      text: says.inPartsText,
      rows,
      columns: names,
    },
  ];
}

/** null: so few columns, and none that names a patient, that alike rows may be different patients. */
function comparedWithin(cohort: Cohort, setup: Setup): string[] | null {
  const names = compared(cohort, setup);
  if (names.length >= enoughColumns) return names;
  const own = setup.identifiers.filter((name) => cohort.table.header.includes(name));
  return own.length > 0 ? [...own, ...names] : null;
}

/** Done first, so that of a large table neither part holds the page. */
export function readRows(cohort: Cohort, setup: Setup): Finding {
  const names = compared(cohort, setup);
  if (names.length >= enoughColumns) hashesOf(cohort.table, names);
  return null;
}

export function identicalRows(cohort: Cohort, setup: Setup): Finding {
  const names = compared(cohort, setup);
  const across = inSeveralParts(cohort, setup);
  if (names.length < enoughColumns) return across.length > 0 ? across : null;
  const excluded = new Set(setup.exclude.map(({ row }) => row)); // all alike: empty
  const told = new Set(across.flatMap((one) => one.rows));
  const rows = copies(cohort.table, names).filter((row) => !excluded.has(row) && !told.has(row));
  if (rows.length === 0) return across.length > 0 ? across : { passed: says.passed };
  return [
    ...across,
    {
      id: 'identical',
      kind: 'warning',
      claim: says.claim(rows),
      text: says.text,
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
