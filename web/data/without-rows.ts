// A cohort that was shared without its patients: a table that holds, for each arm, how often each value
// occurs and which times, and not who has which together. What it can be asked is what reads the arm
// with columns that were counted together; all else is known already or refused.
import type { AnalysisFile, AnalysisResult, Problem } from '../../build/wasm/riskset.js';

import { type Cohort, originalOf } from './cohort.ts';
import { textsIn } from './columns.ts';
import { createMemory, keepMemory, type Memory } from './memory.ts';
import { tableOf } from './tables/linked.ts';
import type { TextTable } from './text/text-table.ts';

/** Columns that were counted together, beside the arm. */
export type Together = readonly (readonly string[])[];

/** Who was chosen before the patients were counted, and out of how many rows. */
export interface Selection {
  conditions: string;
  patients: number;
  of: number;
}

const withoutRows = new WeakMap<TextTable, Selection | null>();

/** Whether the cohort was shared as results alone. */
export function isWithoutRows(cohort: Cohort | null): boolean {
  return cohort !== null && withoutRows.has(originalOf(cohort).table);
}

/** null: nobody was chosen, or the rows are there. */
export function sharedSelection(cohort: Cohort | null): Selection | null {
  return cohort === null ? null : (withoutRows.get(originalOf(cohort).table) ?? null);
}

/** Marks the table; the answer is where its known results are kept. */
export function markWithoutRows(
  table: TextTable,
  together: Together,
  selection: Selection | null,
): Memory {
  const known = createMemory(table);
  const memory: Memory = {
    ...known,
    answer(key) {
      const file = JSON.parse(key) as AnalysisFile;
      return known.answer(key) ?? (canAnswer(file, table, together) ? undefined : refusal(file));
    },
  };
  withoutRows.set(table, selection);
  keepMemory(table, memory);
  return memory;
}

/** Whether the columns that the file names were counted together. */
export function canAnswer(file: AnalysisFile, table: TextTable, together: Together): boolean {
  if (file.analyses.some((analysis) => tableOf(analysis) !== null)) return false;
  const named = textsIn([Object.keys(file.columns ?? {}), file.analyses, file.where ?? []]);
  const read = table.header.filter((name) => named.has(name) && name !== file.arm);
  return together.some((columns) => read.every((name) => columns.includes(name)));
}

/** The engine has no code for that: it is asked nothing. */
function refusal({ analyses }: AnalysisFile): AnalysisResult {
  const { id, method } = analyses[0]!;
  const code = 'rowsNotShared' as Problem['code'];
  return {
    ok: false,
    id,
    method,
    problem: { code, column: '', rows: new Int32Array(), detail: '' },
  };
}
