// A loaded table with what each of its columns holds and seems to be for.
import { type ColumnRole, guessRoles } from './guess.ts';
import type { Decimal } from './text/parse-cell.ts';
import { type ColumnContent, guessDecimal, profileColumn, profileTable } from './profile.ts';
import type { HowRead } from './how-read.ts';
import type { ReadTable } from './read-csv.ts';
import type { Tell } from './reading/step.ts';
import { censoringOf, isCensored } from './text/censoring.ts';
import { rowsOfTexts, type TextColumn, type TextTable } from './text/text-table.ts';
import { text } from '../text/text.ts';
import { labelOf } from './guess/labels.ts';
import { soundsLikeTime } from './guess/outcome-words.ts';
import { wordsOf } from './guess/words.ts';

export interface ColumnProfile extends ColumnContent, ColumnRole {
  /** The name as it stands in a table of a paper. */
  label: string;
}

export interface Cohort {
  name: string;
  synthetic: boolean;
  table: TextTable;
  columns: ColumnProfile[];
  /** null of a workbook, as its delimiter. */
  encoding: string | null;
  delimiter: string | null;
  decimal: Decimal;
  /** What was changed while reading: names made unique, names joined. */
  notes: string[];
  how: HowRead;
  /** As it was read, where this one has corrected cells or columns made of others. */
  original?: Cohort;
}

/** The cohort as it was read. */
export function originalOf(cohort: Cohort): Cohort {
  return cohort.original ?? cohort;
}

export function cohortOf(
  read: Extract<ReadTable, { ok: true }>,
  name: string,
  synthetic = false,
  tell?: Tell,
): Cohort {
  const { table, encoding, delimiter, notes, how } = read;
  const decimal = how.asked.decimal ?? read.decimal ?? guessDecimal(table, delimiter ?? undefined);
  const contents = profileTable(table, decimal, tell);
  const marks = censoringMarks(table, contents);
  const all = [...contents, ...marks.map(({ content }) => content)];
  const roles = guessRoles(all, table);
  const profiles = all.map((content, at) => ({
    ...content,
    ...roles[at]!,
    label: roles[at]!.role === 'arm' ? text.data.armLabel : labelOf(content.name),
  }));
  // Where another column says who had the event, the marks are not needed.
  const needed = (column: string) =>
    profiles.some((one) => one.name === column && one.role === 'event');
  const made = marks.filter(({ content }) => needed(content.name));
  return {
    name,
    synthetic,
    table: {
      ...table,
      header: [...table.header, ...made.map(({ content }) => content.name)],
      columns: [...table.columns, ...made.map(({ column }) => column)],
    },
    columns: profiles.filter((one) => one.censoringOf === null || needed(one.name)),
    encoding,
    delimiter,
    decimal,
    how,
    notes: [...notes, ...made.map((one) => text.data.reading.censoringMade(one))],
  };
}

interface CensoringMarks {
  content: ColumnContent;
  column: TextColumn;
  /** The column of times, a mark in it, and in how many rows one stands. */
  time: string;
  example: string;
  rows: number;
}

/** What "12.5+" says in a column of times, as a column of its own. */
function censoringMarks(
  { header, columns }: TextTable,
  contents: readonly ColumnContent[],
): CensoringMarks[] {
  return contents.flatMap(({ name: time, type, signs }, at) => {
    if (type !== 'number' || signs.inexact === null || !soundsLikeTime(wordsOf(time))) return [];
    const name = text.data.reading.censoringName(time);
    const marked = columns[at]!.texts.filter(isCensored).toSorted();
    const [example] = marked;
    if (example === undefined || header.includes(name)) return [];
    const column = censoringOf(columns[at]!);
    const content = { ...profileColumn(name, column), censoringOf: time };
    const rows = rowsOfTexts(column, (mark) => mark === 'censored').length;
    return [{ content, column, time, example, rows }];
  });
}

/** The columns that the file has; others are made of them. */
export function ownColumns({ columns }: Cohort): ColumnProfile[] {
  return columns.filter(({ censoringOf: source }) => source === null);
}

export function columnNamed({ table }: Cohort, name: string): TextColumn | undefined {
  return table.columns[table.header.indexOf(name)];
}

const noColumn: TextColumn = { texts: [], codes: new Int32Array() };

/** The texts of one column; empty where there is no such column. */
export function textColumn(cohort: Cohort, name: string): TextColumn {
  return columnNamed(cohort, name) ?? noColumn;
}
