import { useState } from 'preact/hooks';

import { day } from '../../format/numbers.ts';
import { text } from '../../text/text.ts';
import { RadioQuestion } from '../../ui/radio-question.tsx';
import { setDateOrder } from '../store.ts';
import type { DateOrder } from '../text/parse-cell.ts';
import { writtenDate } from '../text/parse-date.ts';
import type { DateQuestion as Question } from './date-questions.ts';

const words = text.data.columnReading.dateQuestion;

/** Asks in which order day and month stand where all dates of a column can be read in several. */
export function DateQuestion({ question }: { question: Question }) {
  const { example, orders, order, columns, evidence } = question;
  const [picked, setPicked] = useState<DateOrder[]>([order]);
  const answer = picked[0] ?? order;
  const read = (by: DateOrder) => day(writtenDate(example, by)!.days);
  return (
    <RadioQuestion
      question={
        <>
          {words.heading} <code>{example}</code>
          {words.which(orders.map(read))}
        </>
      }
      hint={words.hint(columns)}
      answers={orders.map((by) => ({
        value: by,
        label: read(by),
        evidence: words.orders[by],
      }))}
      value={picked}
      onChange={setPicked}
      confirm={words.confirm[answer]}
      onConfirm={() => setDateOrder(columns, answer)}
      reason={evidence}
    />
  );
}
