// Writes the bank's cases in the case format (see README.md) to build/cases/.
//
//   node tests/reference/translate.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { claimCase } from './translate/claims.mjs';
import { cohortCase } from './translate/cohort.mjs';
import {
  correlationCase,
  quantilesCase,
  severalGroupsCase,
  shapiroWilkCase,
  standardizedDifferenceCase,
  twoGroupsCase,
} from './translate/comparison.mjs';
import { coxCase, firthCoxCase } from './translate/cox.mjs';
import {
  adjustedPCase,
  eValueCase,
  fragilityCase,
  powerCase,
  sampleSizeCase,
  simonCase,
} from './translate/design.mjs';
import { distributionCase } from './translate/distributions.mjs';
import { firthLogisticCase, logisticCase } from './translate/logistic.mjs';
import { proportionCase, twoProportionsCase } from './translate/proportions.mjs';
import { kaplanMeierCase, logRankCase } from './translate/survival.mjs';
import {
  contingencyCase,
  mantelHaenszelCase,
  mcNemarCase,
  trendCase,
} from './translate/tables.mjs';

const TRANSLATIONS = {
  survfit: kaplanMeierCase,
  logrank: logRankCase,
  cox: coxCase,
  firth: (bankCase) =>
    (bankCase.spec.method === 'logistic_firth' ? firthLogisticCase : firthCoxCase)(bankCase),
  logistic: logisticCase,
  proportion: proportionCase,
  two_proportions: twoProportionsCase,
  rxc_tables: contingencyCase,
  trend: trendCase,
  cmh: mantelHaenszelCase,
  mcnemar: mcNemarCase,
  table1_two_group: twoGroupsCase,
  table1_k_group: severalGroupsCase,
  smd: standardizedDifferenceCase,
  quantiles: quantilesCase,
  shapiro: shapiroWilkCase,
  correlation: correlationCase,
  distributions: distributionCase,
  seed_cohort: cohortCase,
  p_adjust: adjustedPCase,
  sample_size: sampleSizeCase,
  power: powerCase,
  simon: simonCase,
  fragility: fragilityCase,
  e_value: eValueCase,
  claims: claimCase,
};

const bank = new URL('bank/', import.meta.url);
const output = new URL('../../build/cases/', import.meta.url);
mkdirSync(output, { recursive: true });

let count = 0;
const files = [
  'survfit',
  'logrank',
  'cox',
  'firth',
  'logistic',
  'proportions',
  'table1',
  'distributions',
  'seed_cohort',
  'design',
  'claims',
];
for (const file of files) {
  const bankCases = JSON.parse(readFileSync(new URL(`${file}.json`, bank), 'utf8'));
  const cases = bankCases.map((bankCase) => TRANSLATIONS[bankCase.topic ?? file](bankCase));
  writeFileSync(new URL(`${file}.json`, output), `${JSON.stringify(cases)}\n`);
  count += cases.length;
}
console.log(`${count} reference cases in ${fileURLToPath(output)}`);
