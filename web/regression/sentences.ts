// What the regression panel says in words.
import type { CoxTableRow } from '../../build/wasm/riskset.js';
import { intervalInWords, nbsp, ratio } from '../format/numbers.ts';
import { rich, strong, type RichText } from '../format/rich-text.ts';
import { counted, inSentence, listed } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { enteredTerms, rowsOf, type ModelAnswers } from './answers.ts';
import type { LabelOf } from './labels.ts';

interface ArmEffect {
  answers: ModelAnswers;
  level: string;
  reference: string;
  hr: number;
  lower: number | null;
  upper: number | null;
}

/** The adjusted effect of the arm for each endpoint shown, or what the models hold without arms. */
export function lede(
  shown: readonly ModelAnswers[],
  arm: string | null,
  labelOf: LabelOf,
): RichText {
  const [first] = shown;
  if (first === undefined) return [];
  const terms = enteredTerms(first);
  const effects = shown.flatMap((answers) => armEffects(answers, arm));
  const arms = new Set(effects.map(({ level }) => level));
  if (effects.length === 0 || arms.size > 1) return modelInWords(terms, labelOf);
  const others = terms.filter((name) => name !== arm).map((name) => inSentence(labelOf(name)));
  const opening =
    others.length === 0 ? 'Without adjustment' : `After adjustment for ${listed(others)}`;
  return rich`${opening}, ${effectInWords(effects)}.`;
}

function armEffects(answers: ModelAnswers, arm: string | null): ArmEffect[] {
  if (arm === null) return [];
  const rows = rowsOf(answers).filter(({ name }) => name === arm);
  const reference = rows.find((row) => row.multivariable?.reference ?? row.reference)?.level ?? '';
  return rows.flatMap((row) => effectOf(row, reference, answers));
}

function effectOf(row: CoxTableRow, reference: string, answers: ModelAnswers): ArmEffect[] {
  const effect = row.multivariable;
  if (row.reference || effect === null || effect.reference || effect.hr === null) return [];
  const { hr, lower, upper } = effect;
  return [{ answers, level: row.level, reference, hr, lower, upper }];
}

/**
 * "Lower" and "higher" only where every interval shown lies on one side of 1; otherwise the ratio is
 * given without a verdict.
 */
function effectInWords(effects: readonly ArmEffect[]): RichText {
  const [{ level = '', reference = '' } = {}] = effects;
  const arm = inSentence(armLabel(level));
  const lower = effects.every(({ upper }) => upper !== null && upper < 1);
  const higher = effects.every(({ lower: bound }) => bound !== null && bound > 1);
  if (lower || higher) {
    const hazards = lower ? 'lower' : 'higher';
    return rich`${arm} was associated with ${effects.length > 1 ? `${hazards} hazards` : `a ${hazards} hazard`} ${list(effects, (words) => `of ${words.hazard}`)}`;
  }
  const against = inSentence(armLabel(reference));
  return rich`the hazard ratio of ${arm} against ${against} was ${effects.flatMap(
    (effect, index) => [
      ...(index === 0 ? [] : [' and ']),
      strong(ratio(effect.hr)),
      ` (${bounds(effect, index)}) for ${effect.answers.words.hazard}`,
    ],
  )}`;
}

function list(
  effects: readonly ArmEffect[],
  name: (words: ModelAnswers['words']) => string,
): RichText {
  return effects.flatMap((effect, index) => [
    `${index === 0 ? '' : ' and '}${name(effect.answers.words)} (HR${nbsp}`,
    strong(ratio(effect.hr)),
    `, ${bounds(effect, index)})`,
  ]);
}

function bounds(effect: ArmEffect, index: number): string {
  return `${index === 0 ? `95%${nbsp}CI ` : ''}${intervalInWords(effect, ratio)}`;
}

function modelInWords(terms: readonly string[], labelOf: LabelOf): RichText {
  if (terms.length === 0) return ['No covariate has entered the multivariable model.'];
  const names = terms.map((name) => inSentence(labelOf(name)));
  return [`The multivariable model holds ${counted(terms.length, 'term')}: ${listed(names)}.`];
}
