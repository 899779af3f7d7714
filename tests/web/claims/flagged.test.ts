// From a pasted text to the engine's verdicts: what is flagged, and that nothing else is.
import { describe, expect, it } from 'vitest';

import type { ClaimCheck, ClaimVerdict } from '../../../build/wasm/riskset.js';
import { findClaims } from '../../../web/claims/finder/find.ts';
import { nameOf } from '../../../web/claims/printed.ts';
import { claimAnalysis, gapOf } from '../../../web/data/paper/analyses.ts';
import { modelAbstract } from '../../page/model-abstract.ts';
import { answerToCounts } from '../support/engine.ts';

const flaggedVerdicts: readonly ClaimVerdict[] = [
  'lastDigit',
  'inconsistent',
  'decisionError',
  'impossible',
];

function verdicts(text: string): [name: string, verdict: ClaimVerdict | 'open' | 'refused'][] {
  return findClaims(text).map(({ claim }) => {
    const name = nameOf(claim).replaceAll('\u00a0', ' ');
    if (gapOf(claim) !== null) return [name, 'open'];
    const answer = answerToCounts(claimAnalysis({ id: 'claim', claim }));
    return [name, answer.ok ? (answer.value as ClaimCheck).verdict : 'refused'];
  });
}

const flagged = (text: string) =>
  verdicts(text).flatMap(([name, verdict]) =>
    flaggedVerdicts.some((one) => one === verdict) ? [name] : [],
  );

// Li et al. 2025, doi 10.3389/fimmu.2025.1697712.
const model = (medians: string) =>
  `We retrospectively analyzed 83 AGC patients who progressed after first-line treatment with ICI combined chemotherapy. Among them, 49 patients received immunotherapy rechallenge and 34 patients received chemotherapy as second-line therapy. Immunotherapy rechallenge demonstrated superior outcomes compared with chemotherapy, with higher ORR (30.6% vs. 6.0%) and DCR (83.7% vs. 38.3%). ${medians} The incidence of grade ≥3 TRAEs was 26.5% in the rechallenge group and 35.3% in the chemotherapy group (p = 0.049).`;

describe('the model abstract', () => {
  it.each([
    'Median PFS and median OS were longer (5.8 vs. 2.9 months and 12.4 vs. 6.8 months, respectively; P < 0.01).',
    'Median PFS (5.8 vs. 2.9 months) and median OS (12.4 vs. 6.8 months) were longer (both P<0.01).',
    'Median PFS was 5.8 months in the rechallenge group and 2.9 months in the chemotherapy group, and median OS was 12.4 months and 6.8 months, respectively (P < 0.01).',
  ])('has three results that do not follow: %s', (medians) => {
    const text = model(medians);
    expect(flagged(text)).toEqual([
      '6.0% of 34',
      '38.3% of 34',
      '26.5% of 49 vs 35.3% of 34, p = 0.049',
    ]);
    const open = verdicts(text).filter(([, verdict]) => verdict === 'cannotCheck');
    expect(open).toHaveLength(2);
    expect(open.every(([name]) => name.startsWith('median '))).toBe(true);
    expect(verdicts(text)).toHaveLength(9);
  });

  const methods = (said: string) =>
    modelAbstract.replace(' Immunotherapy', ` ${said} Immunotherapy`);
  const faults = ['6.0% of 34', '38.3% of 34', '26.5% of 49 vs 35.3% of 34, p = 0.049'];

  it.each([
    'Patients with missing HER2 status were excluded.',
    'No patients were excluded because of missing data.',
    'PD-L1 data were available for 61 patients.',
    'The analysis was restricted to second-line treatment.',
    'The Cox model was a complete case analysis.',
    'Survival data were available in 82 patients.',
    'Patients with missing response assessments were excluded.',
    'Response data were available for all 83 patients.',
  ])('has them also where it says: %s', (said) => {
    expect(flagged(methods(said))).toEqual(faults);
    expect(flagged(modelAbstract.replace(' Median PFS', ` ${said} Median PFS`))).toEqual(faults);
    expect(flagged(`${said} ${modelAbstract}`)).toEqual(faults);
  });

  it.each([
    'Response data were available for 61 of 83 patients.',
    'Among patients with complete response data (n = 31 and n = 40), outcomes were compared.',
  ])('has none in its response where only some had one: %s', (said) => {
    const text = methods(said);
    expect(flagged(text)).toEqual(faults.slice(2));
    const open = verdicts(text).filter(([, verdict]) => verdict === 'open');
    expect(open.map(([name]) => name).filter((name) => name.includes('%'))).toEqual([
      '30.6%',
      '6.0%',
      '83.7%',
      '38.3%',
    ]);
  });
});

