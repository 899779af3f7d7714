// What a column is called in the regression table.
import { text } from '../text/text.ts';

export type LabelOf = (column: string) => string;

const units = /\b(day|week|month|year)s?\b/i;

/** A number's ratio is for one step of it, named where its name tells the unit. */
export function perUnit(label: string): string {
  const words = text.regression;
  const unit = /\bage\b|\balter\b|年龄/i.test(label)
    ? words.units.year
    : units.exec(label)?.[1]?.toLowerCase();
  return words.per(label, unit ?? words.units.unit);
}
