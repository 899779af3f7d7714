import { expect, test } from 'vitest';

import { dataSentence, openQuestions, settledBy } from '../../../../web/data/section/questions.ts';
import { open, rowsOf } from '../support.ts';

const twoEndpoints = (event: (n: number) => string) =>
  open(
    `arm,os_months,os_event,pfs_months,pfs_event\n${rowsOf(
      12,
      (n) => `${n % 2 ? 'A' : 'B'},${n}.5,${n % 2},${n}.5,${event(n)}`,
    )}`,
  );

test('one answer settles endpoints that are coded alike, unless it is another than the guess', () => {
  const { cohort, setup } = twoEndpoints((n) => String(n % 2));
  const questions = openQuestions(cohort, setup);
  expect(questions).toHaveLength(1);
  const names = (levels: string[]) => settledBy(questions[0]!, levels).map(({ name }) => name);
  expect(names(['1'])).toEqual(['OS', 'PFS']);
  expect(names(['0'])).toEqual(['OS']);
});

test('endpoints that are coded differently are asked about one by one', () => {
  const { cohort, setup } = twoEndpoints((n) => ['PD', 'death', 'none'][n % 3]!);
  expect(openQuestions(cohort, setup).map(({ endpoint }) => endpoint.name)).toEqual(['OS', 'PFS']);
});

test('no question is open once both are answered', () => {
  const { cohort, setup } = twoEndpoints((n) => String(n % 2));
  const endpoints = setup.endpoints.map((endpoint) => ({ ...endpoint, confirmed: true }));
  expect(openQuestions(cohort, { ...setup, endpoints })).toEqual([]);
});

test('the first sentence says what there is and what is wanted', () => {
  const { cohort, setup } = twoEndpoints((n) => String(n % 2));
  expect(dataSentence(cohort, setup)).toBe(
    '12 patients, 5 columns, no value missing. Two endpoints and two arms were recognised. One answer is needed from you.',
  );
  const bare = open('a,b\n1,\n2,3');
  expect(dataSentence(bare.cohort, bare.setup)).toBe(
    '2 patients, 2 columns, 1 value missing. No endpoint and no arm were recognised: choose them below.',
  );
});
