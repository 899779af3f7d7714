// Sheets of a workbook that have the same columns, as where each arm has its own, read one below the
// other. Their lines are numbered on, so that each has a number of its own.
import { findHead, namesOf, type Span } from './header.ts';
import { isEmpty, leftOut, type LeftOut, type Line } from './line.ts';

export interface Sheet {
  name: string;
  lines: Line[];
  spans: Span[];
}

export interface SheetsTogether {
  lines: Line[];
  /** Of the first sheet, whose names are those of the table. */
  spans: Span[];
  /** Which sheet a line came from. */
  sheetOf: (line: number) => string;
  /** Titles over the names of the later sheets. */
  titles: LeftOut[];
}

/** The names of a sheet's columns, in their order; empty where no line holds names. */
export function headerOf({ lines, spans }: Sheet): string[] {
  const { at, lines: count } = findHead(lines, spans);
  if (at < 0) return [];
  const names = namesOf(lines.slice(at, at + count), spans).map(plain);
  return names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}

const plain = (name: string) => name.replace(/\s+/g, ' ').trim();

/** Whether two sheets name the same columns, in whatever order, and at least two of them. */
export function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  const sorted = (names: readonly string[]) => names.toSorted().join('\n');
  return a.length > 1 && a.length === b.length && sorted(a) === sorted(b);
}

/** Where the columns of these names stand in another order: of a name that is there again the first is the first. */
function placesOf(names: readonly string[], own: readonly string[]): number[] {
  const taken = new Set<number>();
  return names.map((name) => {
    const place = own.findIndex((one, at) => one === name && !taken.has(at));
    taken.add(place);
    return place;
  });
}

/** All of them have the same columns. The cells of later sheets stand under the names of the first, whatever their order there is. */
export function together([first, ...others]: [Sheet, ...Sheet[]]): SheetsTogether {
  const names = headerOf(first);
  const lines = withoutEmptyEnd(first.lines);
  const titles: LeftOut[] = [];
  const ends: { name: string; until: number }[] = [];
  let offset = first.lines.at(-1)?.line ?? 0;
  ends.push({ name: first.name, until: offset });
  for (const sheet of others) {
    const own = headerOf(sheet);
    const { at, lines: count } = findHead(sheet.lines, sheet.spans);
    const body = Math.max(0, at) + (at < 0 ? 0 : count);
    const places = at < 0 ? [...names.keys()] : placesOf(names, own);
    const moved = (line: Line): Line => ({ ...line, line: line.line + offset });
    titles.push(
      ...sheet.lines
        .slice(0, Math.max(0, at))
        .filter(({ cells }) => !isEmpty(cells))
        .map((line) => leftOut('title', moved(line))),
    );
    lines.push(
      ...withoutEmptyEnd(sheet.lines.slice(body)).map((line) => ({
        ...moved(line),
        // What stands beyond the last name has no name to go by.
        cells: [
          ...places.map((place) => line.cells[place] ?? ''),
          ...line.cells.slice(names.length),
        ],
      })),
    );
    offset += sheet.lines.at(-1)?.line ?? 0;
    ends.push({ name: sheet.name, until: offset });
  }
  return {
    lines,
    spans: first.spans,
    sheetOf: (line) => (ends.find(({ until }) => line <= until) ?? ends.at(-1)!).name,
    titles,
  };
}

/** What an editor leaves under the last line is no end of a table. */
function withoutEmptyEnd(lines: readonly Line[]): Line[] {
  return lines.slice(0, lines.findLastIndex(({ cells }) => !isEmpty(cells)) + 1);
}
