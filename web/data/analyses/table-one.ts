// Table 1: which columns describe the patients, and how each is shown.
import type { GroupTestChoice, TableOneSummary } from '../../../build/wasm/riskset.js';
import type { Cohort } from '../cohort.ts';
import type { ColumnContent } from '../profile.ts';
import { contentOf, type Setup } from '../setup.ts';
import { type Analysis, byArm } from './analysis.ts';

export type Shown = Exclude<TableOneSummary, 'auto'>;

export interface TableOneVariable {
  column: string;
  summary: Shown;
  /** Where a person chose one; else the rule decides. */
  test?: GroupTestChoice;
}

/** A column of more values than this has no levels that a table could list. */
const mostLevels = 20;

/** A number of so few different values is a grade or a count: its values say more than a median. */
const mostCounted = 5;

/** Columns that can stand in the table: numbers, and categories of few levels; never the arm. */
export function possibleVariables(cohort: Cohort, setup: Setup): string[] {
  return cohort.table.header.filter((name) => canBeShown(cohort, setup, name));
}

function canBeShown(cohort: Cohort, setup: Setup, name: string): boolean {
  if (name === setup.arm || setup.identifiers.includes(name)) return false;
  const content = contentOf(cohort, setup, name);
  if (content === null || content.type === 'date' || content.unreadable.rows.length > 0)
    return false;
  return content.type === 'number' || (content.values.length <= mostLevels && isKnown(content));
}

function isKnown({ values }: ColumnContent): boolean {
  return values.length > 0;
}

function wanted({ options, covariates }: Setup): readonly string[] {
  return options.tableOne.variables ?? covariates;
}

/** Wanted columns that hold values which are no numbers: silently absent they would look forgotten. */
export function unreadableVariables(cohort: Cohort, setup: Setup): string[] {
  return wanted(setup).filter((name) => {
    const content = contentOf(cohort, setup, name);
    return content?.type === 'number' && content.unreadable.rows.length > 0;
  });
}

/** The variables of the table, in its order. */
export function tableOneVariables(cohort: Cohort, setup: Setup): TableOneVariable[] {
  return wanted(setup)
    .filter((name) => canBeShown(cohort, setup, name))
    .map((column) => {
      const summary = shownBy(cohort, setup, column);
      const test = chosenTest(cohort, setup, column, summary);
      return { column, summary, ...(test !== 'auto' && { test }) };
    });
}

const testsOfTwo = [
  'welch',
  'student',
  'wilcoxon',
  'wilcoxonExact',
  'wilcoxonCorrected',
  'wilcoxonUncorrected',
] as const;
const testsOfMore = ['anova', 'welchAnova', 'kruskalWallis'] as const;

/** The tests that fit a variable as it is shown and the number of arms. */
export function testsFor(
  cohort: Cohort,
  setup: Setup,
  column: string,
  summary: Shown,
): GroupTestChoice[] {
  const arms = setup.arm === null ? 0 : setup.armLevels.length;
  if (arms < 2) return [];
  if (summary !== 'counts') return ['auto', ...(arms === 2 ? testsOfTwo : testsOfMore), 'none'];
  const levels = contentOf(cohort, setup, column)?.values.length ?? 0;
  const ofFour = arms === 2 && levels === 2;
  return ['auto', 'pearson', ...(ofFour ? (['yates'] as const) : []), 'fisher', 'none'];
}

/** A test that no longer fits, as after an arm was added, gives way to the rule. */
function chosenTest(cohort: Cohort, setup: Setup, column: string, summary: Shown): GroupTestChoice {
  const { chosenTests } = setup.options.tableOne;
  const chosen = chosenTests.find((one) => one.column === column)?.test ?? 'auto';
  return testsFor(cohort, setup, column, summary).includes(chosen) ? chosen : 'auto';
}

function shownBy(cohort: Cohort, setup: Setup, column: string): Shown {
  const { mean, median, counts } = setup.options.tableOne;
  const content = contentOf(cohort, setup, column);
  if (content === null || content.type === 'category') return 'counts';
  if (mean.includes(column)) return 'mean';
  if (median.includes(column)) return 'median';
  const few = content.values.length <= mostCounted;
  return counts.includes(column) || few ? 'counts' : 'median';
}

/** The ways in which a column can be shown. */
export function waysToShow(cohort: Cohort, setup: Setup, column: string): Shown[] {
  const content = contentOf(cohort, setup, column);
  if (content === null || content.type === 'category') return ['counts'];
  return content.values.length <= mostLevels ? ['median', 'mean', 'counts'] : ['median', 'mean'];
}

const quantileTypes = { r: 7, spss: 6, sas: 2 } as const;

export function tableOneAnalyses(cohort: Cohort, setup: Setup): Analysis[] {
  const variables = tableOneVariables(cohort, setup);
  if (variables.length === 0) return [];
  const { adjust, quartiles } = setup.options.tableOne;
  return [
    {
      id: 'tableOne',
      method: 'tableOne',
      ...byArm(setup),
      variables,
      smd: true,
      ...(adjust !== 'none' && { adjust }),
      quantileType: quantileTypes[quartiles],
    },
  ];
}
