import { useId } from 'preact/hooks';

import { text } from '../../text/text.ts';
import { CalculatorLink } from './calculator-link.tsx';
import { CountsField } from './counts-field.tsx';
import { readGroups } from './lines-of-counts.ts';
import { FoldedCalculator, Lines, Method, Problem } from './parts.tsx';
import { trendLines, trendMethod } from './tables-lines.ts';
import { useAnswer, valueOf } from './use-answer.ts';
import { useFields } from './use-fields.ts';

const words = text.calculators;

/** Whether rates rise or fall over groups that have an order. */
export function Trend() {
  return (
    <FoldedCalculator id="trend" title={words.trend} what={words.trendWhat}>
      <Opened />
    </FoldedCalculator>
  );
}

function Opened() {
  const id = useId();
  const { typed, type, level } = useFields('trend', { groups: '2 20\n5 21\n9 22' });
  const { value: groups, problem } = readGroups(typed.groups);
  const answer = useAnswer(
    groups && {
      id: 'trend',
      method: 'cochranArmitage',
      counts: {
        x: groups.map(({ x }) => x),
        n: groups.map(({ n }) => n),
        scores: groups.map(({ score }) => score),
      },
    },
  );
  const value = valueOf(answer, 'cochranArmitage');
  const refused = answer?.state === 'done' && !answer.result.ok;
  return (
    <>
      <CountsField
        id={id}
        typed={typed.groups}
        hint={words.trendHint}
        wrong={problem !== null}
        problem={`${id}-problem`}
        onChange={(lines) => type({ groups: lines })}
      />
      <Problem id={`${id}-problem`} text={problem} answer={answer} />
      {groups !== null && !refused && (
        <>
          <Lines lines={value && trendLines(value, groups)} room={groups.length + 2} />
          <Method text={value && trendMethod(groups)} />
          <CalculatorLink id="trend" name={words.trend} typed={typed} level={level} />
        </>
      )}
    </>
  );
}
