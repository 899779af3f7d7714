// Printed claims of papers, as checkClaim takes them, and what was found out about each.
import { caseOf, either, fields } from './shared.mjs';

const at = '/results/0/value';

/** The verdicts of each class; what cannot be checked is not said to be consistent. */
const CONSISTENT = ['consistent', 'otherTest', 'oneSided', 'otherTabulation', 'truncated'];
const NOT_CONSISTENT = ['lastDigit', 'inconsistent', 'decisionError', 'impossible', 'cannotCheck'];

/** The bank prints p with five digits, limits and percentages with fewer decimals. */
const DIGITS = { rel: 1e-4, abs: 1e-6 };
const ROUNDED = { rel: 0, abs: 0.006 };
const RATIO = { rel: 6e-4, abs: 6e-4 };

const within = (tolerance, expected) => expected.map((each) => ({ ...each, tolerance }));

/** Null fields of the bank are tests that the table does not have. */
const known = (values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

const wasPrinted = ({ basis }) => basis.startsWith('count');

function arms(bankCase) {
  return [bankCase.arm1, bankCase.arm2].map((count, arm) => ({
    count: wasPrinted(bankCase) ? [count].flat().map(String) : null,
    n: String(bankCase.n[arm]),
    percent: bankCase.percent_reported?.[arm] ?? null,
  }));
}

const KINDS = {
  percent_of_n: (bank) => [
    {
      kind: 'percentOfN',
      count: wasPrinted(bank) ? String(bank.count) : null,
      n: String(bank.n),
      percent: bank.percent_reported,
    },
    [
      {
        at: `${at}/recomputed/percentages/0/counts`,
        value: [bank.recomputed.possible_counts].flat(),
      },
    ],
  ],
  two_arm_counts: (bank) => [
    { kind: 'twoArmCounts', arms: arms(bank), test: bank.test_reported, p: bank.p_reported },
    within(
      DIGITS,
      fields(
        `${at}/recomputed/tables/0`,
        known({
          pearson: bank.recomputed.chisq,
          yates: bank.recomputed.chisq_yates,
          fisher: bank.recomputed.fisher_two_sided,
          fisherOneSided: bank.recomputed.fisher_one_sided,
          likelihoodRatio: bank.recomputed.lr_gtest,
        }),
      ),
    ),
  ],
  ratio_ci_p: (bank) => [
    {
      kind: 'ratioWithInterval',
      measure: bank.measure,
      value: bank.estimate,
      lower: bank.ci_low,
      upper: bank.ci_high,
      p: bank.p_reported,
    },
    within(RATIO, [
      ...fields(`${at}/recomputed/ratio`, {
        z: bank.recomputed.z,
        p: bank.recomputed.p,
        geometricMean: bank.recomputed.ci_geometric_mean,
        symmetric: bank.recomputed.log_symmetric,
      }),
      ...fields(`${at}/recomputed/ratio/pRange`, {
        lower: bank.recomputed.p_min_given_rounding,
        upper: bank.recomputed.p_max_given_rounding,
      }),
    ]),
  ],
  proportion_ci: (bank) => [
    {
      kind: 'proportionWithInterval',
      count: String(bank.count),
      n: String(bank.n),
      percent: bank.percent_reported,
      lower: bank.ci_low,
      upper: bank.ci_high,
    },
    within(
      ROUNDED,
      ['clopper_pearson', 'wilson', 'wilson_cc', 'wald', null, 'agresti_coull', 'jeffreys'].flatMap(
        (name, place) => {
          if (!name) return [];
          const [lower, upper] = bank.recomputed[name];
          return fields(`${at}/recomputed/intervals/${place}`, { lower, upper });
        },
      ),
    ),
  ],
  median_ci: (bank) => [
    {
      kind: 'medianWithInterval',
      value: bank.median,
      lower: bank.ci_low,
      upper: bank.ci_high,
      unit: bank.unit,
    },
    within(
      RATIO,
      fields(`${at}/recomputed/median`, {
        midpoint: bank.recomputed.midpoint,
        stdError: bank.recomputed.implied_se,
        symmetric: bank.recomputed.symmetric_about_median,
        inside: bank.recomputed.inside,
      }),
    ),
  ],
  smd_binary: (bank) => [
    { kind: 'standardizedDifference', arms: arms(bank), value: bank.smd_reported },
    within(DIGITS, [{ at: `${at}/recomputed/differences/0/value`, value: bank.recomputed.smd }]),
  ],
};

export function claimCase(bankCase) {
  const { id, type, source, note, doi, url } = bankCase;
  const [claim, recomputed] = KINDS[type](bankCase);
  const verdict = {
    at: `${at}/verdict`,
    value: either(...(bankCase.consistent ? CONSISTENT : NOT_CONSISTENT)),
  };
  const tolerance = { rel: 0, abs: 0 };
  return caseOf(
    { id, data: null, tolerance, source: [source, doi ?? url].filter(Boolean).join(', '), note },
    { analyses: [{ id: 'claim', method: 'checkClaim', ...claim }] },
    [verdict, ...recomputed],
  );
}
