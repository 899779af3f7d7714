import { describe, expect, test } from 'vitest';

import type { AnalysisResult } from '../../../build/wasm/riskset.js';
import { plain } from '../../../web/base/rich-text.ts';
import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import {
  binaryOutcome,
  logisticIsShown,
  outcomeColumns,
} from '../../../web/data/analyses/logistic.ts';
import type { Options } from '../../../web/data/options.ts';
import type { Setup } from '../../../web/data/setup.ts';
import { pValue, ratio, ratioInterval } from '../../../web/format/numbers.ts';
import { logisticAnswers } from '../../../web/regression/logistic-answers.ts';
import { definition, facts, termTests } from '../../../web/regression/logistic-sentences.ts';
import {
  fewOutcomes,
  otherWarnings,
  separated,
} from '../../../web/regression/logistic-warnings.ts';
import { regressionTable } from '../../../web/regression/regression-table.ts';
import { lede } from '../../../web/regression/sentences.ts';
import { unmeasuredQuestion } from '../../../web/regression/unmeasured.ts';
import { open, rowsOf } from '../data/support.ts';
import { answersTo, fileText } from '../support/engine.ts';

const example = open(fileText('web/examples/rechallenge_cohort.csv'));

function asking(
  setup: Setup,
  logistic: Partial<Options['logistic']>,
  change: Partial<Options> = {},
): Setup {
  const { options } = setup;
  return {
    ...setup,
    options: { ...options, ...change, logistic: { ...options.logistic, shown: true, ...logistic } },
  };
}

/** What the page makes of the engine's answers. */
function shownOf({ cohort }: Pick<typeof example, 'cohort'>, setup: Setup) {
  const labelOf = (column: string) => setup.types.get(column)?.label ?? column;
  const answers = logisticAnswers(answersTo(cohort, setup), setup, labelOf);
  if (answers === null) throw new Error('no outcome is chosen');
  const spaced = (text: string) => text.replaceAll('\u00a0', ' ');
  return {
    answers,
    labelOf,
    lede: spaced(plain(lede([answers], setup.arm, labelOf, '95%'))),
    definition: spaced(definition(answers, setup.options.response.denominator)),
    rows: regressionTable([answers], labelOf, '95%').rows.map(({ head, cells }) => [
      spaced(plain(head)),
      ...cells.map((cell) =>
        cell === null ? '' : spaced(`${plain(cell.text)} ${cell.interval ?? ''}`.trim()),
      ),
    ]),
    separated: separated(answers, labelOf).map(({ claim, ...rest }) => ({
      ...rest,
      claim: spaced(claim),
    })),
  };
}

interface Case {
  id: string;
  analysis: { analyses: { id: string }[] };
  expected: { at: string; value: unknown }[];
}

const [reference] = (
  JSON.parse(fileText('tests/reference/cases/example_cohort.json')) as Case[]
).filter(({ id }) => id === 'example_logistic_table');

/** What R found, by its place in the value of one analysis. */
function foundByR(id: string): Map<string, unknown> {
  const index = reference!.analysis.analyses.findIndex((one) => one.id === id);
  const start = `/results/${index}/value/`;
  return new Map(
    reference!.expected
      .filter(({ at }) => at.startsWith(start))
      .map(({ at, value }) => [at.slice(start.length), value]),
  );
}

describe.each(['orr', 'dcr'] as const)('the table of %s in the example', (outcome) => {
  test.each([
    { denominator: 'all', interval: 'wald', firth: false },
    { denominator: 'evaluable', interval: 'wald', firth: false },
    { denominator: 'all', interval: 'profile', firth: false },
    { denominator: 'evaluable', interval: 'wald', firth: true },
  ] as const)('holds R’s numbers: %o', ({ denominator, interval, firth }) => {
    const response = { ...example.setup.options.response, denominator };
    const setup = asking(example.setup, { outcome, interval, firth }, { response });
    const found = foundByR(`${outcome} ${denominator} ${firth ? 'firth' : 'none'}`);
    const number = (at: string) => found.get(at) as number;
    const profile = interval === 'profile' || firth;
    const [lower, upper, p] = profile
      ? ['profileLower', 'profileUpper', 'profileP']
      : ['lower', 'upper', 'p'];
    const effect = (at: string): string[] => {
      if (found.get(at) === null) return ['not entered', ''];
      const bounds = ratioInterval({
        lower: number(`${at}/${lower}`),
        upper: number(`${at}/${upper}`),
      });
      return [`${ratio(number(`${at}/oddsRatio`))} (${bounds})`, pValue(number(`${at}/${p}`))];
    };
    const { answers, rows } = shownOf(example, setup);
    const entered = ['arm', 'age', 'sex', 'ecog', 'pathology', 'cps_group'];
    const printed = rows.filter((row) => row.length > 1).map((row) => row.slice(1));
    expect(printed).toHaveLength(15);
    printed.forEach((row, index) => {
      const at = `rows/${index}`;
      const counts = [`${found.get(`${at}/n`)}`, `${found.get(`${at}/events`)}`];
      const name = found.get(`${at}/name`) as string;
      const both =
        found.get(`${at}/reference`) === true
          ? ['1 (reference)', '', entered.includes(name) ? '1 (reference)' : 'not entered', '']
          : [...effect(`${at}/univariable`), ...effect(`${at}/multivariable`)];
      expect(row).toEqual([...counts, ...both].map((text) => text.replaceAll('\u00a0', ' ')));
    });
    const c = number('model/cStatistic/value');
    const error = number('model/cStatistic/stdError');
    expect(facts(answers)).toContain(`c-statistic ${ratio(c)} (standard error ${ratio(error)})`);
    const tests = entered.map(
      (name, at) => `${name} ${pValue(number(`model/termTests/${at}/test/p`))}`,
    );
    expect(plain(termTests(answers.model, (name) => name))).toBe(
      `Likelihood-ratio p of each term of the multivariable model: ${tests.join(', ')}.`,
    );
  });
});

