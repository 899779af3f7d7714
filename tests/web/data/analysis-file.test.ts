import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import { open, rowsOf } from './support.ts';

const example = open(
  readFileSync(new URL('../../../web/examples/rechallenge_cohort.csv', import.meta.url), 'utf8'),
);

function analysesOf({ cohort, setup }: ReturnType<typeof open>) {
  const file = buildAnalysisFile(cohort, setup);
  return new Map(file.analyses.map((analysis) => [analysis.id, analysis]));
}

describe('buildAnalysisFile', () => {
  test('asks for everything the page shows of each endpoint, and of response and safety', () => {
    const curves = ['survival', 'followup', 'followup-all', 'hr', 'logrank'];
    const perEndpoint = [...curves, 'table', 'subgroups'];
    expect([...analysesOf(example).keys()]).toEqual([
      'tableOne',
      ...perEndpoint.map((kind) => `${kind}:OS`),
      ...perEndpoint.map((kind) => `${kind}:PFS`),
      'response',
      'response:benefit',
      'response:fragility:orr',
      'response:fragility:dcr',
      'response:subgroups',
      ...[0, 1, 2, 3, 4].map((grade) => `grade:${grade}`),
      'grade:any',
      'grade3',
      ...['anemia', 'neutropenia', 'nausea', 'fatigue'].flatMap((term) => [
        `ae:any:ae_${term}`,
        `ae:severe:ae_${term}`,
      ]),
      ...['hypothyroidism', 'rash', 'neuropathy'].map((term) => `ae:any:ae_${term}`),
    ]);
  });

  test('takes the methods from the options', () => {
    const { cohort, setup } = example;
    const options = {
      ...setup.options,
      level: 0.9 as const,
      regression: { ...setup.options.regression, ties: 'breslow' as const, entry: 0.1 },
      subgroups: { factors: ['sex'] },
      safety: { ...setup.options.safety, terms: ['ae_rash'] },
    };
    const analyses = analysesOf({ cohort, setup: { ...setup, options } });
    expect(analyses.get('table:OS')).toMatchObject({ entry: 0.1, ties: 'breslow', level: 0.9 });
    expect(analyses.get('table:OS')).not.toHaveProperty('chosen');
    expect(analyses.get('subgroups:OS')).toMatchObject({ factors: ['sex'], ties: 'breslow' });
    expect([...analyses.keys()].filter((id) => id.startsWith('ae:'))).toEqual(['ae:any:ae_rash']);
    expect(analyses.get('response')).toMatchObject({ level: 0.9 });
  });

  test('counts nobody whose grade is not known', () => {
    const { cohort, setup } = open(
      `arm,ae_rash,worst_ae_grade\n${rowsOf(
        24,
        (n) => `${n % 2 ? 'A' : 'B'},${['no', 'G2', 'G3'][n % 3]},${['0', 'G5', 'unknown'][n % 3]}`,
      )}`,
    );
    const own = { ...setup, arm: 'arm', armLevels: ['A', 'B'], grade: 'worst_ae_grade' };
    const analyses = analysesOf({ cohort, setup: own });
    expect(analyses.get('ae:any:ae_rash')).toMatchObject({ levels: ['G2', 'G3'] });
    expect(analyses.get('ae:severe:ae_rash')).toMatchObject({ levels: ['G3'] });
    expect(analyses.get('grade3')).toMatchObject({ levels: ['G5'] });
    expect(buildAnalysisFile(cohort, own).columns!['worst_ae_grade']).toMatchObject({
      levels: ['0', 'G5'],
      missing: ['unknown'],
    });
  });

  test('asks for no severe events of a column that says only yes and no', () => {
    const analyses = analysesOf(
      open(`arm,ae_rash\n${rowsOf(24, (n) => `${n % 2 ? 'A' : 'B'},${n % 3 ? 'no' : 'yes'}`)}`),
    );
    expect([...analyses.keys()]).toEqual(['ae:any:ae_rash']);
  });

  test('models the arm and the five factors of the paper, and tables what else there is', () => {
    const terms = ['arm', 'age', 'sex', 'ecog', 'pathology', 'cps_group'];
    const analyses = analysesOf(example);
    expect(analyses.get('table:OS')).toMatchObject({
      terms: [...terms, 'her2', 'metastatic_sites', 'prior_ici_pfs_months'],
      entry: 'chosen',
      chosen: terms,
    });
    expect(analyses.get('subgroups:OS')).toMatchObject({
      factors: ['sex', 'ecog', 'pathology', 'cps_group', 'her2', 'msi'],
    });
  });

  test('asks for the numbers at the ticks of the time axis', () => {
    expect(analysesOf(example).get('survival:OS')).toMatchObject({
      by: 'arm',
      times: [0, 6, 12, 18, 24, 30, 36],
    });
  });

  test('counts grade 3 and higher', () => {
    expect(analysesOf(example).get('grade3')).toMatchObject({
      method: 'compareProportions',
      column: 'worst_trae_grade',
      levels: ['3', '4'],
      by: 'arm',
    });
  });

  test('declares the columns it uses, the reference level first', () => {
    const { cohort, setup } = example;
    const { columns } = buildAnalysisFile(cohort, setup);
    expect(columns!['arm']).toEqual({
      type: 'category',
      levels: ['Chemotherapy', 'Immunotherapy rechallenge'],
      label: 'Treatment',
    });
    expect(Object.keys(columns!)).not.toContain('patient_id');
  });

  test('runs a cohort without arms as one group', () => {
    const analyses = analysesOf(
      open(`months,death,age,sex\n${rowsOf(40, (n) => `${n}.5,1,${40 + n},${n % 2}`)}`),
    );
    expect([...analyses.keys()]).toEqual(['tableOne', 'survival:OS', 'followup:OS', 'table:OS']);
    expect(analyses.get('survival:OS')).not.toHaveProperty('by');
    expect(analyses.get('table:OS')).toMatchObject({ chosen: ['age', 'sex'] });
  });

  test('leaves an arm of one level to the engine, and out of the models', () => {
    const analyses = analysesOf(
      open(`arm,months,death,age\n${rowsOf(40, (n) => `A,${n}.5,1,${40 + n}`)}`),
    );
    expect(analyses.get('logrank:OS')).toMatchObject({ by: 'arm' });
    expect(analyses.get('table:OS')).toMatchObject({ chosen: ['age'] });
  });

  test('computes nothing of an endpoint whose events are not known, and all of the others', () => {
    const { cohort, setup } = open(
      `arm,os_months,os_event,pfs_months,pfs_event\n${rowsOf(
        30,
        (n) => `${n % 2 ? 'A' : 'B'},${n}.5,${n % 2},${n}.5,${n % 3}`,
      )}`,
    );
    const file = buildAnalysisFile(cohort, setup);
    expect(Object.keys(file.endpoints!)).toEqual(['OS']);
    expect(file.analyses.every(({ id }) => id.endsWith(':OS'))).toBe(true);
  });

  test('names a value that does not occur where nobody has the event', () => {
    const { cohort, setup } = open(`months,death\n${rowsOf(12, (n) => `${n}.5,0`)}`);
    const [endpoint] = setup.endpoints;
    const settled = { ...setup, endpoints: [{ ...endpoint!, eventLevels: [] }] };
    expect(buildAnalysisFile(cohort, settled).endpoints!['OS']).toMatchObject({
      eventLevels: ['1'],
    });
    const death = { ...setup.types.get('death')!, levels: ['1', 'event', 'event_'] };
    const occupied = { ...settled, types: new Map(setup.types).set('death', death) };
    expect(buildAnalysisFile(cohort, occupied).endpoints!['OS']).toMatchObject({
      eventLevels: ['event__'],
    });
  });

  test('carries names that mean something to JavaScript', () => {
    const { cohort, setup } = open(
      `__proto__,months,death\n${rowsOf(40, (n) => `${n % 2 ? 'Placebo' : 'Drug'},${n}.5,${n % 2}`)}`,
    );
    const file = buildAnalysisFile(cohort, setup);
    expect(Object.keys(file.columns!)).toContain('__proto__');
    expect(JSON.parse(JSON.stringify(file))).toEqual(file);
  });
});
