import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';
import type { Edit } from '../../changes/changes.ts';
import { writtenCell } from '../../changes/setup-after.ts';
import type { Cohort } from '../../cohort.ts';
import { correctCell, excludeRow, parts } from '../../store.ts';
import { cellText, columnIndex } from '../../text/text-table.ts';

const words = text.data.changes;

interface FieldProps {
  label: ComponentChildren;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  problem?: string | null;
}

/** A text that counts when the form is done. */
function Field({ label, value, onInput, hint, problem = null }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class="field-label">
        {label}
      </label>
      <input
        id={id}
        class="input"
        type="text"
        autocomplete="off"
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <span
        id={`${id}-hint`}
        class={problem === null ? 'field-hint' : 'field-problem'}
        role="status"
      >
        {problem ?? hint}
      </span>
    </div>
  );
}

interface RowFormProps {
  label: string;
  save: string;
  onSave: () => void;
  onCancel: () => void;
  children: ComponentChildren;
}

/** Enter saves, Escape leaves; the first field is ready to be typed in. */
function RowForm({ label, save, onSave, onCancel, children }: RowFormProps) {
  const form = useRef<HTMLFormElement>(null);
  // Not a moment later: what is typed at once belongs into the field.
  useLayoutEffect(() => {
    const field = form.current?.querySelector('input');
    field?.focus();
    field?.select();
  }, []);
  return (
    <form
      ref={form}
      class="row-fields"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      {children}
      <div class="row-buttons">
        <button type="submit" class="button button-plain">
          {save}
        </button>
        <Button kind="link" onClick={onCancel}>
          {words.edit.cancel}
        </Button>
      </div>
    </form>
  );
}

interface EditFormProps {
  cohort: Cohort;
  cell: Pick<Edit, 'row' | 'column'>;
  onDone: () => void;
}

/** Another text for one cell, with the reason. */
export function EditForm({ cohort, cell, onDone }: EditFormProps) {
  const { row, column } = cell;
  const edit = parts.edits.peek().find((one) => one.row === row && one.column === column);
  const place = columnIndex(cohort.table).get(column) ?? -1;
  const [value, setValue] = useState(edit?.value ?? cellText(cohort.table, row, place));
  const [why, setWhy] = useState(edit?.why ?? '');
  const written = writtenCell(cohort, cell);
  return (
    <RowForm
      label={words.edit.of(column, row)}
      save={words.edit.save}
      onSave={() => {
        onDone();
        correctCell({ row, column, value, why: why.trim() });
      }}
      onCancel={onDone}
    >
      <Field
        label={words.edit.value(column, row)}
        value={value}
        onInput={setValue}
        hint={words.edit.inTheFile(written === '' ? words.empty : written)}
      />
      <Field label={words.edit.why} value={why} onInput={setWhy} />
    </RowForm>
  );
}

/** Why a row is left out; the usual reasons are one press away. */
export function ExcludeForm({ row, onDone }: { row: number; onDone: () => void }) {
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const save = (reason: string) => {
    if (reason.trim() === '') {
      setProblem(words.exclude.needed);
      return;
    }
    onDone();
    excludeRow(row, reason);
  };
  return (
    <RowForm
      label={words.exclude.of(row)}
      save={words.exclude.save}
      onSave={() => save(why)}
      onCancel={onDone}
    >
      <Field
        label={words.exclude.why(row)}
        value={why}
        onInput={setWhy}
        hint={words.exclude.needed}
        problem={problem}
      />
      <div class="usual-reasons" role="group" aria-label={words.exclude.usualOnes}>
        {words.exclude.usual.map((reason) => (
          <Button key={reason} kind="small" onClick={() => save(reason)}>
            {reason}
          </Button>
        ))}
      </div>
    </RowForm>
  );
}
