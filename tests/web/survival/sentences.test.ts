import { describe, expect, test, vi } from 'vitest';

import type { KaplanMeierGroup } from '../../../build/wasm/riskset.js';
import { plain } from '../../../web/base/rich-text.ts';
import { survivalAnswers } from '../../../web/survival/answers.ts';
import { definition, description, lede } from '../../../web/survival/sentences.ts';
import { summaryTable } from '../../../web/survival/summary-table.ts';
import { methodLine } from '../../../web/survival/method-line.ts';
import {
  changingHazards,
  crossingCurves,
  survivalWarnings,
} from '../../../web/survival/warnings.ts';
import {
  answer,
  atTime,
  coxModel,
  coxRow,
  curve,
  overallSurvival,
  reading,
  refusal,
  resultsOf,
} from '../support/results.ts';

vi.mock('../../../web/engine/pool.ts', () => ({
  createPool: () => ({ width: 1, analyze: () => new Promise(() => undefined) }),
}));

function arm(label: string, median: number | null): KaplanMeierGroup {
  return curve(
    label,
    [
      [3, 0.8],
      [6, 0.6],
    ],
    {
      n: 40,
      median: { value: median, lower: median === null ? null : median - 2, upper: null },
      atTimes: [atTime(0, 1, 40), atTime(12, 0.55, 20), atTime(24, null, 0)],
    },
  );
}

function answers(groups: KaplanMeierGroup[], ...more: Parameters<typeof resultsOf>) {
  const curves = answer('survival:OS', 'kaplanMeier', {
    variance: 'greenwood',
    groups,
    differences: [],
    restrictedMeanContrast: [],
    differenceCurve: null,
  });
  return survivalAnswers(resultsOf(curves, ...more), overallSurvival, reading());
}

const logRank = answer('logrank:OS', 'logRank', {
  chiSquare: 11.242,
  df: 1,
  p: 0.0008,
  z: -3.353,
  groups: [],
  covariance: [],
  trend: null,
  pairs: [],
});
const hazard = answer(
  'hr:OS',
  'cox',
  coxModel([
    coxRow({ level: 'Chemotherapy', reference: true, hr: 1 }),
    coxRow({ level: 'Rechallenge', hr: 0.43, lower: 0.26, upper: 0.72, p: 0.001 }),
  ]),
);
const words = (...args: Parameters<typeof answers>) =>
  plain(lede(answers(...args))).replaceAll('\u00a0', ' ');

