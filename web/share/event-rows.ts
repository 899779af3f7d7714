// The table of adverse events as it goes with the rows: the columns that are counted, of those patients
// whose rows go, under the numbers that these have.
import { type Cohort, textColumn } from '../data/cohort.ts';
import { readOptionsOf } from '../data/read-options.ts';
import { readSpec } from '../data/read-spec.ts';
import { type EventSetup, textRoles, withOtherTexts } from '../data/tables/event-setup.ts';
import { eventRoles } from '../data/tables/event-words.ts';
import { columnOf, perRow, type TextTable } from '../data/text/text-table.ts';
import { field } from './documents.ts';
import { tableRead } from './made-table.ts';
import { readTable, writtenTable, type WrittenTable } from './written-columns.ts';

export interface EventRows extends WrittenTable {
  name: string;
  decimal: '.' | ',';
}

export interface PreparedEvents {
  table: Cohort;
  setup: EventSetup;
}

/** `ids`: what each patient whose row goes is called there, by the identifier here. */
export function preparedEvents(
  table: Cohort,
  setup: EventSetup,
  ids: ReadonlyMap<string, string>,
): PreparedEvents {
  const { columns, file } = setup;
  const patients = perRow(textColumn(table, columns.patient ?? ''), (text) => ids.get(text));
  const rows = [...patients.keys()].filter((row) => patients[row] !== undefined);
  const header = [...new Set(eventRoles.flatMap((role) => columns[role] ?? []))];
  const cells = header.map((name) => {
    const own = textColumn(table, name);
    return columnOf(rows, (row) =>
      name === columns.patient ? patients[row]! : own.texts[own.codes[row]!]!,
    );
  });
  const sent: TextTable = { header, rows: rows.length, columns: cells };
  const shared = tableRead(sent, table);
  const there = new Map(
    textRoles.map((role) => [role, new Set(textColumn(shared, columns[role] ?? '').texts)]),
  );
  const left = (role: (typeof textRoles)[number], all: readonly string[]) =>
    all.filter((text) => there.get(role)!.has(text));
  return {
    table: shared,
    setup: {
      ...withOtherTexts(setup, left),
      // Whoever opens it has another table than the file.
      file: { name: file.name, rows: rows.length, sha256: null },
      read: readOptionsOf(readSpec(shared)),
    },
  };
}

export function eventRows({ name, decimal, table }: Cohort): EventRows {
  return { name, decimal, ...writtenTable(table, decimal) };
}

/** null where it is no table. */
export function eventsInRows(value: unknown): Cohort | null {
  const name = field(value, 'name');
  const table = readTable(value);
  if (typeof name !== 'string' || table === null) return null;
  const decimal = field(value, 'decimal') === ',' ? ',' : '.';
  return tableRead(table, { name, synthetic: false, decimal });
}
