import { useId, useState } from 'preact/hooks';

import { text } from '../../../text/text.ts';
import { Select } from '../../../ui/select.tsx';
import type { Cohort } from '../../cohort.ts';
import { dateRole } from '../../dated-events.ts';
import { monthsOfDays } from '../../endpoint-dates.ts';
import type { EndpointSetup, Setup } from '../../setup.ts';
import { setEndpoint } from '../../store.ts';
import { parseDate } from '../../text/parse-cell.ts';

const words = text.data.endpoints.composition;

interface CompositionFieldsProps {
  cohort: Cohort;
  setup: Setup;
  endpoint: EndpointSetup;
  /** Columns of dates beside the start. */
  dates: readonly string[];
}

type Meaning = 'event' | 'censoring' | 'newTherapy' | 'unused';

const meanings: readonly Meaning[] = ['event', 'censoring', 'newTherapy', 'unused'];

/** What each date means, and the rules that papers choose among. */
export function CompositionFields({ cohort, setup, endpoint, dates }: CompositionFieldsProps) {
  return (
    <>
      <p class="field-label endpoint-part">{words.dates}</p>
      <div class="endpoint-fields">
        {dates.map((column) => (
          <Select
            key={column}
            label={column}
            small
            guessed={meaningOf(endpoint, column) !== 'unused' && !setup.chosen.has(column)}
            choices={meanings.map((value) => ({ value, label: words.meanings[value] }))}
            value={meaningOf(endpoint, column)}
            onChange={(meaning) =>
              setEndpoint(endpoint.name, withMeaning(endpoint, column, meaning))
            }
          />
        ))}
      </div>
      <div class="endpoint-fields endpoint-rules">
        <DeathRule cohort={cohort} endpoint={endpoint} />
        <NewTherapyRule endpoint={endpoint} dates={dates} />
        <UnassessedRule endpoint={endpoint} />
      </div>
    </>
  );
}

function meaningOf(endpoint: EndpointSetup, column: string): Meaning {
  if (endpoint.eventDates.includes(column)) return 'event';
  if (endpoint.censoringDates.includes(column)) return 'censoring';
  return endpoint.newTherapy === column ? 'newTherapy' : 'unused';
}

function withMeaning(endpoint: EndpointSetup, column: string, meaning: Meaning) {
  const others = (names: readonly string[]) => names.filter((name) => name !== column);
  const { eventDates, censoringDates, newTherapy } = endpoint;
  return {
    eventDates: [...others(eventDates), ...(meaning === 'event' ? [column] : [])],
    censoringDates: [...others(censoringDates), ...(meaning === 'censoring' ? [column] : [])],
    newTherapy: meaning === 'newTherapy' ? column : newTherapy === column ? null : newTherapy,
  };
}

/** Progression-free survival counts death, time to progression is censored by it. */
function DeathRule({ cohort, endpoint }: { cohort: Cohort; endpoint: EndpointSetup }) {
  const { eventDates, censoringDates } = endpoint;
  const death = cohort.columns.find(({ name }) => dateRole(name) === 'death')?.name;
  const counts = death !== undefined && eventDates.includes(death);
  if (death === undefined || !(counts || censoringDates.includes(death))) return null;
  if (eventDates.every((name) => name === death)) return null;
  return (
    <Select
      label={words.death}
      small
      choices={[
        { value: 'event', label: words.deathCounts },
        { value: 'censoring', label: words.deathCensors },
      ]}
      value={counts ? 'event' : 'censoring'}
      onChange={(meaning) => setEndpoint(endpoint.name, withMeaning(endpoint, death, meaning))}
    />
  );
}

const keepCounting = '';

function NewTherapyRule({
  endpoint,
  dates,
}: {
  endpoint: EndpointSetup;
  dates: readonly string[];
}) {
  const { newTherapy } = endpoint;
  const columns = dates.filter((name) => name === newTherapy || dateRole(name) === 'newTherapy');
  if (columns.length === 0) return null;
  return (
    <Select
      label={words.afterNewTherapy}
      small
      choices={[
        { value: keepCounting, label: words.keepCounting },
        ...columns.map((value) => ({ value, label: words.censorBefore(value) })),
      ]}
      value={newTherapy ?? keepCounting}
      onChange={(column) =>
        setEndpoint(
          endpoint.name,
          column === keepCounting
            ? { newTherapy: null }
            : withMeaning(endpoint, column, 'newTherapy'),
        )
      }
    />
  );
}

/** Patients who were never looked at after the start have neither an event nor another date. */
function UnassessedRule({ endpoint }: { endpoint: EndpointSetup }) {
  const { name, start, censoringDates } = endpoint;
  if (start === null || censoringDates.length === 0) return null;
  const others = censoringDates.filter((column) => column !== start);
  return (
    <Select
      label={words.unassessed}
      small
      choices={[
        { value: 'leftOut', label: words.leftOut },
        { value: 'start', label: words.censoredAtStart },
      ]}
      value={censoringDates.includes(start) ? 'start' : 'leftOut'}
      onChange={(choice) =>
        setEndpoint(name, { censoringDates: choice === 'start' ? [...others, start] : others })
      }
    />
  );
}

/** What holds of every endpoint that is made of dates. */
export function CutoffAndMonths({ endpoint }: { endpoint: EndpointSetup }) {
  const { name, unit, cutoff, daysPerMonth } = endpoint;
  const id = useId();
  const [noDay, setNoDay] = useState(false);
  const months = [...new Set([...monthsOfDays, daysPerMonth])];
  return (
    <>
      <div class="field">
        <label class="field-label" for={id}>
          {words.cutoff}
        </label>
        <input
          id={id}
          class="input"
          type="date"
          value={cutoff ?? ''}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const valid = value === '' || parseDate(value) !== null;
            setNoDay(!valid);
            if (valid) setEndpoint(name, { cutoff: value === '' ? null : value });
          }}
        />
        <span id={`${id}-hint`} class={noDay ? 'field-problem' : 'field-hint'} role="status">
          {noDay ? words.noDay : words.cutoffHint}
        </span>
      </div>
      {(unit === 'months' || unit === 'years') && (
        <Select
          label={words.month}
          small
          choices={months.map((days) => ({ value: String(days), label: words.days(days) }))}
          value={String(daysPerMonth)}
          onChange={(days) => setEndpoint(name, { daysPerMonth: Number(days) })}
        />
      )}
    </>
  );
}