describe('the sentence of a survival panel', () => {
  test('names the reference arm last, with hazard ratio and log-rank test', () => {
    expect(words([arm('Chemotherapy', 5.33), arm('Rechallenge', 12.4)], logRank, hazard)).toBe(
      'Median overall survival was 12.4 months with rechallenge and 5.3 months with chemotherapy ' +
        '(HR for death 0.43, 95% CI 0.26 to 0.72; log‑rank p < 0.001).',
    );
  });

  test('explains a median that is not reached and gives the landmark rate in its place', () => {
    expect(words([arm('Chemotherapy', 5.33), arm('Rechallenge', null)])).toBe(
      'Median overall survival was not reached with rechallenge and 5.3 months with chemotherapy. ' +
        'With rechallenge fewer than half of the patients have died. ' +
        'The 12-month rate is 55.0% (45.0–65.0) with rechallenge.',
    );
    expect(words([arm('A', null), arm('B', null)])).toContain('was not reached in either arm');
  });

  test('says of which arms fewer than half had the event, where it is not so of all', () => {
    expect(words([arm('A', 5), arm('B', null), arm('C', null)])).toContain(
      'With arm B or arm C fewer than half of the patients have died.',
    );
    expect(words([arm('A', null), arm('B', null), arm('C', null)])).toContain(
      'Fewer than half of the patients have died.',
    );
  });

  test('has no interval of a median whose bounds say nothing', () => {
    const alone = { ...arm('all', 5), median: { value: 5, lower: null, upper: null } };
    expect(words([alone])).toBe('Median overall survival was 5.0 months in 40 patients.');
  });

  test('of one group has its interval and no comparison', () => {
    expect(words([arm('all', 9.8)])).toBe(
      'Median overall survival was 9.8 months (95% CI 7.8 to not reached) in 40 patients.',
    );
    expect(words([arm('all', null)])).toBe(
      'Median overall survival was not reached in 40 patients. ' +
        'Fewer than half of the patients have died. The 12-month rate is 55.0% (45.0–65.0).',
    );
  });

  test('of three arms gives every median and the overall test', () => {
    const three = [arm('A', 5), arm('B', 8), arm('C', 9)];
    expect(words(three, { ...logRank, value: { ...logRank.value, df: 2 } }, hazard)).toBe(
      'Median overall survival was 8.0 months with arm B, 9.0 months with arm C and 5.0 months with arm A (log‑rank p < 0.001).',
    );
  });

  test('leaves out what a problem prevents', () => {
    const groups = [arm('Chemotherapy', 5.33), arm('Rechallenge', 12.4)];
    expect(words(groups, refusal('hr:OS', {}), refusal('logrank:OS', {}))).toBe(
      'Median overall survival was 12.4 months with rechallenge and 5.3 months with chemotherapy.',
    );
  });

  test('is empty without a curve', () => {
    const none = survivalAnswers(
      resultsOf(refusal('survival:OS', { code: 'timeNegative' })),
      overallSurvival,
      reading(),
    );
    expect(lede(none)).toEqual([]);
  });
});

describe('weighted rows', () => {
  const robust = { chiSquare: 9.1, df: 1, p: 0.0026 };
  const tests = { likelihoodRatio: null, wald: null, score: robust, robustScore: robust };
  const model = coxModel(
    [coxRow({ level: 'A', reference: true }), coxRow({ level: 'B', hr: 0.6 })],
    { tests },
  );
  const curves = answer('survival:OS', 'kaplanMeier', {
    variance: 'robust',
    groups: [arm('A', 5), arm('B', 8)],
    differences: [],
    restrictedMeanContrast: [],
    differenceCurve: null,
  });
  const own = survivalAnswers(resultsOf(curves, answer('hr:OS', 'cox', model)), overallSurvival, {
    ...reading(),
    rows: { weights: 'iptw' },
  });

  test('are compared by the score test of the model, and it is named', () => {
    expect(plain(lede(own)).replaceAll('\u00a0', ' ')).toContain('robust score test p = 0.003');
    expect(description(own).replaceAll('\u00a0', ' ')).toContain('Robust score test: p = 0.003.');
    const method = plain(methodLine(own, overallSurvival));
    expect(method).toContain('its score test stands for the log-rank test');
    expect(method).toContain('weight rows by iptw');
    expect(method).not.toContain('Greenwood');
  });

  test('say when they are observed late', () => {
    const late = { ...overallSurvival, entry: 'seen_from' };
    expect(plain(methodLine(own, late))).toContain('at risk from seen_from on, not from time 0');
  });
});

test('the definition counts events and patients', () => {
  const text = definition(answers([arm('A', 5), arm('B', 8)]), 'start of follow-up');
  expect(text.replaceAll('\u00a0', ' ')).toBe(
    'From start of follow-up to death from any cause, in months. ' +
      '4 deaths in 80 patients; 76 alive at last contact.',
  );
});

test('the description says everything the figure shows and no missing number', () => {
  const text = description(answers([arm('A', 5), arm('B', null)], logRank, hazard));
  expect(text).toContain('median not reached');
  expect(text).toContain(
    'Hazard ratio for death, rechallenge against chemotherapy: 0.43 (0.26 to 0.72).',
  );
  expect(text).not.toMatch(/NaN|null|undefined/);
});

const limit = {
  code: 'meanLimitOutOfRange' as const,
  column: '',
  rows: new Int32Array(),
  detail: '24',
  levels: ['Chemotherapy'],
};

