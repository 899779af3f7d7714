import type { ComponentChildren } from 'preact';

import type { Options } from '../data/options.ts';
import { parts, setLevel } from '../data/store.ts';
import { level } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Segmented, type Choice } from '../ui/segmented.tsx';
import { shownParts } from './shown.ts';

/** What can be chosen about a panel, folded to one line that says what is chosen; print keeps the line. */
export function PanelOptions({
  settings,
  children,
}: {
  settings: readonly string[];
  children: ComponentChildren;
}) {
  return (
    <Disclosure printed name={text.shared.options.name} setting={settings.join(' · ')}>
      <div class="options screen-only">{children}</div>
    </Disclosure>
  );
}

interface ChoiceFieldProps<Value extends string> {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  hint?: string;
}

/** One of a few named answers under their visible label. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { hint, ...choice } = props;
  return (
    <div class="field">
      <span class="field-label" aria-hidden="true">
        {choice.label}
      </span>
      <Segmented {...choice} />
      {hint !== undefined && <span class="field-hint">{hint}</span>}
    </div>
  );
}

const levels: readonly Options['level'][] = [0.9, 0.95, 0.99];

/** The coverage of every interval on the page. */
export function LevelField() {
  const { level: chosen } = parts.options.value;
  return (
    <ChoiceField
      label={text.shared.options.level}
      hint={text.shared.options.levelHint}
      choices={levels.map((one) => ({ value: level(one), label: level(one) }))}
      value={level(chosen)}
      onChange={(label) => setLevel(levels.find((one) => level(one) === label) ?? chosen)}
    />
  );
}

/** The coverage as sentences say it: "95%". */
export function levelShown(): string {
  return level(shownParts.options.value.level);
}
