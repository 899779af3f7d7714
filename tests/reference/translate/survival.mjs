// Kaplan-Meier (survfit) and log-rank (survdiff) cases.
import { caseOf, category, either, endpointOf, fields, number, numbers } from './shared.mjs';

const INTERVALS = {
  plain: 'plain',
  log: 'log',
  'log-log': 'logLog',
  logit: 'logit',
  arcsin: 'arcsine',
};

/** The bank joins the levels of several columns with " | ", Riskset with ", ". */
const BANK_SEPARATOR = ' | ';
const label = (bankLabel) => bankLabel.split(BANK_SEPARATOR).join(', ');

/** The grouping columns with their levels in the order in which the bank's labels show them. */
function groupColumns(columns, labels) {
  const parts = labels.map((text) => text.split(BANK_SEPARATOR));
  return Object.fromEntries(
    columns.map((column, i) => [column, category([...new Set(parts.map((part) => part[i]))])]),
  );
}

/** Where nobody has had an event yet, [1, 1] and "not estimable" are both right. */
function limits(values, survival) {
  return values.map((value, i) => (survival[i] === 1 ? either(1, null) : number(value)));
}

function quantileExpectations(at, { p, est, lower, upper }) {
  return p.flatMap((probability, i) => {
    const values = { value: number(est[i]), lower: number(lower[i]), upper: number(upper[i]) };
    return [
      ...fields(`${at}/quantiles/${i}`, { p: probability, ...values }),
      ...(probability === 0.5 ? fields(`${at}/median`, values) : []),
    ];
  });
}

function atTimesExpectations(at, atTimes, bankInterval) {
  const { lower, upper } = atTimes[`ci_${bankInterval}`];
  const lowers = limits(lower, atTimes.surv);
  const uppers = limits(upper, atTimes.surv);
  return atTimes.time.flatMap((time, i) =>
    fields(`${at}/atTimes/${i}`, {
      time,
      atRisk: atTimes.n_risk[i],
      survival: atTimes.surv[i],
      stdError: number(atTimes.std_err[i]),
      lower: lowers[i],
      upper: uppers[i],
    }),
  );
}

function stepsExpectations(at, { rows, ci }, bankInterval) {
  return fields(`${at}/steps`, {
    time: rows.time,
    atRisk: rows.n_risk,
    events: rows.n_event,
    censored: rows.n_censor,
    survival: rows.surv,
    stdError: numbers(rows.std_err),
    lower: limits(ci[bankInterval].lower, rows.surv),
    upper: limits(ci[bankInterval].upper, rows.surv),
    cumulativeHazard: rows.cumhaz_nelson_aalen,
    cumulativeHazardStdError: rows.std_cumhaz,
  });
}

/** The bank's restricted means are of one group each; a horizon of one is asked of all. */
function horizonsOf(groups) {
  const all = groups.flatMap((group) => (group.rmst ?? []).map(({ tau }) => tau));
  return [...new Set(all)].sort((a, b) => a - b);
}

function restrictedMeanExpectations(at, group, horizons) {
  return (group.rmst ?? []).flatMap(({ tau, rmst, se }) =>
    fields(`${at}/restrictedMean/${horizons.indexOf(tau)}`, { tau, value: rmst, stdError: se }),
  );
}

