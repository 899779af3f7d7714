// Numbers described and compared, standardised differences, correlation (t.test, wilcox.test,
// oneway.test, aov, kruskal.test, bartlett.test, quantile, shapiro.test, cor.test).
import { caseOf, category, fields, interval, number, numbers } from './shared.mjs';

const at = '/results/0/value';

function valuesCase(bankCase, analyses, expected) {
  return caseOf(bankCase, { analyses }, expected);
}

/** The bank's test with a statistic of its own name: { t, df, p, ci_diff }. */
function tTest(to, test) {
  return [
    ...fields(to, { t: test.t, df: test.df, p: test.p }),
    ...interval(`${to}/difference`, test.ci_diff),
  ];
}

function fTest(to, test) {
  return fields(to, { f: test.F, ...(test.df1 && { df1: test.df1, df2: test.df2 }), p: test.p });
}

/** Its p has a tolerance of its own, as Royston's approximation is evaluated by others. */
function shapiroWilk(to, test, tolerance) {
  const p = { at: `${to}/shapiroWilk/p`, value: test.p };
  const { shapiro_p_rel: rel } = tolerance;
  return [
    { at: `${to}/shapiroWilk/w`, value: test.W },
    rel ? { ...p, tolerance: { rel, abs: tolerance.abs } } : p,
  ];
}

export function twoGroupsCase(bankCase) {
  const { spec, expected: bank, tolerance } = bankCase;
  const samples = ['x', 'y'];
  const { wilcoxon } = bank;
  const analyses = [
    {
      method: 'compareNumbers',
      values: samples.map((name) => numbers(spec[name])),
      quantiles: bank.quantile_type7.p,
    },
  ];
  return valuesCase(bankCase, analyses, [
    ...samples.flatMap((name, i) => [
      ...fields(`${at}/groups/${i}`, {
        n: bank.n[i],
        missing: bank.missing[i],
        mean: bank.mean[i],
        sd: bank.sd[i],
        min: bank.quantile_type7[name][0],
        q1: bank.quantile_type7[name][1],
        median: bank.quantile_type7[name][2],
        q3: bank.quantile_type7[name][3],
        max: bank.quantile_type7[name][4],
      }),
      ...bank.quantile_type7[name].map((value, j) => ({
        at: `${at}/groups/${i}/quantiles/${j}/value`,
        value,
      })),
      ...shapiroWilk(`${at}/groups/${i}`, bank[`shapiro_${name}`], tolerance),
    ]),
    ...tTest(`${at}/welch`, bank.welch),
    ...tTest(`${at}/student`, bank.student),
    ...fields(`${at}/wilcoxon`, {
      w: wilcoxon.W,
      ties: wilcoxon.has_ties,
      correctedP: wilcoxon.p_normal_cc,
      uncorrectedP: wilcoxon.p_normal_no_cc,
      rule: 'p_exact' in wilcoxon ? 'exact' : 'corrected',
    }),
    ...['p_exact', 'p_exact_permutation_with_ties']
      .filter((name) => name in wilcoxon)
      .map((name) => ({ at: `${at}/wilcoxon/exactP`, value: wilcoxon[name] })),
    ...('hodges_lehmann' in wilcoxon
      ? [
          { at: `${at}/wilcoxon/difference/value`, value: wilcoxon.hodges_lehmann },
          ...interval(`${at}/wilcoxon/difference`, wilcoxon.hl_ci_exact),
        ]
      : []),
    {
      at: `${at}/standardizedDifference/difference`,
      value: number(bank.smd_pooled_sqrt_mean_var),
    },
  ]);
}

/** The same numbers as a Table 1 with each of the tests, beside all tests at once. */
export function severalGroupsCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const tests = {
    kruskalWallis: { statistic: bank.kruskal.chisq, df: bank.kruskal.df, p: bank.kruskal.p },
    anova: { statistic: bank.anova.F, df: bank.anova.df1, df2: bank.anova.df2, p: bank.anova.p },
    welchAnova: {
      statistic: bank.welch_anova.F,
      df: bank.welch_anova.df1,
      df2: bank.welch_anova.df2,
      p: bank.welch_anova.p,
    },
  };
  const inTable = '/results/1/value';
  return caseOf(
    bankCase,
    {
      columns: { [spec.value]: { type: 'number' }, [spec.group]: category(bank.levels) },
      analyses: [
        { method: 'compareNumbers', column: spec.value, by: spec.group },
        {
          method: 'tableOne',
          by: spec.group,
          variables: Object.keys(tests).map((test) => ({ column: spec.value, test })),
        },
      ],
    },
    [
      { at: '/results/0/used', value: bank.n },
      ...bank.levels.flatMap((label, i) => {
        const cell = {
          label,
          n: bank.n_per[i],
          mean: bank.mean[i],
          sd: bank.sd[i],
          median: bank.median[i],
          q1: bank.q1[i],
          q3: bank.q3[i],
        };
        return [
          ...fields(`${at}/groups/${i}`, cell),
          ...fields(`${inTable}/rows/0/perArm/${i}`, cell),
        ];
      }),
      ...fields(`${at}/kruskalWallis`, {
        chiSquare: bank.kruskal.chisq,
        df: bank.kruskal.df,
        p: bank.kruskal.p,
      }),
      ...fTest(`${at}/anova`, bank.anova),
      ...fTest(`${at}/welchAnova`, bank.welch_anova),
      { at: `${at}/bartlett/p`, value: bank.bartlett_p },
      ...fTest(`${at}/brownForsythe`, bank.brown_forsythe),
      ...Object.entries(tests).flatMap(([name, test], i) =>
        fields(`${inTable}/tests/${i}`, { name, ...test }),
      ),
    ],
  );
}

export function standardizedDifferenceCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const counts = [spec.counts_1, spec.counts_2];
  return valuesCase(
    bankCase,
    [{ method: 'standardizedDifference', counts }],
    [
      { at: `${at}/distance`, value: number(bank.smd_yang_dalton) },
      { at: `${at}/difference`, value: number(bank.binary_signed) },
    ],
  );
}

export function quantilesCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const types = Object.entries(bank);
  const analyses = types.map(([type]) => ({
    method: 'describe',
    values: [numbers(spec.x)],
    quantiles: spec.p,
    quantileType: Number(type.replace('type', '')),
  }));
  return valuesCase(
    bankCase,
    analyses,
    types.flatMap(([, values], i) =>
      values.map((value, j) => ({
        at: `/results/${i}/value/groups/0/quantiles/${j}/value`,
        value: number(value),
      })),
    ),
  );
}

export function shapiroWilkCase(bankCase) {
  const { spec, expected: bank, tolerance } = bankCase;
  const analyses = [{ method: 'describe', values: [numbers(spec.x)] }];
  return valuesCase(bankCase, analyses, shapiroWilk(`${at}/groups/0`, bank, tolerance));
}

export function correlationCase(bankCase) {
  const { spec, expected: bank } = bankCase;
  const analyses = [{ method: 'correlation', values: [numbers(spec.x), numbers(spec.y)] }];
  return valuesCase(bankCase, analyses, [
    ...['pearson', 'spearman', 'kendall'].flatMap((kind) => {
      const { estimate, statistic, p } = bank[kind];
      return fields(`${at}/${kind}`, { estimate, statistic, p });
    }),
    ...interval(`${at}/pearson`, bank.pearson.ci),
  ]);
}
