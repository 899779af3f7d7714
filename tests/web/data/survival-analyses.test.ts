import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import { survivalTimes } from '../../../web/data/analyses/survival-times.ts';
import type { Options } from '../../../web/data/options.ts';
import { open, rowsOf } from './support.ts';

const example = open(
  readFileSync(new URL('../../../web/examples/rechallenge_cohort.csv', import.meta.url), 'utf8'),
);

function withSurvival(change: Partial<Options['survival']>, level: Options['level'] = 0.95) {
  const { cohort, setup } = example;
  const { options } = setup;
  const survival = { ...options.survival, ...change };
  return { cohort, setup: { ...setup, options: { ...options, level, survival } } };
}

function timesOf({ cohort, setup }: ReturnType<typeof open>) {
  return survivalTimes(cohort, setup, setup.endpoints[0]!);
}

describe('the times at which curves are read', () => {
  test('are ticks of half a year, the year at which 5 are at risk, the last tick of both arms', () => {
    expect(timesOf(example)).toEqual({
      ticks: [0, 6, 12, 18, 24, 30, 36],
      landmarks: [12],
      horizon: 24,
      longest: 36.67,
      middle: 6,
    });
  });

  test('part the follow-up where each side has ten events, and nowhere else', () => {
    const dead = (count: number) =>
      timesOf(open(`arm,os,death\n${rowsOf(40, (n) => `A,${n},${n <= count ? 1 : 0}`)}`));
    expect(dead(30).middle).toBe(12);
    expect(dead(15).middle).toBeNull();
  });

  test('follow the options', () => {
    const chosen = timesOf(withSurvival({ tickEvery: 12, landmarks: [9, 18], horizon: 20 }));
    expect(chosen).toMatchObject({ ticks: [0, 12, 24, 36], landmarks: [9, 18], horizon: 20 });
  });

  test('keep the usual ticks where the chosen step suits other data', () => {
    expect(timesOf(withSurvival({ tickEvery: 120 })).ticks).toHaveLength(7);
    expect(timesOf(withSurvival({ tickEvery: 0.5 })).ticks).toHaveLength(7);
  });

  test('count only rows that can be analysed', () => {
    const rows = rowsOf(
      20,
      (n) => `${n % 2 ? 'Drug' : 'Placebo'},${n === 20 ? 90 : n},${n === 20 ? '' : 1}`,
    );
    const times = timesOf(open(`arm,months,death\n${rows}`));
    expect(times.longest).toBe(19);
    expect(times.horizon).toBe(18);
  });

  test('end a shorter follow-up with the decimal that is printed', () => {
    const rows = rowsOf(
      40,
      (n) => `${n % 2 ? `Drug,3${n}` : `Placebo,${n / 17.1}`},${n % 3 ? 1 : 0}`,
    );
    expect(timesOf(open(`arm,months,death\n${rows}`)).horizon).toBe(2.3);
  });

  test('before the first tick end with the shorter follow-up', () => {
    const rows = rowsOf(
      40,
      (n) => `${n % 2 ? `Drug,3${n}` : `Placebo,${n / 20}`},${n % 3 ? 1 : 0}`,
    );
    expect(timesOf(open(`arm,months,death\n${rows}`)).horizon).toBe(2);
  });

  test('of dates are in the unit of the endpoint', () => {
    const rows = rowsOf(12, (n) => `2020-01-01,2020-${String(n).padStart(2, '0')}-28,1`);
    const { longest } = timesOf(open(`start_date,death_date,death\n${rows}`));
    expect(longest).toBeCloseTo(362 / 30.4375, 6);
  });
});

