import { useId } from 'preact/hooks';

import { text } from '../../text/text.ts';
import type { Reading, Typed } from './counts.ts';

const words = text.calculators;

interface CountPairProps {
  /** What is counted, or in whom: "With the event", "Arm A". */
  name: string;
  typed: Typed;
  reading: Reading;
  onChange: (typed: Typed) => void;
  /** The element that says what is wrong with the numbers. */
  problem: string;
}

/** Two fields that read "x of n". */
export function CountPair({ name, typed, reading, onChange, problem }: CountPairProps) {
  const id = useId();
  const field = (part: keyof Typed) => ({
    type: 'text' as const,
    inputMode: 'numeric' as const,
    autocomplete: 'off',
    class: 'input input-number count-field',
    value: typed[part],
    'aria-invalid': reading.kind === 'wrong' && reading.fields.includes(part),
    'aria-describedby': problem,
    onInput: (event: { currentTarget: HTMLInputElement }) =>
      onChange({ ...typed, [part]: event.currentTarget.value }),
  });
  return (
    <div class="count-pair">
      <label for={id}>{name}</label>
      <input id={id} {...field('x')} />
      <label for={`${id}-n`}>
        <span aria-hidden="true">{words.of}</span>
        <span class="visually-hidden">{words.patientsOf(name)}</span>
      </label>
      <input id={`${id}-n`} {...field('n')} />
    </div>
  );
}
