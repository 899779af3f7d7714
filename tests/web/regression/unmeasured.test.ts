import { expect, test } from 'vitest';

import { unmeasuredQuestion } from '../../../web/regression/unmeasured.ts';
import { modelAnswers } from '../../../web/regression/answers.ts';
import { fromLink } from '../../../web/start/calculators/link.ts';
import { answer, overallSurvival, resultsOf } from '../support/results.ts';

const effect = (hr: number | null, lower: number | null, upper: number | null) => ({
  reference: false,
  hr,
  lower,
  upper,
  p: 0.01,
  aliased: false,
  diverging: false,
});
const row = (level: string, reference: boolean, univariable = effect(0.5, 0.3, 0.8)) => ({
  name: 'arm',
  level,
  reference,
  n: 40,
  events: 30,
  univariable,
  multivariable: reference ? null : effect(0.4187, 0.247, 0.709),
});
const answersOf = (rows: ReturnType<typeof row>[]) =>
  modelAnswers(
    resultsOf(
      answer('table:OS', 'coxTable', { rows } as unknown as Parameters<
        typeof answer<'coxTable'>
      >[2]),
    ),
    overallSurvival,
  );

test('the hazard ratio of two arms opens the calculator of E-values', () => {
  const asked = unmeasuredQuestion(answersOf([row('A', true), row('B', false)]), 'arm');
  expect(asked?.ratio).toBe('0.42 (0.25–0.71)');
  const empty = { measure: '', estimate: '', lower: '', upper: '' };
  expect(fromLink(asked?.link ?? '', 'e-value', empty)?.typed).toEqual({
    measure: 'HR',
    estimate: '0.42',
    lower: '0.25',
    upper: '0.71',
  });
});

test('no question is asked of three arms, or of a ratio that does not exist', () => {
  const three = [row('A', true), row('B', false), row('C', false)];
  expect(unmeasuredQuestion(answersOf(three), 'arm')).toBeNull();
  const none = { ...row('B', false), multivariable: effect(null, null, null) };
  expect(unmeasuredQuestion(answersOf([row('A', true), none]), 'arm')).toBeNull();
  expect(unmeasuredQuestion(answersOf([row('A', true), row('B', false)]), null)).toBeNull();
});
