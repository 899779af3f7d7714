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
          null: spec.p0,
        },
      ],
    },
    [
      ...fields(at, { events: spec.x, n: spec.n, rate: bank.estimate }),
      ...interval(`${at}/intervals/clopperPearson`, bank.clopper_pearson),
      ...interval(`${at}/intervals/wilson`, bank.wilson),
      ...interval(`${at}/intervals/wilsonCorrected`, bank.wilson_cc),
      ...interval(`${at}/intervals/wald`, bank.wald),
      ...interval(`${at}/intervals/agrestiCoull`, bank.agresti_coull_untruncated),
      ...interval(`${at}/intervals/jeffreys`, bank.jeffreys),
      ...interval(`${at}/intervals/midP`, bank.mid_p),
      ...fields(`${at}/exactTest`, {
        null: spec.p0,
        p: bank.binom_test_p_two_sided,
        less: bank.binom_p_less,
        greater: bank.binom_p_greater,
      }),
    ],
  );
}

export function twoProportionsCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const { x1, n1, x2, n2 } = spec;
  const { unconditional } = bank;
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
          unconditional: true,
        },
      ],
    },
    [
      { at: `${at}/difference/value`, value: bank.risk_difference },
      ...interval(`${at}/difference/wald`, bank.rd_wald),
      ...interval(`${at}/difference/newcombe`, bank.rd_newcombe),
      ...interval(`${at}/difference/miettinenNurminen`, bank.rd_miettinen_nurminen),
      ...interval(`${at}/difference/mee`, bank.rd_mee_score_no_N_correction),
      { at: `${at}/riskRatio/value`, value: number(bank.risk_ratio) },
      ...interval(`${at}/riskRatio/katz`, bank.rr_katz_log),
      ...interval(`${at}/riskRatio/miettinenNurminen`, bank.rr_miettinen_nurminen),
      { at: `${at}/oddsRatio/value`, value: number(bank.odds_ratio) },
      ...interval(`${at}/oddsRatio/woolf`, bank.or_woolf),
      { at: `${at}/oddsRatio/haldane/value`, value: bank['or_haldane_0.5'].est },
      ...interval(`${at}/oddsRatio/haldane`, bank['or_haldane_0.5'].ci),
      ...interval(`${at}/oddsRatio/miettinenNurminen`, bank.or_miettinen_nurminen),
      { at: `${at}/oddsRatio/conditional/value`, value: number(bank.or_conditional_mle) },
      ...interval(`${at}/oddsRatio/conditional`, bank.or_exact_cornfield),
      { at: `${at}/numberNeeded/value`, value: number(bank.nnt) },
      ...fields(`${at}/tests/pearson`, { chiSquare: bank.chisq, df: 1, p: bank.chisq_p }),
      ...fields(`${at}/tests/yates`, { chiSquare: bank.chisq_yates, df: 1, p: bank.chisq_yates_p }),
      { at: `${at}/tests/pearsonNMinus1/chiSquare`, value: number(bank.n_minus_1_chisq) },
      ...fields(`${at}/tests/fisher`, {
        p: bank.fisher_two_sided,
        less: bank.fisher_less,
        greater: bank.fisher_greater,
      }),
      { at: `${at}/tests/fisherMidP/p`, value: bank.fisher_mid_p_two_sided },
      { at: `${at}/tests/fisherMidPObserved/p`, value: bank.fisher_mid_p_two_sided_obs_only },
      { at: `${at}/tests/fisherMidPDoubled/p`, value: bank.mid_p_one_sided_doubled },
      { at: `${at}/tests/barnard/p`, value: unconditional.barnard_pooled_z_two_sided },
      ...fields(`${at}/tests/boschloo`, {
        p: unconditional.boschloo_two_sided_fisher_stat,
        less: unconditional.boschloo_less,
        greater: unconditional.boschloo_greater,
      }),
      { at: `${at}/expectedMin`, value: expectedMin },
      { at: `${at}/chosen`, value: expectedMin >= 5 ? 'pearson' : 'fisher' },
    ],
  );
}
