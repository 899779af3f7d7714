// Questions that read a response together with a further column: they are asked of a small table of
// their own, that holds only these columns, and for each factor a table of its own.
import type { AnalysisFile, AnalysisResult, RawColumn } from '../../build/wasm/riskset.js';

import { readColumns } from '../data/columns.ts';
import type { Cohort } from '../data/cohort.ts';
import { partFor } from '../data/questions.ts';
import { levelTexts } from '../data/row-values.ts';
import type { ResponseCategory } from '../data/guess/codes.ts';
import type { Setup } from '../data/setup.ts';
import type { Analysis } from '../data/analyses/analysis.ts';
import { tableOf, type TextTable } from '../data/text/text-table.ts';
import { armsOf, type CountedTimes } from './counts.ts';
import { field } from './documents.ts';

/** How often the texts of the columns occur together. */
export interface Crossed {
  /** Of the question. */
  id: string;
  columns: string[];
  texts: string[][];
  /** Of each combination of the texts, those of the last column changing fastest. */
  counts: number[];
}

/** A combination of texts that occurs. */
export interface CrossedCell {
  texts: string[];
  count: number;
}

export function cellsOf({ texts, counts }: Crossed): CrossedCell[] {
  return counts.flatMap((count, at) => {
    if (count === 0) return [];
    let rest = at;
    const own = texts.toReversed().map((list) => {
      const text = list[rest % list.length]!;
      rest = Math.floor(rest / list.length);
      return text;
    });
    return [{ texts: own.reverse(), count }];
  });
}

/** From the combinations, a text in them for each column and how often they occur. */
function crossedFrom(
  id: string,
  columns: string[],
  texts: string[][],
  cells: readonly CrossedCell[],
): Crossed {
  const size = texts.reduce((product, list) => product * list.length, 1);
  const counts = Array.from({ length: size }, () => 0);
  for (const cell of cells) {
    const at = cell.texts.reduce((sum, text, column) => {
      const list = texts[column]!;
      return sum * list.length + list.indexOf(text);
    }, 0);
    counts[at]! += cell.count;
  }
  return { id, columns, texts, counts };
}

export type Ask = (
  file: AnalysisFile,
  columns: readonly RawColumn[],
  rows: number,
) => Promise<{ results: AnalysisResult[]; problem: unknown }>;

type Subgroups = Extract<Analysis, { method: 'rateSubgroups' }>;

interface Asked {
  cohort: Cohort;
  setup: Setup;
  analysis: Analysis;
  answer: AnalysisResult | undefined;
  times: readonly CountedTimes[];
}

/** What has to be counted together to answer the question; nothing where that answers it not. */
export function crossedOf({ cohort, setup, analysis, answer, times }: Asked): Crossed[] {
  const { arm, response } = setup;
  if (response === null || answer?.ok !== true) return [];
  if (analysis.method === 'rateSubgroups') {
    const columns = [...(arm === null ? [] : [arm]), response.column];
    return factorsOf(analysis).map((factor) =>
      crossing(cohort, setup, analysis.id, [...columns, factor]),
    );
  }
  if (analysis.method !== 'bestResponse' || answer.method !== 'bestResponse') return [];
  const of = times.find(({ endpoint }) => endpoint === analysis.clinicalBenefit?.endpoint);
  // Where some have no follow-up the answer is of fewer patients than were counted.
  return of === undefined || answer.excluded.length > 0 ? [] : [benefit(setup, answer, of)];
}

const lasted = ['1000000', '0'];
const ended = ['0.001', '1'];
const notKnown = ['0.001', '0'];

