import { signal } from '@preact/signals';
import { Fragment } from 'preact';
import { useId } from 'preact/hooks';

import { day, ofTotal } from '../../../format/numbers.ts';
import { levelLabel } from '../../../format/words.ts';
import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { deathsWithoutEvent, followUp } from '../../checks/endpoint-checks.ts';
import type { Cohort } from '../../cohort.ts';
import { countsDeath } from '../../dated-events.ts';
import { hasStatus, isComposed } from '../../endpoint-dates.ts';
import { codingOf, type EndpointSetup, type Setup } from '../../setup.ts';
import { parseDate } from '../../text/parse-cell.ts';
import { AddEndpoint } from './add-endpoint.tsx';
import { EndpointFields } from './endpoint-fields.tsx';
import { CutoffNote } from './cutoff-note.tsx';
import './endpoints.css';
import { endpointLack } from './lacks.ts';

interface EndpointTableProps {
  cohort: Cohort;
  setup: Setup;
}

const words = text.data.endpoints;

/** Endpoints whose columns are open to change, or closed though they lack something. */
const turned = signal<ReadonlyMap<string, boolean>>(new Map());

/** The endpoints as a paper names them; each opens to the columns it is made of. */
export function EndpointTable({ cohort, setup }: EndpointTableProps) {
  const { endpoints } = setup;
  const units = [...new Set(endpoints.map(({ unit }) => words.units[unit]))];
  const notes = [
    ...(units.length === 1 ? [words.times(units[0]!)] : []),
    ...deathsCounted(cohort, setup),
  ];
  return (
    <div class="endpoints">
      <h3>{words.heading}</h3>
      {endpoints.length === 0 ? (
        <p class="note">{words.none}</p>
      ) : (
        <>
          <table class="table endpoints-table">
            <caption class="visually-hidden">{words.heading}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span class="visually-hidden">{words.heads.name}</span>
                </th>
                <th scope="col">{words.heads.time}</th>
                <th scope="col">{words.heads.event}</th>
                <th scope="col" class="align-right">
                  {words.heads.events}
                </th>
                <th scope="col">
                  <span class="visually-hidden">{words.heads.change}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {endpoints.map((endpoint) => (
                <EndpointRows
                  key={endpoint.name}
                  cohort={cohort}
                  setup={setup}
                  endpoint={endpoint}
                />
              ))}
            </tbody>
          </table>
          {notes.length > 0 && <p class="note">{notes.join(' ')}</p>}
          <CutoffNote cohort={cohort} setup={setup} />
        </>
      )}
      <AddEndpoint setup={setup} onAdded={(name) => turn(name, true)} />
    </div>
  );
}

/** Of endpoints that count death and have a status of their own: that it says so of everybody who died. */
function deathsCounted(cohort: Cohort, setup: Setup): string[] {
  const overall = setup.endpoints.find(({ name }) => name === 'OS');
  if (overall === undefined) return [];
  return setup.endpoints.flatMap((endpoint) => {
    const { name, event, eventLevels } = endpoint;
    if (!countsDeath(name) || isComposed(endpoint) || event === overall.event) return [];
    const [level, ...others] = eventLevels ?? [];
    if (event === null || level === undefined || others.length > 0) return [];
    const finding = deathsWithoutEvent(
      cohort,
      followUp(cohort, setup, endpoint),
      followUp(cohort, setup, overall),
    );
    const holds = finding !== null && 'passed' in finding;
    return holds ? [words.countsDeath(name, event, levelLabel(level))] : [];
  });
}

function turn(name: string, open: boolean): void {
  turned.value = new Map(turned.peek()).set(name, open);
}

function EndpointRows({
  cohort,
  setup,
  endpoint,
}: EndpointTableProps & { endpoint: EndpointSetup }) {
  const id = useId();
  const { name, entry } = endpoint;
  const lack = endpointLack(cohort, setup, endpoint);
  const waits = endpoint.event !== null && endpoint.eventLevels === null;
  // What lacks a column is open until it is closed by hand; an open question is asked elsewhere.
  const open = turned.value.get(name) ?? (lack !== null && !waits);
  const missing = <span class="quiet">{words.missing}</span>;
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <strong>{name}</strong>
        </th>
        <td>
          {timeText(endpoint) ?? missing}
          {entry !== null && words.atRiskFrom(entry)}
        </td>
        <td>{eventText(endpoint) ?? missing}</td>
        <td class="align-right">{eventCount(cohort, setup, endpoint)}</td>
        <td class="align-right">
          <Button
            kind="link"
            label={words.changeOf(name, open)}
            expanded={open}
            controls={id}
            onClick={() => turn(name, !open)}
          >
            {open ? words.close : words.change}
          </Button>
        </td>
      </tr>
      {(lack !== null || open) && (
        <tr class="endpoint-more">
          <td colSpan={5}>
            {lack !== null && (
              <p class="endpoint-lack">
                <Icon name="triangle" />
                {lack}
              </p>
            )}
            <div id={id}>
              {open && <EndpointFields cohort={cohort} setup={setup} endpoint={endpoint} />}
            </div>
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function timeText(endpoint: EndpointSetup): string | null {
  const { time, start, end, eventDates, censoringDates, newTherapy, cutoff, longestGap } = endpoint;
  if (time !== null) return time;
  const cutoffDay = cutoff === null ? null : parseDate(cutoff);
  const cut = cutoffDay === null ? '' : words.cutAt(day(cutoffDay));
  if (start === null) return null;
  if (!isComposed(endpoint)) return end === null ? null : words.fromTo(start, end) + cut;
  const without = [...censoringDates, ...(end === null ? [] : [end])];
  const censored = without.length === 0 ? '' : words.censoredAt(without);
  const gap = longestGap === null ? '' : words.withoutGap(longestGap);
  const before = newTherapy === null ? '' : words.before(newTherapy);
  return words.firstOf(start, eventDates) + censored + before + gap + cut;
}

function eventText(endpoint: EndpointSetup): string | null {
  const { event, eventLevels, eventDates } = endpoint;
  const dates = isComposed(endpoint) ? words.eventDates(eventDates) : null;
  if (!hasStatus(endpoint)) return dates;
  const known = event !== null && eventLevels !== null && eventLevels.length > 0;
  const status = known ? words.eventIs(event, eventLevels.map(levelLabel)) : event;
  return dates === null || status === null ? (dates ?? status) : words.orStatus(dates, status);
}

/** "66/83"; nothing while it is not known which value is the event. */
function eventCount(cohort: Cohort, setup: Setup, endpoint: EndpointSetup): string {
  const { eventLevels } = endpoint;
  if (isComposed(endpoint) && (endpoint.end === null || eventLevels !== null)) {
    const known = followUp(cohort, setup, endpoint).events.filter((event) => event !== null);
    return ofTotal(known.filter(Boolean).length, known.length);
  }
  if (eventLevels === null) return '';
  const { values } = codingOf(cohort, setup, endpoint);
  const total = (among: typeof values) => among.reduce((sum, { count }) => sum + count, 0);
  return ofTotal(total(values.filter(({ value }) => eventLevels.includes(value))), total(values));
}
