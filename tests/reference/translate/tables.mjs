// Larger, ordered, stratified and paired tables from counts (chisq.test, fisher.test,
// prop.trend.test, mantelhaen.test, mcnemar.test).
import { caseOf, fields, interval, number } from './shared.mjs';

const at = '/results/0/value';

function tableCase(bankCase, options, expected) {
  const analyses = [{ id: 'table', ...options }];
  return caseOf(bankCase, { analyses }, expected);
}

export function contingencyCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  return tableCase(bankCase, { method: 'contingency', counts: spec.counts, exact: true }, [
    ...fields(at, {
      chiSquare: bank.chisq,
      df: bank.df,
      p: bank.p,
      expected: bank.expected,
      residuals: bank.std_residuals,
      expectedMin: bank.min_expected,
      shareBelow5: bank.share_expected_below_5,
      cramerV: bank.cramer_v,
    }),
    ...fields(`${at}/fisher`, { p: bank.fisher_p, monteCarlo: false }),
  ]);
}

export function trendCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const { x, n, scores } = spec;
  return tableCase(bankCase, { method: 'cochranArmitage', counts: { x, n, scores } }, [
    ...fields(`${at}/test`, { chiSquare: bank.chisq, df: 1, p: bank.p }),
  ]);
}

export function mantelHaenszelCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const { homogeneity } = bank;
  return tableCase(bankCase, { method: 'cochranMantelHaenszel', counts: spec.tables }, [
    ...fields(`${at}/test`, { chiSquare: bank.cmh, df: 1, p: bank.p }),
    ...fields(`${at}/testCorrected`, { chiSquare: bank.cmh_cc, p: bank.cmh_cc_p }),
    { at: `${at}/oddsRatio/value`, value: bank.mh_or },
    ...interval(`${at}/oddsRatio`, bank.mh_or_rbg_ci),
    { at: `${at}/riskRatio/value`, value: bank.mh_rr },
    ...fields(`${at}/homogeneity/breslowDay`, {
      chiSquare: homogeneity.breslow_day,
      df: homogeneity.df,
      p: homogeneity.p,
    }),
    ...fields(`${at}/homogeneity/tarone`, {
      chiSquare: homogeneity.tarone,
      p: homogeneity.tarone_p,
    }),
  ]);
}

export function mcNemarCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const counts = [
    [spec.a, spec.b],
    [spec.c, spec.d],
  ];
  return tableCase(bankCase, { method: 'mcnemar', counts }, [
    ...fields(`${at}/test`, { chiSquare: bank.chisq, df: 1, p: bank.p }),
    ...fields(`${at}/testCorrected`, { chiSquare: bank.chisq_cc, p: bank.p_cc }),
    ...fields(at, { exactP: bank.exact_p, midP: bank.mid_p, oddsRatio: number(bank.or) }),
  ]);
}
