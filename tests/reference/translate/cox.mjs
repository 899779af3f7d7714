// Cox regression cases (coxph, cox.zph, drop1, concordance).
import { caseOf, category, endpointOf, fields, number } from './shared.mjs';

const TRANSFORMS = ['km', 'rank', 'identity', 'log'];

/**
 * The rows of terms[] in Riskset's order: one for a numeric covariate; for a factor its reference
 * (which the bank does not list), then its other levels.
 */
function termRows(covariates) {
  return covariates.flatMap(({ col, kind, levels, ref }) =>
    kind === 'numeric'
      ? [{ name: col, bankTerm: col }]
      : [
          { name: col, level: ref, reference: true },
          ...levels
            .filter((level) => level !== ref)
            .map((level) => ({ name: col, level, bankTerm: `${col}${level}` })),
        ],
  );
}

function termExpectations(at, rows, bank) {
  return rows.flatMap((row, i) => {
    const to = `${at}/terms/${i}`;
    const named = fields(to, { name: row.name, ...(row.level && { level: row.level }) });
    if (row.reference) return [...named, ...fields(to, { reference: true, hr: 1 })];
    const j = bank.terms.indexOf(row.bankTerm);
    if (j < 0) throw new Error(`the bank has no term ${row.bankTerm}`);
    return [
      ...named,
      ...fields(to, {
        reference: false,
        aliased: bank.aliased[j],
        coef: number(bank.coef[j]),
        se: number(bank.se[j]),
        z: number(bank.z[j]),
        p: number(bank.p[j]),
        hr: number(bank.hr[j]),
        lower: number(bank.hr_lower[j]),
        upper: number(bank.hr_upper[j]),
      }),
    ];
  });
}

const testFields = (at, { test: chiSquare, df, pvalue }) =>
  fields(at, { chiSquare, df, p: pvalue });

/** drop1 also drops the strata, which is no test. */
function termTestExpectations(at, covariates, drop1) {
  if (!drop1) return [];
  return covariates.flatMap(({ col }, i) => {
    const j = drop1.term.indexOf(col);
    return [
      { at: `${at}/${i}/name`, value: col },
      ...fields(`${at}/${i}/test`, { chiSquare: drop1.lrt[j], df: drop1.df[j], p: drop1.p[j] }),
    ];
  });
}

function modelExpectations(at, bank) {
  return [
    ...fields(at, {
      n: bank.n,
      events: bank.events,
      logLikNull: bank.loglik_null,
      logLik: bank.loglik,
      aic: bank.aic,
      bic: bank.bic_n_events,
      converged: true,
      covariance: bank.vcov,
    }),
    ...testFields(`${at}/tests/likelihoodRatio`, bank.lrt),
    ...testFields(`${at}/tests/wald`, bank.wald),
    ...testFields(`${at}/tests/score`, bank.score),
    ...fields(`${at}/concordance`, {
      value: bank.concordance.concordance,
      stdError: bank.concordance.std,
    }),
  ];
}

function proportionalHazardsExpectations(at, transform, { term, chisq, df, p }) {
  return [
    { at: `${at}/transform`, value: transform },
    ...term.flatMap((name, i) => {
      const test = { chiSquare: chisq[i], df: df[i], p: p[i] };
      return name === 'GLOBAL'
        ? fields(`${at}/global`, test)
        : fields(`${at}/terms/${i}`, { name, ...test });
    }),
  ];
}

/** The whole model once; a further analysis for each other transform of the test of proportionality. */
export function coxCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const { columns, endpoints } = endpointOf(spec);
  const strata = spec.strata ?? [];
  const transforms = bank.cox_zph ? TRANSFORMS : ['km'];
  const covariateColumns = spec.covariates.map(({ col, kind, levels, ref }) => [
    col,
    kind === 'numeric'
      ? { type: 'number' }
      : category([ref, ...levels.filter((level) => level !== ref)]),
  ]);
  const analyses = transforms.map((transform) => ({
    id: transform,
    method: 'cox',
    endpoint: 'E',
    terms: spec.covariates.map(({ col }) => col),
    ties: spec.ties,
    level: spec.conf_level,
    zphTransform: transform,
    ...(strata.length > 0 && { strata }),
  }));
  return caseOf(
    bankCase,
    {
      columns: {
        ...columns,
        ...Object.fromEntries(covariateColumns),
        ...Object.fromEntries(strata.map((column) => [column, category()])),
      },
      endpoints,
      analyses,
    },
    [
      ...modelExpectations('/results/0/value', bank),
      ...termTestExpectations('/results/0/value/termTests', spec.covariates, bank.drop1_lrt),
      ...termExpectations('/results/0/value', termRows(spec.covariates), bank),
      ...(bank.cox_zph
        ? transforms.flatMap((transform, i) =>
            proportionalHazardsExpectations(
              `/results/${i}/value/proportionalHazards`,
              transform,
              bank.cox_zph[transform],
            ),
          )
        : []),
    ],
  );
}
