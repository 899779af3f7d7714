import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { GroupTestChoice } from '../../build/wasm/riskset.js';
import {
  possibleVariables,
  type Shown,
  tableOneVariables,
  testsFor,
  waysToShow,
} from '../data/analyses/table-one.ts';
import { movedBefore, movedBy } from '../data/section/levels/level-moves.ts';
import '../data/section/levels/levels.css';
import { useLevelDrag } from '../data/section/levels/use-level-drag.ts';
import { cohort, parts, setOptions, setup } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Select } from '../ui/select.tsx';
import './rows-editor.css';
import { TableRowItem } from './table-row-item.tsx';

const words = text.tableOne.rows;

export type RowPart = 'grip' | 'up' | 'down';

/** Which rows Table 1 has and in what order: by dragging, by keyboard, by buttons. */
export function RowsEditor() {
  const loaded = cohort.value;
  const current = setup.value;
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<{ column: string; part: RowPart } | null>(null);
  const [said, setSaid] = useState('');
  const variables = loaded === null ? [] : tableOneVariables(loaded, current);
  const columns = variables.map(({ column }) => column);
  const labelOf = (column: string) => parts.types.value.get(column)?.label ?? column;

  // A row that moves takes the keyboard with it; of a removed one its neighbour has it.
  useLayoutEffect(() => {
    if (focus.current === null) return;
    const { column, part } = focus.current;
    const row = list.current?.children[columns.indexOf(column)];
    const target =
      row?.querySelector<HTMLElement>(`[data-part=${part}]:not(:disabled)`) ??
      row?.querySelector<HTMLElement>('[data-part=grip]');
    target?.focus();
    focus.current = null;
  });

  const keep = (after: readonly string[]) => setOptions('tableOne', { variables: after });
  const place = (after: string[] | null, column: string, part: RowPart) => {
    if (after === null) return;
    focus.current = { column, part };
    setSaid(words.moved(labelOf(column), after.indexOf(column) + 1, after.length));
    keep(after);
  };
  const remove = (column: string) => {
    const at = columns.indexOf(column);
    const neighbour = columns[at + 1] ?? columns[at - 1];
    if (neighbour !== undefined) focus.current = { column: neighbour, part: 'grip' };
    setSaid(words.removed(labelOf(column)));
    keep(columns.filter((one) => one !== column));
  };
  const add = (column: string) => {
    if (column === '') return;
    focus.current = { column, part: 'grip' };
    setSaid(words.added(labelOf(column)));
    keep([...columns, column]);
  };
  const drag = useLevelDrag(list, false, (from, drop) =>
    place(movedBefore(columns, from, drop.at), columns[from]!, 'grip'),
  );

  if (loaded === null) return null;
  const others = possibleVariables(loaded, current).filter((name) => !columns.includes(name));
  return (
    <div class="levels table-rows screen-only">
      <p class="levels-hint">{variables.length === 0 ? words.none : words.hint}</p>
      <ol ref={list} class="levels-list" aria-label={words.label}>
        {variables.map(({ column, summary, test = 'auto' }, at) => (
          <TableRowItem
            key={column}
            cohort={loaded}
            setup={current}
            column={column}
            summary={summary}
            ways={waysToShow(loaded, current, column)}
            test={test}
            tests={testsFor(loaded, current, column, summary)}
            at={at}
            labels={columns.map(labelOf)}
            drag={drag}
            onMove={(by, part) => place(movedBy(columns, at, by), column, part)}
            onShow={(shown) => showBy(column, shown)}
            onTest={(chosen) => testBy(column, chosen)}
            onRemove={() => remove(column)}
          />
        ))}
      </ol>
      {others.length > 0 && (
        <div class="table-rows-add">
          <Select
            label={words.add}
            choices={[
              { value: '', label: words.choose },
              ...others.map((value) => ({ value, label: labelOf(value) })),
            ]}
            value=""
            onChange={add}
          />
        </div>
      )}
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

function testBy(column: string, test: GroupTestChoice): void {
  const { chosenTests } = setup.peek().options.tableOne;
  const others = chosenTests.filter((one) => one.column !== column);
  setOptions('tableOne', {
    chosenTests: test === 'auto' ? others : [...others, { column, test }],
  });
}

function showBy(column: string, shown: Shown): void {
  const { mean, median, counts } = setup.peek().options.tableOne;
  const having = (names: readonly string[], way: Shown) => [
    ...names.filter((name) => name !== column),
    ...(way === shown ? [column] : []),
  ];
  setOptions('tableOne', {
    mean: having(mean, 'mean'),
    median: having(median, 'median'),
    counts: having(counts, 'counts'),
  });
}
