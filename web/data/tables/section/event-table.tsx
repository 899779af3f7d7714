import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkboxes } from '../../../ui/checkboxes.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Note } from '../../../ui/messages.tsx';
import { Select } from '../../../ui/select.tsx';
import type { Cohort } from '../../cohort.ts';
import { cohort, parts } from '../../store.ts';
import { kindsOf } from '../event-analyses.ts';
import { type EventSetup, withColumn } from '../event-setup.ts';
import { type EventRole, eventRoles, saysNoEvent } from '../event-words.ts';
import { eventTableNote, openEventTable, removeEventTable, setEventTable } from '../opened.ts';
import { AddEventTable } from './add-event-table.tsx';
import { EventTableMessages } from './event-table-messages.tsx';
import './event-table.css';

const words = text.eventTable;

/**
 * The table of adverse events, folded to its name: what it is linked by and what its columns mean.
 * Safety says itself, above its numbers, what of the table is not counted.
 */
export function EventTableDisclosure({ inSafety = false }: { inSafety?: boolean }) {
  const setup = parts.eventTable.value;
  const table = openEventTable.value;
  return (
    <Disclosure
      printed={setup !== null}
      name={words.name}
      setting={settingOf(setup, table)}
      {...(!inSafety && { open: setup !== null })}
    >
      <EventTable quiet={inSafety} />
    </Disclosure>
  );
}

function settingOf(setup: EventSetup | null, table: Cohort | null): string {
  if (setup === null) return words.none;
  const { name, rows } = setup.file;
  return table === null ? words.waitingSetting(name) : words.setting(name, rows);
}

interface EventTableProps {
  /** How it fits to the cohort is said elsewhere. */
  quiet?: boolean;
}

/** Its link and its columns; where there is no table, the ways to one. */
export function EventTable({ quiet = false }: EventTableProps) {
  const loaded = cohort.value;
  const setup = parts.eventTable.value;
  const table = openEventTable.value;
  if (loaded === null) return null;
  if (setup === null) {
    return (
      <div class="event-table screen-only">
        <p class="prose">{words.what}</p>
        <AddEventTable label={words.add} />
      </div>
    );
  }
  if (table === null) return <WaitingEventTable setup={setup} />;
  const note = eventTableNote.value;
  return (
    <div class="event-table">
      {note !== null && <Note items={[{ claim: note }]} />}
      {!quiet && (
        <EventTableMessages
          cohort={loaded}
          table={table}
          setup={setup}
          exclude={parts.exclude.value}
        />
      )}
      <EventColumns cohort={loaded} table={table} setup={setup} />
      <p class="note print-only">{printedColumns(setup)}</p>
      <div class="screen-only">
        <AddEventTable label={words.replace}>
          <Button onClick={removeEventTable}>{words.remove}</Button>
        </AddEventTable>
      </div>
    </div>
  );
}

/** A saved analysis counts events of a table that is not open. */
function WaitingEventTable({ setup }: { setup: EventSetup }) {
  const { name, rows } = setup.file;
  return (
    <div class="event-table">
      <Note items={[{ claim: words.waits(name, rows), text: words.waitsText }]} />
      <div class="screen-only">
        <AddEventTable label={words.open} primary>
          <Button onClick={removeEventTable}>{words.remove}</Button>
        </AddEventTable>
      </div>
    </div>
  );
}

/** Terms that seem to say that there was no event, to be taken for events after all. */
function NoEventTerms({ setup: { texts, noEvent } }: { setup: EventSetup }) {
  const candidates = texts.term.filter((term) => saysNoEvent(term) || noEvent.includes(term));
  if (candidates.length === 0) return null;
  return (
    <div class="event-values">
      <Checkboxes
        label={words.meansNoEvent}
        choices={candidates.map((value) => ({ value, label: value }))}
        value={noEvent}
        onChange={(values) => setEventTable((before) => ({ ...before, noEvent: values }))}
      />
    </div>
  );
}

const none = '';

interface EventColumnsProps {
  cohort: Cohort;
  table: Cohort;
  setup: EventSetup;
}

function EventColumns({ cohort: loaded, table, setup }: EventColumnsProps) {
  const { columns, cohortPatient, chosen, texts, yes } = setup;
  const choices = (names: readonly string[]) => [
    { value: none, label: words.notChosen },
    ...names.map((name) => ({ value: name, label: name })),
  ];
  const field = (role: EventRole | 'cohortPatient') => {
    const ofCohort = role === 'cohortPatient';
    const value = ofCohort ? cohortPatient : columns[role];
    return (
      <Select
        key={role}
        label={words.columns[role]}
        guessed={value !== null && !chosen.includes(role)}
        choices={choices(ofCohort ? loaded.table.header : table.table.header)}
        value={value ?? none}
        onChange={(name) =>
          setEventTable((before, own) => withColumn(before, own, role, name === none ? null : name))
        }
      />
    );
  };
  return (
    <div class="event-columns screen-only">
      {field('patient')}
      {field('cohortPatient')}
      {(['term', 'grade', 'related', 'immune'] as const).map(field)}
      <NoEventTerms setup={setup} />
      {kindsOf(setup).map((kind) => (
        <div key={kind} class="event-values">
          <Checkboxes
            label={words.yes[kind]}
            choices={texts[kind].slice(0, mostAnswers).map((value) => ({ value, label: value }))}
            value={yes[kind]}
            onChange={(values) =>
              setEventTable((before) => ({
                ...before,
                yes: { ...before.yes, [kind]: values },
                chosen: before.chosen.includes(kind) ? before.chosen : [...before.chosen, kind],
              }))
            }
          />
        </div>
      ))}
    </div>
  );
}

/** On paper: which column is what. */
function printedColumns({ columns, cohortPatient }: EventSetup): string {
  const used = eventRoles.flatMap((role) => {
    const name = columns[role];
    return name === null ? [] : [words.columnIs(words.columns[role], name)];
  });
  return words.printed(cohortPatient ?? words.notChosen.toLowerCase(), used);
}

/** A column of more different texts says nothing by yes or no. */
const mostAnswers = 40;
