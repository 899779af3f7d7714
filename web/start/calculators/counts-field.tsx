import { text } from '../../text/text.ts';

const words = text.calculators;

interface CountsFieldProps {
  id: string;
  typed: string;
  /** What stands on each line. */
  hint: string;
  wrong: boolean;
  /** The element that says what is wrong with the counts. */
  problem: string;
  onChange: (typed: string) => void;
}

/** Counts on lines: typed, or pasted from a spreadsheet. */
export function CountsField({ id, typed, hint, wrong, problem, onChange }: CountsFieldProps) {
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {words.counts}
      </label>
      <textarea
        id={id}
        class="input counts-field"
        rows={Math.min(12, Math.max(3, typed.split('\n').length))}
        spellcheck={false}
        autocomplete="off"
        value={typed}
        aria-invalid={wrong}
        aria-describedby={`${id}-hint ${problem}`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <span id={`${id}-hint`} class="field-hint">
        {hint}
      </span>
    </div>
  );
}
