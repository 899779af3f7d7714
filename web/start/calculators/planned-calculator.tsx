import { useId } from 'preact/hooks';

import type { Analysis, Answers, Method as MethodName } from '../../../build/wasm/riskset.js';
import type { RichText } from '../../base/rich-text.ts';
import { CalculatorLink } from './calculator-link.tsx';
import type { Line } from './lines.ts';
import { FoldedCalculator, Lines, Method, Problem } from './parts.tsx';
import { type NumberField, type Numbers, readNumbers } from './planned-numbers.ts';
import { useAnswer, valueOf } from './use-answer.ts';
import { useFields } from './use-fields.ts';

export interface Planned<Name extends string, M extends MethodName> {
  /** Also its name in links. */
  id: string;
  title: string;
  what: string;
  fields: readonly NumberField<Name>[];
  example: Readonly<Record<Name, string>>;
  /** Why these numbers, each right in itself, make no question; null where they do. */
  wrong: (numbers: Numbers<Name>) => string | null;
  method: M;
  question: (numbers: Numbers<Name>) => Omit<Extract<Analysis, { method: M }>, 'id' | 'method'>;
  lines: (value: Answers[M], numbers: Numbers<Name>) => Line[];
  /** How many lines there will be. */
  room: number;
  how: (value: Answers[M]) => RichText;
  /** Said where the engine finds no answer, in place of its own sentence. */
  none?: string;
}

/** A calculator whose fields each hold one number. */
export function PlannedCalculator<Name extends string, M extends MethodName>({
  plan,
}: {
  plan: Planned<Name, M>;
}) {
  return (
    <FoldedCalculator id={plan.id} title={plan.title} what={plan.what}>
      <Opened plan={plan} />
    </FoldedCalculator>
  );
}

function Opened<Name extends string, M extends MethodName>({ plan }: { plan: Planned<Name, M> }) {
  const id = useId();
  const { typed, type, level } = useFields(plan.id, plan.example);
  const read = readNumbers(plan.fields, typed);
  const { numbers } = read;
  const problem = read.problem ?? (numbers && plan.wrong(numbers));
  const asked = problem === null ? numbers : null;
  const answer = useAnswer(
    asked && ({ id: plan.id, method: plan.method, ...plan.question(asked) } as unknown as Analysis),
  );
  const value = valueOf(answer, plan.method);
  const refused = answer?.state === 'done' && !answer.result.ok;
  return (
    <>
      <NumberFields
        id={id}
        fields={plan.fields}
        typed={typed}
        wrong={read.wrong}
        onChange={(name, own) => type({ [name]: own } as Partial<Record<Name, string>>)}
      />
      <Problem
        id={`${id}-problem`}
        text={problem ?? (refused ? (plan.none ?? null) : null)}
        answer={answer}
      />
      {asked !== null && !refused && (
        <>
          <Lines lines={value && plan.lines(value, asked)} room={plan.room} />
          <Method text={value && plan.how(value)} />
          <CalculatorLink id={plan.id} name={plan.title} typed={typed} level={level} />
        </>
      )}
    </>
  );
}

interface NumberFieldsProps<Name extends string> {
  id: string;
  fields: readonly NumberField<Name>[];
  typed: Readonly<Record<Name, string>>;
  wrong: Name | null;
  onChange: (name: Name, typed: string) => void;
}

export function NumberFields<Name extends string>(props: NumberFieldsProps<Name>) {
  return (
    <div class="calculator-numbers">
      {props.fields.map(({ name, label }) => (
        <div key={name} class="calculator-field">
          <label for={`${props.id}-${name}`}>{label}</label>
          <input
            id={`${props.id}-${name}`}
            class="input input-number count-field"
            type="text"
            inputMode="decimal"
            autocomplete="off"
            value={props.typed[name]}
            aria-invalid={props.wrong === name}
            aria-describedby={`${props.id}-problem`}
            onInput={(event) => props.onChange(name, event.currentTarget.value)}
          />
        </div>
      ))}
    </div>
  );
}
