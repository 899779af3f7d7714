import { expect, test } from 'vitest';

import { looksMisspelt } from '../../../../web/data/guess/misspelt.ts';

test.each([
  ['chemotherpy', 'chemotherapy'],
  ['Chemotheraphy', 'Chemotherapy'],
  ['chemotherayp', 'chemotherapy'],
  ['Immuntherapie', 'Immunotherapie'],
  ['chemo', 'Chemotherapy'],
  ['Immuno', 'Immunotherapy'],
  ['adeno', 'Adenocarcinoma'],
  ['nivolumb + ipilimumab', 'Nivolumab + Ipilimumab'],
  ['Pembrolizumb 200mg', 'Pembrolizumab 200 mg'],
  ['плацeбо', 'плацебо'],
  ['Placebo.', 'Placeboo'],
])('%s is probably %s', (name, other) => {
  expect(looksMisspelt(name, other)).toBe(true);
});

test.each([
  ['arm A', 'arm B'],
  ['Arm 1', 'Arm 2'],
  ['PD-1', 'PD-L1'],
  ['anti-PD-1', 'anti-PD-L1'],
  ['PD-1 + chemotherapy', 'PD-L1 + chemotherapy'],
  ['HER2+', 'HER2-'],
  ['stage II', 'stage III'],
  ['FOLFOX', 'FOLFIRI'],
  ['XELOX', 'SOX'],
  ['afatinib', 'apatinib'],
  ['cisplatin', 'carboplatin'],
  ['hypertension', 'hypotension'],
  ['hyperthyroidism', 'hypothyroidism'],
  ['resectable', 'unresectable'],
  ['symptomatic', 'asymptomatic'],
  ['complete', 'incomplete'],
  ['unilateral', 'bilateral'],
  ['male', 'female'],
  ['Immunotherapy', 'Immunotherapy rechallenge'],
  ['with', 'without'],
  ['dose 5 mg', 'dose 15 mg'],
  ['EGFR突变阳性', 'EGFR突变阴性'],
  ['顺铂联合化疗组', '顺铂联合放疗组'],
  ['Nivolumab 3 mg/kg', 'Nivolumab 1 mg/kg'],
])('%s is something else than %s', (name, other) => {
  expect(looksMisspelt(name, other)).toBe(false);
  expect(looksMisspelt(other, name)).toBe(false);
});

test('a name is no other spelling of itself', () => {
  expect(looksMisspelt('Chemotherapy', 'chemotherapy')).toBe(false);
});
