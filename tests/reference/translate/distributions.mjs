// Tail probabilities and quantiles (pnorm, pchisq, qnorm, qchisq, qt, pwilcox). Each row of
// the bank, arguments and value, is one analysis.
import { caseOf } from './shared.mjs';

const METHODS = {
  pnorm_lower_tail: { distribution: 'normal', tail: 'lower', asked: 'x', parameters: [] },
  pchisq_upper_tail: { distribution: 'chiSquare', tail: 'upper', asked: 'x', parameters: ['df'] },
  qnorm: { distribution: 'normal', tail: 'lower', asked: 'p', parameters: [] },
  qchisq: { distribution: 'chiSquare', tail: 'lower', asked: 'p', parameters: ['df'] },
  qt: { distribution: 't', tail: 'lower', asked: 'p', parameters: ['df'] },
  pwilcox_lower: { distribution: 'rankSum', tail: 'lower', asked: 'x', parameters: ['m', 'n'] },
};

export function distributionCase(bankCase) {
  const { distribution, tail, asked, parameters } = METHODS[bankCase.spec.method];
  const analyses = [];
  const expected = [];
  for (const row of bankCase.expected.rows) {
    const at = analyses.length;
    const given = Object.fromEntries(parameters.map((name, i) => [name, row[i + 1]]));
    analyses.push({ method: 'distribution', distribution, tail, [asked]: [row[0]], ...given });
    expected.push({ at: `/results/${at}/value/values/0`, value: row.at(-1) });
  }
  return caseOf(bankCase, { analyses }, expected);
}
