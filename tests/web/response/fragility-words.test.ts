import { expect, test } from 'vitest';

import { plain } from '../../../web/base/rich-text.ts';
import {
  fragilities,
  fragilitySentence,
  fragilitySetting,
} from '../../../web/response/fragility-words.ts';
import { answer, resultsOf } from '../support/results.ts';

// The bank's fi_seed_orr; and a difference that was not significant.
const orr = {
  a: 'Rechallenge',
  b: 'Chemotherapy',
  changed: 'Chemotherapy',
  p: 0.00603,
  index: 2,
  quotient: 2 / 83,
  path: new Float64Array([0.00603, 0.0285, 0.0627]),
};
const dcr = {
  ...orr,
  changed: null,
  p: 0.4,
  index: null,
  quotient: null,
  path: new Float64Array(1),
};

test('the patients that a difference hangs on are said, or why there is no number', () => {
  const all = fragilities(
    resultsOf(
      answer('response:fragility:orr', 'fragility', orr),
      answer('response:fragility:dcr', 'fragility', dcr),
    ),
  );
  expect(fragilitySetting(all)).toMatch(/ 2 · .* none$/);
  const said = all.map((one) => plain(fragilitySentence(one)).replaceAll('\u00a0', ' '));
  expect(said[0]).toContain(
    'if 2 patients more with chemotherapy had had it, p of Fisher’s exact test would not be 0.006 but 0.063. That is 2.4% of all patients.',
  );
  expect(said[1]).toContain('there is no index, as p = 0.40 is not below 0.05');
  expect(fragilities(resultsOf())).toEqual([]);
});
