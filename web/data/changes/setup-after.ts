// How the setup follows when cells are corrected, rows left out, numbers cut into groups, and
// conditions set. Pure: the store keeps the result.
import { type Cohort, originalOf, ownColumns } from '../cohort.ts';
import { levelOf, partsOf } from '../levels.ts';
import { same } from '../same.ts';
import { columnSetup, type ColumnSetup, type Setup } from '../setup.ts';
import { asRead, freed, reread } from '../setup-changes.ts';
import { cellText, columnIndex } from '../text/text-table.ts';
import { type Condition, type Cut, type Edit, isSameCell } from './changes.ts';
import { cutLabels } from './cut-labels.ts';
import { workingCohort } from './working-cohort.ts';

/** The cell as it stands in the file. */
export function writtenCell(cohort: Cohort, { row, column }: Pick<Edit, 'row' | 'column'>): string {
  const { table } = originalOf(cohort);
  return cellText(table, row, columnIndex(table).get(column) ?? -1);
}

/**
 * The setup with one cell of the file corrected; with the text of the file it is as it was. Nothing
 * is kept of what identifies patients.
 */
export function withEdit(cohort: Cohort, before: Setup, edit: Edit): Setup {
  const isInFile = ownColumns(originalOf(cohort)).some(({ name }) => name === edit.column);
  if (!isInFile || before.identifiers.includes(edit.column)) return before;
  const value = edit.value.trim();
  const others = before.edits.filter((one) => !isSameCell(one, edit));
  const kept = value === writtenCell(cohort, edit) ? [] : [{ ...edit, value }];
  return withEdits(cohort, before, [...others, ...kept], edit.column);
}

export function withoutEdit(
  cohort: Cohort,
  before: Setup,
  cell: Pick<Edit, 'row' | 'column'>,
): Setup {
  const edits = before.edits.filter((one) => !isSameCell(one, cell));
  return withEdits(cohort, before, edits, cell.column);
}

/** How the column is read stays; its levels and what depends on them follow. */
function withEdits(cohort: Cohort, before: Setup, edits: readonly Edit[], column: string): Setup {
  const after = { ...before, edits };
  return reread(workingCohort(originalOf(cohort), after), after, column, {});
}

export function withExclusion(before: Setup, row: number, why: string): Setup {
  const others = before.exclude.filter((one) => one.row !== row);
  return { ...before, exclude: [...others, { row, why: why.trim() }] };
}

export function withoutExclusion(before: Setup, row: number): Setup {
  return { ...before, exclude: before.exclude.filter((one) => one.row !== row) };
}

/** The setup with a number cut into groups, which describe the patients. */
export function withCut(cohort: Cohort, before: Setup, cut: Cut, label: string): Setup {
  const after = { ...before, cuts: [...before.cuts, cut] };
  const made = workingCohort(originalOf(cohort), after).columns.at(-1)!;
  const types = new Map(before.types).set(cut.name, { ...columnSetup(made), label });
  return { ...after, types, covariates: [...before.covariates, cut.name] };
}

export function withoutCut(before: Setup, name: string): Setup {
  const rest = freed(before, name);
  const { strata } = rest.options.survival;
  const types = new Map(rest.types);
  types.delete(name);
  return {
    ...rest,
    types,
    cuts: rest.cuts.filter((cut) => cut.name !== name),
    where: rest.where.filter(({ column }) => column !== name),
    factors: rest.factors.filter((factor) => factor !== name),
    chosen: new Set([...rest.chosen].filter((column) => column !== name)),
    options: {
      ...rest.options,
      rows: {
        ...rest.options.rows,
        cluster: rest.options.rows.cluster === name ? null : rest.options.rows.cluster,
      },
      tableOne: {
        ...rest.options.tableOne,
        variables: listWithout(rest.options.tableOne.variables, name),
      },
      logistic:
        rest.options.logistic.column === name
          ? { ...rest.options.logistic, column: null, level: null }
          : rest.options.logistic,
      survival: { ...rest.options.survival, strata: strata.filter((column) => column !== name) },
      subgroups: { factors: listWithout(rest.options.subgroups.factors, name) },
    },
  };
}

