import { computed } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';

import { listed } from '../../format/words.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note, ProblemBlock } from '../../ui/messages.tsx';
import { Lede, Panel } from '../../ui/panel.tsx';
import { checkCohort } from '../checks/checks.ts';
import type { Cohort } from '../cohort.ts';
import { CheckList } from './check-list.tsx';
import { CohortRows } from './cohort-rows.tsx';
import { ColumnTable } from './column-table.tsx';
import { EndpointTable } from './endpoint-table.tsx';
import { EventQuestion } from './event-question.tsx';
import { GroupFields } from './group-fields.tsx';
import { dataSentence, openQuestions } from './questions.ts';
import { cohort, loadProblem, openFile, setup } from '../store.ts';
import { fileTypes } from '../text/decode.ts';
import './data.css';

const checks = computed(() =>
  cohort.value === null ? null : checkCohort(cohort.value, setup.value),
);

/** Findings to look at and questions to answer, for the table of contents. */
export const dataAlerts = computed(() => {
  if (cohort.value === null || checks.value === null) return 0;
  return checks.value.found.length + openQuestions(cohort.value, setup.value).length;
});

export function DataSection() {
  const loaded = cohort.value;
  if (loaded === null) {
    return (
      <Panel id="data" title="Data">
        <EmptyState>
          The columns of your table will be listed here, with what each is for.
        </EmptyState>
      </Panel>
    );
  }
  return <LoadedData key={loaded} cohort={loaded} />;
}

function LoadedData({ cohort: loaded }: { cohort: Cohort }) {
  const [rowsOpen, setRowsOpen] = useState(false);
  const current = setup.value;
  const { header, rows } = loaded.table;
  const problem = loadProblem.value;
  const questions = openQuestions(loaded, current);
  // A decision may take away the button that made it; the keyboard must not fall to the page's top.
  useEffect(() => {
    if (document.activeElement === document.body) {
      document.getElementById('data-title')?.focus({ preventScroll: true });
    }
  }, [current]);
  return (
    <Panel
      id="data"
      title="Data"
      tools={
        <>
          <Button expanded={rowsOpen} controls="data-rows" onClick={() => setRowsOpen(!rowsOpen)}>
            {rowsOpen
              ? 'Hide the rows'
              : rows.length === 1
                ? 'View the row'
                : `View the ${rows.length} rows`}
          </Button>
          <ReplaceFile />
        </>
      }
    >
      {problem !== null && (
        <div role="alert">
          <ProblemBlock items={[{ claim: problem, text: `${loaded.name} stays as it was.` }]} />
        </div>
      )}
      <Lede>{dataSentence(loaded, current)}</Lede>
      <Note items={loaded.notes.map((claim) => ({ claim }))} />
      {rowsOpen && (
        <div id="data-rows">
          <CohortRows
            cohort={loaded}
            label={`Rows of ${loaded.name}`}
            rows={rows.map((_, at) => at + 1)}
            columns={header}
          />
        </div>
      )}
      <div class={questions.length > 0 ? 'data-decisions' : 'data-decisions data-settled'}>
        {questions.length > 0 && (
          <div class="questions">
            {questions.map((question) => (
              <EventQuestion key={questionKey(question)} question={question} />
            ))}
          </div>
        )}
        <EndpointTable cohort={loaded} setup={current} />
      </div>
      <GroupFields cohort={loaded} setup={current} />
      {checks.value !== null && <CheckList cohort={loaded} setup={current} checks={checks.value} />}
      <ColumnTable cohort={loaded} setup={current} />
      {current.identifiers.length > 0 && (
        <p class="note">
          <strong>Before you share.</strong> {listed(current.identifiers)} can identify a patient.
        </p>
      )}
    </Panel>
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
      <Button onClick={() => input.current?.click()}>Replace file</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={fileTypes}
        aria-label="Replace file"
        onChange={async (event) => {
          const field = event.currentTarget;
          const file = field.files?.[0];
          if (file !== undefined) await openFile(file);
          field.value = ''; // so that the same file can be chosen again
        }}
      />
    </>
  );
}