function rowsOf(...args: Parameters<typeof answers>) {
  return tableOf(answers(...args));
}

function tableOf(own: ReturnType<typeof answers>) {
  return summaryTable(own).rows.map(({ head, cells }) => [
    plain(head).replaceAll('\u00a0', ' '),
    ...cells.map((cell) =>
      cell === null
        ? ''
        : `${plain(cell.text)} ${cell.interval ?? ''}`.trim().replaceAll('\u00a0', ' '),
    ),
  ]);
}

describe('the table of a survival panel', () => {
  test('has the reference said, the ratio compared and nothing blank that was due', () => {
    expect(rowsOf([arm('Chemotherapy', 5.33), arm('Rechallenge', 12.4)], logRank, hazard)).toEqual([
      ['Died, n (%)', '2 (5.0%)', '2 (5.0%)'],
      ['Hazard of death', '', '1 (reference)', 'HR 0.43 (0.26–0.72)', '0.001'],
      ['Median', '12.4 (10.4–NR)', '5.3 (3.3–NR)', 'not tested'],
      ['Alive at 12 months', '55.0% (45.0–65.0)', '55.0% (45.0–65.0)', 'not tested'],
      ['Alive at 24 months', 'after the last follow-up', 'after the last follow-up', 'not tested'],
    ]);
  });

  test('says why a mean or a rate has no interval, and what is then not compared', () => {
    const nobody = {
      ...arm('Rechallenge', null),
      atTimes: [
        { ...atTime(12, 1, 40), stdError: 0, lower: 1, upper: 1 },
        { ...atTime(24, 0, 0), stdError: null, lower: null, upper: null },
      ],
      restrictedMean: [{ tau: 24, value: 24, stdError: 0, lower: null, upper: null }],
    };
    const other = {
      ...arm('Chemotherapy', 5),
      restrictedMean: [{ tau: 24, value: 7, stdError: 0, lower: null, upper: null }],
    };
    const difference = { value: 17, stdError: null, lower: null, upper: null, p: null };
    // As R has it: with the error of the other arm alone.
    const oneError = { value: 0.45, stdError: 0.05, lower: 0.352, upper: 0.548, p: 2e-19 };
    const curves = answer(
      'survival:OS',
      'kaplanMeier',
      {
        variance: 'greenwood',
        groups: [other, nobody],
        differences: [{ time: 12, ...oneError }],
        differenceCurve: null,
        restrictedMeanContrast: [
          { tau: 24, difference, ratio: { value: 3.4, lower: null, upper: null, p: null } },
        ],
      },
      { warnings: [limit] },
    );
    const own = survivalAnswers(resultsOf(curves), overallSurvival, reading());
    const rows = tableOf(own);
    expect(rows.slice(2)).toEqual([
      [
        'Alive at 12 months',
        '100.0% (no interval: no event by then)',
        '55.0% (45.0–65.0)',
        '+45.0 points',
        'not tested',
      ],
      [
        'Alive at 24 months',
        '0.0% (no interval: nobody is left)',
        'after the last follow-up',
        'not tested',
      ],
      [
        'Mean survival within 24 months',
        '24.0 (no interval: no event by then)',
        '7.0 (no interval: all events at one time)',
        '+17.0 months',
        'not tested',
      ],
    ]);
    const method = plain(methodLine(own, overallSurvival)).replaceAll('\u00a0', ' ');
    expect(method).toContain(
      'A difference is not tested where no patient of an arm has had the event',
    );
    expect(method).toContain(
      'A limit of the mean with chemotherapy lies below 0 or above 24 months, where no mean can be',
    );
    expect(survivalWarnings(own)).toEqual([]);
  });

  test('of one group has no comparison columns', () => {
    const model = summaryTable(answers([arm('all', 9.8)]));
    expect(model.columns.map(({ head }) => plain(head))).toEqual(['All patients']);
  });

  test('says in one voice what was not tested', () => {
    const endless = answer(
      'hr:OS',
      'cox',
      coxModel([coxRow({ level: 'A', reference: true }), coxRow({ level: 'B' })]),
    );
    const own = answers([arm('A', 5), arm('B', 8)], endless);
    const untested = summaryTable(own)
      .rows.flatMap(({ cells }) => cells)
      .filter((cell) => cell !== null && plain(cell.text) === 'not tested');
    expect(untested.map((cell) => cell?.quiet)).toEqual([true, true, true, true]);
  });

  test('of three arms has a ratio for each against the first', () => {
    const three = answer(
      'hr:OS',
      'cox',
      coxModel([
        coxRow({ level: 'A', reference: true }),
        coxRow({ level: 'B', hr: 0.5, lower: 0.3, upper: 0.9, p: 0.02 }),
        coxRow({ level: 'C' }),
      ]),
    );
    const rows = rowsOf([arm('A', 5), arm('B', 8), arm('C', 9)], three);
    expect(rows[1]).toEqual([
      'Hazard of death',
      'HR 0.50 (0.30–0.90)',
      'Not estimable: it runs to 0 or infinity',
      '1 (reference)',
    ]);
    const noEvents = { ...arm('C', null), events: 0 };
    expect(rowsOf([arm('A', 5), arm('B', 8), noEvents], three)[1]?.[2]).toBe(
      'Not estimable: no events in one arm',
    );
    expect(rows[2]).toEqual(['Wald test against the reference', 'p = 0.020', 'not tested', '']);
  });
});

