// Logistic regression cases: by maximum likelihood (glm) and by Firth's penalised likelihood.
import { caseOf, category, fields } from './shared.mjs';

/** The rows of terms[]: one for a number; for a factor its reference, then its other levels. */
function termRows({ covariates, factors = {} }) {
  return covariates.flatMap((name) => {
    const [reference, ...others] = factors[name] ?? [];
    if (reference === undefined) return [{ name, level: '', bankTerm: name }];
    return [
      { name, level: reference },
      ...others.map((level) => ({ name, level, bankTerm: `${name}${level}` })),
    ];
  });
}

/** The limits of a coefficient as those of its ratio: what the bank allows of the one, of the other. */
function profile(at, limits, { rel, abs }) {
  return Object.entries(limits).map(([name, coefficient]) => ({
    at: `${at}/${name}`,
    value: Math.exp(coefficient),
    tolerance: { rel: Math.expm1(abs + rel * Math.abs(coefficient)), abs: 0 },
  }));
}

function rowExpectations(at, { numbers, limits }, tolerance) {
  return [...fields(at, numbers), ...profile(at, limits, tolerance)];
}

/** `rowOf(term)`: the `numbers` of a coefficient, and its profile `limits`. */
function modelCase(bankCase, penalty, rowOf, expected) {
  const { spec, tolerance } = bankCase;
  const at = '/results/0/value';
  const columns = spec.covariates.map((name) => [
    name,
    spec.factors?.[name] ? category(spec.factors[name]) : { type: 'number' },
  ]);
  const rows = termRows(spec).flatMap(({ bankTerm, ...named }, i) => {
    const to = `${at}/terms/${i}`;
    const reference = bankTerm === undefined;
    return [
      ...fields(to, { ...named, reference }),
      ...(reference
        ? fields(to, { oddsRatio: 1 })
        : rowExpectations(to, rowOf(bankTerm), tolerance)),
    ];
  });
  return caseOf(
    bankCase,
    {
      columns: { [spec.outcome]: { type: 'number' }, ...Object.fromEntries(columns) },
      analyses: [
        {
          id: 'model',
          method: 'logistic',
          outcome: spec.outcome,
          levels: ['1'],
          terms: spec.covariates,
          penalty,
        },
      ],
    },
    [
      ...fields(at, { n: bankCase.expected.n, converged: true }),
      ...rowExpectations(`${at}/intercept`, rowOf('(Intercept)'), tolerance),
      ...rows,
      ...expected.map(([pointer, value]) => ({ at: `${at}/${pointer}`, value })),
    ],
  );
}

export function logisticCase(bankCase) {
  const { expected: bank } = bankCase;
  const rowOf = (term) => {
    const j = bank.terms.indexOf(term);
    if (j < 0) throw new Error(`the bank has no term ${term}`);
    return {
      numbers: {
        coef: bank.coef[j],
        se: bank.se[j],
        z: bank.z[j],
        p: bank.p[j],
        oddsRatio: bank.or[j],
        lower: bank.wald_lower[j],
        upper: bank.wald_upper[j],
      },
      limits: {
        profileLower: bank.profile_coef_lower[j],
        profileUpper: bank.profile_coef_upper[j],
      },
    };
  };
  return modelCase(bankCase, 'none', rowOf, [
    ['logLik', bank.loglik],
    ['aic', bank.aic],
    ['bic', bank.bic],
    ['cStatistic/value', bank.c_statistic],
    ['tests/likelihoodRatio/chiSquare', bank.lrt],
    ['tests/likelihoodRatio/df', bank.lrt_df],
    ['tests/likelihoodRatio/p', bank.lrt_p],
    ...bank.drop1.term.flatMap((name, i) => [
      [`termTests/${i}/name`, name],
      [`termTests/${i}/test/chiSquare`, bank.drop1.lrt[i]],
      [`termTests/${i}/test/df`, bank.drop1.df[i]],
      [`termTests/${i}/test/p`, bank.drop1.p[i]],
    ]),
  ]);
}

export function firthLogisticCase(bankCase) {
  const { expected: bank } = bankCase;
  const rowOf = (term) => {
    const own = bank.terms.find((candidate) => candidate.term === term);
    if (!own) throw new Error(`the bank has no term ${term}`);
    return {
      numbers: {
        coef: own.coef,
        se: own.se[term],
        z: own.wald_z[term],
        p: own.wald_p[term],
        profileP: own.plr_p,
      },
      limits: { profileLower: own.profile_lower, profileUpper: own.profile_upper },
    };
  };
  return modelCase(bankCase, 'firth', rowOf, [
    ['logLik', bank.penalized_loglik],
    ['logLikNull', bank.penalized_loglik_null],
    ['unpenalisedLogLik', bank.loglik_unpenalized],
    ['covariance', bank.vcov_inverse_information],
    ['tests/likelihoodRatio/chiSquare', bank.plr_global],
    ['tests/likelihoodRatio/df', bank.plr_global_df],
    ['tests/likelihoodRatio/p', bank.plr_global_p],
    ['tests/score', null],
  ]);
}
