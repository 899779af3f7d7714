import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

import { Button } from './button.tsx';

export interface Answer<Value extends string> {
  value: Value;
  label: ComponentChildren;
  /** What the data say about this answer: "66 patients, median time 9.1 months". */
  evidence?: ComponentChildren;
}

interface RadioQuestionProps<Value extends string> {
  question: ComponentChildren;
  hint?: ComponentChildren;
  answers: readonly Answer<Value>[];
  /** The ticked answers: one, or several where `several` is set. */
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  several?: boolean;
  /** The button repeats the answer ("1 means died"), so that pressing it is a statement. */
  confirm: string;
  onConfirm: () => void;
  /** Why this answer was guessed. */
  reason?: ComponentChildren;
}

/** A question the data cannot answer alone. The heading is the question. */
export function RadioQuestion<Value extends string>(props: RadioQuestionProps<Value>) {
  const name = useId();
  const { several = false } = props;

  const toggle = (value: Value, checked: boolean) => {
    if (!several) props.onChange([value]);
    else if (checked) props.onChange([...props.value, value]);
    else props.onChange(props.value.filter((other) => other !== value));
  };

  return (
    <fieldset class="question" aria-labelledby={`${name}-question`}>
      <h3 id={`${name}-question`}>{props.question}</h3>
      {props.hint !== undefined && <p class="question-hint">{props.hint}</p>}
      <div class="question-choices">
        {props.answers.map(({ value, label, evidence }) => (
          <label key={value} class="question-choice">
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={value}
              checked={props.value.includes(value)}
              onChange={(event) => toggle(value, event.currentTarget.checked)}
            />
            <span class="question-choice-label">{label}</span>
            <span class="question-choice-evidence">{evidence}</span>
          </label>
        ))}
      </div>
      <div class="question-answer">
        <Button kind="primary" disabled={props.value.length === 0} onClick={props.onConfirm}>
          {props.confirm}
        </Button>
        {props.reason !== undefined && <span class="question-reason">{props.reason}</span>}
      </div>
    </fieldset>
  );
}
