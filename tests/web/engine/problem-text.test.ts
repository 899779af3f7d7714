import { describe, expect, it } from 'vitest';

import type { Problem, Warning } from '../../../build/wasm/riskset.js';
import { problemText, warningText } from '../../../web/engine/problem-text.ts';

function problem(code: Problem['code'], parts: Partial<Problem> = {}): Problem {
  return { code, column: '', rows: new Int32Array(), detail: '', ...parts };
}

function warning(code: Warning['code'], parts: Partial<Warning> = {}): Warning {
  return { code, column: '', rows: new Int32Array(), detail: '', levels: [], ...parts };
}

/** Sentences bind numbers to their words; a reader sees a space. */
function spaced(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

describe('rows in a sentence', () => {
  const sentence = (...rows: number[]) =>
    spaced(
      problemText(
        problem('timeNegative', { column: 'os', rows: new Int32Array(rows), detail: '-1' }),
      ),
    );

  it('names one, two and several', () => {
    expect(sentence(8)).toBe(
      '1 patient has a negative time in os (row 8: “-1”). Check that the end is not before the start.',
    );
    expect(sentence(8, 61)).toContain(
      '2 patients have a negative time in os (rows 8 and 61, the first “-1”)',
    );
    expect(sentence(1, 2, 3)).toContain('(rows 1, 2 and 3, ');
  });

  it('cuts a long list', () => {
    const twenty = Array.from({ length: 20 }, (_, at) => at + 1);
    expect(sentence(...twenty)).toContain('(rows 1, 2, 3, 4, 5 and 15 more, ');
  });
});

describe('problems', () => {
  it('says what is not a number, where, and what to do', () => {
    const given = problem('notANumber', {
      column: 'os_months',
      rows: new Int32Array([14, 37, 52]),
      detail: "'n/a', '12,,4', 'lost'",
    });
    expect(spaced(problemText(given))).toBe(
      "os_months has 3 values that are not numbers (rows 14, 37 and 52: 'n/a', '12,,4', 'lost'). Correct them, or count them as missing.",
    );
  });

  it('says why a table holds no information, and whose curves do not', () => {
    const of = (detail: string) => problemText(problem('notEstimable', { column: 'arm', detail }));
    expect(of('kappa')).toContain('One of the ratings puts all patients into one category.');
    expect(of('logRank')).toContain('The groups of arm cannot be compared.');
  });

  it('names both formats of a newer analysis file', () => {
    expect(problemText(problem('versionTooNew', { detail: '2 > 1' }))).toBe(
      'The analysis file has format 2, and this version of Riskset reads up to format 1. Open it with a newer version.',
    );
  });
});

describe('warnings', () => {
  it('rounds a p value as the page does', () => {
    const given = warning('nonProportionalHazards', { column: 'arm', detail: '0.0196543' });
    expect(spaced(warningText(given))).toBe(
      'One hazard ratio does not describe arm well (p = 0.020). The ratio changes over time.',
    );
  });

  it('speaks of the cohort where there are no groups', () => {
    expect(spaced(warningText(warning('notReached', { detail: 'all' })))).toMatch(
      /^Median not reached in the cohort\./,
    );
    expect(spaced(warningText(warning('beyondFollowUp', { detail: 'A: b: 24, 36' })))).toBe(
      'Follow-up in “A: b” ends before 24 and 36. No rate is given there.',
    );
  });

  it('names the groups whose curves cross, and when', () => {
    const crossing = warning('curvesCross', { levels: ['A: b | C', 'D, E'], detail: '7.5, 20' });
    expect(spaced(warningText(crossing))).toMatch(
      /^The curves of “A: b | C” and “D, E” cross at about 7.5 and 20\./,
    );
    expect(spaced(warningText(warning('meanBeyondFollowUp', { detail: 'A: 36' })))).toMatch(
      /^Follow-up in “A” ends before 36,/,
    );
  });

  it('names values that count as no event, or how many there are', () => {
    const censored = (parts: Partial<Warning>) =>
      warningText(warning('eventValuesCensored', { column: 'status', ...parts }));
    expect(censored({ levels: ['alive, well', 'lost'] })).toMatch(
      /^“alive, well” and “lost” in status all count as no event\./,
    );
    expect(censored({ detail: '57' })).toMatch(/^57 different values in status all count/);
  });

  it('names the events that missed visits take, and how long that may be', () => {
    const missed = (rows: number[]) =>
      spaced(
        warningText(
          warning('eventAfterMissedVisits', {
            column: 'pd',
            rows: Int32Array.from(rows),
            detail: '98',
          }),
        ),
      );
    expect(missed([3, 7])).toMatch(
      /^2 events more than 98 days after the last assessment are not counted \(rows 3 and 7\)\./,
    );
    expect(missed([3])).toMatch(/is not counted \(row 3\)\. The patient is censored/);
  });

  it('says of each test that is lacking which one it is', () => {
    const lacking = (detail: string, levels: string[] = []) =>
      warningText(warning('notTested', { column: 'msi', detail, levels }));
    expect(lacking('interaction')).toMatch(/^No interaction test for msi\./);
    expect(lacking('concordance')).toMatch(/^No concordance\./);
    expect(lacking('trend')).toMatch(/^No test for trend over msi\./);
    expect(lacking('pair', ['low', 'high'])).toMatch(/^No test of “low” and “high”\./);
    expect(lacking('rho 0, gamma 1')).toMatch(/^The test with rho 0, gamma 1 is left out\./);
    expect(lacking('fisher')).toMatch(/^The exact test is left out\./);
    expect(lacking('exact')).toMatch(/^The exact test of the common odds ratio is left out\./);
    expect(lacking('unconditional')).toMatch(/^Barnard’s and Boschloo’s tests are left out\./);
    expect(lacking('proportionalHazards')).toMatch(/^The proportional hazards assumption/);
  });

  it('names a level behind its column, and agrees with one patient', () => {
    expect(warningText(warning('monotoneLikelihood', { column: 'arm', detail: 'arm: B' }))).toMatch(
      /^The hazard ratio of arm “B” is not estimable\./,
    );
    expect(warningText(warning('notEstimable', { column: '', detail: 'overall' }))).toMatch(
      /^No hazard ratio for all patients\./,
    );
    const one = warning('responseMissing', { rows: new Int32Array([4]) });
    expect(spaced(warningText(one))).toContain('This patient counts as not evaluable');
  });
});
