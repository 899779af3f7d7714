// What an endpoint still needs before anything can be computed from it, in one sentence.
import { text } from '../../../text/text.ts';
import type { Cohort } from '../../cohort.ts';
import { eventDate, guessComposition } from '../../dated-events.ts';
import { isComposed } from '../../endpoint-dates.ts';
import { endpointKinds } from '../../guess/outcome-words.ts';
import { contentOf, type EndpointSetup, type Setup, verbOfStatus } from '../../setup.ts';

/** The first thing that is missing or cannot be; null where the endpoint is complete. */
export function endpointLack(cohort: Cohort, setup: Setup, endpoint: EndpointSetup): string | null {
  if (isComposed(endpoint)) {
    const status = () => (endpoint.end === null ? null : eventLack(cohort, setup, endpoint));
    return compositionLack(endpoint) ?? status();
  }
  return timeLack(cohort, setup, endpoint) ?? eventLack(cohort, setup, endpoint);
}

const says = text.data.endpoints.lacks;

function compositionLack(endpoint: EndpointSetup): string | null {
  const { name, start, end, censoringDates, cutoff } = endpoint;
  if (start === null) return says.start(name);
  return end === null && censoringDates.length === 0 && cutoff === null ? says.lastDay(name) : null;
}

function timeLack(
  cohort: Cohort,
  setup: Setup,
  { name, verb, time, start, end }: EndpointSetup,
): string | null {
  if (time !== null) return unreadableTime(cohort, setup, time);
  const dated = end === null ? eventDate(cohort, name) : null;
  if (dated !== null) return says.eventDate(name, verb, dated, cohort.table.rows);
  if (start === null && end === null) return says.time(name);
  if (start === null) return says.start(name);
  if (end === null) return says.end(name);
  return start === end ? says.sameDates(start) : null;
}

function unreadableTime(cohort: Cohort, setup: Setup, time: string): string | null {
  const content = contentOf(cohort, setup, time);
  const example = content?.values[0]?.value;
  if (content === null || example === undefined) return says.empty(time);
  return content.type === 'number' && content.summary !== null
    ? null
    : says.notNumbers(time, content.unreadable.texts[0] ?? example);
}

function eventLack(cohort: Cohort, setup: Setup, endpoint: EndpointSetup): string | null {
  const { name, verb, event, eventLevels } = endpoint;
  if (event === null) {
    const kind = isComposed(endpoint) ? undefined : endpointKinds.find((one) => one.name === name);
    if (kind !== undefined && guessComposition(cohort, kind) !== null) {
      return says.composable(name, verb);
    }
    return says.event(name, verb, eventDate(cohort, name)?.column ?? null);
  }
  const own = setup.types.get(event);
  if (own?.type === 'date') return says.eventDates(event);
  if (own?.levels.length === 0) return says.empty(event);
  return eventLevels === null ? says.answer(event, verbOfStatus(setup, endpoint)) : null;
}
