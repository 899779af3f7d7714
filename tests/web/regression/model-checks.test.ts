import { describe, expect, test } from 'vitest';

import type { AdjustedCurves } from '../../../build/wasm/riskset.js';
import { plain } from '../../../web/base/rich-text.ts';
import {
  adjustedAnalysis,
  formAnalyses,
  influenceAnalysis,
} from '../../../web/data/analyses/model-checks.ts';
import { coarseTies } from '../../../web/data/checks/ties.ts';
import { defaultOptions } from '../../../web/data/options.ts';
import { emptySetup } from '../../../web/data/setup.ts';
import { drawSurvival } from '../../../web/figures/kaplan-meier-scene.ts';
import {
  adjustedFigure,
  covariatesInWords,
  describeAdjusted,
} from '../../../web/regression/adjusted-curves.ts';
import { influenceChoices, influenceOn } from '../../../web/regression/influence-rows.ts';
import { tiesSentence } from '../../../web/regression/ties-sentence.ts';
import { boxesOf, isText, measure, outside, overlaps } from '../support/boxes.ts';
import { open } from '../data/support.ts';
import {
  answer,
  coxModel,
  coxRow,
  overallSurvival,
  refusal,
  resultsOf,
} from '../support/results.ts';

const labelOf = (column: string) => ({ arm: 'Treatment', age: 'Age' })[column] ?? column;
const spaced = (words: string) => words.replaceAll('\u00a0', ' ');

const setup = emptySetup;
const model = { endpoint: 'OS', terms: ['arm', 'age'] };

describe('what is asked beside the model', () => {
  test('rests on the ties of the table, and on Efron’s where those have no residuals', () => {
    const withTies = (ties: 'breslow' | 'exact') => ({
      ...setup,
      options: { ...defaultOptions, regression: { ...defaultOptions.regression, ties } },
    });
    expect(influenceAnalysis(withTies('breslow'), model)).toMatchObject({ ties: 'breslow' });
    expect(influenceAnalysis(withTies('exact'), model)).toMatchObject({ ties: 'efron' });
  });

  test('weighs rows as the table does', () => {
    const { setup: own } = open('os_months,os_event,w\n1,1,0.5\n2,0,2\n3,1,1.5');
    const weighted = { ...own, options: { ...own.options, rows: { weights: 'w', cluster: null } } };
    expect(influenceAnalysis(weighted, model)).toMatchObject({ weights: 'w' });
    expect(influenceAnalysis(own, model)).not.toHaveProperty('weights');
  });

  test('names values of other terms of the model only', () => {
    const values = { age: '70', arm: 'B', site: '2' };
    expect(adjustedAnalysis(setup, model, 'arm', values)).toMatchObject({
      adjustedBy: 'arm',
      at: { age: '70' },
    });
    expect(adjustedAnalysis(setup, model, 'arm', {})).not.toHaveProperty('at');
  });

  test('looks at a number in the model and at one beside it, once each', () => {
    const termsOf = (number: string) =>
      formAnalyses(setup, model, number).map((analysis) => 'terms' in analysis && analysis.terms);
    expect(termsOf('age')).toEqual([
      ['arm', 'age'],
      ['arm', { spline: 'age', knots: 4 }],
    ]);
    expect(termsOf('sites')).toEqual([
      ['arm', 'age', 'sites'],
      ['arm', 'age', { spline: 'sites', knots: 4 }],
    ]);
  });
});

describe('the influence of single patients', () => {
  const value = coxModel(
    [
      coxRow({ level: 'A', reference: true, hr: 1 }),
      coxRow({ level: 'B', hr: 0.5 }),
      coxRow({ name: 'ecog', diverging: true }),
      coxRow({ name: 'age', hr: 1.02 }),
    ],
    {
      residuals: {
        rows: Int32Array.of(3, 4, 9),
        linearPredictor: new Float64Array(),
        martingale: new Float64Array(),
        deviance: new Float64Array(),
        score: [],
        dfbeta: [
          Float64Array.of(0.1, 0, 0.01),
          Float64Array.of(-0.3, 0, 0),
          Float64Array.of(0, 0, 0),
        ],
        dfbetas: [
          [0.2, null, 0.4],
          [-0.6, null, 0],
          [0, null, -0.5],
        ],
        hrWithout: [
          [0.45, null, 1.01],
          [0.67, null, 1.02],
          [0.5, null, null],
        ],
        eventRows: new Int32Array(),
        eventTime: new Float64Array(),
        schoenfeld: [],
        scaledSchoenfeld: [],
      },
    },
  );

  test('is offered for the coefficients that exist', () => {
    expect(influenceChoices(value, 'arm', labelOf).map(({ label }) => label)).toEqual([
      'Arm B',
      'Age, per year',
    ]);
  });

  test('belongs to its own coefficient, and puts the farthest first', () => {
    const arm = influenceOn(value, 'arm\nB');
    expect(arm?.hr).toBe(0.5);
    expect(arm?.patients.map(({ row }) => row)).toEqual([3, 4, 9]);
    expect(arm?.largest[0]).toEqual({ row: 4, dfbeta: -0.3, scaled: -0.6, without: 0.67 });
    expect(influenceOn(value, 'age\n')?.largest.map(({ row }) => row)).toEqual([9, 3, 4]);
    expect(influenceOn(value, 'ecog\n')).toBeNull();
    expect(influenceOn(value, 'site\n')).toBeNull();
  });
});