describe('a response of all patients is flagged', () => {
  it.each([
    [
      'Patients received cetuximab (n = 40) or panitumumab (n = 37). Complete follow-up data were available for all 77 patients. The response rate was 41.0% with cetuximab and 22.3% with panitumumab.',
      ['22.3% of 37'],
    ],
    [
      'Patients received cetuximab (n = 60) or placebo (n = 60). Patients with unknown KRAS status were excluded. The response rate was 41.0% with cetuximab and 22.3% with placebo.',
      ['41.0% of 60', '22.3% of 60'],
    ],
  ])('%s', (text, expected) => {
    expect(flagged(text)).toEqual(expected);
  });
});

describe('a response of those with complete data is not flagged', () => {
  it.each([
    'Among patients with complete response data (n = 31 and n = 30), the',
    'Among patients with complete response data (n = 61), the',
    'Among patients evaluable for response (n = 31 and n = 30), the',
    'Patients with complete response data (n = 31 and n = 30) were assessed. The',
    'In total, 61 patients were evaluable for response. The',
  ])('%s', (said) => {
    const text = `Patients received cetuximab (n = 40) or panitumumab (n = 37). ${said} response rate was 41.0% with cetuximab and 22.3% with panitumumab.`;
    expect(verdicts(text)).toEqual([
      ['41.0%', 'open'],
      ['22.3%', 'open'],
    ]);
  });
});

describe('nothing is flagged in', () => {
  it.each([
    [
      'a trial of two arms',
      'A total of 305 patients were assigned: 154 patients to pembrolizumab and 151 to chemotherapy. Median progression-free survival was 10.3 months (95% CI, 6.7 to not reached) in the pembrolizumab group versus 6.0 months (95% CI, 4.2 to 6.2) in the chemotherapy group (hazard ratio for disease progression or death, 0.50; 95% CI, 0.37 to 0.68; P<0.001). The estimated rate of overall survival at 6 months was 80.2% in the pembrolizumab group versus 72.4% in the chemotherapy group (hazard ratio for death, 0.60; 95% CI, 0.41 to 0.89; P=0.005). The response rate was higher in the pembrolizumab group (44.8% vs. 27.8%), and adverse events were less frequent (occurring in 73.4% vs. 90.0% of patients), as were those of grade 3, 4, or 5 (26.6% vs. 53.3%).',
    ],
    [
      'a trial with another set for safety',
      'We randomly assigned 493 patients to receive nivolumab (n=330) or placebo (n=163). Median overall survival was 5·26 months (95% CI 4·60–6·37) in the nivolumab group and 4·14 months (3·42–4·86) in the placebo group (hazard ratio 0·63, 95% CI 0·51–0·78; p<0·0001). 12-month overall survival rates were 26·2% (95% CI 20·7–32·0) with nivolumab and 10·9% (6·2–17·0) with placebo. Grade 3 or 4 adverse events occurred in 34 (10%) of 330 patients who received nivolumab and seven (4%) of 161 patients who received placebo.',
    ],
    [
      'a cohort of one arm with subgroups',
      'A total of 60 patients were collected. The objective response rate (ORR) was 16.7%, and the disease control rate (DCR) was 55.0%. The median PFS of positive PD-L1 expression was 3.4 months, ORR was 22.7%, and DCR was 63.6%. Multivariate analysis (HR=2.327, 95% CI, 1.066-5.082, P=0.034). The incidence of grade 3-4 events was 35.0%.',
    ],
    [
      'a table',
      'Characteristic\tTraining (n = 44)\tTest (n = 86)\tP\nMale\t28 (64)\t48 (56)\t0.39\nFemale\t16 (36)\t38 (44)\nAge, median (range)\t62 (35)\t63 (40)\t0.70',
    ],
  ] as const)('%s', (_, text) => {
    expect(flagged(text)).toEqual([]);
    expect(verdicts(text).filter(([, verdict]) => verdict === 'refused')).toEqual([]);
  });
});

