// Rates by subgroup as rows of a forest plot.
import type {
  RateForest,
  RateInteraction,
  RateSubgroup,
  TwoProportions,
} from '../../build/wasm/riskset.js';
import type { Options } from '../data/options.ts';
import type { ForestData, ForestEffect, ForestRow } from '../figures/forest-model.ts';
import {
  ofTotal,
  pointsInterval,
  pValue,
  ratio,
  ratioInterval,
  signedPoints,
} from '../format/numbers.ts';
import { inSentence, levelLabel } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { shortNames } from '../panels/short-names.ts';
import { text } from '../text/text.ts';

const words = text.response.subgroups;
const shared = text.subgroups;

export type ResponseEffect = Options['response']['effect'];

export interface ResponseSubgroups {
  forest: RateForest;
  /** The arm that is compared with the reference, where there are several. */
  arm: string;
  labelOf: (column: string) => string;
  rate: Options['response']['subgroupRate'];
  effect: ResponseEffect;
  /** "95%" */
  coverage: string;
}

/** The arm against the reference in one row; null where one of them has no patients. */
export function pairIn({ comparisons }: RateSubgroup, arm: string): TwoProportions | null {
  return comparisons.find(({ a }) => a === arm) ?? null;
}

/** The arms that are compared with the reference. */
export function comparedArms({ overall }: RateForest): string[] {
  return overall.comparisons.map(({ a }) => a);
}

export function referenceOf({ overall }: RateForest): string {
  return overall.perArm[0]?.label ?? '';
}

export function forestData(subgroups: ResponseSubgroups): ForestData {
  const { forest, arm, rate, effect, coverage } = subgroups;
  const [compared, reference] = [armLabel(arm), armLabel(referenceOf(forest))];
  const [shortArm, shortReference] = shortNames(compared, reference);
  return {
    kind: effect === 'difference' ? 'difference' : 'ratio',
    groups: [
      {
        head: words.with[rate],
        columns: [
          { head: shortArm, whole: compared },
          { head: shortReference, whole: reference },
        ],
      },
    ],
    effectHead: words.effectHead[effect](coverage),
    better: {
      left: shared.better(inSentence(reference)),
      right: shared.better(inSentence(compared)),
    },
    rows: [
      { ...levelRow(forest.overall, subgroups), kind: 'overall', label: shared.all },
      ...forest.interactions.flatMap((interaction) => factorRows(interaction, subgroups)),
    ],
  };
}

function factorRows(interaction: RateInteraction, subgroups: ResponseSubgroups): ForestRow[] {
  const { forest, labelOf } = subgroups;
  const { factor, p } = interaction;
  return [
    {
      kind: 'factor',
      label: labelOf(factor),
      cells: [],
      effect: null,
      text: '',
      interval: '',
      interaction: p === null ? shared.notTested : pValue(p),
    },
    ...forest.rows.filter((row) => row.factor === factor).map((row) => levelRow(row, subgroups)),
  ];
}

function levelRow(row: RateSubgroup, { forest, arm, effect }: ResponseSubgroups): ForestRow {
  const pair = pairIn(row, arm);
  const drawn = pair === null ? null : drawnEffect(row, pair, effect);
  const arms = [arm, referenceOf(forest)].map((label) => armIn(row, label));
  return {
    kind: 'level',
    label: levelLabel(row.level),
    cells: arms.map((own) => (own.n === 0 ? shared.none : ofTotal(own.events, own.n))),
    effect: drawn,
    text: drawn === null ? shared.notEstimable(whyNot(arms)) : valueText(drawn.value, effect),
    interval: drawn === null ? '' : `(${boundsText(drawn, effect)})`,
    interaction: '',
  };
}

export function valueText(value: number | null, effect: ResponseEffect): string {
  return effect === 'difference' ? signedPoints(value) : ratio(value);
}

export function boundsText(
  bounds: { lower: number; upper: number },
  effect: ResponseEffect,
): string {
  return effect === 'difference' ? pointsInterval(bounds) : ratioInterval(bounds);
}

/** The effect with its interval, and its weight on the figure. */
export function drawnEffect(
  row: RateSubgroup,
  pair: TwoProportions,
  effect: ResponseEffect,
): ForestEffect | null {
  const { difference, oddsRatio, chosen } = pair;
  const value = effect === 'difference' ? difference.value : oddsRatio.value;
  const bounds = effect === 'difference' ? difference.newcombe : oddsRatio.woolf;
  if (value === null || bounds === null) return null;
  const weight = armIn(row, pair.a).n + armIn(row, pair.b).n;
  // Pearson's test is chosen where every expected count is at least 5.
  return { value, ...bounds, weight, small: chosen === 'fisher' };
}

type Arm = RateSubgroup['perArm'][number];

function armIn({ perArm }: RateSubgroup, label: string): Arm {
  return perArm.find((one) => one.label === label) ?? { label, n: 0, events: 0, rate: null };
}

/** The plain reason, from the counts beside it. */
function whyNot(arms: readonly Arm[]): string {
  if (arms.some(({ n }) => n === 0)) return words.oneArm;
  if (arms.every(({ events }) => events === 0)) return words.nobody;
  if (arms.every(({ events, n }) => events === n)) return words.everybody;
  return arms.some(({ events }) => events === 0) ? words.nobodyInOne : words.everybodyInOne;
}
