// What every calculator is made of: its frame, a problem in place of the answer, lines, method.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

import type { RichText } from '../../base/rich-text.ts';
import { problemText } from '../../engine/problem-text.ts';
import { text } from '../../text/text.ts';
import { Disclosure, openDisclosure } from '../../ui/disclosure.tsx';
import { MethodLine } from '../../ui/panel.tsx';
import { Prose } from '../../ui/prose.tsx';
import type { Line } from './lines.ts';
import { type Answer } from './use-answer.ts';
import { useLink } from './use-fields.ts';

const words = text.calculators;

interface CalculatorProps {
  /** Also its name in links. */
  id: string;
  title: string;
  children: ComponentChildren;
}

/** One of the two that stand open. A link to it leads to its heading. */
export function OpenCalculator({ id, title, children }: CalculatorProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLink(id, () => {
    heading.current?.scrollIntoView({ block: 'center' });
    heading.current?.focus({ preventScroll: true });
  });
  return (
    <section class="calculator" aria-labelledby={`calculator-${id}`}>
      <h3 id={`calculator-${id}`} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  );
}

/** One that is built when it is opened, by hand or by a link. */
export function FoldedCalculator({
  id,
  title,
  what,
  children,
}: CalculatorProps & { what: string }) {
  useLink(id, () => openDisclosure(`calculator-${id}`));
  return (
    <Disclosure id={`calculator-${id}`} name={title} setting={what}>
      <div class="calculator calculator-folded">{children}</div>
    </Disclosure>
  );
}

interface ProblemProps {
  id: string;
  /** What is wrong with the numbers that were typed. */
  text: string | null;
  answer: Answer | null;
}

/** One sentence in place of the result. It stands always, so that a screen reader hears it change. */
export function Problem({ id, text: typed, answer }: ProblemProps) {
  const problem = typed ?? refusal(answer);
  return (
    <p id={id} class={problem === null ? undefined : 'calculator-problem'} role="status">
      {problem}
    </p>
  );
}

function refusal(answer: Answer | null): string | null {
  if (answer?.state === 'failed') return words.failed;
  if (answer?.state !== 'done' || answer.result.ok) return null;
  return problemText(answer.result.problem);
}

/** A name and its value on each line. While there is no answer the lines keep their room. */
export function Lines({ lines, room }: { lines: readonly Line[] | null; room: number }) {
  return (
    <dl class="calculator-lines" aria-busy={lines === null}>
      {lines === null
        ? Array.from({ length: room }, (_, index) => <div key={index} class="calculator-line" />)
        : lines.map(({ name, value, key }, index) => (
            <div key={index} class={key ? 'calculator-line calculator-key' : 'calculator-line'}>
              <dt>
                <Prose text={name} />
              </dt>
              <dd>
                <Prose text={value} />
              </dd>
            </div>
          ))}
    </dl>
  );
}

export function Method({ text: method }: { text: RichText | null }) {
  return method === null ? (
    <p class="method">{'\u00a0'}</p>
  ) : (
    <MethodLine>
      <Prose text={method} />
    </MethodLine>
  );
}