describe('honest sentences of journals are not flagged', () => {
  const arms =
    'Patients received immunotherapy rechallenge (n = 49) or chemotherapy (n = 34) as second-line therapy. ';

  it.each([
    'Lenvatinib was noninferior to sorafenib for overall survival (hazard ratio, 0.92; 95% CI, 0.79 to 1.06; P=0.002 for noninferiority).',
    'Overall survival was similar (HR 0·97 [95% CI 0·84–1·11]; pnon-inferiority=0·0061).',
    'The benefit was consistent across subgroups (HR 0.70; 95% CI 0.50–0.98; P = 0.40 for interaction).',
    'There was no treatment-by-sex interaction (hazard ratio, 0.70; 95% CI, 0.50 to 0.98; interaction P = .40).',
    'Pooled overall survival favored rechallenge (HR 0.80, 95% CI 0.60–1.06; heterogeneity: I2 = 0%, P = 0.80).',
    'Overall survival was longer (HR 0.70, 95% CI 0.50–0.98; Holm-adjusted P = 0.09).',
    'The trend across quartiles was significant (OR 1.30, 95% CI 0.90–1.88; P-trend = 0.01).',
    'The percentage of patients alive at 12 months was 71.2% in the rechallenge group and 55.5% in the chemotherapy group (P=0.03).',
    'Kaplan-Meier estimates of progression-free survival at 6 months were 41.3% (95% CI, 28.1 to 54.2) with rechallenge and 26.1% (95% CI, 13.2 to 42.3) with chemotherapy (P=0.03).',
    'At 12 months, 24.0% vs 8.1% of patients were progression free (P = 0.04).',
    'The 12-month rate of freedom from progression was 24.0% with rechallenge and 8.1% with chemotherapy (P = .04).',
    'Two-year survival was 24.0% in the rechallenge group and 8.1% in the chemotherapy group (P=0.04).',
    'In patients with liver metastases, ORR was 25.0% with rechallenge and 7.7% with chemotherapy (p = 0.20).',
    'Among PD-L1-positive patients, the ORR was 42.9% in the rechallenge group and 7.7% in the chemotherapy group (P=0.04).',
    'After propensity score matching, ORR was 33.3% with rechallenge and 6.7% with chemotherapy (p = 0.01).',
    'In patients 65 years of age or older, the ORR was 33.3% with rechallenge and 6.7% with chemotherapy (P=0.07).',
    'The ORR was 33.3% with rechallenge and 6.7% with chemotherapy in the subgroup without prior surgery (P = 0.07).',
    'Of the patients with measurable disease, 33.3% in the rechallenge group and 6.7% in the chemotherapy group had a response.',
    'For patients with ECOG PS 0, ORR was 33.3% (95% CI 17.3–52.8) with rechallenge vs 6.7% (0.8–22.1) with chemotherapy.',
    'Relative dose intensity was 91.3% with rechallenge and 88.2% with chemotherapy.',
    'In the microsatellite-instability–high population, the ORR was 33.3% with rechallenge and 6.7% with chemotherapy (P=0.07).',
    'In the intention-to-treat subset with CPS 10 or higher, ORR was 33.3% versus 6.7% (P=0.07).',
    'The median change in tumor size was 33.3% with rechallenge and 6.7% with chemotherapy (P=0.07).',
    'Disease-free survival at 3 years was 33.3% versus 6.7% (stratified P=0.04).',
    'The 1-year and 2-year OS rates were 71.2% and 40.1% with rechallenge and 55.5% and 20.3% with chemotherapy (P=0.03).',
    'The hazard ratio for death was 0.70 (95% CI, 0.50 to 0.98; P=0.30 for the proportional-hazards assumption).',
  ])('%s', (text) => {
    expect(flagged(arms + text)).toEqual([]);
    expect(verdicts(arms + text).filter(([, verdict]) => verdict === 'refused')).toEqual([]);
  });
});
