import type { ComponentChildren } from 'preact';

import { text } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Cohort } from '../cohort.ts';
import { codesOf } from '../column-codes.ts';
import {
  type ColumnReading as Reading,
  decidingDate,
  openOrdersOf,
  readingsOf,
} from '../column-readings.ts';
import { roleChoices, roleOf } from '../roles.ts';
import { same } from '../same.ts';
import { contentOf, guessedSetup, type Setup } from '../setup.ts';
import { backToGuess, setMissing, setSigns } from '../store.ts';
import type { Signs } from '../text/parse-cell.ts';
import { readingText } from './reading-text.ts';
import './column-reading.css';

const words = text.data.columnReading;

interface ColumnReadingProps {
  cohort: Cohort;
  setup: Setup;
  name: string;
}

/** How one column is read and why, what counts as missing in it, and the way back to the guess. */
export function ColumnReading({ cohort, setup, name }: ColumnReadingProps) {
  const readings = readingsOf(cohort, setup, name) ?? [];
  const inexact = setup.types.get(name)?.signs.inexact ?? null;
  const hasInexact = readings.some(({ kind }) => inexactKinds.has(kind));
  const isDate = setup.types.get(name)?.type === 'date';
  return (
    <div class="column-reading">
      <dl>
        <Line term={words.type}>
          {typeEvidence(cohort, setup, name)}
          {readings.length > 0 && (
            <ul class="column-reading-kinds">
              {readings.map((reading) => (
                <li key={reading.kind}>
                  {readingText(reading, isDate)} <NotSo name={name} kind={reading.kind} />
                </li>
              ))}
            </ul>
          )}
          {hasInexact && inexact !== null && (
            <Segmented
              label={words.inexact.label(name)}
              choices={[
                { value: 'missing', label: words.inexact.missing },
                {
                  value: 'approximate',
                  label: isDate ? words.inexact.middle : words.inexact.limit,
                },
              ]}
              value={inexact}
              onChange={(chosen) => setSigns(name, { inexact: chosen })}
            />
          )}
        </Line>
        <Line term={words.role}>{roleEvidence(cohort, setup, name)}</Line>
        <MissingCodes cohort={cohort} setup={setup} name={name} />
      </dl>
      {isChanged(cohort, setup, name) && (
        <Button kind="small" label={words.backOf(name)} onClick={() => backToGuess(name)}>
          {words.back}
        </Button>
      )}
    </div>
  );
}

const inexactKinds = new Set<Reading['kind']>(['limit', 'month', 'year']);

function Line({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** What a column without a rule is read as: the values that need it cannot be read then. */
const withoutRule: Partial<Record<Reading['kind'], Partial<Signs>>> = {
  unit: { unit: null, otherUnits: null },
  otherUnit: { otherUnits: null },
  thousands: { thousands: null },
  shortYear: { shortYearsFrom: null },
  serial: { serials: false },
};

function NotSo({ name, kind }: { name: string; kind: Reading['kind'] }) {
  const signs = withoutRule[kind];
  if (signs === undefined) return null;
  return (
    <Button kind="link" label={words.notSoOf(name, kind)} onClick={() => setSigns(name, signs)}>
      {words.notSo}
    </Button>
  );
}

function typeEvidence(cohort: Cohort, setup: Setup, name: string): string {
  const content = contentOf(cohort, setup, name);
  if (content === null) return '';
  const { type, order, values, missing, unreadable } = content;
  const known = cohort.table.rows - missing;
  const says = words.typeIs;
  if (type === 'category') return says.category(values.length);
  const read = known - unreadable.rows.length;
  if (type === 'number') return says.number(read, known);
  const open = openOrdersOf(cohort, setup, name);
  const deciding = decidingDate(cohort, setup, name);
  const why =
    open !== null
      ? words.order.open(open.example)
      : deciding === null || order === 'ymd'
        ? words.order.any
        : words.order.decided(deciding, order);
  return `${says.date(read, known)} ${why}`;
}

function roleEvidence(cohort: Cohort, setup: Setup, name: string): string {
  const guess = guessedSetup(cohort);
  const role = roleOf(guess, name);
  const evidence = cohort.columns.find((column) => column.name === name)?.evidence ?? '';
  if (roleOf(setup, name) === role) return words.guessed(evidence);
  const label = roleChoices(cohort, guess, name).find(({ value }) => value === role)?.label;
  return words.chosen(label ?? '');
}

function isChanged(cohort: Cohort, setup: Setup, name: string): boolean {
  const guess = guessedSetup(cohort);
  return (
    roleOf(guess, name) !== roleOf(setup, name) ||
    !same(guess.types.get(name), setup.types.get(name))
  );
}

function MissingCodes({ cohort, setup, name }: ColumnReadingProps) {
  const { empty, codes } = codesOf(cohort, setup, name);
  if (empty === 0 && codes.length === 0) return null;
  const says = words.codes;
  return (
    <Line term={says.label}>
      {empty > 0 && <p>{says.empty(empty)}</p>}
      {codes.length > 0 && !setup.identifiers.includes(name) && (
        <fieldset class="column-codes">
          <legend class="visually-hidden">{says.ofColumn(name)}</legend>
          {codes.map(({ code, rows, counts, why }) => (
            <label key={code} class="checkbox">
              <input
                type="checkbox"
                checked={counts}
                onChange={(event) => setMissing(name, code, event.currentTarget.checked)}
              />
              <span>
                {says.code(code, rows)} <span class="column-code-why">{says.why[why]}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </Line>
  );
}
