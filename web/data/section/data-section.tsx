import { computed } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';

import { text } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosures } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemBlock } from '../../ui/messages.tsx';
import { Lede, Panel } from '../../ui/panel.tsx';
import { printing } from '../../ui/printing.ts';
import { type Cohort, originalOf } from '../cohort.ts';
import { OpenedNote } from '../saved/opened-note.tsx';
import { ChangeList } from './changes/change-list.tsx';
import { CheckList } from './check-list.tsx';
import { checks } from './checks-made.ts';
import { CohortRows } from './cohort-rows.tsx';
import { ColumnTable } from './column-table.tsx';
import { DateQuestion } from './date-question.tsx';
import { dateQuestions } from './date-questions.ts';
import { EndpointTable } from './endpoints/endpoint-table.tsx';
import { EventQuestion } from './event-question.tsx';
import { FilterPart } from './filter/filter-part.tsx';
import { GroupFields } from './group-fields.tsx';
import { InTurn } from './in-turn.ts';
import { PrintedColumns } from './printed-columns.tsx';
import { dataSentence, openQuestions } from './questions.ts';
import { HowRead } from './how-read/how-read.tsx';
import { ReadingNotes } from './how-read/reading-notes.tsx';
import { type Setup, withCauses } from '../setup.ts';
import { addEndpoint, cohort, loadProblem, openFiles, setup } from '../store.ts';
import { EventTableDisclosure } from '../tables/section/event-table.tsx';
import { fileTypes } from '../text/decode.ts';
import './data.css';

const words = text.data;

/** Findings to look at and questions to answer, for the table of contents. */
export const dataAlerts = computed(() => {
  if (cohort.value === null || checks.value === null) return 0;
  const questions = openQuestions(cohort.value, setup.value).length;
  const dates = dateQuestions(cohort.value, setup.value).length;
  return checks.value.found.length + questions + dates;
});

export function DataSection() {
  const loaded = cohort.value;
  if (loaded === null) {
    return (
      <Panel id="data" title={words.title}>
        <EmptyState>{words.empty}</EmptyState>
      </Panel>
    );
  }
  return <LoadedData key={originalOf(loaded)} cohort={loaded} />;
}

function LoadedData({ cohort: loaded }: { cohort: Cohort }) {
  const [rowsOpen, setRowsOpen] = useState(false);
  const current = setup.value;
  const { header, rows } = originalOf(loaded).table;
  const problem = loadProblem.value;
  const questions = openQuestions(loaded, current);
  const dates = dateQuestions(loaded, current);
  const asks = questions.length + dates.length > 0;
  // A decision may take away the button that made it; the keyboard must not fall to the page's top.
  useEffect(() => {
    if (document.activeElement === document.body) {
      document.getElementById('data-title')?.focus({ preventScroll: true });
    }
  }, [current]);
  return (
    <Panel
      id="data"
      title={words.title}
      tools={
        <>
          <Button expanded={rowsOpen} controls="data-rows" onClick={() => setRowsOpen(!rowsOpen)}>
            {rowsOpen ? words.hideRows : words.viewRows(rows)}
          </Button>
          <ReplaceFile />
        </>
      }
    >
      {problem !== null && (
        <div role="alert">
          <ProblemBlock items={[{ claim: problem, text: words.stays(loaded.name) }]} />
        </div>
      )}
      <Lede>{dataSentence(loaded, current)}</Lede>
      <OpenedNote />
      <ReadingNotes cohort={loaded} />
      <HowRead cohort={loaded} />
      {rowsOpen && (
        <div id="data-rows">
          <CohortRows
            cohort={loaded}
            label={words.rowsOf(loaded.name)}
            rows={Array.from({ length: rows }, (_, at) => at + 1)}
            columns={header}
          />
        </div>
      )}
      <ChangeList cohort={loaded} setup={current} />
      <div class={asks ? 'data-decisions' : 'data-decisions data-settled'}>
        {asks && (
          <div class="questions screen-only">
            {dates.map((question) => (
              <DateQuestion key={question.columns.join('\n')} question={question} />
            ))}
            {questions.map((question) => (
              <EventQuestion key={questionKey(question)} question={question} />
            ))}
          </div>
        )}
        <div>
          <EndpointTable cohort={loaded} setup={current} />
          <CausesOffer cohort={loaded} setup={current} />
        </div>
      </div>
      <InTurn>
        <GroupFields cohort={loaded} setup={current} />
        <FilterPart cohort={loaded} setup={current} />
      </InTurn>
      <div class={current.eventTable === null ? 'screen-only' : ''}>
        <Disclosures>
          <EventTableDisclosure />
        </Disclosures>
      </div>
      {checks.value !== null && <CheckList cohort={loaded} setup={current} checks={checks.value} />}
      <ColumnTable cohort={loaded} setup={current} />
      {printing.value && <PrintedColumns cohort={loaded} setup={current} />}
      {current.identifiers.length > 0 && (
        <p class="note">
          <strong>{words.beforeSharing}</strong> {words.identifying(current.identifiers)}
        </p>
      )}
    </Panel>
  );
}

/** A status that tells causes of death apart can say more than overall survival. */
function CausesOffer({ cohort: loaded, setup: current }: { cohort: Cohort; setup: Setup }) {
  const shown = current.endpoints.every(({ name }) => name !== 'DSS');
  const event = shown ? (withCauses(loaded, current)?.event ?? null) : null;
  if (event === null) return null;
  return (
    <p class="group-note group-hint causes-offer screen-only">
      {words.endpoints.causes(event)}
      <Button kind="small" onClick={() => addEndpoint('DSS')}>
        {words.endpoints.addCauses}
      </Button>
    </p>
  );
}

/** A question about other values starts afresh. */
function questionKey({ endpoint, values }: ReturnType<typeof openQuestions>[number]): string {
  return [endpoint.name, endpoint.event, ...values.map(({ value }) => value)].join('\n');
}

function ReplaceFile() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{words.replace}</Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={fileTypes}
        aria-label={words.replace}
        onChange={async (event) => {
          const field = event.currentTarget;
          await openFiles([...(field.files ?? [])]);
          field.value = ''; // so that the same file can be chosen again
        }}
      />
    </>
  );
}
