import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

interface TextFieldProps {
  label: ComponentChildren;
  /** What stands in the field while nobody types in it. */
  value: string;
  /** What an empty field means, or how to write an entry. */
  hint?: ComponentChildren;
  /** Takes the entry when it is finished; answers with what is wrong with it, or null. */
  onCommit: (text: string) => string | null;
  numeric?: boolean;
}

/** A text that counts when it is finished: by Enter, or on leaving the field. */
export function TextField({ label, value, hint, onCommit, numeric = false }: TextFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);

  // Not in an effect: that would come after what is typed at once into a field that just opened.
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setDraft(value);
    setProblem(null);
  }

  const commit = (text: string) => {
    setDraft(text);
    setProblem(onCommit(text));
  };

  return (
    <div class="field">
      <label for={id} class="field-label">
        {label}
      </label>
      <input
        id={id}
        class={numeric ? 'input input-number' : 'input'}
        type="text"
        inputMode={numeric ? 'decimal' : undefined}
        autocomplete="off"
        value={draft}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => commit(event.currentTarget.value)}
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
