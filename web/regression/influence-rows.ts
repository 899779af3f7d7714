// How far single patients move the coefficients of the multivariable model.
import type { Answer } from '../../build/wasm/riskset.js';
import { coefficient, keyOf, type Coefficient } from './coefficients.ts';
import type { LabelOf } from './labels.ts';

export interface RowInfluence {
  /** Counted from 1 below the header. */
  row: number;
  dfbeta: number;
  /** In standard errors. */
  scaled: number;
  /** The hazard ratio without the patient; null beyond all measure. */
  without: number | null;
}

export interface Influence {
  /** With all patients. */
  hr: number | null;
  /** By row. */
  patients: RowInfluence[];
  /** The few farthest from 0, the farthest first. */
  largest: RowInfluence[];
}

type Model = Answer<'cox'>['value'];

const named = 5;

/** Coefficients in the order of the residuals' columns. */
function coefficients({ terms }: Model) {
  return terms.filter(({ reference }) => !reference);
}

/** The coefficients that exist. */
export function influenceChoices(
  model: Model,
  arm: string | null,
  labelOf: LabelOf,
): Coefficient[] {
  return coefficients(model)
    .filter(({ aliased, diverging }) => !aliased && !diverging)
    .map((own) => coefficient(own, arm, labelOf));
}

/** The patients' influence on one coefficient; null where it does not exist. */
export function influenceOn(model: Model, key: string): Influence | null {
  const all = coefficients(model);
  const column = all.findIndex((own) => keyOf(own) === key);
  const { residuals } = model;
  if (column < 0 || residuals === null) return null;
  const patients = Array.from(residuals.rows, (row, at) => ({
    row,
    dfbeta: residuals.dfbeta[at]?.[column] ?? 0,
    scaled: residuals.dfbetas[at]?.[column] ?? null,
    without: residuals.hrWithout[at]?.[column] ?? null,
  })).filter((own): own is RowInfluence => own.scaled !== null);
  if (patients.length === 0) return null;
  return {
    hr: all[column]?.hr ?? null,
    patients,
    largest: farthest(patients, named),
  };
}

/** Those that move the coefficient most, the farthest first. */
export function farthest(patients: readonly RowInfluence[], most: number): RowInfluence[] {
  return patients
    .toSorted((a, b) => Math.abs(b.scaled) - Math.abs(a.scaled) || a.row - b.row)
    .slice(0, most);
}
