// What is said of response by subgroup: whether effects differ, and what not to conclude.
import { nbsp } from '../base/rounding.ts';
import type { RichText } from '../base/rich-text.ts';
import { full, pEquals, pValue } from '../format/numbers.ts';
import { inSentence, levelLabel, listed } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { chosenTest } from '../panels/comparison-table.ts';
import { text } from '../text/text.ts';
import {
  boundsText,
  drawnEffect,
  pairIn,
  referenceOf,
  type ResponseSubgroups,
  valueText,
} from './subgroup-forest.ts';

const words = text.response.subgroups;
const shared = text.subgroups;

/** The lowest interaction p, so that nobody has to open the figure to read it. */
export function setting({ forest }: ResponseSubgroups): RichText {
  const tested = forest.interactions.flatMap(({ p }) => (p === null ? [] : [p]));
  if (tested.length === 0) return [words.noTestSetting];
  return words.lowest(pValue(Math.min(...tested)), tested.length);
}

export interface Caution {
  claim: string;
  text: RichText;
}

/** The line that readers draw, whether they should or not. */
const customary = 0.05;

/**
 * Where one subgroup's p is below 0.05 and another's is not, readers conclude that only one responds;
 * the interaction test does not say so.
 */
export function cautions(subgroups: ResponseSubgroups): Caution[] {
  const contrasts = subgroups.forest.interactions.flatMap((interaction) => {
    const { factor, p } = interaction;
    if (p === null || p < customary) return [];
    const tested = testedLevels(subgroups, factor);
    const low = tested.filter((level) => level.p < customary);
    const high = tested.filter((level) => level.p >= customary);
    return low.length === 0 || high.length === 0 ? [] : [{ low, high, interaction: p }];
  });
  const [only] = contrasts;
  if (only === undefined) return [];
  const names = listed(contrasts.flatMap(({ low }) => low.map(({ name }) => name)));
  if (contrasts.length === 1) {
    const levels = [...only.low, ...only.high].map(({ name, p }) => shared.pIn(pValue(p), name));
    return [
      {
        claim: words.doNotWrite(names, only.low.length === 1),
        text: words.doNotWriteText(listed(levels), pEquals(only.interaction)),
      },
    ];
  }
  const tests = listed(contrasts.map(({ interaction }) => pValue(interaction)));
  return [{ claim: words.doNotWriteSome, text: words.doNotWriteSomeText(names, tests) }];
}

function testedLevels({ forest, arm, labelOf }: ResponseSubgroups, factor: string) {
  return forest.rows
    .filter((row) => row.factor === factor)
    .flatMap((row) => {
      const pair = pairIn(row, arm);
      // Where all or none of both arms have it there is nothing to compare, by any test.
      if (pair === null || pair.tests.pearson === null) return [];
      return [{ name: `${labelOf(factor)} ${levelLabel(row.level)}`, p: chosenTest(pair).p }];
    });
}

/** The factors that were tested with Firth's penalty, as a list; empty without any. */
export function penalised({ forest, labelOf }: ResponseSubgroups): string {
  const factors = forest.interactions.filter(({ p, penalty }) => p !== null && penalty === 'firth');
  return listed(factors.map(({ factor }) => inSentence(labelOf(factor), factor)));
}

/** The figure in words. */
export function description(subgroups: ResponseSubgroups): string {
  const { forest, arm, effect, rate, labelOf } = subgroups;
  const said = (row: (typeof forest)['overall']) => {
    const pair = pairIn(row, arm);
    const drawn = pair === null ? null : drawnEffect(row, pair, effect);
    return drawn === null
      ? shared.notEstimableShort
      : shared.effect(valueText(drawn.value, effect), boundsText(drawn, effect));
  };
  const opening = words.describe[effect](
    words.rateInSentence[rate],
    inSentence(armLabel(arm)),
    inSentence(armLabel(referenceOf(forest))),
  );
  const levels = forest.rows.map((row) =>
    shared.describeLevel(`${labelOf(row.factor)} ${levelLabel(row.level)}`, said(row)),
  );
  const tests = forest.interactions.flatMap(({ factor, p }) =>
    p === null ? [] : [`${labelOf(factor)}${nbsp}${full.pValue(p)}`],
  );
  const interaction = tests.length === 0 ? '' : shared.describeTests(tests.join('; '));
  return `${opening}${shared.describeAll(said(forest.overall))} ${levels.join(' ')}${interaction}`;
}
