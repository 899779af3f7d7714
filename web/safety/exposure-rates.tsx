import { exposureColumn, timeColumns } from '../data/analyses/rates.ts';
import { setOptions, setup } from '../data/store.ts';
import { levelShown } from '../panels/options.tsx';
import { outcome } from '../panels/outcomes.ts';
import { shown, shownSetup } from '../panels/shown.ts';
import { problemText } from '../engine/problem-text.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { text } from '../text/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Select } from '../ui/select.tsx';
import { exposureTable } from './exposure-table.ts';

const words = text.safety.exposure;

/** Rates per time under observation, once the column of that time is chosen. */
export function ExposureRates() {
  const now = setup.value;
  const choices = timeColumns(now);
  if (choices.length === 0) return null;
  const column = exposureColumn(now);
  const labelOf = (name: string) => shownSetup.value.types.get(name)?.label ?? name;
  // Of the cohort's columns only those that are listed are asked for.
  const listed = shownSetup.value.eventTable?.listed ?? null;
  const isListed = (term: string) => listed === null || listed.includes(term);
  const table =
    column === null
      ? null
      : exposureTable(shown.value.results, labelOf, column, levelShown(), isListed);
  const result =
    column === null ? null : outcome(shown.value.results, 'safety:exposure', 'adverseEvents');
  return (
    <Disclosure
      name={words.name}
      setting={column === null ? words.notChosen : words.setting(labelOf(column))}
    >
      <div class="screen-only">
        <Select
          label={words.column}
          choices={[
            { value: '', label: words.none },
            ...choices.map((name) => ({ value: name, label: labelOf(name) })),
          ]}
          value={column ?? ''}
          onChange={(value) => setOptions('safety', { exposure: value === '' ? null : value })}
        />
      </div>
      {result?.ok === false && <p class="note">{problemText(result.problem)}</p>}
      {table !== null && (
        <>
          <StatTable model={table} />
          <p class="note">{words.method}</p>
        </>
      )}
    </Disclosure>
  );
}