describe('of the example', () => {
  const orr = shownOf(example, asking(example.setup, {}));

  test('the sentence gives the odds, and the definition who had the outcome', () => {
    expect(orr.lede).toBe(
      'After adjustment for age, sex, ECOG, pathology and CPS group, immunotherapy rechallenge was ' +
        'associated with higher odds of objective response (OR 6.87, 95% CI 1.41 to 33.55).',
    );
    expect(orr.definition).toBe(
      'Objective response (CR + PR): 17 of 83 patients, 20.5%. Who is not evaluable counts as a non-responder.',
    );
  });

  test('the rarer outcome is counted for each coefficient', () => {
    const told = (outcome: 'orr' | 'dcr') =>
      fewOutcomes(shownOf(example, asking(example.setup, { outcome })).answers, false);
    expect(told('orr').map(({ claim }) => claim)).toEqual([
      '2.8 responders per coefficient is few; 10 is usual.',
    ]);
    expect(told('dcr').map(({ claim }) => claim)).toEqual([
      '4.8 patients without disease control per coefficient is few; 10 is usual.',
    ]);
    expect(otherWarnings(orr.answers)).toEqual([]);
  });

  test('the odds ratio of the arms goes to the calculator of E-values as such', () => {
    expect(unmeasuredQuestion(orr.answers, 'arm')).toEqual({
      outcome: 'objective response',
      kind: 'odds',
      ratio: '6.87 (1.41–33.55)',
      link: '#e-value&measure=OR&estimate=6.87&lower=1.41&upper=33.55',
    });
  });

  test('nothing is asked until it is shown', () => {
    const asked = ({ cohort, setup }: typeof example) =>
      buildAnalysisFile(cohort, setup).analyses.filter(({ id }) => id.startsWith('logistic'));
    expect(asked(example)).toEqual([]);
    expect(asked({ ...example, setup: asking(example.setup, {}) })).toHaveLength(2);
  });

  test('a column can be the outcome, and is no term of its models then', () => {
    const her2 = asking(example.setup, { outcome: 'column', column: 'her2' });
    expect(outcomeColumns(her2)).toEqual(
      expect.arrayContaining([
        'sex',
        'ecog',
        'pathology',
        'cps_group',
        'her2',
        'ae_hypothyroidism',
      ]),
    );
    expect(outcomeColumns(her2)).not.toContain('os_event');
    expect(outcomeColumns(her2)).not.toContain('arm');
    const shown = shownOf(example, her2);
    expect(shown.definition).toBe('HER2 Positive: 9 of 83 patients, 10.8%. All others: Negative.');
    expect(shown.rows.map(([head]) => head)).not.toContain('HER2');
    // 9 patients are too few for 6 coefficients: the arms alone are all that is known.
    expect(shown.lede).toBe(
      'Without adjustment, the odds ratio of immunotherapy rechallenge against chemotherapy was 0.30 ' +
        '(95% CI 0.07 to 1.31) for HER2 Positive.',
    );
    expect(shown.rows.find(([head]) => head === 'Male')?.slice(-2)).toEqual(['not fitted', '']);
  });

  test('either level of it can count as the outcome', () => {
    const levels = (level: string | null) =>
      binaryOutcome(asking(example.setup, { outcome: 'column', column: 'her2', level }));
    expect(levels(null)).toMatchObject({ level: 'Positive', other: 'Negative' });
    expect(levels('Negative')).toMatchObject({ level: 'Negative', other: 'Positive' });
    expect(levels('gone')).toMatchObject({ level: 'Positive', other: 'Negative' });
  });
});

