import { expect, test } from 'vitest';

import { gradeOf, responseCodeOf } from '../../../../web/data/guess/codes.ts';

test.each([
  ['CR', 'CR'],
  ['Complete response', 'CR'],
  ['complete remission (CR)', 'CR'],
  ['partial response', 'PR'],
  ['iSD', 'SD'],
  ['NON-CR/NON-PD', 'SD'],
  ['Progressive disease', 'PD'],
  ['progression', 'PD'],
  ['Not evaluable', 'NE'],
  ['ND', null],
  ['-', null],
  ['3', null],
])('the response %s is %s', (text, code) => {
  expect(responseCodeOf(text)).toBe(code);
});

test.each([
  ['0', 0],
  ['3', 3],
  ['G4', 4],
  ['Grade 2', 2],
  ['grade III', 3],
  ['none', 0],
  ['6', null],
  ['3-4', null],
  ['', null],
])('the grade %j is %s', (text, grade) => {
  expect(gradeOf(text)).toBe(grade);
});