describe('the analyses of survival', () => {
  const analysesOf = (...args: Parameters<typeof withSurvival>) => {
    const { cohort, setup } = withSurvival(...args);
    const file = buildAnalysisFile(cohort, setup);
    return new Map(file.analyses.map((analysis) => [analysis.id, analysis]));
  };

  test('carry interval, level and the landmarks among the ticks', () => {
    const analyses = analysesOf({ interval: 'logLog', landmarks: [9] }, 0.9);
    expect(analyses.get('survival:OS')).toMatchObject({
      interval: 'logLog',
      level: 0.9,
      times: [0, 6, 9, 12, 18, 24, 30, 36],
    });
    expect(analyses.get('followup:OS')).toMatchObject({ interval: 'logLog', reverse: true });
    expect(analyses.get('hr:OS')).toMatchObject({ level: 0.9 });
  });

  test('are stratified beside the unstratified by columns that the file then declares', () => {
    const { cohort, setup } = withSurvival({ strata: ['gone', 'sex'] });
    const file = buildAnalysisFile(cohort, setup);
    const stratified = file.analyses.filter(({ id }) => id.includes('-stratified:OS'));
    expect(stratified.map(({ method }) => method)).toEqual(['logRank', 'cox']);
    for (const analysis of stratified) expect(analysis).toMatchObject({ strata: ['sex'] });
    expect(file.columns).toHaveProperty('sex');
  });

  test('hold the chosen tests of an endpoint, within the strata that the file has', () => {
    const { cohort, setup } = withSurvival({ strata: ['gone', 'sex'] });
    const tests = { ...setup.options.tests, maxCombo: true };
    const file = buildAnalysisFile(cohort, { ...setup, options: { ...setup.options, tests } });
    const combo = file.analyses.filter(({ id }) => id.startsWith('test:'));
    expect(combo.map(({ id }) => id)).toEqual(['test:maxCombo:OS', 'test:maxCombo:PFS']);
    for (const analysis of combo) expect(analysis).toMatchObject({ strata: ['sex'] });
  });

  test('have no stratified test unless it is chosen', () => {
    expect([...analysesOf({}).keys()].some((id) => id.includes('stratified'))).toBe(false);
  });
});

describe('rows that do not count alike', () => {
  const spells = open(
    `patient,from,os_months,death,arm,iptw\n${rowsOf(
      20,
      (n) => `P-00${n % 9},${n / 4},${n + 6},${n % 3 ? 1 : 0},${n % 2 ? 'Drug' : 'Placebo'},0.${n}`,
    )}`,
  );
  const { cohort } = spells;
  const setup = {
    ...spells.setup,
    covariates: ['iptw'],
    endpoints: spells.setup.endpoints.map((one) => ({ ...one, entry: 'from' })),
    options: {
      ...spells.setup.options,
      rows: { weights: 'iptw', cluster: 'patient' },
    },
  };
  const file = buildAnalysisFile(cohort, setup);

  test('are at risk from their entry, and weighted and clustered in curves and models', () => {
    expect(file.endpoints).toMatchObject({ OS: { time: 'os_months', entry: 'from' } });
    for (const one of file.analyses) {
      if (!['kaplanMeier', 'cox', 'coxTable'].includes(one.method)) continue;
      expect(one, one.id).toMatchObject({ weights: 'iptw', cluster: 'patient' });
    }
    expect(file.analyses.filter(({ method }) => method === 'cox')).toHaveLength(1);
  });

  test('ask no test that knows neither weights nor clusters', () => {
    const methods = new Set(file.analyses.map(({ method }) => method));
    expect(methods).toEqual(new Set(['tableOne', 'kaplanMeier', 'cox', 'coxTable', 'subgroups']));
  });

  test('are grouped by an identifier whose values are not written', () => {
    expect(setup.identifiers).toContain('patient');
    expect(file.columns!['patient']).toEqual({ type: 'category', label: 'Patient' });
    expect(JSON.stringify(file)).not.toContain('P-00');
  });

  test('need a column that can be read as weights', () => {
    const rows = { weights: 'arm', cluster: 'os_months' };
    const wrong = { ...setup, options: { ...setup.options, rows } };
    const { analyses } = buildAnalysisFile(cohort, wrong);
    expect(analyses.filter((one) => 'weights' in one || 'cluster' in one)).toEqual([]);
  });

  test('make no covariate of a weight', () => {
    const table = file.analyses.find((one) => one.method === 'coxTable')!;
    expect(setup.covariates).toContain('iptw');
    expect(table).toMatchObject({ terms: ['arm'] });
  });
});
