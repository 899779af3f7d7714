import { expect, test } from 'vitest';

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
])('%j was written of somebody', (text) => {
  expect(isTold(text)).toBe(true);
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
  '',
])('%j is a term', (text) => {
  expect(isTold(text)).toBe(false);
});
