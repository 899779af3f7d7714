// What may be wrong with the odds ratios shown, each thing once.
import type { Warning } from '../../build/wasm/riskset.js';
import { full } from '../format/numbers.ts';
import { inSentence, levelLabel } from '../format/words.ts';
import { answered, warningsOf } from '../panels/outcomes.ts';
import { text } from '../text/text.ts';
import { enteredTerms, rowsOf } from './answers.ts';
import type { LabelOf } from './labels.ts';
import type { LogisticAnswers } from './logistic-answers.ts';
import type { RunsOff, Told } from './warnings.ts';

const words = text.regression.logistic;

/** The warnings of the engine that have no sentence of their own here. */
export function otherWarnings({ rate, table }: LogisticAnswers): Warning[] {
  const own = ['fewEventsPerVariable', 'separation'];
  return [...warningsOf(rate), ...warningsOf(table)].filter(({ code }) => !own.includes(code));
}

/** "responders", or who is rarer than they. */
export function rarer({ table, words: said }: LogisticAnswers): string {
  const { events, n } = answered(table)?.value ?? { events: 0, n: 0 };
  return 2 * events > n ? said.without : said.with;
}

export function fewOutcomes(answers: LogisticAnswers, firth: boolean): Told[] {
  const perTerm = answered(answers.table)?.value.eventsPerVariable ?? null;
  const warned = warningsOf(answers.table).some(({ code }) => code === 'fewEventsPerVariable');
  if (perTerm === null || !warned) return [];
  return [
    {
      claim: words.fewOutcomes(full.expected(perTerm), rarer(answers)),
      text: [words.fewOutcomesText(enteredTerms(answers).length > 1, firth)],
    },
  ];
}

/** Odds ratios that do not exist, each once, with the level in which all have the same outcome. */
export function separated(answers: LogisticAnswers, labelOf: LabelOf): RunsOff[] {
  const found = new Map<string, RunsOff>();
  for (const { code, column, levels, detail } of warningsOf(answers.table)) {
    if (code !== 'separation') continue;
    const level = levels[0] ?? '';
    // The univariable model knows more patients than the multivariable.
    const key = `${column}\n${level}`;
    if (found.has(key)) continue;
    found.set(key, {
      column,
      level,
      ...(level === ''
        ? { claim: words.separates(termOf(column, detail, labelOf)), text: [words.separatesText] }
        : {
            claim: claimOf(answers, column, level, detail, labelOf),
            text: [words.oneOutcomeText],
          }),
    });
  }
  return [...found.values()];
}

/** The engine writes "column: level", or the column alone where it is a number. */
function termOf(column: string, detail: string, labelOf: LabelOf): string {
  const level = detail.startsWith(`${column}: `) ? detail.slice(column.length + 2) : '';
  return inSentence(`${labelOf(column)} ${levelLabel(level)}`.trim(), column);
}

/** `counts`: "0 / 12" with the outcome. */
function claimOf(
  answers: LogisticAnswers,
  column: string,
  level: string,
  counts: string,
  labelOf: LabelOf,
): string {
  const [events = 0, patients = 0] = counts.split(' / ').map(Number);
  const row = rowsOf(answers).find((one) => one.name === column && one.level === level);
  const say = row?.reference === true ? words.oneOutcomeInReference : words.oneOutcomeInLevel;
  const term = inSentence(`${labelOf(column)} ${levelLabel(level)}`, column);
  return say(events === 0, patients, term, answers.words.had);
}