function listWithout(names: readonly string[] | null, name: string): readonly string[] | null {
  return names?.filter((one) => one !== name) ?? null;
}

/** The setup after the engine has found where the quantiles of a cut are now: its groups follow. */
export function withCutPoints(before: Setup, name: string, at: readonly number[]): Setup {
  const cut = before.cuts.find((one) => one.name === name);
  const own = before.types.get(name);
  if (cut === undefined || own === undefined) return before;
  // Of a file that somebody has written the labels are that person's.
  const ours = cut.at !== null && same(cut.labels, cutLabels(cut.at));
  const labels = ours ? cutLabels(at) : cut.labels;
  const renamed = new Map(cut.labels.map((label, place) => [label, labels[place]!]));
  const rename = (label: string) => renamed.get(label) ?? label;
  const merge = new Map([...own.merge].map(([level, parts]) => [level, parts.map(rename)]));
  const levelNow = (level: string) => (own.merge.has(level) ? level : rename(level));
  const type: ColumnSetup = { ...own, levels: own.levels.map(levelNow), merge };
  const { logistic } = before.options;
  return {
    ...before,
    cuts: before.cuts.map((one) => (one === cut ? { ...cut, at, labels } : one)),
    types: new Map(before.types).set(name, type),
    armLevels: before.arm === name ? before.armLevels.map(levelNow) : before.armLevels,
    endpoints: before.endpoints.map((endpoint) =>
      endpoint.event === name
        ? { ...endpoint, eventLevels: endpoint.eventLevels?.map(levelNow) ?? null }
        : endpoint,
    ),
    response:
      before.response?.column === name
        ? {
            ...before.response,
            levels: new Map(
              [...before.response.levels].map(([level, code]) => [levelNow(level), code]),
            ),
          }
        : before.response,
    where: before.where.map((condition) =>
      condition.column === name && 'in' in condition
        ? { ...condition, in: condition.in.map(levelNow) }
        : condition,
    ),
    options: {
      ...before.options,
      logistic:
        logistic.column === name && logistic.level !== null
          ? { ...logistic, level: levelNow(logistic.level) }
          : logistic,
    },
  };
}

/**
 * The setup without changes that a decision has made senseless: corrections of a column that
 * identifies patients (no value of it is kept), cuts of what is no number any more or whose patients
 * are told by no category, conditions on values that are not there. `before` tells what a level stood for until now.
 */
export function settled(cohort: Cohort, before: Setup, decided: Setup): Setup {
  let after = decided;
  const isNumber = (name: string) =>
    after.types.get(name)?.type === 'number' && !after.identifiers.includes(name);
  for (const { name, cut, patient } of after.cuts) {
    const once = patient === undefined || after.types.get(patient)?.type === 'category';
    if (!isNumber(cut) || !once) after = withoutCut(after, name);
  }
  for (const edit of after.edits) {
    if (!after.identifiers.includes(edit.column)) continue;
    after = withoutEdit(cohort, after, edit);
    after = asRead(workingCohort(originalOf(cohort), after), after, edit.column);
  }
  const where = after.where.flatMap((condition) => fitting(before, after, condition) ?? []);
  return same(where, after.where) ? after : { ...after, where };
}

function fitting(before: Setup, after: Setup, condition: Condition): Condition | null {
  const { column } = condition;
  const own = after.types.get(column);
  if (own === undefined || after.identifiers.includes(column)) return null;
  if ('missing' in condition) return condition;
  if (!('in' in condition)) {
    const bound = 'atLeast' in condition ? condition.atLeast : condition.below;
    return own.type === (typeof bound === 'number' ? 'number' : 'date') ? condition : null;
  }
  if (own.type !== 'category') return null;
  const known = before.types.get(column) ?? own;
  if (known === own && condition.in.every((level) => own.levels.includes(level))) return condition;
  // A merged level holds where everything that it stands for did.
  const parts = new Set(condition.in.flatMap((level) => partsOf(known, level)));
  const level = levelOf(own);
  const levels = own.levels.filter((one) => partsOf(own, one).every((part) => parts.has(part)));
  const all = [...new Set([...parts].map(level))].filter((one) => levels.includes(one));
  if (all.length === 0) return null;
  return { column, in: all };
}
