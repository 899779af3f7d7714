import { describe, expect, test, vi } from 'vitest';

import { plain } from '../../../web/base/rich-text.ts';
import { defaultOptions, type Options } from '../../../web/data/options.ts';
import { survivalAnswers } from '../../../web/survival/answers.ts';
import { readTime, readTimes } from '../../../web/survival/entries.ts';
import { figureNote } from '../../../web/survival/figure-note.ts';
import { methodLine } from '../../../web/survival/method-line.ts';
import { optionsInWords } from '../../../web/survival/options-words.ts';
import { lede } from '../../../web/survival/sentences.ts';
import { answer, curve, overallSurvival, reading, resultsOf } from '../support/results.ts';

vi.mock('../../../web/engine/pool.ts', () => ({
  createPool: () => ({ width: 1, analyze: () => new Promise(() => undefined) }),
}));

function answers(options: Partial<Options> = {}) {
  const groups = [curve('all', [[3, 0.4]], { median: { value: 3, lower: 2, upper: 4 } })];
  return survivalAnswers(
    resultsOf(
      answer('survival:OS', 'kaplanMeier', {
        variance: 'greenwood',
        differences: [],
        restrictedMeanContrast: [],
        differenceCurve: null,
        groups,
      }),
    ),
    overallSurvival,
    reading(options),
  );
}

const limits = { unit: 'months', longest: 36.67 } as const;

const bare = { bands: false, censorTicks: false, medians: false, atRisk: 'atRisk' } as const;

describe('an entry of times', () => {
  test('is read in any usual way of writing, in order and once', () => {
    for (const written of ['24, 12', '12;24', ' 12  24 ', '24,12,12']) {
      expect(readTimes(written, limits)).toEqual({ value: [12, 24] });
    }
    expect(readTime('7.5', limits)).toEqual({ value: 7.5 });
  });

  test('that is empty leaves the choice to the page', () => {
    expect(readTimes('  ', limits)).toEqual({ value: null });
    expect(readTime('', limits)).toEqual({ value: null });
  });

  test('that cannot be followed is answered with what to do', () => {
    expect(readTimes('12, x', limits)).toEqual({
      problem: '“x” is not a number of months above 0. Write numbers such as 12, 24.',
    });
    for (const written of ['0', '-3', '1e3', 'NaN', 'Infinity', '1,5']) {
      expect(readTime(written, limits)).toHaveProperty('problem');
    }
    expect(readTime('40', limits)).toEqual({
      problem: 'The longest follow-up is 36.67 months. Choose a time within it.',
    });
    expect(readTimes('1 2 3 4 5 6 7', limits)).toHaveProperty('problem');
  });
});

describe('the options', () => {
  test('fold to one line that says the present choice', () => {
    expect(optionsInWords(answers()).join(' · ').replaceAll('\u00a0', ' ')).toBe(
      'log intervals · 95% · ticks every 12 months · censor ticks on · at risk, censored and died',
    );
  });

  test('say what differs from the usual', () => {
    const line = optionsInWords(
      answers({
        level: 0.9,
        survival: {
          interval: 'logLog',
          median: 'spss',
          tickEvery: 12,
          landmarks: [6, 18],
          horizon: 20,
          landmarkAt: null,
          aliveAt: null,
          strata: [],
        },
        curves: { ...bare, meanArea: true },
      }),
    );
    expect(line.join(' · ').replaceAll('\u00a0', ' ')).toBe(
      'log–log intervals · medians as SPSS prints them · 90% · ticks every 12 months · rates at 6, 18 · mean within 20 · ' +
        'censor ticks off · bands off · medians off · area of the mean · at risk',
    );
  });

  test('say of a median as in SPSS that it is one, and take its interval', () => {
    const own = answers({ survival: { ...defaultOptions.survival, median: 'spss' } });
    expect(plain(methodLine(own, overallSurvival))).toContain(
      'medians with symmetric intervals by the rule that SPSS is known to follow',
    );
    expect(own.groups.map(({ median }) => median)).toEqual(
      own.groups.map(({ spssMedian }) => spssMedian),
    );
  });

  test('reach the sentence, the method line and the note under the figure', () => {
    const own = answers({
      level: 0.9,
      survival: { ...defaultOptions.survival, interval: 'plain' },
    });
    expect(plain(lede(own))).toContain('(90%\u00a0CI 2.0 to 4.0)');
    expect(plain(methodLine(own, overallSurvival))).toContain(
      'Kaplan–Meier; 90% intervals on the plain scale;',
    );
    expect(figureNote(own).always).toContain('Bands: 90% CI.');
  });

  test('take marks out of the note that are not drawn', () => {
    const note = figureNote(
      answers({
        curves: { ...bare, meanArea: false },
      }),
    );
    expect(note.always).toMatch(
      /^95% intervals are in the data table\. Thin line: fewer than 5 patients at risk\./,
    );
    expect(note.wide).toBe('');
    expect(figureNote(answers()).wide).toBe('Censored and died: totals before that time.');
  });
});
