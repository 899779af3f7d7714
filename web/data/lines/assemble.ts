// Lines -> a table: its names, its patients, and what was left out or changed on the way.
import { text } from '../../text/text.ts';
import type { ReadOptions } from '../read-options.ts';
import { columnOf, tableOf, type TextTable } from '../text/text-table.ts';
import { findHead, type Head, namesOf, type Span } from './header.ts';
import { filled, isEmpty, leftOut, type LeftOut, type Line } from './line.ts';
import { patientsByPart } from './patients-by-part.ts';
import { patientsOf } from './patients.ts';

export interface Assembled {
  table: TextTable;
  /** Of each row, the line that it stands in. */
  rowLines: number[];
  /** The first line of names; 0 where no line holds names. */
  headerRow: number;
  /** How many lines hold names. */
  headerRows: number;
  leftOut: LeftOut[];
  notes: string[];
  /** Rows that are hidden in the workbook and were read nevertheless. */
  hiddenRows: number;
  /** The first lines, for who says which of them holds the names. */
  beginning: { line: number; text: string }[];
}

export type AssembleResult = ({ ok: true } & Assembled) | { ok: false; problem: string };

const says = text.data.reading;

/** A column that tells which file or sheet each line came from. */
export interface Origin {
  name: string;
  of: (line: number) => string;
  /** What stands in the column for it. */
  called: (part: string) => string;
}

/** `whatParts`: how the cells of a text are parted, for cells may lack; null where none can. */
export function assemble(
  lines: readonly Line[],
  options: ReadOptions,
  whatParts: string | null,
  spans: readonly Span[] = [],
  origin: Origin | null = null,
): AssembleResult {
  const last = lines.findLastIndex(({ cells }) => !isEmpty(cells));
  const used = lines.slice(0, last + 1);
  const head = used.length === 0 ? null : headOf(used, options, spans, origin);
  if (head === null) return { ok: false, problem: says.empty };
  const body = used.slice(head.at + Math.max(head.lines, 1));
  const below = head.lines === 0 ? used.slice(head.at) : body;
  const names = head.lines === 0 ? [] : namesOf(used.slice(head.at, head.at + head.lines), spans);
  const kept = new Set(options.keep ?? []);
  const leaveHidden = options.hidden === false;
  const { patients, otherUnits } =
    origin === null
      ? { patients: patientsOf(names, below, kept, leaveHidden), otherUnits: null }
      : patientsByPart(names, below, origin.of, kept, leaveHidden);
  if (otherUnits !== null) return { ok: false, problem: says.otherUnits(otherUnits) };
  const { rows, leftOut: apart, sections } = patients;
  if (rows.length === 0) return { ok: false, problem: says.noRows };

  const width = head.lines === 0 || whatParts === null ? widthOf(rows, names.length) : names.length;
  const cells = rows.map((row) => fitted(row.cells, width, whatParts === null));
  const ragged = cells.flatMap((row, at) =>
    row.length === width ? [] : [{ row: at + 1, found: row.length }],
  );
  if (ragged.length > 0) {
    return { ok: false, problem: says.ragged(width, ragged, whatParts ?? '') };
  }

  const notes = head.lines === 0 ? [says.noNames] : [];
  if (head.lines > 1)
    notes.push(says.twoLines(names.findLast((name) => name.includes(' / ')) ?? names.at(-1)!));
  const padded = Array.from({ length: width }, (_, at) => names[at] ?? '');
  const named = withUniqueNames(padded, cells, sections, notes, head.lines === 0);
  const table = origin === null ? named : withOrigin(named, rows, origin);
  const titles = used.slice(0, head.at).filter((line) => !isEmpty(line.cells));
  return {
    ok: true,
    table,
    rowLines: rows.map(({ line }) => line),
    headerRow: head.lines === 0 ? 0 : used[head.at]!.line,
    headerRows: head.lines,
    leftOut: [...titles.map((line) => leftOut('title', line)), ...apart],
    notes,
    hiddenRows: rows.filter(({ hidden }) => hidden === true).length,
    beginning: used.slice(0, mostShown).map(({ line, cells: own }) => ({
      line,
      text: filled(own).join(' · ').trim().slice(0, longestShown),
    })),
  };
}

function withOrigin(
  table: TextTable,
  rows: readonly Line[],
  { name, of, called }: Origin,
): TextTable {
  return {
    ...table,
    header: [...table.header, freeName(name, new Set(table.header))],
    columns: [...table.columns, columnOf(rows, ({ line }) => called(of(line)))],
  };
}

const mostShown = 30;
const longestShown = 60;

/** As a person has said it, or as it is found; null where that line is not there or empty. */
function headOf(
  lines: readonly Line[],
  { headerRow, headerRows }: ReadOptions,
  spans: readonly Span[],
  origin: Origin | null,
): Head | null {
  if (headerRow === 0)
    return {
      at: Math.max(
        0,
        lines.findIndex(({ cells }) => !isEmpty(cells)),
      ),
      lines: 0,
    };
  if (headerRow === undefined) {
    const first = (line: Line) =>
      origin === null || origin.of(line.line) === origin.of(lines[0]!.line);
    const found = findHead(lines.filter(first), spans);
    if (found.at < 0)
      return {
        at: Math.max(
          0,
          lines.findIndex(({ cells }) => !isEmpty(cells)),
        ),
        lines: 0,
      };
    return { ...found, lines: headerRows ?? found.lines };
  }
  const at = lines.findIndex(({ line }) => line === headerRow);
  if (at < 0 || isEmpty(lines[at]!.cells)) return null;
  return { at, lines: Math.max(1, Math.min(headerRows ?? 1, lines.length - at)) };
}

function widthOf(rows: readonly Line[], names: number): number {
  return rows.reduce((widest, { cells }) => Math.max(widest, cells.length), names);
}

/** Without the empty cells that a spreadsheet leaves beyond its last column. */
function fitted(cells: string[], width: number, padded: boolean): string[] {
  if (cells.length > width && isEmpty(cells.slice(width))) return cells.slice(0, width);
  if (!padded || cells.length >= width) return cells;
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
}

/** Trims names, drops columns without name and values, and makes the rest unique. */
function withUniqueNames(
  names: readonly string[],
  rows: readonly string[][],
  sections: readonly string[] | null,
  notes: string[],
  allUnnamed: boolean,
): TextTable {
  const named = names.map((name) => name.replace(/\s+/g, ' ').trim());
  const kept = named.flatMap((name, at) =>
    name !== '' || rows.some((row) => row[at]!.trim() !== '') ? [at] : [],
  );
  const taken = new Set(named.filter((name) => name !== ''));
  const used = new Set<string>();
  const header = kept.map((at) => {
    const name = named[at]!;
    if (name !== '' && !used.has(name)) {
      used.add(name);
      return name;
    }
    const unique = freeName(name === '' ? `column_${at + 1}` : `${name}_2`, taken);
    taken.add(unique);
    used.add(unique);
    if (name !== '') notes.push(says.sameName(at + 1, name, unique));
    else if (!allUnnamed) notes.push(says.unnamed(at + 1, unique));
    return unique;
  });
  const cells = kept.length < named.length ? rows.map((row) => kept.map((at) => row[at]!)) : rows;
  if (sections === null) return tableOf(header, cells);
  const name = freeName(says.sectionColumn, taken);
  notes.push(says.sections(name, [...new Set(sections)]));
  return tableOf(
    [...header, name],
    cells.map((row, at) => [...row, sections[at]!]),
  );
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/_\d+$/, '');
  let number = 2;
  while (taken.has(`${stem}_${number}`)) number += 1;
  return `${stem}_${number}`;
}
