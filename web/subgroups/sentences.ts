// What the subgroups panel says: whether effects differ, and what not to conclude.
import { full, nbsp, pEquals, pValue, ratio, ratioInterval } from '../format/numbers.ts';
import { p, rich, type RichText } from '../format/rich-text.ts';
import { counted, inSentence, levelLabel, listed } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { effectIn, factors, type Subgroups } from './forest-data.ts';

/** Below this an interaction test deserves a sentence of its own. */
const notable = 0.1;
/** The line that readers draw, whether they should or not. */
const customary = 0.05;

export function lede(subgroups: Subgroups): RichText {
  const { forest, arm } = subgroups;
  const ratios = forest.rows.flatMap((row) => effectIn(row, arm).ratio ?? []);
  if (ratios.length === 0) return ['No subgroup holds enough events to estimate a hazard ratio.'];
  return rich`${direction(ratios)} ${interactions(subgroups)}`;
}

function direction(ratios: readonly number[]): RichText {
  const below = ratios.filter((ratioOf) => ratioOf < 1).length;
  if (below === ratios.length) {
    return ['The hazard ratio was below 1 in every subgroup that could be estimated.'];
  }
  if (below === 0)
    return ['The hazard ratio was above 1 in every subgroup that could be estimated.'];
  return [
    `The hazard ratio was below 1 in ${below} of ${ratios.length} subgroups that could be estimated.`,
  ];
}

function interactions({ forest, labelOf }: Subgroups): RichText {
  const tested = forest.interactions.flatMap(({ factor, p: value }) =>
    value === null ? [] : [{ factor, value }],
  );
  if (tested.length === 0) return ['No interaction could be tested.'];
  const low = tested.filter(({ value }) => value < notable);
  if (low.length === 0) return ['No interaction test was below 0.10.'];
  const parts = low.flatMap(({ factor, value }, index) => [
    `${index === 0 ? '' : ' and '}${inSentence(labelOf(factor))} (`,
    ...rich`${p}${pEquals(value)}`,
    ')',
  ]);
  return rich`The effect may differ by ${parts}: ${counted(tested.length, 'test')}, not corrected.`;
}

export interface Caution {
  claim: RichText;
  text: RichText;
}

interface Contrast {
  /** Levels with p below 0.05, and those with a larger one, as "ECOG 0". */
  low: { name: string; p: number }[];
  high: { name: string; p: number }[];
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
  return [
    {
      claim: ['Do not write that only some of these patients benefit.'],
      text: rich`${p} is below 0.05 in ${listed(names)} and not in their counterparts, but the hazard ratios do not differ beyond chance (interaction ${p}${nbsp}=${nbsp}${tests}).`,
    },
  ];
}

function contrastOf(factor: string, { forest, arm, labelOf }: Subgroups): Contrast[] {
  const tested = forest.rows
    .filter((row) => row.factor === factor)
    .flatMap((row) => {
      const { p: value } = effectIn(row, arm);
      const name = `${labelOf(factor)} ${levelLabel(row.level)}`;
      return value === null ? [] : [{ name, p: value }];
    });
  const low = tested.filter((level) => level.p < customary);
  const high = tested.filter((level) => level.p >= customary);
  const interaction = forest.interactions.find((one) => one.factor === factor)?.p ?? null;
  if (low.length === 0 || high.length === 0 || interaction === null) return [];
  return interaction < customary ? [] : [{ low, high, interaction }];
}

function cautionOf({ low, high, interaction }: Contrast): Caution {
  const names = listed(low.map(({ name }) => name));
  const levels = listed([...low, ...high].map((level) => `${pValue(level.p)} in ${level.name}`));
  return {
    claim: [`Do not write that only ${names} ${low.length === 1 ? 'benefits' : 'benefit'}.`],
    text: rich`${p} is ${levels}, but the hazard ratios do not differ beyond chance (interaction ${p}${pEquals(interaction)}).`,
  };
}

/** Subgroups whose square is hollow. */
export function smallCells({ forest, arm, labelOf, words }: Subgroups): Caution[] {
  const small = forest.rows.flatMap((row) => {
    const { a, b, small: hollow, ratio: value } = effectIn(row, arm);
    if (!hollow || value === null) return [];
    const arms = row.perArm.filter(({ label }) => label === a || label === b);
    const fewest = Math.min(...arms.map(({ events }) => events));
    const name = `${labelOf(row.factor)} ${levelLabel(row.level)}`;
    return [
      {
        name,
        counts: `${counted(row.n, 'patient')}, ${counted(fewest, words.event, words.events)} in the smaller arm`,
      },
    ];
  });
  const [only] = small;
  if (only === undefined) return [];
  const squares = small.length === 1 ? 'Its square is hollow' : 'Their squares are hollow';
  const claim =
    small.length === 1
      ? `${only.name} has ${only.counts}.`
      : `Fewer than 5 ${words.events} in an arm: ${listed(small.map(({ name }) => name))}.`;
  return [{ claim: [claim], text: [`${squares}: one patient more or less would move it.`] }];
}

/** The figure in words. */
export function description(subgroups: Subgroups): string {
  const { forest, arm, labelOf, words } = subgroups;
  const all = effectIn(forest.overall, arm);
  const opening = `Forest plot of the hazard ratio for ${words.hazard}, ${inSentence(armLabel(all.a))} against ${inSentence(armLabel(all.b))}; below 1 is better with the first.`;
  const overall =
    all.ratio === null ? '' : ` All patients: ${ratio(all.ratio)} (${ratioInterval(all)}).`;
  const levels = forest.rows.map((row) => {
    const effect = effectIn(row, arm);
    const name = `${labelOf(row.factor)} ${levelLabel(row.level)}`;
    return effect.ratio === null
      ? `${name}: not estimable.`
      : `${name}: ${ratio(effect.ratio)} (${ratioInterval(effect)}).`;
  });
  const tests = forest.interactions.flatMap(({ factor, p: value }) =>
    value === null ? [] : [`${labelOf(factor)}${nbsp}${full.pValue(value)}`],
  );
  const interaction = tests.length === 0 ? '' : ` Interaction p: ${tests.join('; ')}.`;
  return `${opening}${overall} ${levels.join(' ')}${interaction}`;
}
