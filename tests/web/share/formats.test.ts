import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import { restoredPaper } from '../../../web/data/saved/paper.ts';
import { restoredSetup } from '../../../web/data/saved/restore.ts';
import { eventTableName } from '../../../web/data/tables/event-analyses.ts';
import { analyzeTable } from '../../../web/runner/analyze.ts';
import { analysisIn } from '../../../web/share/documents.ts';
import { brought } from '../../../web/share/envelope.ts';
import { documentOf, inFile, secretDocumentOf } from '../../../web/share/link.ts';
import { paperIn } from '../../../web/share/paper.ts';
import { resultsIn } from '../../../web/share/results.ts';
import { rowsIn } from '../../../web/share/rows.ts';
import { modelAbstract } from '../../page/model-abstract.ts';
import { open } from '../data/support.ts';
import { answersTo, engine, fileText } from '../support/engine.ts';
import { ask, shownOf } from './support.ts';

// Links and files as each format was written when it was new. They open for good: a later page that
// cannot open one is wrong, and none of them is ever written again. A new format adds its own.

const passphrase = 'three rivers at dawn';

function sent(name: string): { kind: string; text: string } {
  const content = readFileSync(new URL(`formats/${name}`, import.meta.url), 'utf8');
  const found = name.endsWith('.json') ? inFile(content) : brought(content);
  expect(found, name).not.toBeNull();
  return found!;
}

const ofTable = {
  example: open(fileText('web/examples/rechallenge_cohort.csv')),
  dates: open(fileText('tests/reference/data/dated_endpoints.csv')),
};

test('format 1, rows with a table of adverse events', async () => {
  const { text } = sent('1-events-rows.txt');
  const { cohort, analysis, events } = rowsIn(await secretDocumentOf(text, passphrase))!;
  const setup = restoredSetup(cohort, analysis);
  const further = new Map([[eventTableName, events!.table]]);
  const { results } = analyzeTable(engine, buildAnalysisFile(cohort, setup), cohort.table, further);
  const answer = results.find(({ id }) => id === 'safety:events');
  if (answer?.ok !== true || answer.method !== 'adverseEvents') throw new Error('no events');
  // As R has them: 59 of the 83 patients have an event.
  const any = answer.value.anyTerm.perArm.map((arm) => arm.any);
  expect(any).toStrictEqual([22, 37]);
});

describe.each(['example', 'dates'] as const)('format 1, %s', (table) => {
  const { cohort, setup } = ofTable[table];
  const answers = answersTo(cohort, setup);

  test('settings', async () => {
    const { kind, text } = sent(`1-${table}-settings.txt`);
    expect(kind).toBe('settings');
    const analysis = analysisIn(await documentOf('settings', text))!;
    expect(answersTo(cohort, restoredSetup(cohort, analysis))).toStrictEqual(answers);
  });

  test.each([`1-${table}-results.txt`, `1-${table}-results.riskset.json`])('%s', async (name) => {
    const { text } = sent(name);
    const shown = shownOf((await resultsIn(await documentOf('results', text), ask))!);
    for (const id of answers.keys()) expect(shown.get(id)?.ok, id).toBe(answers.get(id)?.ok);
    const [own, other] = [shown.get('survival:OS'), answers.get('survival:OS')];
    if (own?.ok !== true || own.method !== 'kaplanMeier') throw new Error('no curve');
    expect(own.value).toStrictEqual(other?.ok === true && other.value);
  });

  test.each([`1-${table}-rows.txt`, `1-${table}-rows.riskset.json`])('%s', async (name) => {
    const { kind, text } = sent(name);
    expect(kind).toBe('rows');
    expect(await secretDocumentOf(text, 'another')).toBeNull();
    const rows = rowsIn(await secretDocumentOf(text, passphrase))!;
    const there = restoredSetup(rows.cohort, rows.analysis);
    expect(answersTo(rows.cohort, there)).toStrictEqual(answers);
  });
});

describe('format 1, a checked paper', () => {
  test.each(['1-model-paper.txt', '1-model-paper.riskset.json'])('%s', async (name) => {
    const { kind, text } = sent(name);
    expect(kind).toBe('paper');
    const paper = restoredPaper(paperIn(await documentOf('paper', text))!)!;
    expect(paper.text).toBe(modelAbstract);
    expect(paper.claims.map(({ claim, by }) => [claim.kind, by])).toEqual([
      ['percentOfN', 'corrected'],
      ...Array.from({ length: 2 }, () => ['percentOfN', 'found']),
      ...Array.from({ length: 2 }, () => ['twoMedians', 'found']),
      ...Array.from({ length: 2 }, () => ['percentOfN', 'found']),
      ['twoArmCounts', 'found'],
      ['percentOfN', 'hand'],
      ['ratioWithInterval', 'hand'],
    ]);
    expect(paper.claims[0]).toMatchObject({
      claim: { percent: '6.0', n: '33' },
      places: [[modelAbstract.indexOf('6.0%'), modelAbstract.indexOf('6.0%') + 4]],
    });
    expect(paper.removed).toHaveLength(1);
  });
});
