import { useId } from 'preact/hooks';

import type { Analysis, ContingencyValue } from '../../../build/wasm/riskset.js';
import { text } from '../../text/text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { CalculatorLink } from './calculator-link.tsx';
import { CountsField } from './counts-field.tsx';
import { readTable } from './lines-of-counts.ts';
import { FoldedCalculator, Lines, Method, Problem } from './parts.tsx';
import { expectedTable, tableLines, tableMethod } from './tables-lines.ts';
import { useAnswer, valueOf } from './use-answer.ts';
import { useFields } from './use-fields.ts';

const words = text.calculators;

/** A table of any size: Pearson at once, the exact test as soon as it is there. */
export function LargerTable() {
  return (
    <FoldedCalculator id="table" title={words.table} what={words.tableWhat}>
      <Opened />
    </FoldedCalculator>
  );
}

function Opened() {
  const id = useId();
  const { typed, type, level } = useFields('table', { counts: '1 14 26 7\n0 2 11 18' });
  const { value: counts, problem } = readTable(typed.counts);
  const analysis = counts && ({ id: 'table', method: 'contingency', counts } satisfies Analysis);
  const answer = useAnswer(analysis);
  const exact = useAnswer(analysis && { ...analysis, id: 'exact', exact: true });
  const value = valueOf(answer, 'contingency');
  const withExact = valueOf(exact, 'contingency');
  return (
    <>
      <CountsField
        id={id}
        typed={typed.counts}
        hint={words.countsHint}
        wrong={problem !== null}
        problem={`${id}-problem`}
        onChange={(lines) => type({ counts: lines })}
      />
      <Problem id={`${id}-problem`} text={problem} answer={answer} />
      {counts !== null && (
        <>
          <Lines lines={value && tableLines(value, withExact)} room={5} />
          {value !== null && <Expected counts={counts} value={value} />}
          <Method text={value && tableMethod(value, withExact, counts)} />
          <CalculatorLink id="table" name={words.table} typed={typed} level={level} />
        </>
      )}
    </>
  );
}

function Expected({ counts, value }: { counts: number[][]; value: ContingencyValue }) {
  const { columns, rows } = expectedTable(counts, value);
  return (
    <DataTable
      label={words.expectedTable}
      caption={words.expectedTable}
      dense
      compact
      columns={[words.counts, ...columns].map((head, at) => ({
        head,
        align: at === 0 ? 'left' : 'right',
      }))}
      rows={rows}
    />
  );
}
