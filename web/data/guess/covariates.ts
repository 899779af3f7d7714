// Which covariates enter the multivariable model and the subgroups before anybody chooses.
//
// Terms: age, then categories in the order of their smallest level (a balanced factor tells most),
// then other numbers, as long as ten events stand behind each coefficient. A level of fewer than
// five patients, or a covariate that more than a tenth of the patients lack, would cost more
// patients or precision than it explains.
import type { ColumnContent } from '../profile.ts';
import { wordsOf } from './words.ts';

const eventsPerCoefficient = 10;
const smallestLevel = 5;
const mostMissing = 0.1;

export interface TermBudget {
  rows: number;
  /** Events of the endpoint that has fewest. */
  events: number;
  /** Coefficients that the arms take. */
  used: number;
}

export function defaultTerms(covariates: readonly ColumnContent[], budget: TermBudget): string[] {
  const entered: ColumnContent[] = [];
  let coefficients = budget.used;
  for (const column of covariates
    .filter((one) => worthEntering(one, budget.rows))
    .toSorted(byInformation)) {
    const cost = column.type === 'category' ? column.values.length - 1 : 1;
    if ((coefficients + cost) * eventsPerCoefficient > budget.events) continue;
    if (entered.some((other) => sameMeasurement(other.name, column.name))) continue;
    entered.push(column);
    coefficients += cost;
  }
  const chosen = new Set(entered.map(({ name }) => name));
  return covariates.flatMap(({ name }) => (chosen.has(name) ? [name] : []));
}

/** What stands in the univariable column: the factors, and whatever else could have been one. */
export function univariableTerms(
  covariates: readonly ColumnContent[],
  factors: readonly string[],
  rows: number,
): string[] {
  return covariates.flatMap((column) =>
    whyNotTested(column, factors, rows) === null ? [column.name] : [],
  );
}

/** Why a covariate is not in the univariable column; `sameAs`: the factor that measures the same. */
export type WhyNotTested = 'constant' | 'unreadable' | 'missing' | 'small' | { sameAs: string };

export function whyNotTested(
  column: ColumnContent,
  factors: readonly string[],
  rows: number,
): WhyNotTested | null {
  const { name } = column;
  if (isConstant(column)) return 'constant';
  if (factors.includes(name)) return null;
  const double = factors.find((factor) => sameMeasurement(factor, name));
  return whyNotWorth(column, rows) ?? (double === undefined ? null : { sameAs: double });
}

/** A category with one value compares nothing, and a model with it would be refused. */
function isConstant({ type, values }: ColumnContent): boolean {
  return type === 'category' && values.length < 2;
}

function worthEntering(column: ColumnContent, rows: number): boolean {
  return !isConstant(column) && whyNotWorth(column, rows) === null;
}

function whyNotWorth(
  column: ColumnContent,
  rows: number,
): 'unreadable' | 'missing' | 'small' | null {
  if (column.unreadable.rows.length > 0) return 'unreadable';
  if (column.missing > mostMissing * rows) return 'missing';
  return column.type === 'number' || smallest(column) >= smallestLevel ? null : 'small';
}

function smallest(column: ColumnContent): number {
  return Math.min(...column.values.map(({ count }) => count));
}

function byInformation(a: ColumnContent, b: ColumnContent): number {
  const first = kindRank(a) - kindRank(b);
  return first !== 0 || a.type !== 'category' ? first : smallest(b) - smallest(a);
}

function kindRank(column: ColumnContent): number {
  if (column.type === 'category') return 1;
  return wordsOf(column.name).includes('age') ? 0 : 2;
}

/** "cps" and "cps_group" are one measurement; both would compete for the same effect. */
function sameMeasurement(a: string, b: string): boolean {
  const [short, long] = [wordsOf(a), wordsOf(b)].toSorted((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  return short.every((word, at) => long[at] === word);
}

/** Groups in which the arms are compared: every categorical covariate. */
export function defaultSubgroups(covariates: readonly ColumnContent[]): string[] {
  return covariates.filter(({ type }) => type === 'category').map(({ name }) => name);
}
