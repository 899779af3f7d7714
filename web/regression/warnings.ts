// What may be wrong with the models shown, each thing once for all of them.
import type { TermTest, Warning } from '../../build/wasm/riskset.js';
import { full, pEquals, pValue } from '../format/numbers.ts';
import type { RichText } from '../base/rich-text.ts';
import { inSentence, levelLabel, listedParts } from '../format/words.ts';
import { answered } from '../panels/outcomes.ts';
import { text } from '../text/text.ts';
import { enteredTerms, givenWarnings, hazardsTest, rowsOf, type ModelAnswers } from './answers.ts';
import type { LabelOf } from './labels.ts';

const words = text.regression;

/** Below this a test of proportional hazards is told. */
const customary = 0.05;
/** As many events should stand behind each coefficient. */
const usual = 10;

export interface Told {
  claim: string;
  text: RichText;
}

/** The warnings of the engine that have no sentence of their own here. */
export function modelWarnings(shown: readonly ModelAnswers[]): Warning[] {
  const own = ['nonProportionalHazards', 'fewEventsPerVariable', 'monotoneLikelihood'];
  return shown.flatMap(givenWarnings).filter(({ code }) => !own.includes(code));
}

interface Tested extends TermTest {
  answers: ModelAnswers;
}

function tests(shown: readonly ModelAnswers[]): Tested[] {
  return shown.flatMap((answers) =>
    (hazardsTest(answers)?.terms ?? []).map((test) => ({ ...test, answers })),
  );
}

/** One message per term whose effect changes during follow-up, in however many of the models shown. */
export function changingEffects(shown: readonly ModelAnswers[], labelOf: LabelOf): Told[] {
  const tested = tests(shown);
  const changing = tested.filter(({ p }) => p < customary);
  const columns = [...new Set(changing.map(({ name }) => name))];
  const steady = tested.filter(({ name }) => !columns.includes(name));
  return columns.map((column, index) => {
    const own = changing.filter(({ name }) => name === column);
    const where =
      shown.length === 1
        ? ''
        : own.length === shown.length
          ? words.inBoth
          : words.inModel(own.map(({ answers }) => answers.words.inSentence).join(''));
    return {
      claim: words.changes(inSentence(labelOf(column), column), where),
      text: words.changesText(
        listedParts(own.map(({ p }, at) => (at === 0 ? words.pEquals(pEquals(p)) : [pValue(p)]))),
        index === columns.length - 1 ? noOtherSign(steady) : [],
      ),
    };
  });
}

function noOtherSign(steady: readonly Tested[]): RichText {
  const names = new Set(steady.map(({ name }) => name));
  if (names.size === 0) return [];
  return words.noOtherSign(names.size, pValue(Math.min(...steady.map(({ p }) => p))));
}

/** All terms together may fail the test where none does alone. */
export function changingModels(shown: readonly ModelAnswers[]): Told[] {
  return shown.flatMap((answers) => {
    const test = hazardsTest(answers);
    if (test === null || test.global.p >= customary) return [];
    if (test.terms.some(({ p }) => p < customary)) return [];
    return [
      {
        claim: words.globalChanges(answers.words.inSentence),
        text: words.globalText(pEquals(test.global.p)),
      },
    ];
  });
}

export function fewEvents(shown: readonly ModelAnswers[]): Told[] {
  return shown.flatMap((answers) => {
    const perTerm = answered(answers.table)?.value.eventsPerVariable ?? null;
    const warned = givenWarnings(answers).some(({ code }) => code === 'fewEventsPerVariable');
    if (perTerm === null || perTerm >= usual || !warned) return [];
    const endpoint = shown.length > 1 ? answers.words.inSentence : '';
    return [
      {
        claim: words.fewEvents(full.expected(perTerm), answers.words.events, endpoint),
        text: [words.fewEventsText(enteredTerms(answers).length > 1)],
      },
    ];
  });
}

export interface RunsOff extends Told {
  column: string;
  /** The level whose events are all or none; "" where the column is a number. */
  level: string;
}

/** Hazard ratios that run to zero or infinity, each once, with the reason where a level shows it. */
export function runningOff(shown: readonly ModelAnswers[], labelOf: LabelOf): RunsOff[] {
  const found = new Map<string, RunsOff>();
  for (const answers of shown) {
    const where = shown.length > 1 ? answers.words.inSentence : '';
    for (const { code, column, detail } of givenWarnings(answers)) {
      if (code !== 'monotoneLikelihood') continue;
      const level = detail.startsWith(`${column}: `) ? detail.slice(column.length + 2) : '';
      const told = withoutEvents(answers, column, level, { labelOf, where }) ?? {
        column,
        level,
        claim: words.runsOff(termOf(column, level, labelOf)),
        text: [words.runsOffText],
      };
      found.set(told.claim, told);
    }
  }
  return [...found.values()];
}

function termOf(column: string, level: string, labelOf: LabelOf): string {
  return `${labelOf(column)} ${levelLabel(level)}`.trim();
}

/** Where nobody of the level has the event, or nobody of the reference; else null. */
function withoutEvents(
  answers: ModelAnswers,
  column: string,
  level: string,
  { labelOf, where }: { labelOf: LabelOf; where: string },
): RunsOff | null {
  const levels = rowsOf(answers).filter(({ name }) => name === column && level !== '');
  const free = levels.filter(({ n, events }) => n > 0 && events === 0);
  // Against a reference without events no ratio of the column exists: said once for all of them.
  const row = free.find(({ reference }) => reference) ?? free.find((own) => own.level === level);
  if (row === undefined) return null;
  const { events } = answers.words;
  const term = inSentence(termOf(column, row.level, labelOf), column);
  const say = row.reference ? words.noEventsInReference : words.noEvents;
  return {
    column,
    level: row.level,
    claim: say(events, row.n, term, where),
    text: [words.noEventsText(events)],
  };
}
