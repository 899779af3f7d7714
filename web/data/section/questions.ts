// Which questions about the events are open, and what an answer settles.
import { text } from '../../text/text.ts';
import { analysedRows } from '../changes/conditions.ts';
import { type Cohort, originalOf, ownColumns } from '../cohort.ts';
import {
  codingOf,
  type EndpointSetup,
  type Setup,
  statusSharedWith,
  verbOfStatus,
} from '../setup.ts';
import { conditionsInWords } from './filter/condition-words.ts';
import type { EventCoding, EventValue } from '../guess/event-coding.ts';
import { dateQuestions } from './date-questions.ts';

export interface EventQuestion extends EventCoding {
  endpoint: EndpointSetup;
  values: EventValue[];
  /** What is asked of the patients with a value: died, progressed or died. */
  verb: string;
  /** Endpoints with the same values and the same guess: one answer holds for all. */
  alsoFor: EndpointSetup[];
  /** Endpoints with the same status: every answer holds for them. */
  sharedBy: EndpointSetup[];
}

export function openQuestions(cohort: Cohort, setup: Setup): EventQuestion[] {
  const questions: EventQuestion[] = [];
  for (const endpoint of setup.endpoints) {
    if (endpoint.event === null || endpoint.confirmed) continue;
    const coding = codingOf(cohort, setup, endpoint);
    if (coding.values.length === 0) continue;
    if (questions.some(({ sharedBy }) => sharedBy.includes(endpoint))) continue;
    const same = questions.find((question) => sameCoding(question, coding));
    const verb = verbOfStatus(setup, endpoint);
    if (same === undefined) {
      const sharedBy = setup.endpoints.filter((one) => statusSharedWith(setup, one) === endpoint);
      questions.push({ ...coding, endpoint, verb, alsoFor: [], sharedBy });
    } else same.alsoFor.push(endpoint);
  }
  return questions;
}

/** Only codings that were guessed without doubt stand for each other. */
function sameCoding(a: EventCoding & { values: EventValue[] }, b: typeof a): boolean {
  const written = ({ values }: typeof a) => values.map(({ value }) => value).join('\n');
  return (
    a.levels !== null &&
    b.levels !== null &&
    a.levels.join('\n') === b.levels.join('\n') &&
    written(a) === written(b)
  );
}

/** The endpoints that an answer to the question settles. */
export function settledBy(question: EventQuestion, levels: readonly string[]): EndpointSetup[] {
  const asGuessed = levels.toSorted().join('\n') === question.levels?.toSorted().join('\n');
  return [question.endpoint, ...question.sharedBy, ...(asGuessed ? question.alsoFor : [])];
}

/** The first sentence of Data: what is there, what was recognised, what is wanted from the reader. */
export function dataSentence(cohort: Cohort, setup: Setup): string {
  const says = text.data.lede;
  const own = originalOf(cohort);
  const { rows } = own.table;
  const missing = ownColumns(own).reduce((sum, column) => sum + column.missing, 0);
  const endpoints = setup.endpoints.length;
  const arms = setup.armLevels.length;
  const open = openQuestions(cohort, setup).length + dateQuestions(cohort, setup).length;
  return [
    says.size(rows, ownColumns(own).length, missing),
    endpoints + arms === 0 ? says.nothing : says.recognised(endpoints, arms),
    ...(open === 0 ? [] : [says.wanted(open)]),
    ...analysedSentence(cohort, setup),
  ].join(' ');
}

/** Of whom the analyses are, where that is not everybody. */
function analysedSentence(cohort: Cohort, setup: Setup): string[] {
  if (setup.where.length === 0) return [];
  const { meet, all, unknown } = analysedRows(cohort, setup);
  const says = text.data.filter;
  return [
    says.sentence(meet, all, conditionsInWords(setup.where)),
    ...(unknown > 0 ? [says.unknown(unknown)] : []),
  ];
}
