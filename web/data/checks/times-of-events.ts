// Registries write the time to death in one column and the time to the last contact in another. With
// the first alone a curve is that of the dead. An endpoint has one column of times, so that a person
// has to make it; the sentence says of which two.
import type { TimeUnit } from '../../../build/wasm/riskset.js';

import { text } from '../../text/text.ts';
import { type Cohort, textColumn } from '../cohort.ts';
import { endpointNamed, soundsLikeTime } from '../guess/outcome-words.ts';
import { identifierWords } from '../guess/role-words.ts';
import { namesEvent, saysMeasure, saysWhose } from '../guess/whose-times.ts';
import { hasAny, wordsOf } from '../guess/words.ts';
import type { ColumnContent } from '../profile.ts';
import { contentOf, type Setup } from '../setup.ts';
import { cellReader } from '../text/parse-cell.ts';
import { perRow } from '../text/text-table.ts';
import { timeUnitOf, unitNamed } from '../text/units.ts';
import type { FollowUp } from './endpoint-checks.ts';
import { type Check, type Finding, rowsWhere } from './finding.ts';

const says = text.data.checks.timesOfEvents;

/** Fewer without a time may have been overlooked one by one; fewer different numbers are codes. */
const fewest = 5;
const nearlyAll = 0.9;

export function timesOfEventsAlone(
  cohort: Cohort,
  setup: Setup,
  endpoints: readonly FollowUp[],
): Finding {
  const found = endpoints.flatMap(({ endpoint, times, events }): Check[] => {
    const { name, time, event } = endpoint;
    if (time === null) return [];
    const other = timesOfTheOthers(cohort, setup, endpoint, times);
    if (event === null)
      return other === null ? [] : [eventByColumn(cohort, setup, name, time, other, times)];
    const withTime = (happened: boolean) => {
      const rows = rowsWhere(cohort, (row) => events[row] === happened);
      const known = rows.filter((row) => (times[row - 1] ?? null) !== null);
      return { rows, known: known.length };
    };
    const had = withTime(true);
    const censored = withTime(false);
    const without = censored.rows.filter((row) => (times[row - 1] ?? null) === null);
    if (without.length < Math.max(fewest, nearlyAll * censored.rows.length)) return [];
    if (had.known === 0 || had.known < nearlyAll * had.rows.length) return [];
    return [
      {
        id: `timesOfEvents:${name}`,
        kind: 'problem',
        claim: says.claim(without.length, censored.rows.length, name),
        text:
          other === null
            ? says.text
            : says.textOfTwo(time, other.name, unitsOf(cohort, setup, time, other.name)),
        rows: without,
        columns: [time, event, ...(other === null ? [] : [other.name])],
      },
    ];
  });
  return found.length > 0 ? found : { passed: says.passed };
}

/** Without a status the names of the two columns may say which of them is that of the event. */
function eventByColumn(
  cohort: Cohort,
  setup: Setup,
  endpoint: string,
  time: string,
  other: OtherTimes,
  times: FollowUp['times'],
): Check {
  const rows = rowsWhere(cohort, (row) => (times[row] ?? null) === null);
  const known = cohort.table.rows - rows.length;
  const units = unitsOf(cohort, setup, time, other.name);
  const [event, others] = eventFirst(time, other.name) ?? [];
  return {
    id: `timesOfEvents:${endpoint}`,
    kind: 'problem',
    claim: says.apart(endpoint, time, other.name, known, other.filled),
    text:
      event === undefined || others === undefined
        ? says.apartUnknown(units)
        : says.apartText(event, others, units),
    rows,
    columns: [time, other.name],
  };
}

/** The two with that of the event first; null where the names do not tell, or tell the same. */
function eventFirst(time: string, other: string): [string, string] | null {
  const [own, its] = [namesEvent(wordsOf(time)), namesEvent(wordsOf(other))];
  if (own === its) return null;
  return own ? [time, other] : [other, time];
}

function unitsOf(
  cohort: Cohort,
  setup: Setup,
  time: string,
  other: string,
): 'same' | 'different' | 'unknown' {
  const [own, its] = [time, other].map((name) => {
    const content = contentOf(cohort, setup, name);
    return content === null ? null : unitOf(content);
  });
  if (own === null || its === null) return 'unknown';
  return own === its ? 'same' : 'different';
}

function unitOf({ name, signs }: ColumnContent): TimeUnit | null {
  return timeUnitOf(signs.unit ?? '') ?? unitNamed(wordsOf(name));
}

interface OtherTimes {
  name: string;
  /** How many rows have one. */
  filled: number;
}

/** A column of times that is filled where this one is not, and nowhere else. */
function timesOfTheOthers(
  cohort: Cohort,
  setup: Setup,
  endpoint: FollowUp['endpoint'],
  times: FollowUp['times'],
): OtherTimes | null {
  const lacking = times.filter((own) => own === null).length;
  if (lacking < fewest || times.length - lacking < fewest) return null;
  for (const { name } of cohort.columns) {
    const content = contentOf(cohort, setup, name);
    if (name === endpoint.time || content === null || setup.identifiers.includes(name)) continue;
    if (!holdsTimes(content, endpoint.name) || content.missing < times.length - lacking) continue;
    const others = perRow(textColumn(cohort, name), cellReader(content, cohort.decimal));
    const both = others.some((own, row) => own !== null && times[row] !== null);
    const filled = others.filter((own) => own !== null).length;
    if (!both && filled >= nearlyAll * lacking) return { name, filled };
  }
  return null;
}

/** Times of this endpoint, or until somebody was last seen: no code, and no laboratory value. */
function holdsTimes(content: ColumnContent, endpoint: string): boolean {
  const words = wordsOf(content.name);
  const named = endpointNamed(words)?.name ?? null;
  return (
    content.type === 'number' &&
    content.values.length >= fewest &&
    soundsLikeTime(words) &&
    !hasAny(words, identifierWords) &&
    (unitOf(content) !== null || saysMeasure(words)) &&
    (named === null ? saysWhose(words) : named === endpoint)
  );
}
