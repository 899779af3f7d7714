// Table 1 as a table: each variable by arm and overall, its test in a footnote by letter.
import type {
  TableOne,
  TableOneCell,
  TableOneRow,
  TableOneTest,
} from '../../build/wasm/riskset.js';
import type { Options } from '../data/options.ts';
import {
  count,
  decimalsOf,
  measured,
  percent,
  pValue,
  standardised,
  tick,
} from '../format/numbers.ts';
import { inSentence, levelLabel } from '../format/words.ts';
import { armLabel, referenceLast } from '../panels/arms.ts';
import {
  cell,
  quiet,
  type Cell,
  type TableColumn,
  type TableModel,
  type TableNote,
  type TableRow,
} from '../tables/model.ts';
import { text } from '../text/text.ts';

const say = text.tableOne;

export type TableOneOptions = Options['tableOne'];

/** What a column is called in results. */
export type LabelOf = (column: string) => string;

interface Variable {
  name: string;
  rows: readonly TableOneRow[];
  test: TableOneTest | null;
  difference: Difference;
}

/** A standardised difference; of several values, or between several arms, it has no sign. */
export interface Difference {
  variable: string;
  value: number | null;
  signed: boolean;
}

export function differenceInWords({ value, signed }: Difference): string {
  return standardised(value, signed);
}

/** Of each variable of the table, in its order. */
export function differencesOf(table: TableOne): Difference[] {
  return table.smd.map(({ variable, value }) => {
    const levels = table.rows.filter((row) => row.variable === variable).length;
    return { variable, value, signed: table.arms.length === 2 && levels <= 2 };
  });
}

export function tableOneModel(
  table: TableOne,
  options: TableOneOptions,
  labelOf: LabelOf,
): TableModel {
  const several = table.arms.length > 1;
  const variables = variablesOf(table);
  const marks = marksOf(variables.map(({ test }) => test));
  const adjusted = options.tests && options.adjust !== 'none';
  const last = (own: Variable): (Cell | null)[] =>
    several
      ? [
          ...(options.tests ? [pCell(own.test, marks)] : []),
          ...(adjusted ? [adjustedCell(own.test)] : []),
          ...(options.differences ? [differenceCell(own.difference)] : []),
        ]
      : [];
  return {
    label: say.label,
    caption: { name: say.name, rest: say.rest(several) },
    columns: [
      ...(several
        ? referenceLast(table.arms).map(({ label, n }) => ({
            head: [armLabel(label)],
            note: say.n(count(n)),
            stack: 'arm' as const,
          }))
        : []),
      {
        head: [say.all],
        note: say.n(count(table.n)),
        stack: several ? 'comparison' : 'arm',
      },
      ...(several ? lastColumns(options, adjusted) : []),
    ],
    rows: variables.flatMap((own) => rowsOf(own, last(own), several, options, labelOf)),
    notes: notesOf(table, variables, marks, options),
  };
}

function lastColumns(options: TableOneOptions, adjusted: boolean): TableColumn[] {
  const right = { align: 'right' as const };
  return [
    ...(options.tests ? [{ head: say.p, ...right, stack: 'p' as const }] : []),
    ...(adjusted ? [{ head: say.adjusted, ...right }] : []),
    ...(options.differences ? [{ head: [say.difference], ...right }] : []),
  ];
}

/** The engine lists a variable's levels one after another, its test and difference once. */
function variablesOf(table: TableOne): Variable[] {
  const { rows, tests } = table;
  const differences = differencesOf(table);
  const variables: { name: string; rows: TableOneRow[] }[] = [];
  for (const row of rows) {
    const last = variables.at(-1);
    if (last?.name === row.variable) last.rows.push(row);
    else variables.push({ name: row.variable, rows: [row] });
  }
  return variables.map((own, at) => ({
    ...own,
    test: tests[at] ?? null,
    difference: differences[at] ?? { variable: own.name, value: null, signed: false },
  }));
}

function rowsOf(
  own: Variable,
  last: (Cell | null)[],
  several: boolean,
  options: TableOneOptions,
  labelOf: LabelOf,
): TableRow[] {
  const [first] = own.rows;
  if (first === undefined) return [];
  const shown = (row: TableOneRow, content: (cell: TableOneCell) => Cell) =>
    (several ? [...referenceLast(row.perArm), row.overall] : [row.overall]).map(content);
  const head = [say.variable(labelOf(own.name), say.how[waysOf(first)])];
  const missing: TableRow[] =
    first.overall.missing === 0
      ? []
      : [
          {
            kind: 'level',
            head: [say.missing],
            cells: shown(first, (arm) => cell(count(arm.missing))),
          },
        ];
  if (waysOf(first) === 'counts') {
    const blank = (several ? [...first.perArm, first.overall] : [first.overall]).map(() => null);
    return [
      { kind: 'group', head, cells: [...blank, ...last] },
      ...own.rows
        .filter(({ level }) => level !== '')
        .map((row): TableRow => ({
          kind: 'level',
          head: [levelLabel(row.level)],
          cells: shown(row, countCell),
        })),
      ...missing,
    ];
  }
  const decimals = decimalsOfRow(first);
  return [
    {
      kind: 'group',
      head,
      cells: [...shown(first, (arm) => numberCell(arm, waysOf(first), decimals)), ...last],
    },
    ...(options.range
      ? [
          {
            kind: 'level' as const,
            head: [say.range],
            cells: shown(first, (arm) => rangeCell(arm)),
          },
        ]
      : []),
    ...missing,
  ];
}

