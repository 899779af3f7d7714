// The odds ratios that the regression panel shows, with the words for their outcome.
import type {
  AnalysisResult,
  LogisticModel,
  LogisticTableEffect,
  LogisticTableRow,
  ProportionGroup,
} from '../../build/wasm/riskset.js';
import { type BinaryOutcome, binaryOutcome } from '../data/analyses/logistic.ts';
import { isPresent } from '../data/guess/codes.ts';
import type { Options } from '../data/options.ts';
import type { Setup } from '../data/setup.ts';
import { inSentence, levelLabel } from '../format/words.ts';
import { answered, outcome, type Outcome } from '../panels/outcomes.ts';
import { text } from '../text/text.ts';
import type { Effect, EffectRow, OutcomeModels } from './answers.ts';
import type { LabelOf } from './labels.ts';

const words = text.regression.logistic;

/** How an outcome is said. */
export interface OutcomeWords {
  /** "Objective response" */
  outcome: string;
  inSentence: string;
  /** With what it is made of: "Objective response (CR + PR)". */
  defined: string;
  /** Completes "None of the 12 patients …": "responded". */
  had: string;
  /** Over the column of those with it. */
  head: string;
  /** "responders", "non-responders" */
  with: string;
  without: string;
}

export interface LogisticAnswers extends OutcomeModels {
  outcome: BinaryOutcome;
  words: OutcomeWords;
  /** Those with the outcome among all whose outcome is known. */
  rate: Outcome<'proportion'>;
  counted: ProportionGroup | null;
  table: Outcome<'logisticTable'>;
  model: LogisticModel | null;
}

/** null: a column is to be chosen. */
export function logisticAnswers(
  results: ReadonlyMap<string, AnalysisResult>,
  setup: Setup,
  labelOf: LabelOf,
): LogisticAnswers | null {
  const own = binaryOutcome(setup);
  if (own === null) return null;
  const { interval, firth } = setup.options.logistic;
  const said = outcomeWords(own, labelOf);
  const rate = outcome(results, 'logistic:rate', 'proportion');
  const counted = answered(rate)?.value.groups[0] ?? null;
  const table = outcome(results, 'logistic', 'logisticTable');
  const value = answered(table)?.value ?? null;
  return {
    outcome: own,
    words: said,
    rate,
    counted,
    table,
    model: value?.model ?? null,
    ratio: 'odds',
    inSentence: said.inSentence,
    of: said.inSentence,
    head: counted === null ? said.outcome : words.head(said.outcome, counted.events, counted.n),
    eventsHead: said.head,
    nobody: words.nobodyInLevel(said.had),
    everybody: words.everybodyInLevel(said.had),
    rows: value?.rows.map((row) => effectRow(row, firth ? 'profile' : interval)) ?? null,
    multivariableRefused: value !== null && value.refused !== null,
  };
}

function outcomeWords(own: BinaryOutcome, labelOf: LabelOf): OutcomeWords {
  if (own.response !== null) return words.names[own.response];
  const { column, level, other } = own;
  const label = labelOf(column);
  const alone = isPresent(level) || (level === '1' && other === '0');
  const whole = words.withLevel(label, levelLabel(level));
  const called = alone ? label : whole;
  return {
    outcome: called,
    inSentence: inSentence(called, column),
    defined: whole,
    head: levelLabel(level),
    ...words.namesOf(inSentence(called, column)),
  };
}

type Kind = Options['logistic']['interval'];

function effectRow(
  { univariable, multivariable, ...row }: LogisticTableRow,
  kind: Kind,
): EffectRow {
  return {
    ...row,
    univariable: effectOf(univariable, kind),
    multivariable: effectOf(multivariable, kind),
  };
}

function effectOf(effect: LogisticTableEffect | null, kind: Kind): Effect | null {
  if (effect === null) return null;
  const { reference, oddsRatio: ratio, aliased, diverging } = effect;
  const { lower, upper, p, profileLower, profileUpper, profileP } = effect;
  return {
    reference,
    ratio,
    aliased,
    diverging,
    ...(kind === 'wald'
      ? { lower, upper, p }
      : { lower: profileLower, upper: profileUpper, p: profileP }),
  };
}