/** One analysis for each interval and each distinct set of times (the bank's times differ by group). */
export function kaplanMeierCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const { columns, endpoints } = endpointOf(spec);
  const labels = bank.groups.map((group) => group.label);
  const times = [...new Set(bank.groups.flatMap((group) => group.at_times.time))].sort(
    (a, b) => a - b,
  );
  for (const group of bank.groups) {
    if (group.at_times.time.length !== times.length) {
      throw new Error(`${bankCase.id}: groups with different times need an analysis each`);
    }
  }
  const horizons = horizonsOf(bank.groups);
  const analyses = spec.ci_types.map((bankInterval) => ({
    id: INTERVALS[bankInterval],
    method: 'kaplanMeier',
    endpoint: 'E',
    interval: INTERVALS[bankInterval],
    level: spec.conf_level,
    quantiles: bank.groups[0].quantiles[bankInterval].p,
    times,
    ...(horizons.length > 0 && { restrictTo: horizons }),
    ...(spec.group && { by: spec.group }),
    ...(spec.reverse && { reverse: true }),
  }));
  const expected = spec.ci_types.flatMap((bankInterval, i) => [
    { at: `/results/${i}/used`, value: bank.n_used },
    ...bank.groups.flatMap((group, j) => {
      const at = `/results/${i}/value/groups/${j}`;
      const { n, events, censored } = group;
      return [
        ...fields(at, { label: label(group.label), n, events, censored }),
        ...quantileExpectations(at, group.quantiles[bankInterval]),
        ...atTimesExpectations(at, group.at_times, bankInterval),
        ...restrictedMeanExpectations(at, group, horizons),
        ...(group.rows ? stepsExpectations(at, group, bankInterval) : []),
      ];
    }),
  ]);
  return caseOf(
    bankCase,
    {
      columns: { ...columns, ...(spec.group && groupColumns(spec.group, labels)) },
      endpoints,
      analyses,
    },
    expected,
  );
}

/** The bank's names of the weighted tests. */
const TESTS = {
  logrank: 'logRank',
  gehan_breslow: 'gehan',
  tarone_ware: 'taroneWare',
  peto_peto: 'petoPeto',
  modified_peto_peto: 'modifiedPetoPeto',
  fh_1_0: { rho: 1, gamma: 0 },
  fh_0_1: { rho: 0, gamma: 1 },
  fh_1_1: { rho: 1, gamma: 1 },
  'fh_0.5_0.5': { rho: 0.5, gamma: 0.5 },
  'fh_0_0.5': { rho: 0, gamma: 0.5 },
};

const chiSquareExpectations = (at, { chisq, df, p }) => fields(at, { chiSquare: chisq, df, p });

function logRankExpectations(at, bank) {
  const { groups, n, observed, expected, var: covariance, trend, z } = bank;
  return [
    ...groups.flatMap((group, i) =>
      fields(`${at}/groups/${i}`, {
        label: label(group),
        n: n[i],
        observed: observed[i],
        expected: expected[i],
      }),
    ),
    ...chiSquareExpectations(at, bank),
    { at: `${at}/covariance`, value: covariance },
    ...(z === undefined ? [] : fields(at, { z })),
    ...(trend ? trendExpectations(`${at}/trend`, trend) : []),
  ];
}

const trendExpectations = (at, { scores, U, var: variance, z, chisq, p }) =>
  fields(at, { scores, score: U, variance, z, chiSquare: chisq, df: 1, p });

export function logRankCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const { columns, endpoints } = endpointOf(spec);
  const strata = spec.strata ?? [];
  const weighted = Object.entries(bank.weighted ?? {});
  const shared = {
    method: 'logRank',
    endpoint: 'E',
    by: spec.group,
    ...(strata.length > 0 && { strata }),
  };
  return caseOf(
    bankCase,
    {
      columns: {
        ...columns,
        ...groupColumns(spec.group, bank.rho0.groups),
        ...Object.fromEntries(strata.map((column) => [column, category()])),
      },
      endpoints,
      analyses: [
        { id: 'rho0', ...shared, ...(bank.rho0.trend && { trend: bank.rho0.trend.scores }) },
        { id: 'rho1', ...shared, test: { rho: 1, gamma: 0 } },
        ...weighted.map(([name]) => ({ id: name, ...shared, test: TESTS[name] })),
      ],
    },
    [
      { at: '/results/0/used', value: bank.n_used },
      ...logRankExpectations('/results/0/value', bank.rho0),
      ...logRankExpectations('/results/1/value', bank.rho1),
      ...weighted.flatMap(([, test], i) => chiSquareExpectations(`/results/${i + 2}/value`, test)),
    ],
  );
}
