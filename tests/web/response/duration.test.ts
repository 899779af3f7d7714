// Time to response and duration of response, by the real engine.
import { describe, expect, test } from 'vitest';

import { plain } from '../../../web/base/rich-text.ts';
import { benefitEndpoint } from '../../../web/data/analyses/rates.ts';
import { roleOf } from '../../../web/data/roles.ts';
import { durationGroups, medians } from '../../../web/response/duration-answers.ts';
import { durationTable } from '../../../web/response/duration-table.ts';
import { open } from '../data/support.ts';
import { answersTo, fileText } from '../support/engine.ts';

function durations(text: string) {
  const { cohort, setup } = open(text);
  return {
    ...durationGroups(answersTo(cohort, setup)),
    endpoint: benefitEndpoint(setup)!,
    ticks: [0],
    coverage: '95%',
  };
}

function cells(own: ReturnType<typeof durations>) {
  return durationTable(own, [6, 12]).rows.map(({ head, cells: row }) => [
    plain(head).replaceAll('\u00a0', ' '),
    ...row.map(
      (one) => plain(one!.text) + (one!.interval === undefined ? '' : ` ${one!.interval}`),
    ),
  ]);
}

describe('duration of response', () => {
  test('has one column for each arm, and the responders whose times are known', () => {
    const own = durations(fileText('tests/reference/data/response_times.csv'));
    expect(own.groups.map(({ label, patients }) => [label, patients])).toEqual([
      ['Immunotherapy rechallenge', 49],
      ['Chemotherapy', 34],
    ]);
    expect(cells(own)).toEqual([
      ['Responders with known times', '14 (28.6%)', '2 (5.9%)'],
      ['Time to first response'],
      ['Median (range)', '2.3 (0.7–4.2)', '1.2 (1.0–1.3)'],
      ['Duration of response (95% CI)'],
      ['Progressed or died', '13 (92.9%)', '2 (100.0%)'],
      ['Median', '3.1 (2.5–5.1)', '3.6 (3.0–NR)'],
      ['Still responding at 6 months', '7.1% (1.1–47.2)', '0.0%'],
      ['Still responding at 12 months', 'after the last follow-up', '0.0%'],
    ]);
    expect(medians(own).replaceAll('\u00a0', ' ')).toBe('3.1 months and 3.6 months');
  });

  test('of an arm without responders says so', () => {
    const own = durations(
      'arm,best_response,response_months,pfs_months,pfs_event\n' +
        'A,PR,1.4,6,1\nA,CR,2.3,8,0\nA,PD,,2,1\nB,PD,,3,1\nB,SD,,7,0\nB,PD,,2,1\n',
    );
    const table = cells(own);
    expect(table[0]).toEqual(['Responders with known times', '0 (0.0%)', '2 (66.7%)']);
    expect(table[2]![1]).toBe('no responder');
    expect(table[5]![1]).toBe('no responder');
  });

  test('counts dates of response from the start of treatment, also beside times of PFS', () => {
    const { cohort, setup } = open(
      'arm,start_date,response_date,best_response,pfs_months,pfs_event\n' +
        'A,2022-01-01,2022-03-03,PR,6.2,1\nA,2022-02-01,2022-03-03,CR,8.4,0\n' +
        'B,2022-03-01,,PD,2.1,1\nB,2022-04-01,2022-05-31,PR,3.3,1\n',
    );
    expect(roleOf(setup, 'response_date')).toBe('firstResponse');
    const { groups } = durationGroups(answersTo(cohort, setup));
    const [b, a] = groups;
    expect(a!.timeToResponse!.longest).toBeCloseTo(61 / 30.4375, 12);
    expect(b!.timeToResponse!.median).toBeCloseTo(60 / 30.4375, 12);
  });
});

describe('the column of first response is found', () => {
  const roleIn = (column: string, values: readonly string[]) => {
    const { setup } = open(
      `arm,best_response,pfs_months,pfs_event,${column}\n${values
        .map(
          (value, at) =>
            `${'AB'[at % 2]},${['PR', 'PD', 'CR'][at % 3]},${at + 3},${at % 2},${value}`,
        )
        .join('\n')}`,
    );
    return roleOf(setup, column);
  };
  const numbers = ['1.2', '', '2.1', '1.9', '', '2.5'];

  test('by a name that says a time or date of response', () => {
    for (const name of ['ttr', 'time_to_response', 'response_months', 'months_to_response'])
      expect(roleIn(name, numbers), name).toBe('firstResponse');
    const days = ['2022-03-01', '', '2022-04-01', '2022-05-01', '', '2022-06-01'];
    for (const name of ['response_date', 'date_first_response', 'best_response_date'])
      expect(roleIn(name, days), name).toBe('firstResponse');
  });

  test('and not by one that says how long it lasted, or that it was before', () => {
    for (const name of [
      'duration_of_response',
      'dor_months',
      'prior_response_months',
      'response_score',
    ])
      expect(roleIn(name, numbers), name).not.toBe('firstResponse');
  });
});
