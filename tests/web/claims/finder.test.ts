import { describe, expect, it } from 'vitest';

import { findClaims } from '../../../web/claims/finder/find.ts';
import type { Claim, PrintedArm } from '../../../web/data/paper/claim.ts';

/** "30.6% of 49", "15 of 49 30.6%", "HR 0.43 [0.26, 0.72] p 0.001": what was read, on one line. */
function line({ kind, arms, measure, value, lower, upper, unit, ...rest }: Claim): string {
  const { p, test, statistic, df } = rest;
  const limits = lower === undefined && upper === undefined ? '' : `[${lower}, ${upper ?? 'open'}]`;
  const parts = [
    kind === 'twoMedians' || kind === 'medianWithInterval' ? 'median' : '',
    measure,
    arms === undefined ? share(rest) : arms.map(share).join(' vs '),
    statistic === undefined
      ? ''
      : `${test ?? 'chi2'} ${statistic}${df === undefined ? '' : ` df ${df}`}`,
    value,
    limits,
    unit,
    p === undefined ? '' : `p ${p}`,
    kind === 'twoArmCounts' && test !== undefined ? `by ${test}` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

function share({ count, n, percent, value }: PrintedArm): string {
  const shown = percent === undefined ? '' : `${String(percent)}%`;
  const of = n === undefined ? '' : ` of ${n}`;
  const counted = count === undefined ? '' : Array.isArray(count) ? count.join('+') : count;
  if (value !== undefined) return `${value}${of}`;
  if (counted === '') return shown === '' ? '' : `${shown}${of}`;
  return `${counted}${of}${shown === '' ? '' : ` ${shown}`}`;
}

const lines = (text: string) => findClaims(text).map(({ claim }) => line(claim));

// Li et al. 2025, doi 10.3389/fimmu.2025.1697712: the sentences of the abstract with its figures.
const model = `Methods: We retrospectively analyzed 83 AGC patients who progressed after first-line treatment with ICI combined chemotherapy between December 2021 and March 2025. Among them, 49 patients received immunotherapy rechallenge and 34 patients received chemotherapy as second-line therapy. Efficacy was assessed according to the RECIST v1.1 criteria, including Objective Response Rate (ORR), Disease Control Rate (DCR), Progression-Free Survival (PFS), Overall Survival (OS), and treatment-related adverse events (TRAEs) of grade 3 or higher. Results: Immunotherapy rechallenge demonstrated superior outcomes compared with chemotherapy, with higher ORR (30.6% vs. 6.0%) and DCR (83.7% vs. 38.3%). MEDIANS Subgroup analysis showed a benefit in patients with PD-L1 CPS ≥1. The incidence of grade ≥3 TRAEs was 26.5% in the rechallenge group and 35.3% in the chemotherapy group (p = 0.049).`;

describe('the model abstract', () => {
  it.each([
    'Median PFS and median OS were significantly longer (5.8 vs. 2.9 months and 12.4 vs. 6.8 months, respectively; P < 0.01).',
    'Median PFS (5.8 vs. 2.9 months) and median OS (12.4 vs. 6.8 months) were also longer (both P<0.01).',
    'Median PFS and median OS were 5.8 months vs. 2.9 months and 12.4 months vs. 6.8 months (P<0.01).',
    'Median PFS was 5.8 months in the rechallenge group and 2.9 months in the chemotherapy group, and median OS was 12.4 months and 6.8 months, respectively (P < 0.01).',
  ])('%s', (medians) => {
    const found = lines(model.replace('MEDIANS', medians)).map((one) => one.replace(' months', ''));
    expect(found.filter((one) => !one.startsWith('median'))).toEqual([
      '30.6% of 49',
      '6.0% of 34',
      '83.7% of 49',
      '38.3% of 34',
      '26.5% of 49',
      '35.3% of 34',
      '26.5% of 49 vs 35.3% of 34 p 0.049',
    ]);
    const pairs = found.filter((one) => one.startsWith('median'));
    expect(pairs).toHaveLength(2);
    expect(pairs[0]).toMatch(/^median 5\.8 of 49 vs 2\.9 of 34/);
    expect(pairs[1]).toBe('median 12.4 of 49 vs 6.8 of 34 p <0.01');
  });
});

const arms = 'Immunotherapy (n = 49) was compared with chemotherapy (n = 34). ';

describe('percentages and counts', () => {
  it.each<[string, string[]]>([
    ['15/49 vs 2/34, p = 0.007', ['15 of 49 vs 2 of 34 p 0.007']],
    ['6.0% of 34', ['6.0% of 34']],
    ['17 of 49 patients (34.7%) had a response.', ['17 of 49 34.7%']],
    ['17 of the 49 patients (34.7%) had a response.', ['17 of 49 34.7%']],
    ['A response was seen in 17 out of 49 (34.7%).', ['17 of 49 34.7%']],
    ['ORR was 34.7% (17/49).', ['17 of 49 34.7%']],
    ['ORR was 34.7% [17 of 49].', ['17 of 49 34.7%']],
    ['Objective response: 15 (30·6%) of 49 patients', ['15 of 49 30·6%']],
    ['21 [64%] of 33 patients', ['21 of 33 64%']],
    ['ORR 23.9% (11/46; 95% CI 12.6–38.8)', ['11 of 46 23.9% [12.6, 38.8]']],
    ['ORR 15/49 (30.6%; 95% CI, 18.3% to 45.4%)', ['15 of 49 30.6% [18.3, 45.4]']],
    ['15 of 49 (30.6% [95% CI, 18.3-45.4])', ['15 of 49 30.6% [18.3, 45.4]']],
    [
      'We enrolled 46 patients. The ORR was 23.9% (95%CI: 12.6%~38.8%).',
      ['23.9% of 46 [12.6, 38.8]'],
    ],
    [
      'We enrolled 46 patients. The ORR was 23,9 %, the DCR 80,4 %.',
      ['23,9% of 46', '80,4% of 46'],
    ],
    ['1,196 patients were screened; 243 of 1,196 (20.3%) were eligible.', ['243 of 1,196 20.3%']],
    [
      `${arms}The ORR was 30.6% in the immunotherapy group and 5.9% in the chemotherapy group.`,
      ['30.6% of 49', '5.9% of 34'],
    ],
    [
      `${arms}Compared with chemotherapy, immunotherapy lowered the rate of nausea (5.9% vs. 30.6%).`,
      ['5.9% of 49', '30.6% of 34'],
    ],
    [
      `${arms}Nausea occurred in 15 patients (30.6%) in the immunotherapy group and in 2 (5.9%) in the chemotherapy group (P=0.006).`,
      ['15 of 49 30.6%', '2 of 34 5.9%', '15 of 49 30.6% vs 2 of 34 5.9% p 0.006'],
    ],
    [
      'In total 154 patients were assigned to pembrolizumab and 151 to chemotherapy. Grade 3 events were less frequent (26.6% v 53.3%).',
      ['26.6% of 154', '53.3% of 151'],
    ],
    [
      'Patients were randomly assigned to the combination group (80 patients) or the control group (79 patients). ORRs were 72.5% and 70.9%, respectively (P=0.82).',
      ['72.5% of 80', '70.9% of 79', '72.5% of 80 vs 70.9% of 79 p 0.82'],
    ],
    [
      `${arms}ORR and DCR were 30.6% and 83.7% in the immunotherapy group, and 5.9% and 38.2% in the chemotherapy group.`,
      ['30.6% of 49', '83.7% of 49', '5.9% of 34', '38.2% of 34'],
    ],
    [`${arms}The ORR was 30.6 vs 5.9%.`, ['30.6% of 49', '5.9% of 34']],
    [
      '观察组（n＝49）与对照组（n＝34）的客观缓解率分别为30.6%和5.9%（P＝0.006）。',
      ['30.6% of 49', '5.9% of 34', '30.6% of 49 vs 5.9% of 34 p 0.006'],
    ],
  ])('%s', (text, expected) => {
    expect(lines(text).toSorted()).toEqual(expected.toSorted());
  });
});

describe('p values', () => {
  it.each<[string, string]>([
    ['15/49 vs 2/34 (P<0.01)', '<0.01'],
    ['15/49 vs 2/34; p=.007', '.007'],
    ['15/49 vs 2/34, P = 0·0070', '0·0070'],
    ['15/49 vs 2/34, P＝0.007', '0.007'],
    ['15/49 vs 2/34, p-value 0.007', '0.007'],
    ['15/49 vs 2/34, p-value: 0.007', '0.007'],
    ['15/49 vs 2/34, p value of 0.007', '0.007'],
    ['15/49 vs 2/34, p\u2009=\u20090.007', '0.007'],
    ['15/49 vs 2/34, p = 0,007', '0,007'],
    ['15/49 vs 2/34, p = 0.007*', '0.007'],
    ['15/49 vs 2/34, p = 0.007a', '0.007'],
    ['15/49 vs 2/34, P ≤ 0.01', '≤0.01'],
    ['15/49 vs 2/34, P〈0.05', '<0.05'],
    ['15/49 vs 2/34, P=1.2×10−4', '1.2×10−4'],
  ])('%s', (text, p) => {
    const [claim] = findClaims(text).filter((one) => one.claim.kind === 'twoArmCounts');
    expect(claim?.claim.p ?? 'none').toBe(p);
  });

  it('names the test that the sentence names', () => {
    expect(lines("15/49 vs 2/34 (Fisher's exact test, P = 0.006)")).toEqual([
      '15 of 49 vs 2 of 34 p 0.006 by fisher',
    ]);
  });

  it.each([
    `${arms}The effect did not differ by sex (P for interaction = 0.21).`,
    'A two-sided P < 0.05 was considered significant.',
    'P < 0.05',
  ])('belongs to nothing: %s', (text) => {
    expect(lines(text)).toEqual([]);
  });

  it('tells a p that is none', () => {
    expect(lines('The groups did not differ (P = 1.3).')).toEqual(['p 1.3']);
  });
});

describe('ratios', () => {
  it.each<[string, string]>([
    ['HR 0.43 (0.26-0.72), p = 0.001', 'HR 0.43 [0.26, 0.72] p 0.001'],
    ['HR, 0.43; 95% CI, 0.26 to 0.72; P=.001', 'HR 0.43 [0.26, 0.72] p .001'],
    [
      'hazard ratio for disease progression or death, 0.43; 95% confidence interval [CI], 0.26 to 0.72; P<0.001',
      'HR 0.43 [0.26, 0.72] p <0.001',
    ],
    ['(hazard ratio [HR] 0·43 [95% CI 0·26–0·72], p=0·0010)', 'HR 0·43 [0·26, 0·72] p 0·0010'],
    ['(HR=2.327, 95% CI, 1.066-5.082, P=0.034)', 'HR 2.327 [1.066, 5.082] p 0.034'],
    ['HR = 0.43, 95%CI: 0.26~0.72, P = 0.001', 'HR 0.43 [0.26, 0.72] p 0.001'],
    ['adjusted hazard ratio, 0.43 [0.26, 0.72]', 'HR 0.43 [0.26, 0.72]'],
    ['aHR 0.43 (95% CI 0.26 to 0.72)', 'HR 0.43 [0.26, 0.72]'],
    ['odds ratio 7.06 (95% CI 1.5–33.2; p = 0.01)', 'OR 7.06 [1.5, 33.2] p 0.01'],
    ['OR 7.06 (95% CI 1.5-33.2)', 'OR 7.06 [1.5, 33.2]'],
    ['relative risk, 1.12; 95% CI, 0.55 to 2.28; P = 0.76', 'RR 1.12 [0.55, 2.28] p 0.76'],
    ['HR (95% CI) 0.43 (0.26, 0.72)', 'HR 0.43 [0.26, 0.72]'],
    ['HR 0,43 (95% CI 0,26–0,72; p = 0,001)', 'HR 0,43 [0,26, 0,72] p 0,001'],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual([expected]);
  });

  it('keep the coverage of their interval where it is not 95%', () => {
    const [claim] = findClaims('HR 0.43 (99% CI 0.22–0.84; p = 0.001)');
    expect(claim?.claim).toMatchObject({ level: 0.99, lower: '0.22', p: '0.001' });
  });

  it.each([
    'HR 0.92; 95% CI 0.79 to 1.06; P = 0.002 for noninferiority',
    'HR 0.92 (95% CI 0.79–1.06) (non-inferiority p=0.002)',
    'The noninferiority of lenvatinib was shown (HR 0.92; 95% CI 0.79 to 1.06; P = 0.002).',
    'Lenvatinib was non-inferior to sorafenib (HR 0·92 [95% CI 0·79–1·06]; p=0·002).',
    'HR 0.92; 95% CI 0.50–0.98; P = 0.40 for interaction',
    'HR 0.92; 95% CI 0.50–0.98; P = 0.40 by the test for interaction',
    'HR 0.92 (95% CI 0.50–0.98; test for interaction, P = .40)',
    'HR 0.92 (95% CI 0.50–0.98; pinteraction=0·40)',
    'HR 0.92 (95% CI 0.79–1.06), adjusted p = 0.09',
    'HR 0.92 (95% CI 0.79–1.06), Bonferroni-adjusted two-sided p = 0.09',
    'HR 0.92 (95% CI 0.79–1.06; p = 0.09 after Bonferroni correction)',
    'HR 0.92 (95% CI 0.79–1.06; P = .09, adjusted for multiplicity)',
    'HR 0.92 (0.60–1.06; I2 = 0%, P = 0.80)',
    'HR 0.92 (0.60–1.06; I² = 0%; P = 0.80)',
    'HR 0.92 (0.60–1.06; P = 0.80, I2 = 0%)',
    'HR 0.92 (0.60–1.06; P for trend = 0.02)',
    'HR 0.92 (0.60–1.06; test for subgroup differences: P = 0.81)',
    'Subgroup\tHR (95% CI)\tP for interaction\nMen\t0.92 (0.60–1.06)\t0.40',
  ])('have no p of something else: %s', (text) => {
    const found = findClaims(text);
    expect(found.map(({ claim }) => [claim.kind, claim.value, claim.p])).toEqual([
      ['ratioWithInterval', text.includes('0·92') ? '0·92' : '0.92', undefined],
    ]);
  });

  it.each([
    ['adjusted HR 0.70; 95% CI, 0.50 to 0.98; P = 0.04', '0.04'],
    ['HR 0.70 (0.50–0.98), P = 0.04, adjusted HR 0.72 (0.51–1.01)', '0.04'],
    ['HR 0.70 (0.50–0.98; P = 0.04; P for interaction = 0.40)', '0.04'],
    ['HR 0.70 (0.50–0.98; P = 0.04, P = 0.40 for interaction)', '0.04'],
    ['HR 0.70 (0.50–0.98; P = 0.04; I2 = 0%)', '0.04'],
  ])('keep their own p: %s', (text, p) => {
    expect(findClaims(text)[0]?.claim).toMatchObject({ value: '0.70', p });
  });

  it('are not read from a word that only looks like one', () => {
    expect(
      lines('ORR was assessed. Age or sex 0.43 (0.26-0.72). The RR was not estimated.'),
    ).toEqual([]);
  });
});

describe('medians and statistics', () => {
  it.each<[string, string[]]>([
    ['Median OS was 12.4 months (95% CI 9.8–15.1).', ['median 12.4 [9.8, 15.1] months']],
    [
      'Median progression-free survival, 5·8 months [95% CI 4·1–NR]',
      ['median 5·8 [4·1, NR] months'],
    ],
    [
      'The mPFS was 5.8 months (95%CI: 4.1-7.5) vs 2.9 months (95%CI: 2.1-3.7).',
      ['median 5.8 [4.1, 7.5] months', 'median 2.9 [2.1, 3.7] months'],
    ],
    ['mOS 12.4 vs 5.3 months, P = 0.001', ['median 12.4 vs 5.3 p 0.001']],
    ['χ2 = 4.25, P = 0.039', ['chi2 4.25 p 0.039']],
    ['(χ²=4.25, df=1, P=0.039)', ['chi2 4.25 df 1 p 0.039']],
    ['The median PFS was 2.9 months.', []],
    ['The median age was 62 years (range, 35–81).', []],
    ['The median follow-up was 12.2 months.', []],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe('what becomes no alarm', () => {
  it.each<[string, string[]]>([
    [`${arms}The 12-month survival rate was 71.2%.`, ['71.2%']],
    [`${arms}Overall survival at 12 months was 71.2% vs 40.3%.`, ['71.2%', '40.3%']],
    [`${arms}Among patients with CPS ≥ 1, the ORR was 35.3%.`, ['35.3%']],
    [`${arms}The ORR was 35.3%.`, ['35.3%']],
    ['The trial had 90% power at a level of 5%. PD-L1 ≥ 50% was required. Risk fell by 35%.', []],
    ['Grade 3/4 events; stage III/IV; 12/2021; RECIST 1.1; CTCAE 5.0; doi 10.3389/fimmu.2025', []],
    ['PD-L1 1%-49%, IL-2, 5-FU and S-1 were given every 3 weeks.', []],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it.each([
    'The 1-year OS was 71.2% in the immunotherapy group and 55.5% in the chemotherapy group (P = 0.03).',
    'The 18-month overall survival rate was 71.2% (95% CI 58 to 84) with immunotherapy and 55.5% (39 to 72) with chemotherapy (P = 0.03).',
    'At 12 months, 71.2% vs 55.5% of patients were progression free (P = 0.03).',
    'At 12 months, 71.2% of patients in the immunotherapy group and 55.5% of those in the chemotherapy group were alive without progression (P = 0.03).',
    'The percentage of patients who were event-free at 24 months was 71.2% with immunotherapy and 55.5% with chemotherapy (P=.03).',
    'An estimated 71.2% of patients in the immunotherapy group, as compared with 55.5% in the chemotherapy group, were alive at 24 months (P=0.03).',
    'Overall survival rates at 1 and 2 years were 71.2% and 55.5%, respectively (P = 0.03).',
    'The 5 year overall survival was 71.2% vs 55.5% (P = 0.03).',
    'The OS rate was 71.2% in the immunotherapy arm and 55.5% in the chemotherapy arm (P = 0.03).',
    'The 2-year locoregional control rate was 71.2% with immunotherapy and 55.5% with chemotherapy (P = 0.03).',
    'Responses were ongoing at 12 months in 71.2% vs 55.5% (P = 0.03).',
    'The cumulative incidence of relapse at 2 years was 71.2% vs 55.5% (P=0.03).',
  ])('counts nobody of a curve, beside its p either: %s', (text) => {
    const found = findClaims(`${arms}${text}`);
    expect(found.map(({ claim, ofCurve }) => [claim.percent, claim.n, ofCurve])).toEqual([
      ['71.2', undefined, true],
      ['55.5', undefined, true],
    ]);
  });

  it.each([
    'In patients with liver metastases, ORR was 25.0% with immunotherapy and 7.7% with chemotherapy (p = 0.20).',
    'ORR was 25.0% with immunotherapy and 7.7% with chemotherapy in patients with liver metastases (p = 0.20).',
    'ORR was 25.0% with immunotherapy and 7.7% with chemotherapy (p = 0.20) in patients with liver metastases.',
    'Among PD-L1-positive patients, the ORR was 25.0% in the immunotherapy group and 7.7% in the chemotherapy group.',
    'After propensity score matching, ORR was 25.0% with immunotherapy and 7.7% with chemotherapy (p = 0.03).',
    'In the IPTW-weighted cohort, the ORR was 25.0% with immunotherapy and 7.7% with chemotherapy.',
    'Among patients with a CPS of 5 or more, responses were seen in 25.0% of the immunotherapy arm and 7.7% of the chemotherapy arm.',
    'In women, the response rate was 25.0% with immunotherapy versus 7.7% with chemotherapy.',
    'In the complete-case analysis, the ORR was 25.0% with immunotherapy and 7.7% with chemotherapy (p = 0.20).',
    'In the per-protocol population, ORR was 25.0% with immunotherapy and 7.7% with chemotherapy (P=.03).',
    'Of patients who had measurable disease, 25.0% in the immunotherapy group and 7.7% in the chemotherapy group responded.',
  ])('gives the n of an arm to no part of it: %s', (text) => {
    const found = findClaims(`${arms}${text}`);
    const shares = found.filter(({ claim }) => claim.kind === 'percentOfN');
    expect(shares.map(({ claim }) => [claim.percent, claim.n])).toEqual([
      ['25.0', undefined],
      ['7.7', undefined],
    ]);
    expect(found.flatMap(({ claim }) => (claim.arms ?? []).map(({ n }) => n ?? ''))).toEqual(
      text.toLowerCase().includes('(p') ? ['', ''] : [],
    );
  });

  const rates = 'The ORR was 25.0% with immunotherapy and 7.7% with chemotherapy (p = 0.20).';
  const checked = '25.0% of 49 vs 7.7% of 34 p 0.20';

  it.each([
    'Response data were available for 61 patients.',
    'Response data were available for 61 of 83 patients.',
    'Tumor response assessments were complete in 61 (73.5%) of 83 patients.',
    'Response data were available for all but 3 patients.',
    'Of all 83 patients, 61 had complete response data.',
    'A total of 61 patients were evaluable for objective response.',
    'Response data were available for 61 evaluable patients.',
    'Of these, patients with complete response data (n = 31) were assessed.',
    'Among patients with complete response data (n = 31), OS was not longer (HR 0.70; 95% CI, 0.50 to 0.98).',
    'Among patients with complete response data (n = 31 and n = 40), OS was longer (HR 0.70; 95% CI, 0.50 to 0.98).',
  ])('gives no n of an arm to the response where that of only some is known: %s', (part) => {
    const text = `${arms}${part} Nausea was common. ${rates}`;
    const found = findClaims(text).filter(({ places }) => places[0]![0] > text.indexOf('Nausea'));
    expect(found.map(({ claim }) => claim)).toEqual([
      { kind: 'percentOfN', percent: '25.0' },
      { kind: 'percentOfN', percent: '7.7' },
      { kind: 'twoArmCounts', arms: [{ percent: '25.0' }, { percent: '7.7' }], p: '0.20' },
    ]);
    // What is of everybody again has their n, and so has a new paragraph.
    const again = `In the intention-to-treat population, ${rates.replace('The', 'the')}`;
    expect(lines(`${arms}${part} ${rates} ${again}`)).toContain(checked);
    expect(lines(`${arms}${part}\n\n${rates}`)).toContain(checked);
    // Toxicity is of those who were treated.
    expect(lines(`${arms}${part} ${rates.replace('The ORR', 'Nausea')}`)).toContain(checked);
  });

  it('gives none where the number of an arm is told again', () => {
    const part =
      'Response data were available for 40 patients in the immunotherapy group and 34 in the chemotherapy group.';
    const found = findClaims(`${arms}${part} ${rates}`);
    expect(found.map(({ claim }) => [claim.percent, claim.n])).toEqual([
      ['25.0', undefined],
      ['7.7', undefined],
    ]);
  });

  it('leaves the response open in the sentence that says so, and the toxicity not', () => {
    const own = `Response data were available for 61 of 83 patients, and the ORR was 25.0% versus 7.7% (p = 0.20) and grade 3 toxicity 26.5% versus 35.3% (p = 0.30).`;
    expect(lines(arms + own)).toEqual([
      '61 of 83',
      '25.0%',
      '7.7%',
      '25.0% vs 7.7% p 0.20',
      '26.5% of 49',
      '35.3% of 34',
      '26.5% of 49 vs 35.3% of 34 p 0.30',
    ]);
  });

  it.each([
    'Patients with missing HER2 status were excluded.',
    'Patients with missing response assessments were excluded.',
    'No patients were excluded because of missing data.',
    'Twelve patients with evaluable response data were excluded.',
    'PD-L1 data were available for 61 patients.',
    'Survival data were available in 82 patients.',
    'Complete follow-up data were available for 77 patients.',
    'Immune response data were available for 61 patients.',
    'Pathological response data were available for 61 patients.',
    'Duration of response data were available for 12 patients.',
    'Response data were available for 12 of 14 PD-L1-positive patients.',
    'Response data were available for 12 PD-L1-positive patients.',
    'In PD-L1-positive patients, response data were available for 12 patients.',
    'In women, response data were available for 12 patients.',
    'Response data were available for 83 patients.',
    'Response data were available for all 49 and all 34 patients.',
    'Response data were available for 49 and 34 patients.',
    'Patients with complete response data (n = 49 and n = 34) were assessed.',
    'Response data were not available for 3 patients.',
    'Response data were available, and 3 patients were lost to follow-up.',
    'Response assessment by two independent readers was complete in the patients.',
    'Response data were available for 12 months.',
    'In a logistic model, response data were available for 61 patients.',
    'The analysis was restricted to second-line treatment.',
    'All analyses were restricted to patients with measurable disease.',
    'Only complete cases were analyzed.',
    'The Cox model was a complete case analysis.',
    'A sensitivity analysis of complete cases gave similar results.',
    'A complete response was seen in three patients, and scans were read twice.',
    'Treatment was limited to 6 cycles.',
    'Data were available for all patients.',
    'Median follow-up was complete in all 83 patients.',
    'Subgroup analysis showed a benefit in patients with complete response data (n = 31).',
    'The study was limited to one hospital.',
  ])('keeps the n behind what is no such thing: %s', (other) => {
    expect(lines(`${arms}${other} ${rates}`)).toContain(checked);
    expect(lines(`A total of 83 patients were enrolled. ${arms}${other} ${rates}`)).toContain(
      checked,
    );
  });

  it('keeps the n of arms that are told of after it was said who is in the study', () => {
    const text = `The analysis was restricted to adults. ${arms}The ORR was 25.0% with immunotherapy and 7.7% with chemotherapy.`;
    expect(lines(text)).toEqual(['25.0% of 49', '7.7% of 34']);
  });

  it.each([
    'Relative dose intensity was 91.3% with immunotherapy and 88.2% with chemotherapy.',
    'The median relative dose intensity of the drug was 91.3% versus 88.2% (P = 0.20).',
    'Mean tumor shrinkage was 31.3% with immunotherapy and 18.2% with chemotherapy (P = 0.20).',
  ])('counts no patients of a dose or a size: %s', (text) => {
    expect(lines(`${arms}${text}`)).toEqual([]);
  });

  it.each([
    'The ORR was 30.6% in patients who received immunotherapy and 5.9% in those treated with chemotherapy (P = 0.006).',
    'Among patients in the immunotherapy group, the ORR was 30.6%, versus 5.9% in the chemotherapy group (P = 0.006).',
  ])('keeps the n where a condition only names the arm: %s', (text) => {
    expect(lines(`${arms}${text}`)).toContain('30.6% of 49 vs 5.9% of 34 p 0.006');
  });

  it.each([
    'The ORR at 12 weeks was 30.6% vs 5.9% (P = 0.006), and overall survival was longer.',
    'At 6 months, the disease control rate was 30.6% vs 5.9% (P = 0.006).',
  ])('counts a rate of response at a time: %s', (text) => {
    expect(lines(`${arms}${text}`)).toContain('30.6% of 49 vs 5.9% of 34 p 0.006');
  });

  it('says of a rate at a time that it comes from a curve', () => {
    const [claim] = findClaims('The 12-month overall survival rate was 71.2%.');
    expect(claim).toMatchObject({ ofCurve: true, claim: { percent: '71.2' } });
  });
});

describe('sentences of journals', () => {
  it.each<[string, string, string[]]>([
    [
      'NEJM',
      'We randomly assigned 305 patients with PD-L1 expression on at least 50% of tumor cells. Median progression-free survival was 10.3 months (95% confidence interval [CI], 6.7 to not reached) in the pembrolizumab group versus 6.0 months (95% CI, 4.2 to 6.2) in the chemotherapy group (hazard ratio for disease progression or death, 0.50; 95% CI, 0.37 to 0.68; P<0.001). The estimated rate of overall survival at 6 months was 80.2% in the pembrolizumab group versus 72.4% in the chemotherapy group (hazard ratio for death, 0.60; 95% CI, 0.41 to 0.89; P=0.005). Grade 3, 4, or 5 treatment-related adverse events were less frequent (26.6% vs. 53.3% of patients).',
      [
        'median 10.3 [6.7, not reached] months',
        'median 6.0 [4.2, 6.2] months',
        'HR 0.50 [0.37, 0.68] p <0.001',
        '80.2%',
        '72.4%',
        'HR 0.60 [0.41, 0.89] p 0.005',
        '26.6%',
        '53.3%',
      ],
    ],
    [
      'Lancet',
      'We randomly assigned 493 patients to receive nivolumab (n=330) or placebo (n=163). Median follow-up was 8·87 months (IQR 6·57–12·37) in the nivolumab group and 8·59 months (5·65–11·37) in the placebo group. Median overall survival was 5·26 months (95% CI 4·60–6·37) in the nivolumab group and 4·14 months (3·42–4·86) in the placebo group (hazard ratio 0·63, 95% CI 0·51–0·78; p<0·0001). Grade 3 or 4 treatment-related adverse events occurred in 34 (10%) of 330 patients who received nivolumab and seven (4%) of 161 patients who received placebo.',
      [
        'median 5·26 [4·60, 6·37] months',
        'median 4·14 [3·42, 4·86] months',
        'HR 0·63 [0·51, 0·78] p <0·0001',
        '34 of 330 10%',
        '7 of 161 4%',
      ],
    ],
    [
      'Chinese journals, one group',
      'A total of 60 patients were collected. The objective response rate (ORR) was 16.7%, and the disease control rate (DCR) was 55.0%. The median PFS of positive PD-L1 expression was 3.4 months, ORR was 22.7%, and DCR was 63.6%. Multivariate analysis (HR=2.327, 95% CI, 1.066-5.082, P=0.034). The incidence of grade 1-2 and grade 3-4 events was 83.3%, and 35.0%, respectively.',
      [
        '16.7% of 60',
        '55.0% of 60',
        '22.7%',
        '63.6%',
        'HR 2.327 [1.066, 5.082] p 0.034',
        '83.3% of 60',
        '35.0% of 60',
      ],
    ],
    [
      'Frontiers',
      'A total of 210 patients were enrolled in the combination group (n=100) and chemotherapy alone group (n=110). Median PFS was 270 days (95%CI 177.510-362.490) in the chemotherapy alone group and 357 days (95%CI 250.103-463.897) in the combination group (P<0.05). Neutropenia (n = 31) and rash (n = 12) were common. The incidence of grade 3 adverse events was 20% and 18.2% in the two groups (P=0.73).',
      [
        'median 270 [177.510, 362.490] days',
        'median 357 [250.103, 463.897] days',
        'median 270 of 110 vs 357 of 100 p <0.05',
        '20% of 100',
        '18.2% of 110',
        '20% of 100 vs 18.2% of 110 p 0.73',
      ],
    ],
    [
      'JCO',
      'Of 39 patients treated, 17 responded, for an ORR of 44% (95% CI, 27% to 61%). Neutropenia (n = 4, 16.7%) was manageable. The 5-year OS was 62% in patients treated with A (n = 120) and 51% in those treated with B (n = 118) (HR, 0.71; 95% CI, 0.52 to 0.97; log-rank P = .03). Mutations were present in 21/120 (17.5%) and 25/118 (21.2%), respectively (P = .47, chi-square).',
      [
        '44% [27, 61]',
        '4 16.7%',
        '62%',
        '51%',
        'HR 0.71 [0.52, 0.97] p .03',
        '21 of 120 17.5%',
        '25 of 118 21.2%',
        '21 of 120 17.5% vs 25 of 118 21.2% p .47 by pearson',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe('rows of a table', () => {
  const table = `Characteristic\tTraining (n = 44)\tTest (n = 86)\tP
Male\t28 (64)\t48 (56)\t0.39
Female\t16 (36)\t38 (44)
Age, median (range)\t62 (35)\t63 (40)\t0.70
Histology\t\t\t0.06
ECOG 0\t20 (45.5)\t40 (46.5)\t0.91`;

  it('have the n of their column and the p of their row', () => {
    expect(lines(table)).toEqual([
      '28 of 44 64%',
      '48 of 86 56%',
      '28 of 44 64% vs 48 of 86 56% p 0.39',
      '16 of 44 36%',
      '38 of 86 44%',
      '20 of 44 45.5%',
      '40 of 86 46.5%',
      '20 of 44 45.5% vs 40 of 86 46.5% p 0.91',
    ]);
  });

  it('with several levels have one p for all of them', () => {
    const levels = `Level A (n = 38) B (n = 30) P
Adeno\t23 (60.5)\t26 (86.7)\t0.06
Squamous\t11 (28.9)\t4 (13.3)
Other\t4 (10.5)\t0 (0.0)`;
    expect(lines(levels)).toContain('23+11+4 of 38 vs 26+4+0 of 30 p 0.06');
  });

  it('of a regression have their ratio and p', () => {
    const rows = `Factor\tHR (95% CI)\tP
Sex\t1.803 (0.735-4.420)\t0.198
AFP\t2.980 (1.399–6.346)\t0.005`;
    expect(lines(rows)).toEqual([
      'HR 1.803 [0.735, 4.420] p 0.198',
      'HR 2.980 [1.399, 6.346] p 0.005',
    ]);
  });
});

describe('any text', () => {
  it('keeps 40 digits as they are printed', () => {
    const digits = '1234567890123456789012345678901234567890';
    expect(lines(`${digits} of ${digits} (30.6%)`)).toEqual([`${digits} of ${digits} 30.6%`]);
  });

  it('marks what is printed, and nothing beside it', () => {
    const text = model.replace('MEDIANS', '');
    const places = findClaims(text).flatMap((claim) => claim.places);
    expect(places.map(([from, to]) => text.slice(from, to))).toEqual([
      '30.6%',
      '6.0%',
      '83.7%',
      '38.3%',
      '26.5%',
      '35.3%',
      'p = 0.049',
    ]);
  });

  const unit = `${model} ${table()} `;
  function table(): string {
    return 'Male\t28 (64)\t48 (56)\t0.39\nHR 0.43 (0.26–0.72; p=.001), χ2 = 4.25\n';
  }

  it.each<[string, string]>([
    ['abstracts', unit.repeat(Math.ceil(1_000_000 / unit.length))],
    ['one digit', '1'.repeat(1_000_000)],
    ['points and digits', '1.'.repeat(500_000)],
    ['commas and digits', '1,'.repeat(500_000)],
    ['percent signs', '5% '.repeat(330_000)],
    ['brackets', '('.repeat(1_000_000)],
    ['n of nothing', '(n=1'.repeat(250_000)],
    ['one word', 'n'.repeat(1_000_000)],
    ['medians', 'median 5 vs '.repeat(80_000)],
    ['spaces', `1${' '.repeat(999_998)}%`],
    ['p values', 'p p=0.01 '.repeat(110_000)],
    ['tabs', '5 (5)\t'.repeat(160_000)],
  ])(
    'of 1 MB is read in little time: %s',
    (_, text) => {
      const start = performance.now();
      expect(Array.isArray(findClaims(text))).toBe(true);
      expect(performance.now() - start).toBeLessThan(15_000);
    },
    30_000,
  );

  it('that is mutilated is read all the same, with marks inside it', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const scraps = [
      '(',
      ')',
      '%',
      ' vs ',
      '\t',
      '\n',
      '0.',
      ',',
      'p',
      'n = ',
      '–',
      '±',
      '\u0000',
      '𝑝',
      '9',
    ];
    for (let round = 0; round < 400; round += 1) {
      let text = unit.slice(random(400));
      for (let cut = 0; cut < 12; cut += 1) {
        const at = random(text.length);
        text = `${text.slice(0, at)}${scraps[random(scraps.length)]}${text.slice(at + random(9))}`;
      }
      for (const { places } of findClaims(text)) {
        for (const [from, to] of places) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
        }
      }
    }
  });
});
