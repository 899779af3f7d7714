import { useState } from 'preact/hooks';

import type { TimeUnit } from '../../../../build/wasm/riskset.js';

import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import type { Cohort } from '../../cohort.ts';
import { composedByStatus, guessComposition, startDate } from '../../dated-events.ts';
import { isComposed } from '../../endpoint-dates.ts';
import { endpointKinds, ownKind } from '../../guess/outcome-words.ts';
import type { EndpointSetup, Setup } from '../../setup.ts';
import type { EndpointChange } from '../../setup-changes.ts';
import { askEventLevels, removeEndpoint, setEndpoint } from '../../store.ts';
import { ColumnSelect } from './column-select.tsx';
import { CompositionFields, CutoffAndMonths } from './composition-fields.tsx';

interface EndpointFieldsProps {
  cohort: Cohort;
  setup: Setup;
  endpoint: EndpointSetup;
}

const words = text.data.endpoints;
const units: readonly TimeUnit[] = ['days', 'weeks', 'months', 'years'];
/** A column with more different values than this is no event column. */
const mostEventValues = 40;

/** The columns an endpoint is made of, each of which can be changed. */
export function EndpointFields({ cohort, setup, endpoint }: EndpointFieldsProps) {
  const { name, title, time, start, end, entry, event, unit, eventsAtStart } = endpoint;
  const [wanted, setWanted] = useState<Made | null>(null);
  const made = madeOf(endpoint) ?? wanted ?? 'time';
  const byDates = made !== 'time';
  const named = (type: 'number' | 'date') =>
    cohort.columns
      .map((column) => column.name)
      .filter((one) => setup.types.get(one)?.type === type);
  const dateColumns = named('date');
  const eventColumns = cohort.columns
    .filter(
      (column) =>
        (setup.types.get(column.name)?.type !== 'date' &&
          column.values.length <= mostEventValues) ||
        column.name === event,
    )
    .map((column) => column.name);
  const part = (key: 'start' | 'end' | 'event', columns: readonly string[]) => (
    <ColumnSelect
      label={words[key]}
      setup={setup}
      columns={columns}
      value={endpoint[key]}
      onChange={(column) => setEndpoint(name, { [key]: column })}
    />
  );
  const make = (column: string | null) => {
    const other = ways.find((way) => way.value === column)?.made ?? null;
    setWanted(other);
    if (other === 'composed') setEndpoint(name, composition(cohort, endpoint));
    else if (other === 'twoDates') {
      setEndpoint(name, {
        time: null,
        end,
        eventDates: [],
        censoringDates: [],
        newTherapy: null,
        longestGap: null,
      });
    } else setEndpoint(name, { time: column, start: null, end: null });
  };
  return (
    <fieldset class="endpoint">
      <legend>{words.columnsOf(name, title)}</legend>
      <div class="endpoint-fields">
        <ColumnSelect
          label={words.time}
          setup={setup}
          columns={[...new Set([...named('number'), ...(time === null ? [] : [time])])]}
          more={dateColumns.length > 1 ? ways : []}
          value={ways.find((way) => way.made === made)?.value ?? time}
          onChange={make}
        />
        {byDates && part('start', dateColumns)}
        {made === 'twoDates' && part('end', dateColumns)}
        <Select
          label={byDates ? words.shownIn : words.unit}
          small
          guessed={time !== null && !setup.chosen.has(time)}
          choices={units.map((value) => ({ value, label: words.units[value] }))}
          value={unit}
          onChange={(value) => setEndpoint(name, { unit: value })}
        />
        {(made !== 'composed' || end !== null) && part('event', eventColumns)}
        <ColumnSelect
          label={words.entry}
          setup={setup}
          columns={named(byDates ? 'date' : 'number').filter((one) => one !== time)}
          nothing={words.fromTheStart}
          value={entry}
          onChange={(column) => setEndpoint(name, { entry: column })}
        />
        {byDates && <CutoffAndMonths cohort={cohort} setup={setup} endpoint={endpoint} />}
        <Select
          label={words.eventsAtStart}
          small
          choices={[
            { value: 'atZero', label: words.atZero },
            { value: 'halfDayLater', label: words.halfDayLater },
          ]}
          value={eventsAtStart}
          onChange={(value) => setEndpoint(name, { eventsAtStart: value })}
        />
      </div>
      {made === 'composed' && (
        <CompositionFields
          cohort={cohort}
          setup={setup}
          endpoint={endpoint}
          dates={dateColumns.filter((column) => column !== start && column !== entry)}
        />
      )}
      <p class="note">{words.numbersOnly}</p>
      <div class="endpoint-actions">
        {endpoint.confirmed && (
          <Button kind="small" onClick={() => askEventLevels(name)}>
            {words.changeValue}
          </Button>
        )}
        <Button kind="small" onClick={() => removeEndpoint(name)}>
          {words.remove(name)}
        </Button>
      </div>
    </fieldset>
  );
}

type Made = 'time' | 'twoDates' | 'composed';

/** Values that no column has. */
const ways: readonly { value: string; label: string; made: Made }[] = [
  { value: '\u0000dates', label: words.twoDates, made: 'twoDates' },
  { value: '\u0000composed', label: words.composed, made: 'composed' },
];

/** What an endpoint is made of, as far as it is chosen. */
function madeOf(endpoint: EndpointSetup): Made | null {
  if (endpoint.time !== null) return 'time';
  if (isComposed(endpoint) || endpoint.censoringDates.length > 0) return 'composed';
  return endpoint.end !== null ? 'twoDates' : null;
}

/** The dates that seem to make the endpoint; none where the file does not tell. */
function composition(cohort: Cohort, endpoint: EndpointSetup): EndpointChange {
  const kind = endpointKinds.find(({ name }) => name === endpoint.name) ?? ownKind(endpoint.name);
  const guess = guessComposition(cohort, kind) ?? composedByStatus(cohort, kind);
  const start = guess?.start ?? endpoint.start ?? startDate(cohort);
  return { time: null, end: null, eventDates: [], censoringDates: [], ...guess, start };
}
