import { describe, expect, test } from 'vitest';

import type { Answer, CoxTableRow } from '../../../build/wasm/riskset.js';
import type { EndpointSetup } from '../../../web/data/setup.ts';
import { plain } from '../../../web/base/rich-text.ts';
import { modelAnswers } from '../../../web/regression/answers.ts';
import { curveChoices, firstChoice, hazardPicture } from '../../../web/regression/hazard-curves.ts';
import { perUnit } from '../../../web/regression/labels.ts';
import { regressionTable } from '../../../web/regression/regression-table.ts';
import { lede } from '../../../web/regression/sentences.ts';
import {
  changingEffects,
  changingModels,
  fewEvents,
  modelWarnings,
  runningOff,
} from '../../../web/regression/warnings.ts';
import {
  answer,
  coxModel,
  coxRow,
  coxTableRow,
  effect,
  overallSurvival,
  progressionFree,
  refusal,
  resultsOf,
} from '../support/results.ts';

const labelOf = (column: string) =>
  ({ arm: 'Treatment', age: 'Age', cps: 'CPS group' })[column] ?? column;

function table(endpoint: EndpointSetup, rows: CoxTableRow[], model: Answer<'cox'> | null = null) {
  const value = {
    rows,
    entry: 'chosen' as const,
    univariableTests: [],
    multivariableTests: [],
    n: 83,
    events: 66,
    eventsPerVariable: 22,
    concordance: null,
    proportionalHazards: null,
    model: model?.value ?? null,
    refused: null,
  };
  const warnings = model?.warnings ?? [];
  return modelAnswers(
    resultsOf(answer(`table:${endpoint.name}`, 'coxTable', value, { warnings })),
    endpoint,
  );
}

const reference = coxTableRow({ level: 'Chemotherapy', reference: true });
const rechallenge = (multivariable: CoxTableRow['multivariable']) =>
  coxTableRow({
    level: 'Rechallenge',
    univariable: effect(0.43, 0.26, 0.72, 0.001),
    multivariable,
  });
const age = coxTableRow({
  name: 'age',
  univariable: effect(1, 0.97, 1.02),
  multivariable: effect(1.01, 0.98, 1.03),
});
const words = (...args: Parameters<typeof lede>) => plain(lede(...args)).replaceAll('\u00a0', ' ');

describe('the sentence of the regression panel', () => {
  const low = effect(0.42, 0.25, 0.71, 0.001);

  test('gives the adjusted effect for each endpoint shown', () => {
    const shown = [
      table(overallSurvival, [reference, rechallenge(low), age]),
      table(progressionFree, [reference, rechallenge(effect(0.48, 0.3, 0.77)), age]),
    ];
    expect(words(shown, 'arm', labelOf, '95%')).toBe(
      'After adjustment for age, rechallenge was associated with lower hazards of death ' +
        '(HR 0.42, 95% CI 0.25 to 0.71) and of progression or death (HR 0.48, 0.30 to 0.77).',
    );
  });

  test('gives no verdict where an interval holds 1', () => {
    const shown = [table(overallSurvival, [reference, rechallenge(effect(0.8, 0.5, 1.3)), age])];
    expect(words(shown, 'arm', labelOf, '95%')).toBe(
      'After adjustment for age, the hazard ratio of rechallenge against chemotherapy was 0.80 ' +
        '(95% CI 0.50 to 1.30) for death.',
    );
  });

  test('of three arms gives the ratio of each, for each endpoint', () => {
    const third = coxTableRow({ level: 'Maintenance', multivariable: effect(0.6, 0.4, 0.9) });
    const shown = [
      table(overallSurvival, [reference, rechallenge(low), third, age]),
      table(progressionFree, [reference, rechallenge(effect(0.48, 0.3, 0.77)), third, age]),
    ];
    expect(words(shown, 'arm', labelOf, '90%')).toBe(
      'After adjustment for age, the hazard ratio for death against chemotherapy was 0.42 ' +
        '(90% CI 0.25 to 0.71) with rechallenge and 0.60 (0.40 to 0.90) with maintenance. ' +
        'For progression or death it was 0.48 (90% CI 0.30 to 0.77) with rechallenge and ' +
        '0.60 (0.40 to 0.90) with maintenance.',
    );
  });

  test('says of each endpoint what its own model is adjusted for', () => {
    const shown = [
      table(overallSurvival, [reference, rechallenge(low), age]),
      table(progressionFree, [
        reference,
        rechallenge(effect(0.48, 0.3, 0.77)),
        { ...age, multivariable: null },
      ]),
    ];
    expect(words(shown, 'arm', labelOf, '95%')).toBe(
      'After adjustment for age, rechallenge was associated with a lower hazard of death ' +
        '(HR 0.42, 95% CI 0.25 to 0.71). Without adjustment, rechallenge was associated with ' +
        'a lower hazard of progression or death (HR 0.48, 95% CI 0.30 to 0.77).',
    );
  });

  test('gives no verdict on a bound that is printed as 1.00', () => {
    const said = (upper: number) =>
      words(
        [table(overallSurvival, [reference, rechallenge(effect(0.6, 0.36, upper))])],
        'arm',
        labelOf,
        '95%',
      );
    expect(said(0.98)).toContain('lower hazard');
    expect(said(0.996)).toContain('the hazard ratio of rechallenge against chemotherapy was 0.60');
  });

  test('says nothing of a table that was refused', () => {
    const refused = modelAnswers(
      resultsOf(refusal('table:OS', { code: 'tooFewEvents', detail: '7 / 6' })),
      overallSurvival,
    );
    expect(words([refused], 'arm', labelOf, '95%')).toBe('');
  });

  test('says that the arm has not entered', () => {
    const shown = [table(overallSurvival, [reference, rechallenge(null), age])];
    expect(words(shown, 'arm', labelOf, '95%')).toBe(
      'Treatment has not entered the multivariable model. The multivariable model holds 1 term: age.',
    );
  });

  test('without an arm names the terms', () => {
    expect(words([table(overallSurvival, [age])], null, labelOf, '95%')).toBe(
      'The multivariable model holds 1 term: age.',
    );
    expect(
      words([table(overallSurvival, [coxTableRow({ name: 'age' })])], null, labelOf, '95%'),
    ).toBe('No covariate has entered the multivariable model.');
  });
});

