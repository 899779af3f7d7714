import { text } from '../../text/text.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { Cohort } from '../cohort.ts';
import { isUsed } from '../roles.ts';
import type { Setup } from '../setup.ts';
import { ColumnRow } from './column-row.tsx';
import './columns.css';
import { InTurn } from './in-turn.ts';

interface ColumnTableProps {
  cohort: Cohort;
  setup: Setup;
}

const words = text.data.columns;

/** Every column with its type, its role, its values and its gaps. Those in use first. */
export function ColumnTable({ cohort, setup }: ColumnTableProps) {
  const inUse = (name: string) => isUsed(setup, name) || setup.chosen.has(name);
  const names = cohort.columns.map(({ name }) => name);
  const used = names.filter(inUse);
  const rest = names.filter((name) => !inUse(name));
  const named = rest.slice(0, rest.length > mostNamed + 1 ? mostNamed : rest.length);
  return (
    <div class="columns screen-only">
      <div class="columns-head">
        <h3>{words.heading}</h3>
        <p class="columns-key">
          <span class="key-dashed">{words.dashed}</span> {words.guessed}{' '}
          <span class="key-solid">{words.solid}</span> {words.chosen}
        </p>
      </div>
      <Rows cohort={cohort} setup={setup} names={used} label={words.inUse} />
      {rest.length > 0 && (
        <Disclosure
          name={words.more(rest.length)}
          setting={words.andMore(named, rest.length - named.length)}
        >
          <Rows cohort={cohort} setup={setup} names={rest} label={words.notUsed} />
        </Disclosure>
      )}
    </div>
  );
}

const mostNamed = 6;
const rowsInTurn = 6;

interface RowsProps extends ColumnTableProps {
  names: readonly string[];
  label: string;
}

function Rows({ cohort, setup, names, label }: RowsProps) {
  const { heads } = words;
  return (
    <table class="table columns-table">
      <caption class="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{heads.column}</th>
          <th scope="col">{heads.type}</th>
          <th scope="col">{heads.role}</th>
          <th scope="col">{heads.values}</th>
          <th scope="col" class="align-right">
            {heads.missing}
          </th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <InTurn key={name} share={1 / rowsInTurn}>
            <ColumnRow cohort={cohort} setup={setup} name={name} />
          </InTurn>
        ))}
      </tbody>
    </table>
  );
}
