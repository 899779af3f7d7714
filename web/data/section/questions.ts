// Which questions about the events are open, and what an answer settles.
import type { Cohort } from '../cohort.ts';
import { codingOf, type EndpointSetup, type Setup } from '../setup.ts';
import type { EventCoding, EventValue } from '../guess/event-coding.ts';

export interface EventQuestion extends EventCoding {
  endpoint: EndpointSetup;
  values: EventValue[];
  /** Endpoints with the same values and the same guess: one answer holds for all. */
  alsoFor: EndpointSetup[];
}

export function openQuestions(cohort: Cohort, setup: Setup): EventQuestion[] {
  const questions: EventQuestion[] = [];
  for (const endpoint of setup.endpoints) {
    if (endpoint.event === null || endpoint.confirmed) continue;
    const coding = codingOf(cohort, setup, endpoint);
    if (coding.values.length === 0) continue;
    const same = questions.find((question) => sameCoding(question, coding));
    if (same === undefined) questions.push({ ...coding, endpoint, alsoFor: [] });
    else same.alsoFor.push(endpoint);
  }
  return questions;
}

/** Only codings that were guessed without doubt stand for each other. */
function sameCoding(a: EventCoding & { values: EventValue[] }, b: typeof a): boolean {
  const texts = ({ values }: typeof a) => values.map(({ value }) => value).join('\n');
  return (
    a.levels !== null && b.levels !== null && a.levels[0] === b.levels[0] && texts(a) === texts(b)
  );
}

/** The endpoints that an answer to the question settles. */
export function settledBy(question: EventQuestion, levels: readonly string[]): EndpointSetup[] {
  const asGuessed = levels.length === 1 && levels[0] === question.levels?.[0];
  return [question.endpoint, ...(asGuessed ? question.alsoFor : [])];
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function numberWord(number: number): string {
  return words[number] ?? String(number);
}

/** The first sentence of Data: what is there, what was recognised, what is wanted from the reader. */
export function dataSentence(cohort: Cohort, setup: Setup): string {
  const { rows, header } = cohort.table;
  const missing = cohort.columns.reduce((sum, column) => sum + column.missing, 0);
  const gaps =
    missing === 0 ? 'no value missing' : `${missing} ${missing === 1 ? 'value' : 'values'} missing`;
  const endpoints = setup.endpoints.length;
  const arms = setup.armLevels.length;
  const recognised = [
    ...(endpoints > 0
      ? [`${numberWord(endpoints)} ${endpoints === 1 ? 'endpoint' : 'endpoints'}`]
      : []),
    ...(arms > 0 ? [`${numberWord(arms)} ${arms === 1 ? 'arm' : 'arms'}`] : []),
  ].join(' and ');
  const plural = endpoints + arms !== 1;
  const found =
    recognised === ''
      ? 'No endpoint and no arm were recognised: choose them below.'
      : `${recognised.charAt(0).toUpperCase()}${recognised.slice(1)} ${plural ? 'were' : 'was'} recognised.`;
  const open = openQuestions(cohort, setup).length;
  const wanted =
    open === 0
      ? ''
      : ` ${capital(numberWord(open))} ${open === 1 ? 'answer is' : 'answers are'} needed from you.`;
  const size = `${rows.length} ${rows.length === 1 ? 'patient' : 'patients'}, ${header.length} ${header.length === 1 ? 'column' : 'columns'}`;
  return `${size}, ${gaps}. ${found}${wanted}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
