// Columns in which somebody has written what was to be said of single patients. Such a text may name
// them, so it is left out of what is shared unless it is put back.
import type { Cohort } from '../data/cohort.ts';
import { contentOf, type Setup } from '../data/setup.ts';
import { isNameBeside } from './names.ts';
import { isTold } from './told.ts';

/** Fewer different texts may be a category of a small cohort. */
const fewest = 4;

/** A text of as many patients speaks of none of them. */
const manyPatients = 3;

/**
 * Columns that the analysis describes patients with, most of whose texts stand in one row alone, or of
 * which one was written of somebody.
 */
export function freeTexts(cohort: Cohort, setup: Setup): string[] {
  return describing(setup).filter((name) => {
    if (setup.types.get(name)?.type !== 'category') return false;
    const values = contentOf(cohort, setup, name)?.values ?? [];
    const all = values.map(({ value }) => value);
    const isOfSomebody = (one: string) => isTold(one, all) || isNameBeside(one, all);
    return (
      mostStandAlone(values.map(({ count }) => count)) ||
      values.some(({ value, count }) => count < manyPatients && isOfSomebody(value))
    );
  });
}

/** `counts`: in how many rows each text stands. */
export function mostStandAlone(counts: readonly number[]): boolean {
  const alone = counts.filter((count) => count === 1).length;
  return counts.length >= fewest && alone > counts.length / 2;
}

function describing({ covariates, options }: Setup): string[] {
  return [...new Set([...covariates, ...(options.tableOne.variables ?? [])])];
}

/** The setup as if these columns described nobody. */
export function withoutColumns(setup: Setup, names: readonly string[]): Setup {
  if (names.length === 0) return setup;
  const gone = new Set(names);
  const rest = (list: readonly string[]) => list.filter((name) => !gone.has(name));
  const { tableOne, subgroups, survival } = setup.options;
  return {
    ...setup,
    covariates: rest(setup.covariates),
    factors: rest(setup.factors),
    options: {
      ...setup.options,
      tableOne: {
        ...tableOne,
        variables: tableOne.variables === null ? null : rest(tableOne.variables),
        counts: rest(tableOne.counts),
        chosenTests: tableOne.chosenTests.filter(({ column }) => !gone.has(column)),
      },
      subgroups: { factors: subgroups.factors === null ? null : rest(subgroups.factors) },
      survival: { ...survival, strata: rest(survival.strata) },
    },
  };
}
