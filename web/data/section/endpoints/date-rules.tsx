// The rules that papers choose among where an endpoint is composed of dates.
import { text } from '../../../text/text.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Cohort } from '../../cohort.ts';
import { dateRole, isClinicalProgression } from '../../dated-events.ts';
import type { EndpointSetup, Setup } from '../../setup.ts';
import { setEndpoint } from '../../store.ts';
import { parseNumber } from '../../text/parse-cell.ts';
import { ColumnSelect } from './column-select.tsx';
import { withMeaning } from './date-meanings.ts';

const words = text.data.endpoints.composition;

interface RuleProps {
  endpoint: EndpointSetup;
  /** Columns of dates beside the start. */
  dates: readonly string[];
}

interface DateRulesProps extends RuleProps {
  cohort: Cohort;
  setup: Setup;
}

export function DateRules({ cohort, setup, endpoint, dates }: DateRulesProps) {
  return (
    <div class="endpoint-fields endpoint-rules">
      <DeathRule cohort={cohort} endpoint={endpoint} />
      <ClinicalRule endpoint={endpoint} dates={dates} />
      <NewTherapyRule setup={setup} endpoint={endpoint} dates={dates} />
      <UnassessedRule endpoint={endpoint} />
      <MissedVisitsRule endpoint={endpoint} />
    </div>
  );
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

function NewTherapyRule({ setup, endpoint, dates }: RuleProps & { setup: Setup }) {
  const { newTherapy } = endpoint;
  const columns = dates.filter((name) => name === newTherapy || dateRole(name) === 'newTherapy');
  if (columns.length === 0) return null;
  return (
    <ColumnSelect
      label={words.afterNewTherapy}
      setup={setup}
      columns={columns}
      nothing={words.keepCounting}
      labelOf={words.censorBefore}
      value={newTherapy}
      onChange={(column) =>
        setEndpoint(
          endpoint.name,
          column === null ? { newTherapy: null } : withMeaning(endpoint, column, 'newTherapy'),
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

/** A progression that no scan has shown counts, or does not. */
function ClinicalRule({ endpoint, dates }: RuleProps) {
  const column = dates.find(isClinicalProgression);
  if (column === undefined || endpoint.eventDates.every((name) => name === column)) return null;
  return (
    <Select
      label={words.clinical}
      small
      choices={[
        { value: 'unused', label: words.clinicalPassedOver(column) },
        { value: 'event', label: words.clinicalCounts(column) },
      ]}
      value={endpoint.eventDates.includes(column) ? 'event' : 'unused'}
      onChange={(meaning) => setEndpoint(endpoint.name, withMeaning(endpoint, column, meaning))}
    />
  );
}

/** Where assessments are dated, a progression long after the last of them may not count. */
function MissedVisitsRule({ endpoint }: { endpoint: EndpointSetup }) {
  const { name, censoringDates, longestGap } = endpoint;
  const isAssessed = censoringDates.some((column) => dateRole(column) === 'lastAssessment');
  if (!isAssessed && longestGap === null) return null;
  return (
    <TextField
      label={words.missedVisits}
      numeric
      value={longestGap === null ? '' : String(longestGap)}
      hint={words.missedVisitsHint}
      onCommit={(typed) => {
        const days = typed.trim() === '' ? null : parseNumber(typed.trim());
        if (days !== null && !(days > 0)) return words.daysNeeded;
        if (typed.trim() !== '' && days === null) return words.daysNeeded;
        setEndpoint(name, { longestGap: days });
        return null;
      }}
    />
  );
}
