// The table that everything on the page works with: the loaded one with the corrected cells, and with
// the columns that are made of others. A column that no change touches is the very same object, so a
// change in a large table copies one column of it.
import type { Cohort, ColumnProfile } from '../cohort.ts';
import { defaultMissing, readColumn, withCells } from '../columns.ts';
import { profileColumn } from '../profile.ts';
import { same } from '../same.ts';
import type { ColumnSetup, Setup } from '../setup.ts';
import { censoringOf } from '../text/censoring.ts';
import { noSigns } from '../text/parse-cell.ts';
import { type TextColumn, textCounts } from '../text/text-table.ts';
import type { Cut, Edit } from './changes.ts';

type Changes = Pick<Setup, 'edits' | 'cuts' | 'types'>;

const known = new WeakMap<Cohort, { of: readonly unknown[]; cohort: Cohort }>();

/** The same object while nothing changes that it is made of; the loaded one where nothing is. */
export function workingCohort(loaded: Cohort, { edits, cuts, types }: Changes): Cohort {
  if (edits.length === 0 && cuts.length === 0) return loaded;
  const of = [edits, cuts, ...cuts.map(({ cut }) => types.get(cut))];
  const last = known.get(loaded);
  if (last !== undefined && last.of.length === of.length && last.of.every((p, at) => p === of[at]))
    return last.cohort;
  const cohort = withCuts(withEdits(loaded, edits), cuts, types);
  known.set(loaded, { of, cohort });
  return cohort;
}

function withEdits(loaded: Cohort, edits: readonly Edit[]): Cohort {
  const { header } = loaded.table;
  const corrected = loaded.table.columns.map((own, at) =>
    edited(
      own,
      edits.filter(({ column }) => column === header[at]),
    ),
  );
  const columns = corrected.map((own, at) => {
    const source = header.indexOf(loaded.columns[at]!.censoringOf ?? '');
    return source < 0 || corrected[source] === loaded.table.columns[source]
      ? own
      : marksOf(corrected[source]!);
  });
  return {
    ...loaded,
    original: loaded,
    table: { ...loaded.table, columns },
    columns: loaded.columns.map((profile, at) =>
      columns[at] === loaded.table.columns[at] ? profile : readAnew(profile, columns[at]!, loaded),
    ),
  };
}

const editedColumns = new WeakMap<TextColumn, { edits: readonly Edit[]; column: TextColumn }>();

function edited(column: TextColumn, edits: readonly Edit[]): TextColumn {
  if (edits.length === 0) return column;
  const last = editedColumns.get(column);
  if (last !== undefined && same(last.edits, edits)) return last.column;
  const cells = new Map(edits.map(({ row, value }) => [row - 1, value]));
  const changed = withCells(column, cells);
  editedColumns.set(column, { edits, column: changed });
  return changed;
}

const marks = new WeakMap<TextColumn, TextColumn>();

/** What the corrected times say about who is censored. */
function marksOf(times: TextColumn): TextColumn {
  const column = marks.get(times) ?? censoringOf(times);
  marks.set(times, column);
  return column;
}

const profiles = new WeakMap<TextColumn, ColumnProfile>();

/** What the column was taken for stays: only what it holds is looked at again. */
function readAnew(profile: ColumnProfile, column: TextColumn, { decimal }: Cohort): ColumnProfile {
  const last = profiles.get(column);
  if (last !== undefined) return last;
  const { name, type, order, signs, codes } = profile;
  const how = { type, order, signs, missing: codes, notMissing: [] };
  const anew = { ...profile, ...profileColumn(name, column, decimal, how) };
  profiles.set(column, anew);
  return anew;
}

function withCuts(cohort: Cohort, cuts: readonly Cut[], types: Setup['types']): Cohort {
  const made = cuts.map((cut) => {
    const { header, columns } = cohort.table;
    const source = columns[header.indexOf(cut.cut)];
    return madeColumn(cut, source, types.get(cut.cut), cohort);
  });
  const { table } = cohort;
  return {
    ...cohort,
    table: {
      ...table,
      header: [...table.header, ...cuts.map(({ name }) => name)],
      columns: [...table.columns, ...made.map(({ column }) => column)],
    },
    columns: [...cohort.columns, ...made.map(({ profile }) => profile)],
  };
}

interface MadeColumn {
  of: readonly unknown[];
  column: TextColumn;
  profile: ColumnProfile;
}

const madeColumns = new WeakMap<Cut, MadeColumn>();

function madeColumn(
  cut: Cut,
  source: TextColumn | undefined,
  own: ColumnSetup | undefined,
  cohort: Cohort,
): MadeColumn {
  const of = [source, own];
  const last = madeColumns.get(cut);
  if (last?.of.every((part, at) => part === of[at]) === true) return last;
  const column = cutTexts(cut, source, own, cohort);
  const counts = textCounts(column);
  const { name, labels } = cut;
  const profile: ColumnProfile = {
    name,
    label: name,
    type: 'category',
    order: 'ymd',
    signs: noSigns,
    codes: [],
    censoringOf: null,
    role: 'covariate',
    endpoint: null,
    evidence: '',
    // Every group, also one that has nobody: it was made on purpose.
    values: labels.map((value, at) => ({ value, count: counts[at + 1]! })),
    missing: counts[0]!,
    summary: null,
    unreadable: { rows: [], texts: [] },
  };
  const made = { of, column, profile };
  madeColumns.set(cut, made);
  return made;
}

/** The label of each row, read as the engine reads the numbers; empty where there is none. */
function cutTexts(
  { at, labels }: Cut,
  source: TextColumn | undefined,
  own: ColumnSetup | undefined,
  { decimal, table }: Cohort,
): TextColumn {
  const texts = ['', ...labels];
  const codes = new Int32Array(table.rows);
  if (at === null || source === undefined || own?.type !== 'number') return { texts, codes };
  const { type, order, signs, notMissing } = own;
  const usual = defaultMissing.filter((code) => !notMissing.includes(code));
  const missing = new Set(['', ...usual, ...own.missing]);
  const reading = { type, order, signs, decimal, missing, guessed: false };
  const { numbers } = readColumn('', source, reading);
  for (let row = 0; row < codes.length; ++row) {
    const value = numbers[row]!;
    if (!Number.isNaN(value)) codes[row] = 1 + at.filter((cut) => value >= cut).length;
  }
  return { texts, codes };
}
