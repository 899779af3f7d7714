import { useId } from 'preact/hooks';

import { text } from '../../text/text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Prose } from '../../ui/prose.tsx';
import { CalculatorLink } from './calculator-link.tsx';
import { adjustedRows, readPValues } from './doubt.ts';
import { FoldedCalculator, Method, Problem } from './parts.tsx';
import { useAnswer, valueOf } from './use-answer.ts';
import { useFields } from './use-fields.ts';

const words = text.trials;
const title = words.adjusted;

/** p values of several tests, adjusted in six ways. */
export function AdjustedP() {
  return (
    <FoldedCalculator id="adjusted-p" title={title} what={words.adjustedWhat}>
      <Opened />
    </FoldedCalculator>
  );
}

function Opened() {
  const id = useId();
  const { typed, type, level } = useFields('adjusted-p', { p: '0.01\n0.02\n0.03\n0.04\n0.05' });
  const { values, problem } = readPValues(typed.p);
  const answer = useAnswer(values && { id: 'adjusted', method: 'adjustP', p: values });
  const value = valueOf(answer, 'adjustP');
  return (
    <>
      <div class="field">
        <label for={id} class="field-label">
          <Prose text={words.pValues} />
        </label>
        <textarea
          id={id}
          class="input counts-field"
          rows={5}
          spellcheck={false}
          value={typed.p}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem`}
          onInput={(event) => type({ p: event.currentTarget.value })}
        />
      </div>
      <Problem id={`${id}-problem`} text={problem} answer={answer} />
      {values !== null && value !== null && (
        <>
          <DataTable
            label={words.adjustedTable}
            dense
            columns={[words.given, ...words.adjustments].map((head) => ({
              head,
              align: 'right' as const,
            }))}
            rows={adjustedRows(values, value)}
          />
          <Method text={words.adjustedMethod(values.length)} />
          <CalculatorLink id="adjusted-p" name={title} typed={typed} level={level} />
        </>
      )}
    </>
  );
}
