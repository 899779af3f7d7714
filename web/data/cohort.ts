// A loaded table with what each of its columns holds and seems to be for.
import { type ColumnRole, guessRoles } from './guess.ts';
import type { Decimal } from './text/parse-cell.ts';
import { type ColumnContent, guessDecimal, profileTable } from './profile.ts';
import type { HowRead } from './how-read.ts';
import type { ReadTable } from './read-csv.ts';
import type { Tell } from './reading/step.ts';
import type { TextColumn, TextTable } from './text/text-table.ts';
import { text } from '../text/text.ts';
import { labelOf } from './guess/labels.ts';

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
  const decimal = how.asked.decimal ?? guessDecimal(table, delimiter ?? undefined);
  const contents = profileTable(table, decimal, tell);
  const roles = guessRoles(contents, table.rows);
  const columns = contents.map((content, at) => ({
    ...content,
    ...roles[at]!,
    label: roles[at]!.role === 'arm' ? text.data.armLabel : labelOf(content.name),
  }));
  return { name, synthetic, table, columns, encoding, delimiter, decimal, notes, how };
}

export function columnNamed({ table }: Cohort, name: string): TextColumn | undefined {
  return table.columns[table.header.indexOf(name)];
}

const noColumn: TextColumn = { texts: [], codes: new Int32Array() };

/** The texts of one column; empty where there is no such column. */
export function textColumn(cohort: Cohort, name: string): TextColumn {
  return columnNamed(cohort, name) ?? noColumn;
}
