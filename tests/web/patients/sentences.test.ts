import { describe, expect, test } from 'vitest';

import type { AnalysisResult, KaplanMeierGroup } from '../../../build/wasm/riskset.js';
import { plain } from '../../../web/base/rich-text.ts';
import { patientsAnswers } from '../../../web/patients/answers.ts';
import { patientsTable } from '../../../web/patients/patients-table.ts';
import { startPeriod } from '../../../web/patients/period.ts';
import { definition, differingFollowUp, lede } from '../../../web/patients/sentences.ts';
import { open, rowsOf } from '../data/support.ts';
import { answer, curve, resultsOf } from '../support/results.ts';

const written = `arm,start_date,months,death\n${rowsOf(
  20,
  (n) => `${n % 4 ? 'Drug' : 'Placebo'},2021-03-${n + 9},${n}.5,${n % 3 ? 1 : 0}`,
)}`;

/** A reverse curve: two ended their follow-up without the event, at 3 and at 9 months. */
function followUp(label: string, median: number | null, n = 15): KaplanMeierGroup {
  return curve(
    label,
    [
      [3, 0.8],
      [9, 0.4],
    ],
    { n, events: 2, censored: n - 2, median: { value: median, lower: 2, upper: null } },
  );
}

function answers(...results: AnalysisResult[]) {
  const { cohort, setup } = open(written);
  const endpoints = setup.endpoints.map((one) => ({ ...one, eventLevels: ['1'] }));
  return patientsAnswers(resultsOf(...results), cohort, { ...setup, endpoints });
}

function both(placebo: number | null, drug: number | null, all: number | null) {
  const groups = [followUp('Placebo', placebo, 5), followUp('Drug', drug)];
  return answers(
    answer('followup:OS', 'kaplanMeier', {
      variance: 'greenwood',
      differences: [],
      restrictedMeanContrast: [],
      differenceCurve: null,
      groups,
    }),
    answer('followup-all:OS', 'kaplanMeier', {
      variance: 'greenwood',
      differences: [],
      restrictedMeanContrast: [],
      differenceCurve: null,
      groups: [followUp('all', all, 20)],
    }),
  );
}

const words = (own: ReturnType<typeof answers>) =>
  plain(lede(own, '95%')).replaceAll('\u00a0', ' ');

describe('the sentence about patients', () => {
  test('counts the arms, the reference last, and gives the follow-up of all', () => {
    expect(words(both(8, 9, 9))).toBe(
      '20 patients: 15 with drug and 5 with placebo. ' +
        'Median follow-up was 9.0 months (95% CI 2.0 to not reached).',
    );
  });

  test('explains a follow-up whose median is not reached', () => {
    expect(words(both(null, null, null))).toBe(
      '20 patients: 15 with drug and 5 with placebo. Median follow-up was not reached: follow-up ' +
        'ended without death in only 2 of 20 patients, too few for a median; the longest is 9.0 months.',
    );
  });

  test('stands without any result', () => {
    expect(words(answers())).toBe('20 patients: 15 with drug and 5 with placebo.');
  });

  test('names patients without an arm and does without arms', () => {
    const { cohort, setup } = open(`${written}\n,2021-04-01,3.5,1`);
    expect(plain(lede(patientsAnswers(new Map(), cohort, setup), '95%'))).toContain(
      'and 1 without an arm.',
    );
    const alone = patientsAnswers(new Map(), cohort, { ...setup, arm: null, armLevels: [] });
    expect(plain(lede(alone, '95%')).replaceAll('\u00a0', ' ')).toBe('21 patients.');
  });
});

test('the definition has the start dates and the events', () => {
  const { cohort, setup } = open(written);
  const period = startPeriod(cohort, setup);
  expect(definition(both(8, 9, 9), period).replaceAll('\u00a0', ' ')).toBe(
    'Start dates from 10 Mar 2021 to 29 Mar 2021. Overall survival: 18 deaths.',
  );
});

test('follow-up differs much from one and a half times the shorter median', () => {
  expect(differingFollowUp(both(6, 8.9, 8))).toBeNull();
  expect(differingFollowUp(both(6, null, 8))).toBeNull();
  expect(differingFollowUp(both(6, 9, 8))?.replaceAll('\u00a0', ' ')).toMatch(
    /^The median is 9\.0 months with drug and 6\.0 months with placebo\. /,
  );
});

test('the table has events, censored patients and follow-up of each arm and of all', () => {
  const rows = patientsTable(both(8, null, 9), '95%').rows.map(({ head, cells }) => [
    plain(head),
    ...cells.map((cell) => `${plain(cell?.text ?? [])} ${cell?.interval ?? ''}`.trim()),
  ]);
  expect(rows).toEqual([
    ['Patients, n (%)', '15 (75.0%)', '5 (25.0%)', '20'],
    ['Overall survival, months'],
    ['Analysed, n', '15', '5', '20'],
    ['Died, n (%)', '13 (86.7%)', '3 (60.0%)', '18 (90.0%)'],
    ['Censored, n (%)', '2 (13.3%)', '2 (40.0%)', '2 (10.0%)'],
    ['Censored before 3 months, n', '0', '0', '0'],
    ['Median follow-up', 'Not reached (2.0–NR)', '8.0 (2.0–NR)', '9.0 (2.0–NR)'],
    ['Shortest and longest time', '3.0 to 9.0', '3.0 to 9.0', '3.0 to 9.0'],
  ]);
});
