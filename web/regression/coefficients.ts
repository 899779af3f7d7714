// The coefficients of a model by name, for what is drawn of one of them at a time.
import type { CoxRow } from '../../build/wasm/riskset.js';
import { levelLabel } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { perUnit, type LabelOf } from './labels.ts';

export interface Coefficient {
  /** Names the coefficient among those of its model. */
  key: string;
  label: string;
}

export const keyOf = ({ name, level }: Pick<CoxRow, 'name' | 'level'>) => `${name}\n${level}`;

export function coefficient(
  { name, level }: Pick<CoxRow, 'name' | 'level'>,
  arm: string | null,
  labelOf: LabelOf,
): Coefficient {
  const label =
    level === ''
      ? perUnit(labelOf(name))
      : name === arm
        ? armLabel(level)
        : `${labelOf(name)} ${levelLabel(level)}`;
  return { key: keyOf({ name, level }), label };
}
