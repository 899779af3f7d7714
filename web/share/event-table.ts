// The table of adverse events as it goes: not with every text that stands in it, but with what was
// decided about single texts, or with the terms that the answers print.
import type { AdverseEvents, AnalysisResult } from '../../build/wasm/riskset.js';

import type { EventSetup } from '../data/tables/event-setup.ts';
import { saysNoEvent, saysYes } from '../data/tables/event-words.ts';

/** Texts whose meaning is not the guessed one, and terms that were chosen. The table has the others. */
export function eventTableOfSettings(table: EventSetup): EventSetup {
  const { texts, yes, noEvent } = table;
  const { keep: _, ...read } = table.read;
  const related = texts.related.filter((one) => yes.related.includes(one) !== saysYes(one));
  const immune = texts.immune.filter((one) => yes.immune.includes(one) !== saysYes(one));
  const term = texts.term.filter((one) => noEvent.includes(one) !== saysNoEvent(one));
  return {
    ...table,
    read,
    texts: { term, grade: [], related, immune },
    yes: {
      related: related.filter((one) => yes.related.includes(one)),
      immune: immune.filter((one) => yes.immune.includes(one)),
    },
    noEvent: term.filter((one) => noEvent.includes(one)),
  };
}

/** The columns that were counted, with the terms of the answers. */
export function eventTableOfResults(table: EventSetup, terms: readonly string[]): EventSetup {
  const { columns, cohortPatient, count, yes } = table;
  const { patient, term, grade } = columns;
  const none = { related: null, immune: null };
  return {
    file: { name: '', rows: 0, sha256: null },
    read: {},
    columns: { patient, term, grade, ...none, ...(count !== 'all' && { [count]: columns[count] }) },
    cohortPatient,
    texts: { term: [...terms], grade: [], related: [], immune: [] },
    yes: { related: [], immune: [], ...(count !== 'all' && { [count]: yes[count] }) },
    noEvent: [],
    chosen: [],
    count,
    listed: null,
  };
}

/** An answer with the terms that are listed; the worst grades are printed of all terms together. */
export function asListed(answer: AnalysisResult, table: EventSetup | null): AnalysisResult {
  if (table === null || !answer.ok || answer.method !== 'adverseEvents') return answer;
  const { listed } = table;
  const terms = answer.value.terms
    .filter(({ term }) => listed === null || listed.includes(term))
    .map((own) => ({
      ...own,
      perArm: own.perArm.map((arm) => ({ ...arm, worst: new Int32Array() })),
    }));
  return { ...answer, value: { ...answer.value, terms } };
}

/** What the answers say of each term; null where no table was counted. */
export function eventsIn(answers: Iterable<AnalysisResult>): AdverseEvents | null {
  for (const answer of answers) {
    if (answer.ok && answer.method === 'adverseEvents' && answer.id === 'safety:events') {
      return answer.value;
    }
  }
  return null;
}
