import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

import { text } from '../text/text.ts';
import { Icon } from './icon.tsx';
import type { Choice } from './segmented.tsx';

interface SelectProps<Value extends string> {
  label: ComponentChildren;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** In a table the column's head is the visible label; elsewhere the label stands above the field. */
  labelHidden?: boolean;
  small?: boolean;
  guessed?: boolean;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const id = useId();
  const box = ['select-box'];
  if (props.small) box.push('select-small');
  if (props.guessed) box.push('guessed');
  return (
    <div class="field">
      <label for={id} class={props.labelHidden ? 'visually-hidden' : 'field-label'}>
        {props.label}
        {props.guessed && <span class="visually-hidden">{text.shared.guessed}</span>}
      </label>
      <span class={box.join(' ')}>
        <select
          id={id}
          class="select"
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value as Value)}
        >
          {props.choices.map(({ value, label }) => (
            <option key={value} value={value} selected={value === props.value}>
              {label}
            </option>
          ))}
        </select>
        <Icon name="chevronDown" />
      </span>
    </div>
  );
}
