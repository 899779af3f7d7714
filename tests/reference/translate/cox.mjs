// Cox regression cases (coxph, cox.zph, drop1, concordance, residuals, basehaz, survfit), and those
// with Firth's penalty.
import { caseOf, category, endpointOf, fields, number, numbers } from './shared.mjs';

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
        ...(bank.robust_se && { robustSe: number(bank.robust_se[j]) }),
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
    ...(bank.robust_score ? testFields(`${at}/tests/robustScore`, bank.robust_score) : []),
    ...fields(`${at}/concordance`, {
      value: bank.concordance.concordance,
      stdError: bank.concordance.std,
      concordant: bank.concordance.concordant,
      discordant: bank.concordance.discordant,
      tiedScores: bank.concordance['tied.x'],
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

/** R gives a plain list where there is one coefficient. */
const matrix = (rows) => rows.map((row) => numbers(Array.isArray(row) ? row : [row]));

const RESIDUALS = [
  'linearPredictor',
  'martingale',
  'deviance',
  'score',
  'dfbeta',
  'schoenfeld',
  'scaledSchoenfeld',
];

/**
 * R stops its iteration when the likelihood rises by less than 1e-9 of itself: its residuals are those
 * of a coefficient that may be 1e-8 standard errors off. (A patient alone in a level has a martingale
 * residual of 0; R prints -2e-9.)
 */
const afterIteration = { rel: 1e-7, abs: 1e-8 };

function residualExpectations(at, bank) {
  if (!bank) return [];
  const expected = fields(at, {
    linearPredictor: numbers(bank.lp_centered),
    martingale: numbers(bank.martingale),
    deviance: numbers(bank.deviance),
    score: matrix(bank.score),
    dfbeta: matrix(bank.dfbeta),
    schoenfeld: matrix(bank.schoenfeld),
    scaledSchoenfeld: matrix(bank.scaled_schoenfeld),
    eventTime: numbers(bank.schoenfeld_time),
  });
  return expected.map((expectation) => ({ ...expectation, tolerance: afterIteration }));
}

/** Of large tables the bank keeps some times only: these are asked for as predictions at 0. */
const isThinned = (bank) => bank?.time.length === 25;

const atZero = (covariates) =>
  Object.fromEntries(covariates.map(({ col, kind, ref }) => [col, kind === 'numeric' ? '0' : ref]));

/** R names a stratum `celltype=large`. */
function baselineExpectations(at, bank) {
  if (!bank) return [];
  if (isThinned(bank)) {
    const survival = bank.cumhaz.map((hazard) => Math.exp(-hazard));
    return fields(`${at}/predicted/0`, { time: bank.time, survival });
  }
  const strata = bank.strata ? [...new Set(bank.strata)] : [''];
  return strata.flatMap((name, i) => {
    const own = bank.time.flatMap((_, row) =>
      bank.strata === undefined || bank.strata[row] === name ? [row] : [],
    );
    return fields(`${at}/baseline/${i}`, {
      stratum: name.replace(/^.*=/, ''),
      time: own.map((row) => number(bank.time[row])),
      cumulativeHazard: own.map((row) => number(bank.cumhaz[row])),
    });
  });
}

function predictionExpectations(at, { survfit_newdata: curves, predict_newdata: predictors }) {
  if (!curves) return [];
  return curves.newdata.flatMap((_, i) => {
    const column = (rows) => numbers(rows.map((row) => (Array.isArray(row) ? row[i] : row)));
    return fields(`${at}/${i}`, {
      time: curves.times,
      survival: column(curves.surv),
      stdError: column(curves.std_err),
      lower: column(curves.lower),
      upper: column(curves.upper),
      ...(predictors && {
        linearPredictor: number(predictors.lp_centered[i]),
        linearPredictorStdError: number(predictors.se[i]),
        risk: number(predictors.risk[i]),
      }),
    });
  });
}

const covariatesOf = (row) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));

/** The whole model once; a further analysis for each other transform of the test of proportionality. */
export function coxCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const { columns, endpoints } = endpointOf(spec);
  if (spec.entry) {
    columns[spec.entry] = { type: 'number' };
    endpoints.E.entry = spec.entry;
  }
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
    ...(spec.cluster && { cluster: spec.cluster }),
  }));
  const baseline = bank.baseline_cumhaz_at_zero;
  if (isThinned(baseline)) {
    Object.assign(analyses[0], { at: [atZero(spec.covariates)], times: baseline.time });
  } else if (baseline) analyses[0].baseline = true;
  if (bank.residuals) analyses[0].residuals = RESIDUALS;
  if (bank.survfit_newdata) {
    const { newdata, times } = bank.survfit_newdata;
    Object.assign(analyses[0], { at: newdata.map(covariatesOf), times });
  }
  return caseOf(
    bankCase,
    {
      columns: {
        ...columns,
        ...Object.fromEntries(covariateColumns),
        ...Object.fromEntries(strata.map((column) => [column, category()])),
        ...(spec.cluster && { [spec.cluster]: category() }),
      },
      endpoints,
      analyses,
    },
    [
      ...modelExpectations('/results/0/value', bank),
      ...termTestExpectations('/results/0/value/termTests', spec.covariates, bank.drop1_lrt),
      ...termExpectations('/results/0/value', termRows(spec.covariates), bank),
      ...baselineExpectations('/results/0/value', bank.baseline_cumhaz_at_zero),
      ...predictionExpectations('/results/0/value/predicted', bank),
      ...residualExpectations('/results/0/value/residuals', bank.residuals),
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

/** One model by Breslow's ties, one by Efron's. */
export function firthCoxCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const ties = ['breslow', 'efron'];
  const analyses = ties.map((way) => ({
    id: way,
    method: 'cox',
    endpoint: 'E',
    terms: spec.covariates,
    ties: way,
    penalty: 'firth',
  }));
  const { columns, endpoints } = endpointOf(spec);
  for (const column of spec.covariates) columns[column] = { type: 'number' };
  return caseOf(
    bankCase,
    { columns, endpoints, analyses },
    ties.flatMap((way, i) => firthExpectations(`/results/${i}/value`, bank.n, bank[way])),
  );
}

const alone = (value) => number(typeof value === 'object' ? Object.values(value)[0] : value);

function firthExpectations(at, n, bank) {
  return [
    ...fields(at, {
      n,
      converged: true,
      logLik: bank.penalized_loglik,
      logLikNull: bank.penalized_loglik_null,
      unpenalisedLogLik: bank.loglik_unpenalized,
      covariance: bank.vcov_inverse_information,
    }),
    ...fields(`${at}/tests/likelihoodRatio`, {
      chiSquare: bank.plr_global,
      df: bank.plr_global_df,
      p: bank.plr_global_p,
    }),
    ...bank.terms.flatMap((term, i) => [
      ...fields(`${at}/terms/${i}`, {
        name: term.term,
        coef: term.coef,
        se: alone(term.se),
        z: alone(term.wald_z),
        p: alone(term.wald_p),
        profileLower: Math.exp(term.profile_lower),
        profileUpper: Math.exp(term.profile_upper),
        profileP: term.plr_p,
      }),
      ...fields(`${at}/termTests/${i}/test`, { chiSquare: term.plr_chisq, p: term.plr_p }),
    ]),
  ];
}
