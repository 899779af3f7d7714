import { useState } from 'preact/hooks';

import type { TimeUnit } from '../../../build/wasm/riskset.js';

import { ofTotal } from '../../format/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import type { Cohort } from '../cohort.ts';
import { endpointKinds } from '../guess/outcome-words.ts';
import { codingOf, type EndpointSetup, type Setup } from '../setup.ts';
import { addEndpoint, askEventLevels, removeEndpoint, setEndpoint } from '../store.ts';

interface EndpointTableProps {
  cohort: Cohort;
  setup: Setup;
}

/** The endpoints with the columns they are made of, each of which can be changed. */
export function EndpointTable({ cohort, setup }: EndpointTableProps) {
  return (
    <div class="endpoints">
      <h3>Endpoints</h3>
      {setup.endpoints.length === 0 ? (
        <p class="note">
          No column of follow-up times was recognised. Add an endpoint and choose its columns.
        </p>
      ) : (
        <div class="endpoint-list">
          {setup.endpoints.map((endpoint) => (
            <EndpointRow key={endpoint.name} cohort={cohort} setup={setup} endpoint={endpoint} />
          ))}
        </div>
      )}
      <AddEndpoint setup={setup} />
    </div>
  );
}

const none = '';
const dates = '\u0000dates';
const units: readonly TimeUnit[] = ['days', 'weeks', 'months', 'years'];

function EndpointRow({
  cohort,
  setup,
  endpoint,
}: EndpointTableProps & { endpoint: EndpointSetup }) {
  const { name, title, time, start, end, event, unit } = endpoint;
  const [byDates, setByDates] = useState(start !== null || end !== null);
  const guessed = (column: string | null) => column !== null && !setup.chosen.has(column);
  const columns = (type: 'number' | 'date') =>
    cohort.columns
      .filter((column) => setup.types.get(column.name)?.type === type)
      .map((column) => column.name);
  const choices = (names: readonly string[]) => [
    { value: none, label: 'Choose a column' },
    ...names.map((value) => ({ value, label: value })),
  ];
  const dateColumns = columns('date');
  const eventColumns = cohort.columns
    .filter(
      (column) =>
        column.type !== 'date' &&
        (column.values.length <= mostEventValues || column.name === event),
    )
    .map((column) => column.name);
  const pick = (part: 'time' | 'start' | 'end' | 'event') => (value: string) =>
    setEndpoint(name, { [part]: value === none ? null : value });
  return (
    <fieldset class="endpoint">
      <legend>
        <strong>{name}</strong> <span class="endpoint-title">{title}</span>
      </legend>
      <div class="endpoint-fields">
        <Select
          label="Time"
          small
          guessed={guessed(time)}
          choices={[
            ...choices(columns('number')),
            ...(dateColumns.length > 1 ? [{ value: dates, label: 'From two dates' }] : []),
          ]}
          value={byDates ? dates : (time ?? none)}
          onChange={(value) => {
            setByDates(value === dates);
            if (value === dates) setEndpoint(name, { time: null });
            else pick('time')(value);
          }}
        />
        {byDates && (
          <>
            <Select
              label="Start"
              small
              guessed={guessed(start)}
              choices={choices(dateColumns)}
              value={start ?? none}
              onChange={pick('start')}
            />
            <Select
              label="End"
              small
              guessed={guessed(end)}
              choices={choices(dateColumns)}
              value={end ?? none}
              onChange={pick('end')}
            />
          </>
        )}
        <Select
          label={byDates ? 'Shown in' : 'Unit'}
          small
          guessed={guessed(time)}
          choices={units.map((value) => ({ value, label: value }))}
          value={unit}
          onChange={(value) => setEndpoint(name, { unit: value })}
        />
        <Select
          label="Event"
          small
          guessed={guessed(event)}
          choices={choices(eventColumns)}
          value={event ?? none}
          onChange={pick('event')}
        />
      </div>
      <EventLine cohort={cohort} setup={setup} endpoint={endpoint} />
    </fieldset>
  );
}

/** A column with more different values than this is no event column. */
const mostEventValues = 40;

function EventLine({ cohort, setup, endpoint }: EndpointTableProps & { endpoint: EndpointSetup }) {
  const { name, event, eventLevels, verb, confirmed } = endpoint;
  const { values } = codingOf(cohort, setup, endpoint);
  const known = values.reduce((sum, { count }) => sum + count, 0);
  const events = values
    .filter(({ value }) => eventLevels?.includes(value))
    .reduce((sum, { count }) => sum + count, 0);
  return (
    <div class="endpoint-event">
      {event === null ? (
        <span>Choose the column that says who had the event.</span>
      ) : eventLevels === null ? (
        <span>Waits for your answer: which value means {verb}?</span>
      ) : (
        <span>
          {eventLevels.length > 0 && `${event} = ${eventLevels.join(' or ')}: `}
          <strong>{ofTotal(events, known)}</strong> {verb}
        </span>
      )}
      {confirmed && (
        <Button kind="link" onClick={() => askEventLevels(name)}>
          Change the value
        </Button>
      )}
      <Button kind="link" label={`Remove ${name}`} onClick={() => removeEndpoint(name)}>
        Remove
      </Button>
    </div>
  );
}

function AddEndpoint({ setup }: { setup: Setup }) {
  const absent = endpointKinds.filter((kind) =>
    setup.endpoints.every(({ name }) => name !== kind.name),
  );
  if (absent.length === 0) return null;
  return (
    <Select
      label="Add endpoint"
      small
      choices={[
        { value: none, label: 'Choose which' },
        ...absent.map(({ name, title }) => ({
          value: name,
          label: `${name}: ${title.toLowerCase()}`,
        })),
      ]}
      value={none}
      onChange={(name) => name !== none && addEndpoint(name)}
    />
  );
}
