import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkboxes } from '../../../ui/checkboxes.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { levelLabel } from '../../../format/words.ts';
import type { Bound, Condition } from '../../changes/changes.ts';
import { analysedRows } from '../../changes/conditions.ts';
import type { Cohort } from '../../cohort.ts';
import { contentOf, type Setup } from '../../setup.ts';
import { setWhere } from '../../store.ts';
import { parseDate, parseNumber } from '../../text/parse-cell.ts';
import { isoDay } from '../../text/parse-date.ts';
import { conditionInWords, conditionsInWords } from './condition-words.ts';
import './filter.css';

const words = text.data.filter;

interface FilterProps {
  cohort: Cohort;
  setup: Setup;
}

/** Of whom every analysis is: conditions that must all hold. */
export function FilterPart({ cohort, setup }: FilterProps) {
  const { where } = setup;
  const analysed = analysedRows(cohort, setup);
  const { all, excluded, meet, unknown } = analysed;
  const setting =
    where.length === 0 && excluded === 0
      ? words.all(all)
      : where.length === 0
        ? `${words.some(meet, all, words.excluded(excluded))}`
        : words.some(meet, all, conditionsInWords(where));
  return (
    <div class="filter">
      <Disclosure name={words.name} setting={setting} printed>
        <p class="note">{words.explain}</p>
        <ul class="conditions">
          {where.map((condition, at) => (
            <li key={`${condition.column}:${at}`}>
              <ConditionFields
                cohort={cohort}
                setup={setup}
                condition={condition}
                onChange={(next) => setWhere(where.with(at, next))}
              />
              <Button
                kind="small"
                label={words.removeOf(conditionInWords(condition))}
                onClick={() => setWhere(where.filter((_, other) => other !== at))}
              >
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
        {where.length > 0 && (
          <p role="status">
            {meet === 0 ? words.nobody : words.sentence(meet, all, conditionsInWords(where))}{' '}
            {unknown > 0 && words.unknown(unknown)} {excluded > 0 && words.excluded(excluded)}
          </p>
        )}
        <AddCondition cohort={cohort} setup={setup} />
      </Disclosure>
    </div>
  );
}

const none = '';

/** A condition begins as one that leaves nobody out but those without a value. */
function AddCondition({ cohort, setup }: FilterProps) {
  const columns = cohort.columns.filter(({ name }) => canBeAsked(cohort, setup, name));
  const add = (column: string) => {
    const content = contentOf(cohort, setup, column);
    if (content === null) return;
    const first: Condition =
      content.type === 'category'
        ? { column, in: content.values.map(({ value }) => value) }
        : content.type === 'number'
          ? { column, atLeast: content.summary!.lowest }
          : { column, atLeast: isoDay(content.summary!.lowest) };
    setWhere([...setup.where, first]);
  };
  return (
    <Select
      label={words.add}
      choices={[
        { value: none, label: words.choose },
        ...columns.map(({ name }) => ({ value: name, label: name })),
      ]}
      value={none}
      onChange={(column) => column !== none && add(column)}
    />
  );
}

/** More values than this are texts: nobody ticks them. */
const mostValues = 40;

function canBeAsked(cohort: Cohort, setup: Setup, name: string): boolean {
  if (setup.identifiers.includes(name)) return false;
  const content = contentOf(cohort, setup, name);
  if (content === null || content.values.length === 0) return false;
  if (content.type === 'category') return content.values.length <= mostValues;
  return content.summary !== null;
}

interface ConditionProps extends FilterProps {
  condition: Condition;
  onChange: (condition: Condition) => void;
}

type Kind = 'in' | 'atLeast' | 'below' | 'known' | 'missing';

function kindOf(condition: Condition): Kind {
  if ('in' in condition) return 'in';
  if ('atLeast' in condition) return 'atLeast';
  if ('below' in condition) return 'below';
  return condition.missing ? 'missing' : 'known';
}

const kinds: Readonly<Record<'number' | 'category' | 'date', readonly Kind[]>> = {
  number: ['atLeast', 'below', 'known', 'missing'],
  category: ['in', 'known', 'missing'],
  date: ['atLeast', 'below', 'known', 'missing'],
};

function ConditionFields({ cohort, setup, condition, onChange }: ConditionProps) {
  const { column } = condition;
  const content = contentOf(cohort, setup, column);
  if (content === null) return null;
  const levels = content.values.map(({ value }) => value);
  const change = (kind: Kind) => {
    const lowest = content.summary?.lowest ?? 0;
    const limit = limitOf(condition) ?? (content.type === 'date' ? isoDay(lowest) : lowest);
    if (kind === 'in') onChange({ column, in: levels });
    else if (kind === 'atLeast') onChange({ column, atLeast: limit });
    else if (kind === 'below') onChange({ column, below: limit });
    else onChange({ column, missing: kind === 'missing' });
  };
  const kind = kindOf(condition);
  return (
    <div class="condition">
      <Select
        label={<code>{column}</code>}
        choices={kinds[content.type].map((value) => ({
          value,
          label: kindIn(value, content.type),
        }))}
        value={kind}
        onChange={change}
      />
      {'in' in condition && (
        <Checkboxes
          label={words.levelsOf(column)}
          choices={levels.map((value) => ({ value, label: levelLabel(value) }))}
          value={condition.in}
          onChange={(wanted) => onChange({ column, in: wanted })}
        />
      )}
      {(kind === 'atLeast' || kind === 'below') && (
        <TextField
          label={words.limit(column)}
          value={String(limitOf(condition))}
          numeric
          onCommit={(written) => {
            const isDay = content.type === 'date';
            const limit = isDay ? dayOf(written) : parseNumber(written.trim());
            if (limit === null) return isDay ? words.notDay : words.notNumber;
            onChange(kind === 'below' ? { column, below: limit } : { column, atLeast: limit });
            return null;
          }}
        />
      )}
    </div>
  );
}

function kindIn(kind: Kind, type: 'number' | 'category' | 'date'): string {
  if (type !== 'date') return words.kinds[kind];
  return words.kinds[kind === 'atLeast' ? 'since' : kind === 'below' ? 'before' : kind];
}

function dayOf(written: string): string | null {
  const days = parseDate(written.trim());
  return days === null ? null : isoDay(days);
}

function limitOf(condition: Condition): Bound | null {
  if ('atLeast' in condition) return condition.atLeast;
  return 'below' in condition ? condition.below : null;
}
