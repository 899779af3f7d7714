// The words of a table of adverse events. Where somebody has written in a column what was to be said of
// single patients, its texts stay unless they are put back: numbers stand for terms, and for the other
// columns what is counted of them.
import type { AnalysisResult } from '../../build/wasm/riskset.js';

import { type Cohort, textColumn } from '../data/cohort.ts';
import {
  type EventSetup,
  type TextRole,
  textRoles,
  withOtherTexts,
} from '../data/tables/event-setup.ts';
import { gradesOf } from '../data/tables/event-words.ts';
import { isIdentifier } from '../data/tables/join.ts';
import { recoded, textCounts } from '../data/text/text-table.ts';
import { text } from '../text/text.ts';
import { eventTableOfSettings } from './event-table.ts';
import { mostStandAlone } from './free-text.ts';
import { isTold } from './told.ts';

const words = text.share;

/** The roles whose words stay: all that would go of a table that is not open, where nobody can look. */
export function eventWordsKept(
  table: Cohort | null,
  setup: EventSetup,
  putBack: readonly string[] = [],
): TextRole[] {
  return textRoles.filter((role) => {
    const name = setup.columns[role];
    if (name === null || putBack.includes(name)) return false;
    return table === null ? isDecided(setup, role) : looksFree(table, name);
  });
}

function isDecided(setup: EventSetup, role: TextRole): boolean {
  const { texts, listed } = eventTableOfSettings(setup);
  return texts[role].length > 0 || (role === 'term' && listed !== null);
}

function looksFree(table: Cohort, name: string): boolean {
  const column = textColumn(table, name);
  const counts = textCounts(column);
  const known = column.texts.flatMap((one, at) => (isIdentifier(one) ? [counts[at]!] : []));
  return mostStandAlone(known) || column.texts.some((one) => isTold(one, column.texts));
}

type Coding = ReadonlyMap<TextRole, (given: string) => string>;

function codingOf({ texts, yes }: EventSetup, kept: readonly TextRole[]): Coding {
  const places = new Map(texts.term.map((one, at) => [one, words.eventTerm(at + 1)]));
  const grades = gradesOf(texts.grade);
  const all: Record<TextRole, (given: string) => string> = {
    term: (given) => places.get(given) ?? '',
    grade: (given) => {
      if (!Object.hasOwn(grades, given)) return '';
      const grade = grades[given] ?? null;
      return grade === null ? words.eventAnswers.yes : String(grade);
    },
    related: (given) => answer(given, yes.related),
    immune: (given) => answer(given, yes.immune),
  };
  return new Map(kept.map((role) => [role, all[role]]));
}

function answer(given: string, yes: readonly string[]): string {
  if (!isIdentifier(given)) return '';
  return yes.includes(given) ? words.eventAnswers.yes : words.eventAnswers.no;
}

/** The setup that reads a table in which numbers and answers stand for these words. */
export function withoutEventWords(setup: EventSetup, kept: readonly TextRole[]): EventSetup {
  const coding = codingOf(setup, kept);
  const coded = (role: TextRole, all: readonly string[]) => {
    const code = coding.get(role);
    return code === undefined ? [...all] : [...new Set(all.map(code))].filter(isIdentifier);
  };
  return withOtherTexts(setup, coded);
}

/** The same of settings: whoever opens them has the table, and no number stands in it. */
export function withoutDecidedWords(setup: EventSetup, kept: readonly TextRole[]): EventSetup {
  const left = (role: TextRole, all: readonly string[]) => (kept.includes(role) ? [] : [...all]);
  const { listed } = setup;
  return { ...withOtherTexts(setup, left), listed: kept.includes('term') ? null : listed };
}

/** What the engine says of each term, under the numbers of the terms. */
export function answerWithoutWords(
  given: AnalysisResult,
  setup: EventSetup,
  kept: readonly TextRole[],
): AnalysisResult {
  const code = codingOf(setup, kept).get('term');
  if (code === undefined || !given.ok || given.method !== 'adverseEvents') return given;
  const terms = given.value.terms.map((own) => ({ ...own, term: code(own.term) }));
  return { ...given, value: { ...given.value, terms } };
}

/** The table itself with them. A column of two roles is read by the first. */
export function tableWithoutWords(
  table: Cohort,
  setup: EventSetup,
  kept: readonly TextRole[],
): Cohort {
  const coding = codingOf(setup, kept);
  const { header, columns } = table.table;
  const coded = columns.map((column, at) => {
    const role = kept.find((one) => setup.columns[one] === header[at]);
    const code = role === undefined ? undefined : coding.get(role);
    return code === undefined ? column : recoded(column, code);
  });
  return { ...table, table: { ...table.table, columns: coded } };
}