test('every cell of the table is a number, a reason, or does not apply', () => {
  const aliased = { ...effect(null, null, null), aliased: true };
  const diverging = { ...effect(null, null, null), diverging: true };
  const rows = [
    reference,
    rechallenge(effect(0.42, 0.25, 0.71, 0.0012)),
    coxTableRow({ name: 'cps', level: '<1', reference: true }),
    coxTableRow({ name: 'cps', level: '>=1', univariable: diverging, multivariable: aliased }),
    { ...age, multivariable: null },
  ];
  const model = regressionTable([table(overallSurvival, rows)], labelOf, '95%');
  const texts = model.rows.map(({ head, cells }) => [
    plain(head),
    ...cells.map((cell) =>
      cell === null ? '' : `${plain(cell.text)} ${cell.interval ?? ''}`.trim(),
    ),
  ]);
  expect(texts).toEqual([
    ['Treatment'],
    ['Chemotherapy', '40', '1 (reference)', '', 'not entered', ''],
    ['Rechallenge', '40', '0.43 (0.26–0.72)', '0.001', '0.42 (0.25–0.71)', '0.001'],
    ['CPS group'],
    ['<\u00a01', '40', '1 (reference)', '', 'not entered', ''],
    [
      '≥\u00a01',
      '40',
      'Not estimable: it runs to 0 or infinity',
      '',
      'Not estimable: constant, or follows from other terms',
      '',
    ],
    ['Age, per year', '40', '1.00 (0.97–1.02)', '0.20', 'not entered', ''],
  ]);
});

test('a number is per its unit where its name tells', () => {
  expect(['Age', 'Prior PFS months', 'CPS', 'Age at diagnosis'].map(perUnit)).toEqual([
    'Age, per year',
    'Prior PFS months, per month',
    'CPS, per unit',
    'Age at diagnosis, per year',
  ]);
});

function warned(p: number) {
  return answer(
    'model',
    'cox',
    coxModel([], {
      proportionalHazards: {
        transform: 'km',
        terms: [{ name: 'arm', chiSquare: 5, df: 1, p }],
        global: { chiSquare: 8, df: 6, p: 0.24 },
        curves: [],
      },
    }),
    {
      warnings: [
        {
          code: 'nonProportionalHazards',
          column: 'arm',
          rows: new Int32Array(),
          detail: String(p),
          levels: [],
        },
      ],
    },
  );
}

