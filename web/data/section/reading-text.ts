// One rule by which a column is read, in a sentence with an example.
import { day, tick } from '../../format/numbers.ts';
import { text } from '../../text/text.ts';
import type { ColumnReading } from '../column-readings.ts';

const words = text.data.columnReading;

export function readingText(
  { kind, rows, example, value }: ColumnReading,
  isDate: boolean,
): string {
  const read = value === null ? words.notRead : isDate ? day(value) : tick(value);
  return words.kinds[kind](example, rows.length, read);
}
