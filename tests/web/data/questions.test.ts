// With the compiled engine: what an analysis is asked with says everything its answer depends on.
import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import createRiskset from '../../../build/wasm/riskset.js';
import type { AnalysisFile } from '../../../build/wasm/riskset.js';
import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import { readColumns } from '../../../web/data/columns.ts';
import { createMemory } from '../../../web/data/memory.ts';
import { partFor, questionsOf } from '../../../web/data/questions.ts';
import type { TextTable } from '../../../web/data/text/text-table.ts';
import { open } from './support.ts';

const root = new URL('../../../', import.meta.url);
const engine = await createRiskset(
  await WebAssembly.compile(readFileSync(new URL('build/wasm/riskset.wasm', root))),
);
const example = readFileSync(new URL('web/examples/rechallenge_cohort.csv', root), 'utf8');
const { cohort, setup } = open(example);
const file = buildAnalysisFile(cohort, setup);

function analyze(asked: AnalysisFile, table: TextTable) {
  const read = readColumns(asked, table);
  if (!read.ok) throw new Error(read.problem.code);
  return engine.analyze(asked, read.columns, table.rows).results;
}

function keysOf(changed: AnalysisFile): Map<string, string> {
  return new Map(questionsOf(changed).map(({ analysis, key }) => [analysis.id, key]));
}

/** The analyses that a changed file asks anew. */
function askedAnew(changed: AnalysisFile): string[] {
  const before = keysOf(file);
  return [...keysOf(changed)].filter(([id, key]) => before.get(id) !== key).map(([id]) => id);
}

describe('a part of the file', () => {
  test('is answered as the whole file is', () => {
    const whole = analyze(file, cohort.table);
    const parts = file.analyses.flatMap((one) => analyze(partFor(file, [one]), cohort.table));
    expect(parts).toEqual(whole);
  });

  test('holds only what can be read', () => {
    const response = file.analyses.find(({ method }) => method === 'bestResponse')!;
    const part = partFor(file, [response]);
    expect(Object.keys(part.columns!).toSorted()).toEqual(['arm', 'best_response']);
    expect(part.endpoints).toEqual({});
    expect(part.response).toBeDefined();
  });

  test('follows a derived column to the column it is cut from', () => {
    const derived = { old: { cut: 'age', at: [65], labels: ['< 65', '≥ 65'] } };
    const cox = { id: 'x', method: 'cox', endpoint: 'OS', terms: ['old'] } as const;
    const own = { ...file, derived, analyses: [{ ...cox, terms: [...cox.terms] }] };
    const part = partFor(own, own.analyses);
    expect(part.derived).toEqual(derived);
    expect(Object.keys(part.columns!)).toContain('age');
    expect(analyze(part, cohort.table)).toEqual(analyze(own, cohort.table));
  });
});

describe('a question', () => {
  test('stays the same when something else changes', () => {
    const other = { ...file.columns, her2: { ...file.columns!['her2']!, label: 'HER-2' } };
    const anew = askedAnew({ ...file, columns: other });
    expect(anew).toContain('subgroups:OS');
    expect(anew).not.toContain('survival:OS');
    expect(anew).not.toContain('response');
    expect(askedAnew({ ...file, page: { options: {} }, cohort: null } as AnalysisFile)).toEqual([]);
  });

  test('is another when anything that it reads changes', () => {
    const levels = { ...file.endpoints!['OS']!, eventLevels: ['0'] };
    const anew = askedAnew({ ...file, endpoints: { ...file.endpoints, OS: levels } });
    expect(anew).toContain('survival:OS');
    expect(anew.filter((id) => id.endsWith(':PFS'))).toEqual([]);

    const all = file.analyses.map(({ id }) => id);
    expect(askedAnew({ ...file, exclude: [{ row: 3 }] })).toEqual(all);
    expect(askedAnew({ ...file, where: [{ column: 'age', atLeast: 60 }] })).toEqual(all);
    expect(askedAnew({ ...file, read: { decimal: ',' } })).toEqual(all);
    const arm = { ...file.columns!['arm']!, levels: file.columns!['arm']!.levels!.toReversed() };
    expect(askedAnew({ ...file, columns: { ...file.columns, arm } })).toEqual(all);
  });

  test('is another after a correction of a column that it reads, and of no other', () => {
    const anew = askedAnew({ ...file, edits: [{ row: 3, column: 'her2', value: 'Positive' }] });
    expect(anew).toContain('subgroups:OS');
    expect(anew).not.toContain('survival:OS');
    expect(anew).not.toContain('response');
    const times = askedAnew({ ...file, edits: [{ row: 3, column: 'os_months', value: '9' }] });
    expect(times).toContain('survival:OS');
    expect(times).not.toContain('survival:PFS');
  });

  test('is another in every analysis when its own options change', () => {
    const analyses = file.analyses.map((one) => ({ ...one, level: 0.9 }));
    expect(askedAnew({ ...file, analyses })).toEqual(file.analyses.map(({ id }) => id));
  });
});

describe('columns', () => {
  test('are read as a reader of the whole file reads them', () => {
    const read = createMemory(cohort.table).columns(file);
    expect(read).toEqual(readColumns(file, cohort.table));
  });

  test('of marks of censoring follow a correction of the time, and so does what reads them', () => {
    const rows = Array.from({ length: 20 }, (_, at) => `${at % 2},${at + 1.5}${at % 3 ? '' : '+'}`);
    const marked = open(`arm,os_months\n${rows.join('\n')}\n`);
    const whole = buildAnalysisFile(marked.cohort, marked.setup);
    const edited = { ...whole, edits: [{ row: 1, column: 'os_months', value: '1.5' }] };
    const { table } = marked.cohort;
    const memory = createMemory(table);
    expect(memory.columns(whole)).toEqual(readColumns(whole, table));
    expect(memory.columns(edited)).toEqual(readColumns(edited, table));
    expect(memory.columns(edited)).not.toEqual(memory.columns(whole));
    const rate = {
      id: 'rate',
      method: 'proportion' as const,
      column: 'os_months censoring',
      levels: ['event'],
    };
    expect(partFor(edited, [rate]).edits).toEqual(edited.edits);
  });

  test('are the same objects until they are read in another way', () => {
    const memory = createMemory(cohort.table);
    const column = (own: AnalysisFile, wanted: string) => {
      const read = memory.columns(own);
      return read.ok ? read.columns.find(({ name }) => name === wanted) : undefined;
    };
    const age = { ...file.columns!['age']!, missing: ['71'] };
    const changed = { ...file, columns: { ...file.columns, age } };
    const before = column(file, 'age');
    expect(column(file, 'age')).toBe(before);
    expect(column(changed, 'age')).not.toBe(before);
    expect(column(changed, 'sex')).toBe(column(file, 'sex'));
    expect(column(file, 'age')).toBe(before);
  });
});