/** Stable disease in three kinds: it lasted, it ended, nobody knows. */
function benefit(
  { arm, response }: Setup,
  { id, value }: Extract<AnalysisResult, { method: 'bestResponse'; ok: true }>,
  { time, event }: CountedTimes,
): Crossed {
  const texts = [...response!.levels];
  const textOf = (category: ResponseCategory) =>
    texts.find(([, own]) => own === category)?.[0] ?? category;
  const rows = value.sets.all.groups.flatMap(({ label, counts, cbr, benefitUnknown }) => {
    const { CR, PR, SD, PD, NE, missing } = counts;
    const benefited = (cbr?.events ?? 0) - CR - PR;
    return [
      ...(
        [
          ['CR', CR],
          ['PR', PR],
          ['PD', PD],
          ['NE', NE],
        ] as const
      ).map(([category, count]) => [label, textOf(category), ...lasted, count] as const),
      [label, '', ...lasted, missing] as const,
      [label, textOf('SD'), ...lasted, benefited] as const,
      [label, textOf('SD'), ...notKnown, benefitUnknown] as const,
      [label, textOf('SD'), ...ended, SD - benefited - benefitUnknown] as const,
    ];
  });
  const columns = [...(arm === null ? [] : [arm]), response!.column, time, event];
  const cells = rows.map((row): CrossedCell => {
    const own = row.slice(arm === null ? 1 : 0, -1);
    return { texts: own.map(String), count: Number(row.at(-1)) };
  });
  const known = columns.map((_, at) => [...new Set(cells.map((cell) => cell.texts[at]!))]);
  return crossedFrom(id, columns, known, cells);
}

function factorsOf({ factors }: Subgroups): string[] {
  return typeof factors === 'string' ? [factors] : [...(factors ?? [])];
}

function crossing(cohort: Cohort, setup: Setup, id: string, columns: string[]): Crossed {
  const rows = armsOf(cohort, setup).rows.flat();
  const cells = columns.map((name) => levelTexts(cohort, setup, name));
  const texts = columns.map((name, at) => [
    ...new Set([...(setup.types.get(name)?.levels ?? []), ...rows.map((row) => cells[at]![row]!)]),
  ]);
  const found = rows.map((row) => ({ texts: cells.map((own) => own[row]!), count: 1 }));
  return crossedFrom(id, columns, texts, found);
}

/** The answer that the counts give; of several factors as if they had been asked together. */
export async function answerCrossed(
  file: AnalysisFile,
  analysis: Analysis,
  crossed: readonly Crossed[],
  ask: Ask,
): Promise<AnalysisResult | null> {
  const own = crossed.filter(({ id }) => id === analysis.id);
  if (own.length === 0) return null;
  const answerOf = async (one: Crossed, question: Analysis) => {
    const part = partFor(file, [question]);
    const table = tableOfCrossed(one);
    const read = readColumns(part, table);
    return read.ok ? ((await ask(part, read.columns, table.rows)).results[0] ?? null) : null;
  };
  if (analysis.method !== 'rateSubgroups') return answerOf(own[0]!, analysis);
  const parts = await Promise.all(
    factorsOf(analysis).map((factor) => {
      const one = own.find(({ columns }) => columns.at(-1) === factor);
      return one === undefined ? null : answerOf(one, { ...analysis, factors: [factor] });
    }),
  );
  const answers = parts.filter((part) => part?.ok === true && part.method === 'rateSubgroups');
  const [first] = answers;
  if (first === undefined || answers.length < parts.length) return null;
  const warnings = answers.flatMap((one) => one.warnings);
  const texts = warnings.map((warning) => JSON.stringify(warning));
  return {
    ...first,
    warnings: warnings.filter((_, at) => texts.indexOf(texts[at]!) === at),
    value: {
      ...first.value,
      rows: answers.flatMap(({ value }) => value.rows),
      interactions: answers.flatMap(({ value }) => value.interactions),
    },
  };
}

function tableOfCrossed(crossed: Crossed): TextTable {
  const rows = cellsOf(crossed).flatMap(({ texts, count }) =>
    Array.from({ length: count }, () => texts),
  );
  return tableOf(crossed.columns, rows);
}

const mostPatients = 2_000_000;

/** null where it is none. */
export function crossedIn(value: unknown): Crossed[] | null {
  if (!Array.isArray(value)) return null;
  const isTexts = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((item) => typeof item === 'string');
  let patients = 0;
  const sound = value.every((one) => {
    const [columns, texts, counts] = ['columns', 'texts', 'counts'].map((key) => field(one, key));
    if (typeof field(one, 'id') !== 'string' || !isTexts(columns)) return false;
    if (!Array.isArray(texts) || texts.length !== columns.length || !texts.every(isTexts))
      return false;
    const size = texts.reduce((product, list) => product * list.length, 1);
    return (
      Array.isArray(counts) &&
      counts.length === size &&
      counts.every((count) => {
        patients += Number(count);
        return Number.isInteger(count) && count >= 0 && patients <= mostPatients;
      })
    );
  });
  return sound ? (value as Crossed[]) : null;
}
