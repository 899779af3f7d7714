import { useId, useState } from 'preact/hooks';

import { text } from '../../../text/text.ts';
import { Select } from '../../../ui/select.tsx';
import type { Cohort } from '../../cohort.ts';
import { isGuessedCutoff } from '../../dated-events.ts';
import { monthsOfDays } from '../../endpoint-dates.ts';
import type { EndpointSetup, Setup } from '../../setup.ts';
import { setEndpoint } from '../../store.ts';
import { parseDate } from '../../text/parse-cell.ts';
import { DateRules } from './date-rules.tsx';
import { meaningOf, meanings, withMeaning } from './date-meanings.ts';

const words = text.data.endpoints.composition;

interface CompositionFieldsProps {
  cohort: Cohort;
  setup: Setup;
  endpoint: EndpointSetup;
  /** Columns of dates beside the start. */
  dates: readonly string[];
}

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
      <DateRules cohort={cohort} setup={setup} endpoint={endpoint} dates={dates} />
    </>
  );
}

/** What holds of every endpoint that is made of dates. */
export function CutoffAndMonths(props: Omit<CompositionFieldsProps, 'dates'>) {
  const { cohort, setup, endpoint } = props;
  const { name, unit, cutoff, daysPerMonth } = endpoint;
  const id = useId();
  const [noDay, setNoDay] = useState(false);
  const guessed = isGuessedCutoff(cohort, setup, cutoff);
  const months = [...new Set([...monthsOfDays, daysPerMonth])];
  return (
    <>
      <div class={guessed ? 'field guessed' : 'field'}>
        <label class="field-label" for={id}>
          {words.cutoff}
          {guessed && <span class="visually-hidden">{text.shared.guessed}</span>}
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
