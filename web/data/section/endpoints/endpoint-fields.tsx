import { useState } from 'preact/hooks';

import type { TimeUnit } from '../../../../build/wasm/riskset.js';

import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import type { Cohort } from '../../cohort.ts';
import type { EndpointSetup, Setup } from '../../setup.ts';
import { askEventLevels, removeEndpoint, setEndpoint } from '../../store.ts';

interface EndpointFieldsProps {
  cohort: Cohort;
  setup: Setup;
  endpoint: EndpointSetup;
}

const words = text.data.endpoints;
const none = '';
const dates = '\u0000dates';
const units: readonly TimeUnit[] = ['days', 'weeks', 'months', 'years'];
/** A column with more different values than this is no event column. */
const mostEventValues = 40;

/** The columns an endpoint is made of, each of which can be changed. */
export function EndpointFields({ cohort, setup, endpoint }: EndpointFieldsProps) {
  const { name, title, time, start, end, entry, event, unit } = endpoint;
  const [datesWanted, setDatesWanted] = useState(false);
  const byDates = time === null && (datesWanted || start !== null || end !== null);
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
  return (
    <fieldset class="endpoint">
      <legend>{words.columnsOf(name, title)}</legend>
      <div class="endpoint-fields">
        <ColumnSelect
          label={words.time}
          setup={setup}
          columns={[...new Set([...named('number'), ...(time === null ? [] : [time])])]}
          more={dateColumns.length > 1 ? [{ value: dates, label: words.twoDates }] : []}
          value={byDates ? dates : time}
          onChange={(column) => {
            setDatesWanted(column === dates);
            setEndpoint(
              name,
              column === dates ? { time: null } : { time: column, start: null, end: null },
            );
          }}
        />
        {byDates && part('start', dateColumns)}
        {byDates && part('end', dateColumns)}
        <Select
          label={byDates ? words.shownIn : words.unit}
          small
          guessed={time !== null && !setup.chosen.has(time)}
          choices={units.map((value) => ({ value, label: words.units[value] }))}
          value={unit}
          onChange={(value) => setEndpoint(name, { unit: value })}
        />
        {part('event', eventColumns)}
        <ColumnSelect
          label={words.entry}
          setup={setup}
          columns={named(byDates ? 'date' : 'number').filter((one) => one !== time)}
          nothing={words.fromTheStart}
          value={entry}
          onChange={(column) => setEndpoint(name, { entry: column })}
        />
      </div>
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

interface ColumnSelectProps {
  label: string;
  setup: Setup;
  columns: readonly string[];
  /** What no column stands for. */
  nothing?: string;
  /** Choices beside the columns. */
  more?: readonly { value: string; label: string }[];
  value: string | null;
  onChange: (column: string | null) => void;
}

function ColumnSelect(props: ColumnSelectProps) {
  const { label, setup, columns, nothing = words.chooseColumn, more = [], value, onChange } = props;
  return (
    <Select
      label={label}
      small
      guessed={value !== null && value !== dates && !setup.chosen.has(value)}
      choices={[
        { value: none, label: nothing },
        ...columns.map((column) => ({ value: column, label: column })),
        ...more,
      ]}
      value={value ?? none}
      onChange={(column) => onChange(column === none ? null : column)}
    />
  );
}
