// What the regression panel says in words.
import { intervalInWords, ratio } from '../format/numbers.ts';
import { joined, type RichText } from '../base/rich-text.ts';
import { inSentence, listed, listedParts } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { text } from '../text/text.ts';
import { enteredTerms, rowsOf, type EffectRow, type OutcomeModels } from './answers.ts';
import type { LabelOf } from './labels.ts';

const words = text.regression;

/** With more arms than this, a sentence gives the ratios of the first endpoint only. */
const mostInBoth = 2;

interface ArmEffect {
  answers: OutcomeModels;
  level: string;
  reference: string;
  value: number;
  lower: number | null;
  upper: number | null;
}

/** The adjusted effect of the arms for each outcome shown, or what the models hold without arms. */
export function lede(
  shown: readonly OutcomeModels[],
  arm: string | null,
  labelOf: LabelOf,
  coverage: string,
): RichText {
  const [first] = shown;
  // Of a table that was refused nothing is known, not even who entered.
  if (first === undefined || shown.some(({ rows }) => rows === null)) return [];
  const terms = enteredTerms(first);
  // By p, the models of two endpoints may hold different terms: then each has its own sentence.
  if (shown.some((one) => enteredTerms(one).join('\n') !== terms.join('\n'))) {
    return joined(shown.map((one) => lede([one], arm, labelOf, coverage)));
  }
  const byEndpoint = shown
    .map((answers) => armEffects(answers, arm))
    .filter(({ length }) => length > 0);
  if (byEndpoint.length === 0) {
    if (first.multivariableRefused) return [];
    const tested = rowsOf(first).some(({ name }) => name === arm);
    return modelInWords(terms, tested ? arm : null, labelOf);
  }
  const others = terms
    .filter((name) => name !== arm)
    .map((name) => inSentence(labelOf(name), name));
  const opening = others.length === 0 ? words.unadjusted : words.adjusted(listed(others));
  if (byEndpoint.every(({ length }) => length === 1)) {
    return words.opening(opening, effectInWords(byEndpoint.flat(), coverage));
  }
  const [one, ...more] = byEndpoint.map((effects) => ({
    of: effects[0]?.answers.of ?? '',
    reference: inSentence(armLabel(effects[0]?.reference ?? '')),
    effects: armsInWords(effects, coverage),
    arms: effects.length,
  }));
  if (one === undefined) return [];
  return joined([
    words.opening(opening, words.ratiosWere(first.ratio, one.of, one.reference, one.effects)),
    ...more
      .filter(({ arms }) => arms <= mostInBoth)
      .map(({ of, effects }) => words.ratiosAlsoWere(of, effects)),
  ]);
}

function armEffects(answers: OutcomeModels, arm: string | null): ArmEffect[] {
  if (arm === null) return [];
  const rows = rowsOf(answers).filter(({ name }) => name === arm);
  const reference = rows.find((row) => row.multivariable?.reference ?? row.reference)?.level ?? '';
  return rows.flatMap((row) => effectOf(row, reference, answers));
}

function effectOf(row: EffectRow, reference: string, answers: OutcomeModels): ArmEffect[] {
  // Where the multivariable model was refused, the arms alone are all that is known.
  const effect = answers.multivariableRefused ? row.univariable : row.multivariable;
  if (row.reference || effect === null || effect.reference || effect.ratio === null) return [];
  const { ratio: value, lower, upper } = effect;
  return [{ answers, level: row.level, reference, value, lower, upper }];
}

/** "0.42 (95% CI 0.25 to 0.71) with rechallenge and 0.60 (0.40 to 0.90) with maintenance" */
function armsInWords(effects: readonly ArmEffect[], coverage: string): RichText {
  return listedParts(
    effects.map((effect, index) =>
      words.withArm(
        ratio(effect.value),
        bounds(effect, index, coverage),
        inSentence(armLabel(effect.level)),
      ),
    ),
  );
}

/**
 * "Lower" and "higher" only where every interval lies on one side of 1 as it is printed; otherwise the
 * ratio is given without a verdict.
 */
function effectInWords(effects: readonly ArmEffect[], coverage: string): RichText {
  const [{ level = '', reference = '', answers } = {}] = effects;
  const kind = answers?.ratio ?? 'hazard';
  const arm = inSentence(armLabel(level));
  const lower = effects.every(({ upper }) => upper !== null && upper < 1 && !isOne(upper));
  const higher = effects.every(({ lower: low }) => low !== null && low > 1 && !isOne(low));
  if (lower || higher) {
    const outcomes = effects.map((effect, index) =>
      words.ofOutcome(
        kind,
        effect.answers.of,
        ratio(effect.value),
        bounds(effect, index, coverage),
      ),
    );
    return words.associated(kind, arm, lower, effects.length > 1, listedParts(outcomes));
  }
  const ratios = effects.map((effect, index) =>
    words.forOutcome(ratio(effect.value), bounds(effect, index, coverage), effect.answers.of),
  );
  return words.ratioWas(kind, arm, inSentence(armLabel(reference)), listedParts(ratios));
}

function isOne(bound: number): boolean {
  return ratio(bound) === ratio(1);
}

/** The coverage is said once. */
function bounds(effect: ArmEffect, index: number, coverage: string): string {
  return words.bounds(index === 0 ? coverage : '', intervalInWords(effect, ratio));
}

function modelInWords(terms: readonly string[], arm: string | null, labelOf: LabelOf): RichText {
  if (terms.length === 0) return [words.nobodyEntered];
  const names = terms.map((name) => inSentence(labelOf(name), name));
  const holds = words.holds(terms.length, listed(names));
  return arm === null || terms.includes(arm) ? [holds] : joined([[words.armNotEntered], [holds]]);
}
