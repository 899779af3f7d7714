// Which value of an event column means the event. Nothing is more often coded the other way round,
// so a guess is made only where the two values leave no doubt, and it is asked about all the same.
import type { ColumnContent } from '../profile.ts';
import { middle } from '../profile.ts';
import { hasAny, wordsOf } from './vocabulary.ts';
import { listed } from '../../format/words.ts';

/** What the data say about one value of an event column. */
export interface EventValue {
  value: string;
  count: number;
  rows: number[];
  medianTime: number | null;
}

export interface EventCoding {
  /** The values that mean the event; null where the user has to say. */
  levels: string[] | null;
  /** What is ticked when the question is shown. */
  suggestion: string[];
  evidence: string;
}

const eventWord =
  /^(1|y|yes|true|t|event|dead|died|death|deceased|pd|progress(ion|ed|ive disease)?|relapsed?|recurrence|recurred|metastas[ei]s|ja|tot|verstorben|gestorben|是|死亡|进展)$/;
const censoredWord =
  /^(0|n|no|false|f|alive|living|censored|cens|no event|none|ned|ongoing|nein|lebt|lebend|zensiert|否|存活|生存|未死亡|未进展|no (progression|relapse|recurrence)|(event|progression|relapse|disease)[ -]?free)$/;

/** cBioPortal writes "1:DECEASED". */
function plain(value: string): string {
  return value.toLowerCase().replace(/^\d:/, '').trim();
}

export function eventValues(
  event: readonly string[],
  time: readonly (number | null)[],
  values: readonly string[],
): EventValue[] {
  return values.map((value) => {
    const rows = event.flatMap((text, at) => (text === value ? [at] : []));
    const times = rows.flatMap((at) => time[at] ?? []);
    return {
      value,
      count: rows.length,
      rows: rows.map((at) => at + 1),
      medianTime: times.length === 0 ? null : middle(Float64Array.from(times).toSorted()),
    };
  });
}

function ask(suggestion: string[], evidence: string): EventCoding {
  return { levels: null, suggestion, evidence };
}

export function guessEventCoding(column: ColumnContent, found: readonly EventValue[]): EventCoding {
  const values = found.map(({ value }) => value);
  const events = values.filter((value) => eventWord.test(plain(value)));
  const censored = values.filter((value) => censoredWord.test(plain(value)));

  if (values.length > 2) {
    return ask(events, `${column.name} has ${values.length} values; two are usual.`);
  }
  const [event] = events;
  if (values.length === 2 && values.includes('1') && values.includes('2')) {
    return ask(['2'], 'Files that write 1 and 2 differ: 2 marks the event in many, not in all.');
  }
  if (event === undefined) return ask([], 'The values do not say which of them is the event.');
  if (hasAny(wordsOf(column.name), ['censored', 'censor', 'cens', 'alive'])) {
    return ask(
      censored,
      `The name ${column.name} suggests that ${event} marks patients without the event.`,
    );
  }
  if (values.length === 2 && censored.length === 0) {
    return ask(
      events,
      `${event} sounds like the event; ${listed(values.filter((value) => value !== event))} is not known.`,
    );
  }
  if (looksReversed(found, event)) {
    return ask(
      [],
      `Patients with ${event} were followed more than twice as long as the others: it may mark those without the event.`,
    );
  }
  return {
    levels: [event],
    suggestion: [event],
    evidence: /^\d$/.test(event)
      ? `Guessed: in most files ${event} marks the event.`
      : `Guessed from the word ${event}.`,
  };
}

/** In reversed coding the "events" are the survivors, and they have the long times. */
function looksReversed(found: readonly EventValue[], event: string): boolean {
  const own = found.find(({ value }) => value === event);
  const other = found.find(({ value }) => value !== event);
  if (own === undefined || other === undefined || own.count < 5 || other.count < 5) return false;
  return (
    own.medianTime !== null && other.medianTime !== null && own.medianTime > 2 * other.medianTime
  );
}
