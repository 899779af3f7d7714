import { expect, test } from 'vitest';

import { shortNames } from '../../../web/panels/short-names.ts';

test.each([
  ['Immunotherapy rechallenge', 'Chemotherapy', ['Immuno.', 'Chemo.']],
  ['Chemotherapy plus nivolumab', 'Chemotherapy', ['nivolumab', 'Chemo.']],
  ['Chemo + Immuntherapie', 'Chemotherapie', ['Immunt.', 'Chemo.']],
  ['Pembrolizumab', 'Docetaxel', ['Pembro.', 'Docetaxel']],
  ['Arm A', 'Arm B', ['Arm A', 'Arm B']],
  ['免疫再挑战', '化疗', ['免疫再挑战', '化疗']],
  ['Radiochemotherapy early', 'Radiochemotherapy late', ['early', 'late']],
  ['Nivolumab-A', 'Nivolumab-B', ['Nivolumab-A', 'Nivolumab-B']],
])('%s against %s', (a, b, short) => {
  expect(shortNames(a, b)).toEqual(short);
});
