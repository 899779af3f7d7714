// From a pasted text to the engine's verdicts: what is flagged, and that nothing else is.
import { describe, expect, it } from 'vitest';

import type { ClaimCheck, ClaimVerdict } from '../../../build/wasm/riskset.js';
import { findClaims } from '../../../web/claims/finder/find.ts';
import { nameOf } from '../../../web/claims/printed.ts';
import { claimAnalysis, gapOf } from '../../../web/data/paper/analyses.ts';
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
});

// Reck et al. 2016, doi 10.1056/NEJMoa1606774: 150 of 151 patients were treated.
describe('a size that stands elsewhere in the text', () => {
  const text =
    'A total of 305 patients were assigned: 154 patients to pembrolizumab and 151 to chemotherapy. Adverse events of grade 3, 4, or 5 were less frequent in the pembrolizumab group (26.6% vs. 53.3%; P<0.001).';

  it('is assumed, and one that is printed beside the percentage is not', () => {
    const assumed = (of: string) => findClaims(of).map(({ claim }) => claim.nAssumed ?? false);
    expect(assumed(text)).toEqual([true, true, true]);
    expect(assumed('The rate was 53.3% of 151 patients and 26.6% (41/154).')).toEqual([
      false,
      false,
    ]);
  });

  it('leaves a percentage of those evaluable open', () => {
    expect(verdicts(text)).toEqual([
      ['26.6% of 154', 'consistent'],
      ['53.3% of 151', 'cannotCheck'],
      ['26.6% of 154 vs 53.3% of 151, p < 0.001', 'otherTabulation'],
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
