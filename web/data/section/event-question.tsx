import { useState } from 'preact/hooks';

import { timeWithUnit } from '../../format/numbers.ts';
import { counted, listed, rowList } from '../../format/words.ts';
import { Button } from '../../ui/button.tsx';
import { type Answer, RadioQuestion } from '../../ui/radio-question.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { EventValue } from '../guess/event-coding.ts';
import type { EndpointSetup } from '../setup.ts';
import { asOneStep, setEventLevels } from '../store.ts';
import { type EventQuestion as Question, settledBy } from './questions.ts';

/** Asks which value of an event column means the event. Two values: one of them; more: each. */
export function EventQuestion({ question }: { question: Question }) {
  return question.values.length > 2 ? (
    <EachValue question={question} />
  ) : (
    <OneOfTwo question={question} />
  );
}

function Heading({ endpoint }: { endpoint: EndpointSetup }) {
  return (
    <>
      Which value of <code>{endpoint.event}</code> means the patient {endpoint.verb}?
    </>
  );
}

/** What holds of a patient without the event. */
function otherwise({ verb }: EndpointSetup): string {
  return verb === 'died' ? 'alive at last contact' : 'without the event at last contact';
}

/** Rows are named where they can be looked up one by one, and always of a value that is one too many. */
function evidence(
  value: EventValue,
  values: readonly EventValue[],
  { time, unit }: EndpointSetup,
): string {
  const { count, rows, medianTime } = value;
  // A difference of two dates is in days, whatever unit the endpoint is reported in.
  const median =
    medianTime === null
      ? ''
      : `, median time ${timeWithUnit(medianTime, time === null ? 'days' : unit)}`;
  const commoner = values.filter((other) => other.count > count).length;
  const named = count <= 3 || commoner >= 2 ? ` (${rowList(rows)})` : '';
  return `${counted(count, 'patient')}${named}${median}`;
}

const nobody = '';

function OneOfTwo({ question }: { question: Question }) {
  const { endpoint, values, suggestion, alsoFor } = question;
  const [picked, setPicked] = useState<string[]>(suggestion);
  const [answer] = picked;
  const same = alsoFor.map(({ event }) => event).filter((event) => event !== null);
  const alone = values.length === 1;
  const likelyFirst = [
    ...values.filter(({ value }) => suggestion.includes(value)),
    ...values.filter(({ value }) => !suggestion.includes(value)),
  ];
  const answers: Answer<string>[] = [
    ...likelyFirst.map((value) => ({
      value: value.value,
      label: value.value,
      evidence: evidence(value, values, endpoint),
    })),
    ...(alone ? [{ value: nobody, label: `None: nobody ${endpoint.verb}`, evidence: '' }] : []),
  ];
  const confirm =
    answer === undefined
      ? 'Choose a value'
      : answer === nobody
        ? `Nobody ${endpoint.verb}`
        : `${answer} means ${endpoint.verb}`;
  return (
    <RadioQuestion
      question={<Heading endpoint={endpoint} />}
      hint={
        <>
          {endpoint.title} counts these patients as events. The others count as{' '}
          {otherwise(endpoint)}.
          {same.length > 0 && (
            <>
              {' '}
              {listed(same)} {same.length === 1 ? 'has' : 'have'} the same two values: the answer
              holds for {same.length === 1 ? 'both' : 'all'}.
            </>
          )}
        </>
      }
      answers={answers}
      value={picked}
      onChange={setPicked}
      confirm={confirm}
      onConfirm={() => {
        const levels = picked.filter((value) => value !== nobody);
        asOneStep(() => {
          for (const { name } of settledBy(question, levels)) setEventLevels(name, levels);
        });
      }}
      reason={question.evidence}
    />
  );
}

type Meaning = 'event' | 'censored' | 'unknown' | 'open';

/** Three values or more: nothing is computed until each of them has a meaning. */
function EachValue({ question }: { question: Question }) {
  const { endpoint, values } = question;
  const [meanings, setMeanings] = useState(() => new Map<string, Meaning>());
  const meaningOf = (value: string) => meanings.get(value) ?? 'open';
  const withMeaning = (meaning: Meaning) =>
    values.map(({ value }) => value).filter((value) => meaningOf(value) === meaning);
  const open = withMeaning('open');
  const events = withMeaning('event');
  const unknown = withMeaning('unknown');
  const ready = open.length === 0 && events.length > 0;
  return (
    <section class="question" aria-label={`Values of ${endpoint.event}`}>
      <h3>
        <Heading endpoint={endpoint} />
      </h3>
      <p class="question-hint">
        <strong>
          {endpoint.event} has {values.length} different values.
        </strong>{' '}
        Say what each means: {endpoint.title.toLowerCase()} waits for the answer, everything else is
        shown.
      </p>
      <div class="question-choices">
        {values.map((value) => (
          <div key={value.value} class="question-choice meaning">
            <span class="meaning-value">
              <span class="question-choice-label">{value.value}</span>
              <span class="meaning-evidence">{evidence(value, values, endpoint)}</span>
            </span>
            <Segmented<Meaning>
              label={`What ${value.value} means`}
              choices={[
                { value: 'event', label: 'Event' },
                { value: 'censored', label: 'No event' },
                { value: 'unknown', label: 'Not known' },
              ]}
              value={meaningOf(value.value)}
              onChange={(meaning) =>
                setMeanings((before) => new Map(before).set(value.value, meaning))
              }
            />
          </div>
        ))}
      </div>
      <div class="question-answer">
        <Button
          kind="primary"
          disabled={!ready}
          onClick={() => setEventLevels(endpoint.name, events, unknown)}
        >
          {events.length === 0
            ? 'Choose the event'
            : `${listed(events)} ${events.length === 1 ? 'means' : 'mean'} ${endpoint.verb}`}
        </Button>
        <span class="question-reason">
          {open.length > 0
            ? `Not said yet: ${listed(open)}.`
            : unknown.length > 0
              ? `Patients with ${listed(unknown)} are left out.`
              : `The others count as ${otherwise(endpoint)}.`}
        </span>
      </div>
    </section>
  );
}
