import { useState } from 'preact/hooks';

import { timeWithUnit } from '../../format/numbers.ts';
import { rowList } from '../../format/words.ts';
import { text } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { type Answer, RadioQuestion } from '../../ui/radio-question.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { EventValue } from '../guess/event-coding.ts';
import type { EndpointSetup } from '../setup.ts';
import { asOneStep, setEventLevels } from '../store.ts';
import { type EventQuestion as Question, settledBy } from './questions.ts';

const words = text.data.question;

/** Asks which value of an event column means the event. Two values: one of them; more: each. */
export function EventQuestion({ question }: { question: Question }) {
  return question.values.length > 2 ? (
    <EachValue question={question} />
  ) : (
    <OneOfTwo question={question} />
  );
}

function Heading({ endpoint, verb }: Question) {
  return (
    <>
      {words.which} <code>{endpoint.event}</code> {words.means(verb)}
    </>
  );
}

/** What holds of a patient without the event. */
function otherwise({ verb }: EndpointSetup): string {
  return verb === text.data.endpointKinds.OS.verb ? words.alive : words.withoutEvent;
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
      : words.medianTime(timeWithUnit(medianTime, time === null ? 'days' : unit));
  const commoner = values.filter((other) => other.count > count).length;
  const named = count <= 3 || commoner >= 2 ? words.rows(rowList(rows)) : '';
  return `${words.patients(count)}${named}${median}`;
}

const nobody = '';

function OneOfTwo({ question }: { question: Question }) {
  const { endpoint, verb, values, suggestion, alsoFor } = question;
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
    ...(alone ? [{ value: nobody, label: words.nobody(verb), evidence: '' }] : []),
  ];
  const confirm =
    answer === undefined
      ? words.choose
      : answer === nobody
        ? words.confirmNobody(verb)
        : words.confirm(answer, verb);
  return (
    <RadioQuestion
      question={<Heading {...question} />}
      hint={[
        words.counts(endpoint.title, otherwise(endpoint)),
        ...(same.length > 0 ? [words.sameAnswer(same)] : []),
      ].join(' ')}
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

/** Of values that say life and disease together; of others each has to be said. */
function meaningsGuessed({ states, suggestion, levels }: Question): Map<string, Meaning> {
  if (states === null) return new Map();
  return new Map(
    [...states].flatMap(([value, state]): [string, Meaning][] => {
      if (suggestion.includes(value)) return [[value, 'event']];
      if (state === 'unknown') return [[value, 'unknown']];
      return levels === null && state === 'dead' ? [] : [[value, 'censored']];
    }),
  );
}

/** Three values or more: nothing is computed until each of them has a meaning. */
function EachValue({ question }: { question: Question }) {
  const { endpoint, verb, values } = question;
  const [meanings, setMeanings] = useState(() => meaningsGuessed(question));
  const meaningOf = (value: string) => meanings.get(value) ?? 'open';
  const withMeaning = (meaning: Meaning) =>
    values.map(({ value }) => value).filter((value) => meaningOf(value) === meaning);
  const open = withMeaning('open');
  const events = withMeaning('event');
  const unknown = withMeaning('unknown');
  const ready = open.length === 0 && events.length > 0;
  return (
    <section class="question" aria-label={words.valuesOf(endpoint.event ?? '')}>
      <h3>
        <Heading {...question} />
      </h3>
      <p class="question-hint">
        <strong>{words.manyValues(endpoint.event ?? '', values.length)}</strong>{' '}
        {question.levels === null
          ? words.sayEach(endpoint.title)
          : words.guessedEach(endpoint.title)}
      </p>
      <div class="question-choices">
        {values.map((value) => (
          <div key={value.value} class="question-choice meaning">
            <span class="meaning-value">
              <span class="question-choice-label">{value.value}</span>
              <span class="meaning-evidence">{evidence(value, values, endpoint)}</span>
            </span>
            <Segmented<Meaning>
              label={words.meaningOf(value.value)}
              choices={[
                { value: 'event', label: words.event },
                { value: 'censored', label: words.noEvent },
                { value: 'unknown', label: words.notKnown },
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
          onClick={() =>
            asOneStep(() => {
              for (const { name } of settledBy(question, events)) {
                setEventLevels(name, events, unknown);
              }
            })
          }
        >
          {events.length === 0
            ? words.chooseEvent
            : events.length === 1
              ? words.confirm(events[0]!, verb)
              : words.confirmSeveral(events, verb)}
        </Button>
        <span class="question-reason">
          {open.length > 0
            ? words.open(open)
            : unknown.length > 0
              ? words.leftOut(unknown)
              : words.others(otherwise(endpoint))}
        </span>
      </div>
    </section>
  );
}