describe('adjusted curves', () => {
  const curve = (level: string, survival: number[]) => ({
    level,
    stratum: '',
    linearPredictor: 0,
    linearPredictorStdError: 0,
    risk: 1,
    time: Float64Array.of(2, 10, 30),
    survival: Float64Array.from(survival),
    stdError: Float64Array.of(0.1, 0.1, 0.1),
    lower: Float64Array.from(survival, (own) => own - 0.1),
    upper: Float64Array.from(survival, (own) => own + 0.1),
  });
  const adjusted: AdjustedCurves = {
    name: 'arm',
    covariates: [
      { name: 'age', value: '61.5', given: false },
      { name: 'CPS', value: '>=1', given: true },
    ],
    curves: [curve('Chemotherapy', [0.8, 0.5, 0.2]), curve('Rechallenge', [0.9, 0.7, 0.4])],
  };
  const context = { endpoint: overallSurvival, arm: 'arm', level: '95%' };
  const data = adjustedFigure(adjusted, context);

  test('come in the order of the other figures, the reference last', () => {
    expect(data.groups.map(({ label }) => label)).toEqual(['Rechallenge', 'Chemotherapy']);
  });

  test('say at which values they stand', () => {
    expect(spaced(covariatesInWords(adjusted, labelOf))).toBe(
      'Everybody has age 61.5 and CPS ≥ 1.',
    );
    expect(covariatesInWords({ ...adjusted, covariates: [] }, labelOf)).toBe(
      'The model has no other term.',
    );
  });

  test('are said in words, read off their steps', () => {
    expect(spaced(describeAdjusted(data, 'Overall survival by treatment', 'At age 60.'))).toBe(
      'Overall survival by treatment. At age 60. With 95% bands. ' +
        'Rechallenge: 90.0% at 6 months, 70.0% at 18 months and 40.0% at 30 months. ' +
        'Chemotherapy: 80.0% at 6 months, 50.0% at 18 months and 20.0% at 30 months.',
    );
  });

  test('are drawn without numbers at risk, medians and the box of what happened', () => {
    for (const width of [318, 660, 984]) {
      const { marks, height } = drawSurvival(data)(width, measure);
      const words = marks.filter(isText).map((mark) => plain(mark.text));
      expect(words.filter((own) => /risk|Median|Died|NR|0 \//.test(own))).toEqual([]);
      expect(words).toContain('Months since start of follow-up');
      expect(words).toContain('18');
      expect(marks.filter(({ look }) => look === 'band')).toHaveLength(2);
      expect(marks.filter(({ look }) => look === 'thinCurve')).toEqual([]);
      expect(overlaps(boxesOf(marks))).toEqual([]);
      expect(outside(boxesOf(marks), width, height)).toEqual([]);
      expect(JSON.stringify(marks)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});

describe('tied times', () => {
  const under = (rule: string, hr: number | null) =>
    answer(
      `ties:${rule}:OS`,
      'cox',
      coxModel([
        coxRow({ name: 'age', hr: 1.02 }),
        coxRow({ level: 'A', reference: true, hr: 1 }),
        coxRow({ level: 'Rechallenge', hr }),
      ]),
    );
  const said = (...results: Parameters<typeof resultsOf>) =>
    tiesSentence(resultsOf(...results), overallSurvival, 'arm', labelOf);

  test('put the arm’s ratio under the three rules into one sentence', () => {
    expect(said(under('efron', 0.4234), under('breslow', 0.4412), under('exact', 0.4197))).toBe(
      'Times of overall survival are whole months, so the order of events within one is not known: ' +
        'the hazard ratio of rechallenge is 0.423 by Efron’s rule, 0.441 by Breslow’s and 0.420 with exact ties.',
    );
  });

  test('say where the exact one takes too long, and nothing without a ratio', () => {
    const refused = { ...refusal('ties:exact:OS', { code: 'valueNotAllowed' }) };
    expect(said(under('efron', 0.4), under('breslow', 0.4), refused)).toMatch(
      /0\.400 by Breslow’s and not computed with exact ties\.$/,
    );
    expect(said(refusal('ties:efron:OS', {}))).toBeNull();
  });

  const tiesOf = (times: readonly string[]) => {
    const { cohort, setup: own } = open(
      `os_months,os_event,age\n${times.map((time, at) => `${time},1,${50 + at}`).join('\n')}\n9,0,70`,
    );
    const endpoint = own.endpoints.find(({ name }) => name === 'OS');
    return endpoint === undefined ? undefined : coarseTies(cohort, own, endpoint);
  };

  test('count where most events of whole months share one', () => {
    expect(tiesOf(['1', '1', '2', '2', '3', '3', '7'])).toEqual({ tied: 6, events: 7 });
    expect(tiesOf(['1.5', '1.5', '2', '2', '3', '3', '7'])).toBeNull();
    expect(tiesOf(['1', '2', '3', '4', '5', '6', '6'])).toBeNull();
  });
});