test('an effect that changes in both models is told once', () => {
  const shown = [
    table(overallSurvival, [reference], warned(0.016)),
    table(progressionFree, [reference], warned(0.0203)),
  ];
  const [only, ...others] = changingEffects(shown, labelOf);
  expect(others).toEqual([]);
  expect(only?.claim).toBe('The effect of treatment may change during follow-up in both models');
  expect(plain(only?.text ?? []).replaceAll('\u00a0', ' ')).toBe(
    '(proportional-hazards test p = 0.016 and 0.020). Its hazard ratio is then an average.',
  );
  expect(modelWarnings(shown)).toEqual([]);
});

test('the smallest p of the terms that are not spoken of is given, not called a sign of nothing', () => {
  const model = warned(0.016);
  const hazards = model.value.proportionalHazards!;
  const others = (...values: number[]) => {
    const more = values.map((p, at) => ({ name: `x${at}`, chiSquare: 1, df: 1, p }));
    const value = {
      ...model.value,
      proportionalHazards: { ...hazards, terms: [...hazards.terms, ...more] },
    };
    const [told] = changingEffects(
      [table(overallSurvival, [reference], { ...model, value })],
      labelOf,
    );
    return plain(told?.text ?? []).replaceAll('\u00a0', ' ');
  };
  expect(others(0.06, 0.4)).toMatch(/ Of the other 2 terms the smallest p is 0\.060\.$/);
  expect(others(0.999)).toMatch(/ Of the other term p is > 0\.99\.$/);
});

test('few events for a coefficient, and ratios that run off, are told with their endpoint and level', () => {
  const value = {
    rows: [reference],
    entry: 'chosen' as const,
    univariableTests: [],
    multivariableTests: [],
    n: 83,
    events: 42,
    eventsPerVariable: 7,
    concordance: null,
    proportionalHazards: null,
    model: null,
    refused: null,
  };
  const warning = (code: 'fewEventsPerVariable' | 'monotoneLikelihood', detail: string) => ({
    code,
    column: code === 'monotoneLikelihood' ? 'cps' : '',
    rows: new Int32Array(),
    detail,
    levels: [],
  });
  const warnings = [
    warning('fewEventsPerVariable', '7.0'),
    warning('monotoneLikelihood', 'cps: >=1'),
    warning('monotoneLikelihood', 'cps: >=1'),
  ];
  const shown = [
    modelAnswers(resultsOf(answer('table:OS', 'coxTable', value, { warnings })), overallSurvival),
  ];
  expect(fewEvents(shown).map(({ claim }) => claim)).toEqual([
    '7.0 deaths per coefficient is few; 10 is usual.',
  ]);
  expect(runningOff(shown, labelOf)).toMatchObject([
    {
      claim: 'The hazard ratio of CPS group ≥\u00a01 is not estimable.',
      column: 'cps',
      level: '>=1',
    },
  ]);
  expect(modelWarnings(shown)).toEqual([]);
});

