import type { ComponentChildren } from 'preact';

import type { Choice } from './segmented.tsx';

interface CheckboxesProps<Value extends string> {
  label: ComponentChildren;
  choices: readonly Choice<Value>[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
}

/** Any of a few named things, in the order of the choices. */
export function Checkboxes<Value extends string>(props: CheckboxesProps<Value>) {
  const toggled = (value: Value, checked: boolean) =>
    props.choices
      .map((choice) => choice.value)
      .filter((one) => (one === value ? checked : props.value.includes(one)));
  return (
    <fieldset class="field checkboxes">
      <legend class="field-label">{props.label}</legend>
      <div class="checkbox-row">
        {props.choices.map(({ value, label }) => (
          <label key={value} class="checkbox">
            <input
              type="checkbox"
              checked={props.value.includes(value)}
              onChange={(event) => props.onChange(toggled(value, event.currentTarget.checked))}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
