import { text } from '../text/text.ts';

interface PassphraseFieldProps {
  id: string;
  label: string;
  hint: string;
  /** Why what was typed does not do; null where it does, or nobody knows yet. */
  problem: string | null;
  value: string;
  shown: boolean;
  autofocus?: boolean;
  onInput: (typed: string) => void;
  /** Where it can be chosen here whether what is typed is seen. */
  onShow?: (shown: boolean) => void;
}

export function PassphraseField(props: PassphraseFieldProps) {
  const { id, label, hint, problem, value, shown, autofocus, onInput, onShow } = props;
  return (
    <div class="field">
      <label for={id} class="field-label">
        {label}
      </label>
      <input
        id={id}
        class="input passphrase"
        type={(shown ? 'text' : 'password') as 'password'}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        autofocus={autofocus}
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
      {onShow !== undefined && (
        <label class="checkbox">
          <input
            type="checkbox"
            checked={shown}
            onChange={(event) => onShow(event.currentTarget.checked)}
          />
          {text.share.passphrase.show}
        </label>
      )}
    </div>
  );
}
