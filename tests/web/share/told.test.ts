import { expect, test } from 'vitest';

import { isNameBeside } from '../../../web/share/names.ts';
import { isTold } from '../../../web/share/told.ts';

test.each([
  'fell at home with daughter Anna',
  'Rash, seen by her husband',
  'Mrs Smith: rash',
  'discussed with Frau Meier',
  'nausea since 3.4.21',
  'Fever on 2021-03-14',
  'hypotension at 14:30 in the ward',
  'Call 0151 2345678',
  'rash (mail a.smith@example.org)',
  'Pneumonia. Admitted to Elsewhere',
  'first line\nsecond line of it',
  'rash reviewed by Anna Smith',
  'Patientin ist zu Hause gestürzt',
  'vino con su hija Marta',
  '患者于家中跌倒',
  '3月5日出现皮疹',
  '用药后第二周期出现双下肢水肿并逐渐加重至全身',
  'one two three four five six seven eight nine ten eleven',
  'Anna Smith',
  'ANNA SMITH',
  'Smith, John',
  'Smith, J.',
  'J. Smith',
  'J.-P. Martin',
  'declined by Smith',
  'P. Müller, Essen',
  '0171.234.56.78',
  '12 May',
  'May 3rd',
  '3 March surgery',
  'am 3. Mai',
  '3 de mayo',
  'born 12.3.',
  'MRN 48213',
  'Hauptstr. 5',
  '12 Baker Street',
])('%j was written of somebody', (text) => {
  expect(isTold(text)).toBe(true);
});

test('several names of a column are names where as many levels are none', () => {
  const column = ['none', 'ok', 'Oluwaseun Adeyemi', 'Chidi Okafor'];
  expect(column.filter((one) => isNameBeside(one, column))).toEqual(column.slice(2));
  const han = ['无', '糖尿病', '张伟', '王小明'];
  expect(han.filter((one) => isNameBeside(one, han))).toEqual(han.slice(2));
  const places = ['South Bank', 'North Shore', 'none'];
  expect(places.filter((one) => isNameBeside(one, places))).toEqual([]);
});

test('initials are no letters of a list', () => {
  expect(isTold('J. Smith', ['J. Smith', 'P. Müller', 'none'])).toBe(true);
  expect(isTold('A. Primary', ['A. Primary', 'B. Secondary', 'none'])).toBe(false);
});

test.each([
  'Rash',
  'Fall',
  'Fever after infusion',
  'Rash maculo-papular',
  'Drug reaction with eosinophilia and systemic symptoms',
  'Activated partial thromboplastin time prolonged',
  'Palmar-plantar erythrodysesthesia syndrome',
  'Skin and subcutaneous tissue disorders - Other, specify',
  'Syndrome of inappropriate antidiuretic hormone secretion',
  'Pain of Lower Extremity',
  'Stevens-Johnson syndrome',
  'Type 2 diabetes mellitus',
  'Vitamin B12 deficiency',
  'COVID-19 pneumonia',
  'PT prolonged in blood',
  'GGT increased (> 5 x ULN)',
  'Grade 3 immune mediated hepatitis',
  'MUSCULOSKELETAL CHEST PAIN',
  'Schmerzen in der linken Schulter',
  'Erhöhung der Alanin-Aminotransferase',
  'Douleur du sein gauche',
  '丙氨酸氨基转移酶升高',
  '流感样症状',
  '免疫相关性肺炎',
  'インフルエンザ様疾患',
  'T-cell lymphoma recurrent',
  'Hodgkin Lymphoma',
  'M. Hodgkin',
  'Von Willebrand',
  'Child-Pugh A',
  'Gleason 7',
  'Gleason 3+4=7',
  'Ki-67',
  'HER2 positive',
  'ECOG 1',
  'Grade 3',
  'Stage IIIA',
  'E. Coli infection',
  'C. Difficile colitis',
  'R. Breast',
  'N. Facialis',
  'G1.2.',
  'Neutropenia, Febrile',
  'Lung, Left',
  'may 3 lines',
  'OCT 4 positive',
  'dose 1.5',
  '> 100.000',
  'reviewed by Investigator',
  'Atemweg 2',
  'Nivolumab 240 mg',
  'Ann Arbor III',
  'Marie-Strümpell disease',
  '',
])('%j is a term', (text) => {
  expect(isTold(text)).toBe(false);
});
