// The bank's report on the example cohort: response counts, survival by arm, seven-term Cox models.
import { caseOf, category, fields, number } from './shared.mjs';

const ARMS = { chemotherapy: 'Chemotherapy', immunotherapy: 'Immunotherapy rechallenge' };

const ANALYSIS = {
  columns: {
    arm: category(Object.values(ARMS)),
    sex: category(['Female', 'Male']),
    pathology: category(['Intestinal', 'Diffuse or mixed']),
    cps_group: category(['<1', '>=1']),
    best_response: { type: 'category' },
    worst_trae_grade: { type: 'category' },
    age: { type: 'number' },
    ecog: { type: 'number' },
    metastatic_sites: { type: 'number' },
    pfs_months: { type: 'number' },
    pfs_event: { type: 'number' },
    os_months: { type: 'number' },
    os_event: { type: 'number' },
  },
  derived: { met2: { cut: 'metastatic_sites', at: [2], labels: ['one', 'several'] } },
  arm: 'arm',
  endpoints: {
    OS: { time: 'os_months', event: 'os_event', eventLevels: ['1'] },
    PFS: { time: 'pfs_months', event: 'pfs_event', eventLevels: ['1'] },
  },
  response: {
    column: 'best_response',
    levels: { CR: 'CR', PR: 'PR', SD: 'SD', PD: 'PD', NE: 'NE' },
  },
};

const TERMS = ['arm', 'cps_group', 'pathology', 'age', 'sex', 'ecog', 'met2'];
const FACTORS = new Set(['arm', 'cps_group', 'pathology', 'sex', 'met2']);

function response(bank) {
  const arms = Object.keys(ARMS);
  const expected = arms.flatMap((arm, i) => {
    const { orr, dcr, g3, ...counts } = bank[arm];
    const at = `/results/0/value/sets/all/groups/${i}`;
    return [
      ...fields(`${at}/counts`, { CR: 0, PR: 0, SD: 0, PD: 0, NE: 0, ...counts }),
      { at: `${at}/orr/rate`, value: orr },
      { at: `${at}/dcr/rate`, value: dcr },
      { at: `/results/1/value/groups/${i}/events`, value: g3 },
    ];
  });
  const analyses = [
    { id: 'response', method: 'bestResponse', by: 'arm' },
    {
      id: 'grade3',
      method: 'proportion',
      column: 'worst_trae_grade',
      levels: ['3', '4', '5'],
      by: 'arm',
    },
  ];
  return { analyses, expected };
}

/** `name` is endpoint_subset: pfs_all, os_cps_ge1 ... */
function survival(name, bank, first) {
  const endpoint = name.startsWith('os') ? 'OS' : 'PFS';
  const cps = name.endsWith('ge1') ? '>=1' : name.endsWith('lt1') ? '<1' : null;
  const where = cps ? { where: { column: 'cps_group', in: [cps] } } : {};
  const analyses = [
    {
      id: `${name}:curves`,
      method: 'kaplanMeier',
      endpoint,
      by: 'arm',
      interval: 'log',
      ...where,
    },
    { id: `${name}:test`, method: 'logRank', endpoint, by: 'arm', ...where },
  ];
  const expected = [
    ...Object.keys(ARMS).flatMap((arm, i) => {
      const at = `/results/${first}/value/groups/${i}`;
      const { n, events, median, lower, upper } = bank[arm];
      return [
        ...fields(at, { label: ARMS[arm], n, events }),
        ...fields(`${at}/median`, { value: median, lower: number(lower), upper: number(upper) }),
      ];
    }),
    ...fields(`/results/${first + 1}/value`, {
      chiSquare: bank.logrank_chisq,
      df: 1,
      p: bank.logrank_p,
    }),
  ];
  return { analyses, expected };
}

function model(endpoint, bankTerms, at) {
  const analyses = [{ id: `cox:${endpoint}`, method: 'cox', endpoint, terms: TERMS }];
  let row = 0;
  const expected = bankTerms.flatMap(({ coef, se, hr, p }, i) => {
    const reference = FACTORS.has(TERMS[i])
      ? fields(`${at}/terms/${row++}`, { name: TERMS[i], reference: true, hr: 1 })
      : [];
    const estimate = fields(`${at}/terms/${row++}`, { name: TERMS[i], coef, se, hr, p });
    return [...reference, ...estimate];
  });
  return { analyses, expected };
}

export function cohortCase(bankCase) {
  const bank = bankCase.expected;
  const parts = [response(bank.response)];
  const count = () => parts.reduce((sum, part) => sum + part.analyses.length, 0);
  for (const [name, value] of Object.entries(bank.survival)) {
    parts.push(survival(name, value, count()));
  }
  parts.push(model('OS', bank.cox_os, `/results/${count()}/value`));
  parts.push(model('PFS', bank.cox_pfs, `/results/${count()}/value`));
  return caseOf(
    bankCase,
    { ...ANALYSIS, analyses: parts.flatMap((part) => part.analyses) },
    parts.flatMap((part) => part.expected),
  );
}
