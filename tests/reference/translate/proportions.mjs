// One proportion and two proportions from counts (binom.test, prop.test, chisq.test, fisher.test).
import { caseOf, fields, interval, number } from './shared.mjs';

export function proportionCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const at = '/results/0/value/groups/0';
  return caseOf(
    bankCase,
    {
      analyses: [
        {
          id: 'rate',
          method: 'proportion',
          counts: { x: spec.x, n: spec.n },
          level: spec.conf_level,
        },
      ],
    },
    [
      ...fields(at, { events: spec.x, n: spec.n, rate: bank.estimate }),
      ...interval(`${at}/intervals/clopperPearson`, bank.clopper_pearson),
      ...interval(`${at}/intervals/wilson`, bank.wilson),
      ...interval(`${at}/intervals/wald`, bank.wald),
    ],
  );
}

export function twoProportionsCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const { x1, n1, x2, n2 } = spec;
  const at = '/results/0/value';
  const expectedMin = Math.min(...bank.expected_counts.flat());
  return caseOf(
    bankCase,
    {
      analyses: [
        {
          id: 'comparison',
          method: 'compareProportions',
          counts: { x1, n1, x2, n2 },
          level: spec.conf_level,
        },
      ],
    },
    [
      { at: `${at}/difference/value`, value: bank.risk_difference },
      ...interval(`${at}/difference/wald`, bank.rd_wald),
      ...interval(`${at}/difference/newcombe`, bank.rd_newcombe),
      { at: `${at}/riskRatio/value`, value: number(bank.risk_ratio) },
      ...interval(`${at}/riskRatio/katz`, bank.rr_katz_log),
      { at: `${at}/oddsRatio/value`, value: number(bank.odds_ratio) },
      ...interval(`${at}/oddsRatio/woolf`, bank.or_woolf),
      ...fields(`${at}/tests/pearson`, { chiSquare: bank.chisq, df: 1, p: bank.chisq_p }),
      ...fields(`${at}/tests/yates`, { chiSquare: bank.chisq_yates, df: 1, p: bank.chisq_yates_p }),
      { at: `${at}/tests/fisher/p`, value: bank.fisher_two_sided },
      { at: `${at}/expectedMin`, value: expectedMin },
      { at: `${at}/chosen`, value: expectedMin >= 5 ? 'pearson' : 'fisher' },
    ],
  );
}