describe('a hazard ratio that runs off', () => {
  const monotone = (column: string, level: string) => ({
    code: 'monotoneLikelihood' as const,
    column,
    rows: new Int32Array(),
    detail: level === '' ? column : `${column}: ${level}`,
    levels: [],
  });
  const told = (
    endpoints: readonly EndpointSetup[],
    rows: CoxTableRow[],
    ...terms: [string, string][]
  ) =>
    runningOff(
      endpoints.map((endpoint) => {
        const answers = table(endpoint, rows);
        const result = answers.table!;
        const warnings = terms.map(([column, level]) => monotone(column, level));
        return { ...answers, table: { ...result, warnings } as typeof answers.table };
      }),
      labelOf,
    ).map(({ claim, level }) => ({ claim: claim.replaceAll('\u00a0', ' '), level }));

  const low = coxTableRow({ name: 'cps', level: '<1', reference: true, n: 30, events: 20 });
  const high = coxTableRow({ name: 'cps', level: '>=1', n: 12, events: 0 });

  test('is named with the level in which nobody has the event', () => {
    expect(told([overallSurvival], [low, high], ['cps', '>=1'])).toEqual([
      {
        claim:
          'No deaths among the 12 patients with CPS group ≥ 1: the hazard ratio is not estimable.',
        level: '>=1',
      },
    ]);
  });

  test('is named with the endpoint where two are shown', () => {
    const claims = told([overallSurvival, progressionFree], [low, high], ['cps', '>=1']);
    expect(claims.map(({ claim }) => claim)).toEqual([
      'No deaths among the 12 patients with CPS group ≥ 1 in the model for overall survival: the hazard ratio is not estimable.',
      'No events among the 12 patients with CPS group ≥ 1 in the model for progression-free survival: the hazard ratio is not estimable.',
    ]);
  });

  test('is said once where nobody of the reference has the event', () => {
    const rows = [
      { ...low, events: 0, n: 1 },
      { ...high, events: 5 },
      coxTableRow({ name: 'cps', level: '>=10', n: 9, events: 7 }),
    ];
    expect(told([overallSurvival], rows, ['cps', '>=1'], ['cps', '>=10'])).toEqual([
      {
        claim:
          'No deaths among the 1 patient with CPS group < 1, the reference: no hazard ratio against them is estimable.',
        level: '<1',
      },
    ]);
  });

  test('is named alone where no level tells why', () => {
    const rows = [low, { ...high, events: 3 }, coxTableRow({ name: 'age', n: 42, events: 23 })];
    expect(told([overallSurvival], rows, ['cps', '>=1'], ['age', ''])).toEqual([
      { claim: 'The hazard ratio of CPS group ≥ 1 is not estimable.', level: '>=1' },
      { claim: 'The hazard ratio of Age is not estimable.', level: '' },
    ]);
  });

  test('has the reason in its cell', () => {
    const off = { ...effect(null, null, null), diverging: true };
    const cellsOf = (events: number) =>
      JSON.stringify(
        regressionTable(
          [
            table(overallSurvival, [
              low,
              { ...high, events, univariable: off, multivariable: off },
            ]),
          ],
          labelOf,
          '95%',
        ).rows.at(-1)?.cells,
      );
    expect(cellsOf(0)).toContain('Not estimable: no deaths');
    expect(cellsOf(3)).toContain('Not estimable: it runs to 0 or infinity');
  });
});

test('all terms together may change where none does alone', () => {
  const [told] = changingModels([table(overallSurvival, [reference], warnedGlobally(0.03))]);
  expect(told?.claim).toBe('The hazards in the model for overall survival may not be proportional');
  expect(plain(told?.text ?? [])).toContain('p\u00a0=\u00a00.030');
});

function warnedGlobally(p: number) {
  const own = warned(0.2);
  const hazards = own.value.proportionalHazards!;
  return {
    ...own,
    value: { ...own.value, proportionalHazards: { ...hazards, global: { ...hazards.global, p } } },
  };
}

describe('the picture of an effect over time', () => {
  const curve = (name: string, level: string) => ({
    name,
    level,
    time: Float64Array.of(1, 2),
    value: Float64Array.of(0.1, 0.2),
    smooth: null,
  });
  const withCurves = (terms: { name: string; p: number }[]) => {
    const hazards = {
      transform: 'km' as const,
      terms: terms.map((term) => ({ ...term, chiSquare: 1, df: 1 })),
      global: { chiSquare: 2, df: 2, p: 0.3 },
      curves: [curve('arm', 'Rechallenge'), curve('age', ''), curve('cps', '>=1')],
    };
    const model = coxModel([coxRow({ name: 'cps', level: '>=1', hr: 0.5 })], {
      proportionalHazards: hazards,
    });
    return table(overallSurvival, [reference], answer('model', 'cox', model));
  };
  const answers = withCurves([
    { name: 'arm', p: 0.2 },
    { name: 'cps', p: 0.01 },
  ]);

  test('can be chosen by name, first that with the smallest p', () => {
    const choices = curveChoices(answers, 'arm', labelOf);
    expect(choices.map(({ label }) => label)).toEqual([
      'Rechallenge',
      'Age, per year',
      'CPS group ≥\u00a01',
    ]);
    expect(firstChoice(answers, choices)).toBe(choices[2]?.key);
  });

  test('has the ratio of the model, and no smooth where the events are too few for one', () => {
    const [, , cps] = curveChoices(answers, 'arm', labelOf);
    expect(hazardPicture(answers, cps!, { unit: 'months', start: 'start' })).toMatchObject({
      overall: 0.5,
      hazard: 'death',
      xTitle: 'Months since start',
      curve: { smooth: null },
    });
    const other = { key: 'sex\nMale', label: 'Male' };
    expect(hazardPicture(answers, other, { unit: 'months', start: '' })).toBeNull();
  });
});
