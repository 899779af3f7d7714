// What the subgroups panel says: whether effects differ, and what not to conclude.
import type { ArmEffect, SubgroupRow } from '../../build/wasm/riskset.js';
import { nbsp } from '../base/rounding.ts';
import { full, pEquals, pValue, ratio, ratioInterval } from '../format/numbers.ts';
import { rich, type RichText } from '../base/rich-text.ts';
import { inSentence, levelLabel, listed, listedParts } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { text } from '../text/text.ts';
import { comparedArms, effectIn, factors, type Subgroups } from './forest-data.ts';

const words = text.subgroups;

/** Below this an interaction test deserves a sentence of its own. */
const notable = 0.1;
/** The line that readers draw, whether they should or not. */
const customary = 0.05;

export function lede(subgroups: Subgroups): RichText {
  const { forest, arm } = subgroups;
  const ratios = forest.rows.flatMap((row) => effectIn(row, arm).ratio ?? []);
  if (ratios.length === 0) return [words.noRatio];
  return rich`${direction(ratios, subgroups)} ${interactions(subgroups)}`;
}

function direction(ratios: readonly number[], { forest, arm }: Subgroups): string {
  const { a, b } = effectIn(forest.overall, arm);
  const several = comparedArms(forest).length > 1;
  const pair = several
    ? text.comparison.against(inSentence(armLabel(a)), inSentence(armLabel(b)))
    : '';
  const opening = words.opening(pair);
  const below = ratios.filter((one) => one < 1).length;
  const where = words.where(ratios.length, forest.rows.length);
  if (below === ratios.length) return words.below(opening, where);
  if (below > 0) return words.belowIn(opening, below, ratios.length);
  return ratios.every((one) => one > 1) ? words.above(opening, where) : words.notBelow(opening);
}

function interactions({ forest, labelOf }: Subgroups): RichText {
  const tested = forest.interactions.flatMap(({ factor, p: value }) =>
    value === null ? [] : [{ factor, value }],
  );
  if (tested.length === 0) return [words.noTest];
  const low = tested.filter(({ value }) => value < notable);
  if (low.length === 0) return words.noInteraction;
  const parts = low.map(({ factor, value }) =>
    words.factorWithP(inSentence(labelOf(factor), factor), pEquals(value)),
  );
  return words.mayDiffer(listedParts(parts), tested.length);
}

export interface Caution {
  claim: RichText;
  text: RichText;
  /** Subgroups whose patients the reader may want to see. */
  levels?: readonly { factor: string; level: string }[];
}

interface TestedLevel {
  name: string;
  p: number;
  ratio: number;
}

interface Contrast {
  /** Levels with p below 0.05, and those with a larger one, as "ECOG 0". */
  low: TestedLevel[];
  high: TestedLevel[];
  interaction: number;
}

/**
 * Where one subgroup's p is below 0.05 and another's is not, readers conclude that only one benefits;
 * the interaction test does not say so.
 */
export function cautions(subgroups: Subgroups): Caution[] {
  const contrasts = factors(subgroups.forest).flatMap((factor) => contrastOf(factor, subgroups));
  const [only] = contrasts;
  if (only === undefined) return [];
  if (contrasts.length === 1) return [cautionOf(only)];
  const names = contrasts.flatMap(({ low }) => low.map(({ name }) => name));
  const tests = listed(contrasts.map(({ interaction }) => pValue(interaction)));
  return [{ claim: [words.doNotWriteSome], text: words.doNotWriteSomeText(listed(names), tests) }];
}

function contrastOf(factor: string, { forest, arm, labelOf }: Subgroups): Contrast[] {
  const tested = forest.rows
    .filter((row) => row.factor === factor)
    .flatMap((row) => {
      const { p: value, ratio: own } = effectIn(row, arm);
      if (value === null || own === null) return [];
      return [{ name: nameOf(row, labelOf), p: value, ratio: own }];
    });
  const low = tested.filter((level) => level.p < customary);
  const high = tested.filter((level) => level.p >= customary);
  const interaction = forest.interactions.find((one) => one.factor === factor)?.p ?? null;
  if (low.length === 0 || high.length === 0 || interaction === null) return [];
  return interaction < customary ? [] : [{ low, high, interaction }];
}

function cautionOf({ low, high, interaction }: Contrast): Caution {
  const names = listed(low.map(({ name }) => name));
  const levels = listed([...low, ...high].map((level) => words.pIn(pValue(level.p), level.name)));
  const lowered = low.filter((level) => level.ratio < 1).length;
  const effect = lowered === low.length ? 'benefit' : lowered === 0 ? 'harm' : 'both';
  return {
    claim: [words.doNotWrite(names, low.length === 1, effect)],
    text: words.doNotWriteText(levels, pEquals(interaction)),
  };
}

/** Subgroups whose square is hollow. */
export function smallCells({ forest, arm, labelOf, words: endpoint }: Subgroups): Caution[] {
  const small = forest.rows.filter((row) => {
    const { small: hollow, ratio: value } = effectIn(row, arm);
    return hollow && value !== null;
  });
  const [only] = small;
  if (only === undefined) return [];
  const claim =
    small.length === 1
      ? words.small(
          nameOf(only, labelOf),
          patients(armsIn(only, arm)),
          Math.min(...armsIn(only, arm).map(({ events }) => events)),
          endpoint.event,
          endpoint.events,
        )
      : words.smallSeveral(endpoint.events, listed(small.map((row) => nameOf(row, labelOf))));
  return [
    {
      claim: [claim],
      text: [words.smallText(small.length === 1)],
      levels: small.map(({ factor, level }) => ({ factor, level })),
    },
  ];
}

/** The two arms whose ratio is drawn. */
function armsIn(row: SubgroupRow, arm: string): SubgroupRow['perArm'] {
  const { a, b } = effectIn(row, arm);
  return row.perArm.filter(({ label }) => label === a || label === b);
}

function patients(arms: SubgroupRow['perArm']): number {
  return arms.reduce((sum, { n }) => sum + n, 0);
}

function nameOf({ factor, level }: SubgroupRow, labelOf: Subgroups['labelOf']): string {
  return `${labelOf(factor)} ${levelLabel(level)}`;
}

/** The figure in words. */
export function description(subgroups: Subgroups): string {
  const { forest, arm, labelOf, words: endpoint } = subgroups;
  const all = effectIn(forest.overall, arm);
  const opening = words.describe(
    endpoint.hazard,
    inSentence(armLabel(all.a)),
    inSentence(armLabel(all.b)),
  );
  const overall = all.ratio === null ? '' : words.describeAll(effectText(all));
  const levels = forest.rows.map((row) =>
    words.describeLevel(nameOf(row, labelOf), effectText(effectIn(row, arm))),
  );
  const tests = forest.interactions.flatMap(({ factor, p: value }) =>
    value === null ? [] : [`${labelOf(factor)}${nbsp}${full.pValue(value)}`],
  );
  const interaction = tests.length === 0 ? '' : words.describeTests(tests.join('; '));
  return `${opening}${overall} ${levels.join(' ')}${interaction}`;
}

function effectText(effect: ArmEffect): string {
  return effect.ratio === null
    ? words.notEstimableShort
    : words.effect(ratio(effect.ratio), ratioInterval(effect));
}