describe('warnings of a survival panel', () => {
  const warned = {
    ...hazard,
    value: {
      ...hazard.value,
      proportionalHazards: {
        transform: 'km' as const,
        terms: [],
        global: { chiSquare: 5.4, df: 1, p: 0.0203 },
        curves: [],
      },
    },
    warnings: [
      {
        code: 'nonProportionalHazards' as const,
        column: 'arm',
        rows: new Int32Array(),
        detail: '0.0203',
        levels: [],
      },
      {
        code: 'notReached' as const,
        column: '',
        rows: new Int32Array(),
        detail: 'A',
        levels: [],
      },
    ],
  };

  test('crossing curves are told with their arms, whatever their names hold, and what has numbers', () => {
    const crossing = {
      code: 'curvesCross' as const,
      column: '',
      rows: new Int32Array(),
      detail: '7.5, 20',
      levels: ['A | B', 'C: D'],
    };
    const differences = [
      { time: 12, value: 0.1, stdError: 0.05, lower: 0.002, upper: 0.198, p: 0.046 },
      { time: 24, value: 0.3, stdError: null, lower: null, upper: null, p: null },
    ];
    const told = (labels: string[]) =>
      crossingCurves(
        survivalAnswers(
          resultsOf(
            answer(
              'survival:OS',
              'kaplanMeier',
              {
                variance: 'greenwood',
                groups: labels.map((label) => arm(label, 5)),
                differences,
                restrictedMeanContrast: [],
                differenceCurve: null,
              },
              { warnings: [crossing] },
            ),
          ),
          overallSurvival,
          reading(),
        ),
      )?.replaceAll('\u00a0', ' ');
    expect(told(['A | B', 'C: D', 'E'])).toContain(
      'Those of A | B and C: D do at about 7.5 and 20.0 months.',
    );
    expect(told(['A | B', 'C: D'])).toContain(
      'Report the difference at 12 months, +10.0 points (0.2–19.8) instead.',
    );
  });

  test('changing hazards are told once, with what the ratio then is', () => {
    const own = answers([arm('Chemotherapy', 5), arm('Rechallenge', 8)], warned);
    expect(plain(changingHazards(own) ?? [])).toContain('The hazard ratio of 0.43 is an average');
    expect(survivalWarnings(own)).toEqual([]);
  });

  test('there is no such sentence without the warning', () => {
    expect(
      changingHazards(answers([arm('Chemotherapy', 5), arm('Rechallenge', 8)], hazard)),
    ).toBeNull();
  });
});
