// Whether files that are read as one table write their numbers and dates alike, for a column has one
// decimal sign and one order of day and month. Each file is judged by what stands in it alone.
import { guessType } from '../guess/column-type.ts';
import { guessDecimal, valueCounts } from '../profile.ts';
import { text } from '../../text/text.ts';
import { type DateOrder, writtenDate } from '../text/parse-date.ts';
import { type Decimal, parseNumber, writtenNumber } from '../text/parse-number.ts';
import { columnOf, type TextColumn, type TextTable } from '../text/text-table.ts';

export interface Part {
  name: string;
  /** null of a workbook. */
  delimiter: string | null;
}

interface Column {
  part: string;
  name: string;
  texts: readonly string[];
  decimal: Decimal;
  type: 'number' | 'date' | 'category';
  order: DateOrder;
}

const says = text.data.reading;

/** `decimal`: the sign that all of them have; null where no number tells. `partOf` is of each row. */
export function writtenAlike(
  table: TextTable,
  parts: readonly Part[],
  partOf: readonly string[],
): { problem: string } | { decimal: Decimal | null } {
  const columns = parts.flatMap((part) => columnsOf(table, part, partOf));
  const signs = columns.flatMap((column) => {
    const example = column.type === 'number' ? column.texts.find(tellsDecimal) : undefined;
    return example === undefined ? [] : [{ ...column, example }];
  });
  const [first] = signs;
  const other = signs.find(({ decimal }) => decimal !== first?.decimal);
  if (first !== undefined && other !== undefined) {
    return { problem: says.otherDecimals(first, other) };
  }
  for (const name of table.header) {
    const own = columns.filter((column) => column.name === name);
    const problem = otherThousands(own) ?? otherDates(own);
    if (problem !== null) return { problem };
  }
  return { decimal: first?.decimal ?? null };
}

function columnsOf(table: TextTable, { name: part, delimiter }: Part, partOf: readonly string[]) {
  const rows = partOf.flatMap((one, row) => (one === part ? [row] : []));
  const columns = table.columns.map((column) => within(column, rows));
  const own = { header: table.header, rows: rows.length, columns };
  const decimal = guessDecimal(own, delimiter ?? undefined);
  return columns.map((column, at): Column => {
    const name = table.header[at]!;
    const counts = valueCounts(column, { missing: [], notMissing: [] });
    const { type, order } = guessType(name, counts, decimal);
    return { part, name, texts: [...counts.keys()], decimal, type, order };
  });
}

function within({ texts, codes }: TextColumn, rows: readonly number[]): TextColumn {
  return columnOf(rows, (row) => texts[codes[row]!]!);
}

/** "1.5" and "1,234" are another number, or none, with the other decimal sign. */
function tellsDecimal(written: string): boolean {
  const [point, comma] = [writtenNumber(written, '.'), writtenNumber(written, ',')];
  return (point ?? comma) !== null && point?.value !== comma?.value;
}

/** "1.101" in one file is 1101 where another writes so, and no value of it has other decimals. */
function otherThousands(columns: readonly Column[]): string | null {
  const grouped = columns.find(({ texts, decimal }) => {
    const pointed = texts.filter((one) => one.includes('.'));
    return decimal === '.' && pointed.length > 0 && pointed.every((one) => thousand.test(one));
  });
  if (grouped === undefined) return null;
  const whole = columns.find(
    ({ texts, type }) =>
      type === 'number' &&
      texts.every((one) => !one.includes('.')) &&
      texts.some((one) => (parseNumber(one) ?? 0) >= 1000),
  );
  if (whole === undefined) return null;
  return says.otherThousands(
    { ...grouped, example: grouped.texts.find((one) => thousand.test(one))! },
    { ...whole, example: whole.texts.find((one) => (parseNumber(one) ?? 0) >= 1000)! },
  );
}

const thousand = /^[1-9]\d{0,2}\.\d{3}$/;

function otherDates(columns: readonly Column[]): string | null {
  const dates = columns.filter(({ type }) => type === 'date');
  for (const one of dates) {
    for (const other of dates) {
      const [mine, theirs] = [differing(one, other.order), differing(other, one.order)];
      if (mine !== undefined && theirs !== undefined) {
        return says.otherDates({ ...one, example: mine }, { ...other, example: theirs });
      }
    }
  }
  return null;
}

/** A date that is another day, or none, in this order; first one that is none. */
function differing({ texts, order }: Column, other: DateOrder): string | undefined {
  const changes = texts.filter((one) => {
    const own = writtenDate(one, order);
    return own !== null && own.days !== writtenDate(one, other)?.days;
  });
  return changes.find((one) => writtenDate(one, other) === null) ?? changes[0];
}
