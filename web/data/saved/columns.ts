// Columns of a saved analysis as the setup reads them.
import type { Cohort } from '../cohort.ts';
import { defaultMissing, signsOf } from '../columns.ts';
import { followed, type Merge, partsOf } from '../levels.ts';
import { type ColumnSetup, columnSetup, readAs } from '../setup.ts';
import { parseNumber } from '../text/parse-cell.ts';
import type { Label, SavedAnalysis, SavedColumn } from './document.ts';

export interface ColumnPlaces {
  /** From the file's own columns, which the engine reads too. */
  spec: SavedColumn | undefined;
  /** From the page's part of the file. */
  own: SavedColumn | undefined;
  /** The arms have their own order: the column keeps that of the page's part, or of the guess. */
  isArm: boolean;
  /** Codes that the file counts as missing in every column, beside those that always are. */
  missingAnywhere: readonly string[];
}

export function restoredColumn(cohort: Cohort, name: string, places: ColumnPlaces): ColumnSetup {
  const guessed = cohort.columns.find((column) => column.name === name)!;
  const base = columnSetup(guessed);
  const { spec, own, isArm, missingAnywhere } = places;
  const type = spec?.type ?? own?.type ?? base.type;
  const order = spec?.order ?? own?.order ?? (spec?.type === 'date' ? 'ymd' : base.order);
  const label = spec?.label ?? own?.label ?? base.label;
  // The page's part is written only where the file's own columns say something else.
  const said = own ?? spec;
  const ownMissing = said === undefined ? base.missing : texts(said.missing);
  const missing = [...new Set([...ownMissing, ...missingAnywhere])];
  const notMissing = texts(said?.notMissing);
  const signs = said === undefined ? base.signs : signsOf(said);
  const how = { type, order, signs, missing, notMissing };
  const values = readAs(cohort, guessed, how).values.map(({ value }) => value);
  if (type !== 'category') return { ...how, label, levels: values, merge: new Map() };
  const merge = mergeOf(said);
  const wanted = isArm ? own?.levels : said?.levels;
  const levels = followed({ levels: texts(wanted), merge }, values);
  // The page leaves them out of an identifier only, whose values are no levels.
  if (own === undefined && spec !== undefined && !isArm && texts(wanted).length === 0) {
    levels.levels.sort(byNumberThenText);
  }
  return { ...how, label, ...levels };
}

/** The arms, in their own order. */
export function restoredArms(own: ColumnSetup, spec: SavedColumn | undefined): string[] {
  const declared = texts(spec?.levels);
  if (declared.length === 0) return own.levels.toSorted(byNumberThenText);
  const values = own.levels.flatMap((level) => partsOf(own, level));
  return followed({ levels: declared, merge: own.merge }, values).levels;
}

/** The order in which the engine takes levels that nobody declared. */
function byNumberThenText(a: string, b: string): number {
  const [left, right] = [parseNumber(a, '.'), parseNumber(b, '.')];
  if (left !== null && right !== null && left !== right) return left - right;
  if ((left === null) !== (right === null)) return left === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** A value belongs to one level: to the first that claims it. */
function mergeOf(said: SavedColumn | undefined): Merge {
  const taken = new Set<string>();
  return new Map(
    Object.entries(said?.merge ?? {}).map(([level, parts]) => {
      const own = texts(parts).filter((part) => !taken.has(part));
      for (const part of own) taken.add(part);
      return [level.trim(), own] as const;
    }),
  );
}

export function texts(labels: readonly Label[] | null | undefined): string[] {
  return (labels ?? []).map((label) => String(label).trim());
}

const always = new Set(defaultMissing);

export function codesAnywhere({ read }: SavedAnalysis): string[] {
  return texts(read?.missing).filter((code) => !always.has(code));
}