type Ways = keyof typeof say.how;

function waysOf({ summary }: TableOneRow): Ways {
  return summary === 'auto' ? 'counts' : summary;
}

/** As the spread of all patients asks for. */
function decimalsOfRow(row: TableOneRow): number {
  const { overall, perArm, summary } = row;
  const cells = [overall, ...perArm];
  const spread =
    summary === 'mean'
      ? (overall.sd ?? 0) * 2
      : (overall.q3 ?? 0) - (overall.q1 ?? 0) || (overall.max ?? 0) - (overall.min ?? 0);
  return decimalsOf(
    spread,
    cells.flatMap((own) =>
      summary === 'mean' ? [own.mean, own.sd] : [own.median, own.q1, own.q3],
    ),
  );
}

function numberCell(own: TableOneCell, ways: Ways, decimals: number): Cell {
  if (own.n === 0) return quiet(say.nobody);
  const shown = (x: number | null) => measured(x, decimals);
  if (ways === 'mean') {
    return own.sd === null
      ? cell(say.oneValue(shown(own.mean)))
      : cell(say.mean(shown(own.mean), shown(own.sd)));
  }
  const dash = (own.q1 ?? 0) >= 0;
  return cell(say.median(shown(own.median), shown(own.q1), shown(own.q3), dash));
}

function rangeCell(own: TableOneCell): Cell {
  if (own.n === 0) return quiet(say.nobody);
  return cell(say.fromTo(tick(own.min), tick(own.max), (own.min ?? 0) >= 0));
}

function countCell({ n, percent: of }: TableOneCell): Cell {
  return of === null ? quiet(say.nobody) : cell(`${count(n)} (${percent(of / 100)})`);
}

function pCell(test: TableOneTest | null, marks: ReadonlyMap<string, string>): Cell {
  if (test === null || test.name === null) return quiet(text.numbers.notTested);
  const mark = marks.get(nameOf(test));
  return { ...cell(pValue(test.p)), ...(mark !== undefined && { mark }) };
}

function adjustedCell(test: TableOneTest | null): Cell {
  return test === null || test.adjustedP === null
    ? quiet(text.numbers.notTested)
    : cell(pValue(test.adjustedP));
}

function differenceCell(own: Difference): Cell {
  return own.value === null ? quiet(text.numbers.notEstimable) : cell(differenceInWords(own));
}

/** A test as its footnote names it; an estimated p has a footnote of its own. */
function nameOf({ name, interval }: TableOneTest): string {
  if (name === null) return '';
  return interval === null
    ? say.tests[name]
    : say.estimated(say.tests[name], pValue(interval.lower), pValue(interval.upper));
}

/** The letter of each test, in the order in which they stand in the table. */
function marksOf(tests: readonly (TableOneTest | null)[]): Map<string, string> {
  const marks = new Map<string, string>();
  for (const test of tests) {
    const name = test === null ? '' : nameOf(test);
    if (name !== '' && !marks.has(name)) marks.set(name, String.fromCharCode(97 + marks.size));
  }
  return marks;
}

function notesOf(
  table: TableOne,
  variables: readonly Variable[],
  marks: ReadonlyMap<string, string>,
  options: TableOneOptions,
): TableNote[] {
  const { arms } = table;
  const several = arms.length > 1;
  const counted = variables.some(
    ({ rows }) =>
      rows[0] !== undefined && waysOf(rows[0]) === 'counts' && rows[0].overall.missing > 0,
  );
  const general = [
    ...(several && options.tests && options.adjust !== 'none'
      ? [
          say.notes.adjusted(
            say.options.adjustments[options.adjust],
            variables.filter(({ test }) => test !== null && test.p !== null).length,
          ),
        ]
      : []),
    ...(several && options.differences ? [differenceNote(table)] : []),
    ...(counted ? [say.notes.percent] : []),
  ];
  return [
    ...(several && options.tests
      ? [...marks].map(([name, mark]) => ({ mark, text: `${name}.` }))
      : []),
    ...general.map((note) => ({ mark: '', text: note })),
  ];
}

function differenceNote({ arms }: TableOne): string {
  const [reference, other] = arms;
  return arms.length === 2 && reference !== undefined && other !== undefined
    ? say.notes.difference(inSentence(armLabel(other.label)), inSentence(armLabel(reference.label)))
    : say.notes.differences;
}
