// What a column is called in the regression table.

export type LabelOf = (column: string) => string;

/** A number's hazard ratio is for one step of it, named where its name tells the unit. */
export function perUnit(label: string): string {
  const unit = /\bage\b|\balter\b|年龄/i.test(label)
    ? 'year'
    : /\b(day|week|month|year)s?\b/i.exec(label)?.[1];
  return `${label}, per ${unit?.toLowerCase() ?? 'unit'}`;
}
