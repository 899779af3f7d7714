import type { ColumnType } from '../../../build/wasm/riskset.js';

import { count, tick } from '../../format/numbers.ts';
import { levelLabel } from '../../format/words.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Select } from '../../ui/select.tsx';
import type { Cohort } from '../cohort.ts';
import type { ColumnContent } from '../profile.ts';
import { roleChoices, roleOf } from '../roles.ts';
import { contentOf, type Setup } from '../setup.ts';
import { setRole, setType } from '../store.ts';
import type { DateOrder } from '../text/parse-cell.ts';
import { ValuePicture } from './value-picture.tsx';

interface ColumnTableProps {
  cohort: Cohort;
  setup: Setup;
}

/** Every column with its type, its role, its values and its gaps. Those in use first. */
export function ColumnTable({ cohort, setup }: ColumnTableProps) {
  const inUse = (name: string) => roleOf(setup, name) !== 'unused' || setup.chosen.has(name);
  const names = cohort.columns.map(({ name }) => name);
  const used = names.filter(inUse);
  const rest = names.filter((name) => !inUse(name));
  return (
    <div class="columns">
      <div class="columns-head">
        <h3>Columns</h3>
        <p class="columns-key">
          <span class="key-dashed">dashed</span> guessed, change if wrong{' '}
          <span class="key-solid">solid</span> chosen by you
        </p>
      </div>
      <Rows cohort={cohort} setup={setup} names={used} label="Columns in use" />
      {rest.length > 0 && (
        <Disclosure
          name={`${rest.length} more ${rest.length === 1 ? 'column' : 'columns'}`}
          setting={
            rest.length > mostNamed
              ? `${rest.slice(0, mostNamed).join(', ')} and ${rest.length - mostNamed} more`
              : rest.join(', ')
          }
        >
          <Rows cohort={cohort} setup={setup} names={rest} label="Columns not used" />
        </Disclosure>
      )}
    </div>
  );
}

const mostNamed = 6;

function Rows({
  cohort,
  setup,
  names,
  label,
}: ColumnTableProps & { names: string[]; label: string }) {
  return (
    <table class="table columns-table">
      <caption class="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Type</th>
          <th scope="col">Role</th>
          <th scope="col">Values</th>
          <th scope="col" class="align-right">
            Missing
          </th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <ColumnRow key={name} cohort={cohort} setup={setup} name={name} />
        ))}
      </tbody>
    </table>
  );
}

type Kind = 'number' | 'category' | `date:${DateOrder}`;

const kinds: readonly { value: Kind; label: string }[] = [
  { value: 'number', label: 'Number' },
  { value: 'category', label: 'Categories' },
  { value: 'date:ymd', label: 'Date, year first' },
  { value: 'date:dmy', label: 'Date, day first' },
  { value: 'date:mdy', label: 'Date, month first' },
];

/** More different values than this are texts, not groups. */
const mostCategories = 40;

function ColumnRow({ cohort, setup, name }: ColumnTableProps & { name: string }) {
  const type = setup.types.get(name);
  const content = contentOf(cohort, setup, name);
  if (type === undefined || content === null) return null;
  const guessed = !setup.chosen.has(name);
  const kind: Kind = type.type === 'date' ? `date:${type.order}` : type.type;
  return (
    <tr class="row-ruled">
      <th scope="row">
        <code>{name}</code>
      </th>
      <td>
        <Select
          label={`Type of ${name}`}
          labelHidden
          small
          guessed={guessed}
          choices={kinds.map(({ value, label }) => ({
            value,
            label: value === 'category' && content.values.length > mostCategories ? 'Text' : label,
          }))}
          value={kind}
          onChange={(value) => {
            const [changed, order] = value.split(':') as [ColumnType, DateOrder | undefined];
            setType(name, changed, order);
          }}
        />
      </td>
      <td>
        <Select
          label={`Role of ${name}`}
          labelHidden
          small
          guessed={guessed}
          choices={roleChoices(cohort, setup, name)}
          value={roleOf(setup, name)}
          onChange={(role) => setRole(name, role)}
        />
      </td>
      <td class="values">
        <div class="value-line">
          <ValuePicture column={content} />
          <span>{valueText(content)}</span>
        </div>
      </td>
      <td class="align-right missing">
        {count(content.missing)}
        <span class="missing-word"> missing</span>
      </td>
    </tr>
  );
}

/** Levels that fit on a line of the table. */
const mostLevels = 6;

function valueText({ type, values, summary, unreadable }: ColumnContent): string {
  if (values.length === 0) return 'Empty';
  const odd = unreadable.rows.length === 0 ? '' : `; ${unreadable.rows.length} cannot be read`;
  if (type === 'number' && summary !== null) {
    return `${tick(summary.lowest)} to ${tick(summary.highest)}, median ${tick(summary.median)}${odd}`;
  }
  if (type === 'date' && summary !== null) {
    return `${isoDate(summary.lowest)} to ${isoDate(summary.highest)}${odd}`;
  }
  if (values.length > mostLevels) return `${count(values.length)} different values${odd}`;
  return (
    values.map((value) => `${levelLabel(value.value)} (${count(value.count)})`).join(', ') + odd
  );
}

function isoDate(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
