import { describe, expect, test } from 'vitest';

import type { SurvivalFigureData } from '../../../web/figures/kaplan-meier-data.ts';
import { inWords, nextStep, readCurves } from '../../../web/figures/reading.ts';
import { curve } from '../support/results.ts';

const data: SurvivalFigureData = {
  groups: [
    curve(
      'Rechallenge',
      [
        [2, 0.75],
        [5, 0.5],
      ],
      { n: 4 },
    ),
    curve('Chemotherapy', [[3, 0.5]], { n: 2 }),
  ],
  unit: 'months',
  level: '95%',
  yTitle: 'Alive (%)',
  xTitle: 'Months',
  eventWord: 'Died',
  comparison: [],
};

const spaced = (words: string) => words.replaceAll('\u00a0', ' ');

describe('reading the curves', () => {
  test('says the time, then each arm with its interval and number at risk', () => {
    expect(spaced(inWords(readCurves(data, 3)))).toBe(
      '3 months; Rechallenge 75.0% (60.0–90.0), 3 at risk; Chemotherapy 50.0% (40.0–60.0), 2 at risk',
    );
  });

  test('before the first event has no interval: nothing was uncertain yet', () => {
    expect(spaced(inWords(readCurves(data, 1)))).toBe(
      '1 month; Rechallenge 100.0%, 4 at risk; Chemotherapy 100.0%, 2 at risk',
    );
  });

  test('says that an arm was not followed so long', () => {
    const [, chemotherapy] = readCurves(data, 4.5).arms;
    expect(chemotherapy).toMatchObject({ survival: null, long: 'after the last follow-up' });
    expect(spaced(readCurves(data, 4.5).when)).toBe('4.5 months');
  });

  test('steps from one fall of any curve to the next, and back to the start', () => {
    expect(nextStep(data, 0, 1)).toBe(2);
    expect(nextStep(data, 2, 1)).toBe(3);
    expect(nextStep(data, 5, 1)).toBeNull();
    expect(nextStep(data, 5, -1)).toBe(3);
    expect(nextStep(data, 2, -1)).toBe(0);
    expect(nextStep(data, 0, -1)).toBeNull();
  });
});

test('curves that a model predicts are read without numbers at risk', () => {
  const [group] = data.groups;
  const nobody = new Int32Array();
  const steps = { ...group!.steps, atRisk: nobody, events: nobody, censored: nobody };
  const predicted = { ...data, groups: [{ ...group!, steps }] };
  expect(spaced(inWords(readCurves(predicted, 3)))).toBe('3 months; Rechallenge 75.0% (60.0–90.0)');
});