/** Of ECOG 2 nobody responds, or everybody; without endpoints of survival. */
function withoutVariation(response: string) {
  return open(
    `arm,ecog,age,best_response\n${rowsOf(60, (n) => {
      const ecog = n % 3;
      const best = ecog === 2 ? response : (n * 7) % 11 < 5 ? 'PR' : 'PD';
      return `${n % 2 ? 'A' : 'B'},${ecog},${50 + ((n * 13) % 30)},${best}`;
    })}`,
  );
}

describe('where a level separates the outcomes', () => {
  const { cohort, setup: guessed } = withoutVariation('SD');
  const regression = { ...guessed.options.regression, entry: 'all' as const };
  const nobody = { cohort, setup: asking(guessed, {}, { regression }) };

  test('it is named, and its odds ratio is no number', () => {
    const { separated: told, rows } = shownOf(nobody, nobody.setup);
    expect(told).toMatchObject([
      {
        column: 'ecog',
        level: '2',
        claim: 'None of the 20 patients with ECOG 2 responded: the odds ratio does not exist.',
      },
    ]);
    expect(rows.find(([head]) => head === '2')).toEqual([
      '2',
      '20',
      '0',
      'Not estimable: nobody responded',
      '',
      'Not estimable: nobody responded',
      '',
    ]);
    const everybody = withoutVariation('CR');
    expect(shownOf(everybody, everybody.setup).separated).toMatchObject([
      { claim: 'All 20 patients with ECOG 2 responded: the odds ratio does not exist.' },
    ]);
  });

  test('as the reference it takes all odds ratios of its column with it', () => {
    const own = nobody.setup.types.get('ecog')!;
    const types = new Map(nobody.setup.types).set('ecog', { ...own, levels: ['2', '0', '1'] });
    expect(shownOf(nobody, { ...nobody.setup, types }).separated).toMatchObject([
      {
        level: '2',
        claim:
          'None of the 20 patients with ECOG 2, the reference, responded: no odds ratio against them exists.',
      },
    ]);
  });

  test('Firth’s penalty gives a number', () => {
    const { separated: told, rows } = shownOf(nobody, asking(nobody.setup, { firth: true }));
    expect(told).toEqual([]);
    // Of one factor alone it adds a half to every cell.
    const [, n, events] = rows.find(([head]) => head === '0')!.map(Number) as number[];
    const odds = (x: number, of: number) => (x + 0.5) / (of - x + 0.5);
    const [, , , univariable, , multivariable] = rows.find(([head]) => head === '2')!;
    expect(univariable).toMatch(ratio(odds(0, 20) / odds(events!, n!)));
    expect(multivariable).toMatch(/^0\.0\d \(/);
  });
});

test('a number that sorts the outcomes is named', () => {
  const sorted = open(
    `arm,age,best_response\n${rowsOf(40, (n) => `${n % 2 ? 'A' : 'B'},${30 + n},${n > 20 ? 'PR' : 'PD'}`)}`,
  );
  expect(shownOf(sorted, sorted.setup).separated.map(({ claim }) => claim)).toEqual([
    'The odds ratio of age does not exist.',
    'The odds ratio of treatment B does not exist.', // in the model with age
  ]);
});

describe('without an endpoint of survival', () => {
  test('response is regressed unasked, another column only when it is chosen', () => {
    expect(logisticIsShown(withoutVariation('SD').setup)).toBe(true);
    const { setup } = open(
      `arm,age,complication\n${rowsOf(30, (n) => `${n % 2 ? 'A' : 'B'},${40 + n},${n % 5 ? 'no' : 'yes'}`)}`,
    );
    expect(logisticIsShown(setup)).toBe(false);
    expect(binaryOutcome(asking(setup, {}))).toBeNull();
    expect(binaryOutcome(asking(setup, { column: 'complication' }))).toMatchObject({
      level: 'yes',
      other: 'no',
    });
  });

  test('as many terms enter as leave 10 patients with the rarer outcome for each', () => {
    const { cohort, setup } = withoutVariation('SD');
    const responders = shownOf({ cohort }, setup).answers.counted!.events;
    expect(responders).toBe(18); // the arms take 1 coefficient, and there is none to spare
    expect(setup.factors).toEqual([]);
    expect(withoutVariation('CR').setup.factors).toEqual(['age']);
  });

  test('where nobody responds there is a rate and no table', () => {
    const none = open(
      `arm,age,best_response\n${rowsOf(30, (n) => `${n % 2 ? 'A' : 'B'},${40 + n},${n % 3 ? 'PD' : 'SD'}`)}`,
    );
    const { answers } = shownOf(none, none.setup);
    expect(answers.counted).toMatchObject({ events: 0, n: 30 });
    expect((answers.table as AnalysisResult).ok).toBe(false);
    expect(answers.rows).toBeNull();
  });
});
