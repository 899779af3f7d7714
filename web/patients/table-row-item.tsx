import { useId, useState } from 'preact/hooks';

import type { GroupTestChoice } from '../../build/wasm/riskset.js';
import type { Shown } from '../data/analyses/table-one.ts';
import type { Cohort } from '../data/cohort.ts';
import { LevelsEditor } from '../data/section/levels/levels-editor.tsx';
import type { LevelDrag } from '../data/section/levels/use-level-drag.ts';
import type { Setup } from '../data/setup.ts';
import { setLabel } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { RowPart } from './rows-editor.tsx';

const words = text.tableOne.rows;

interface TableRowItemProps {
  cohort: Cohort;
  setup: Setup;
  column: string;
  summary: Shown;
  ways: readonly Shown[];
  /** The chosen test, and all that can be chosen; none where there are no arms to compare. */
  test: GroupTestChoice;
  tests: readonly GroupTestChoice[];
  at: number;
  /** Of all rows, in their order. */
  labels: readonly string[];
  drag: LevelDrag;
  onMove: (by: -1 | 1, part: RowPart) => void;
  onShow: (shown: Shown) => void;
  onTest: (test: GroupTestChoice) => void;
  onRemove: () => void;
}

export function TableRowItem(props: TableRowItemProps) {
  const { cohort, setup, column, summary, ways, test, tests, at, labels, drag, onMove } = props;
  const [open, setOpen] = useState<'values' | 'name' | null>(null);
  const id = useId();
  const label = labels[at] ?? column;
  const toggle = (part: 'values' | 'name') => setOpen(open === part ? null : part);
  const step = (part: 'up' | 'down', disabled: boolean) => (
    <button
      type="button"
      class="button button-small level-step"
      data-part={part}
      aria-label={words[part](label)}
      disabled={disabled}
      onClick={() => onMove(part === 'up' ? -1 : 1, part)}
    >
      <Icon name={part} />
    </button>
  );
  return (
    <li
      class={rowClass(at, labels.length, drag)}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
        // The values in a row have their own order, and take the keys for it.
        if (!event.altKey || by === 0 || event.defaultPrevented) return;
        event.preventDefault();
        onMove(by, 'grip');
      }}
    >
      <button
        type="button"
        class="level-grip"
        data-part="grip"
        aria-label={words.grip(label, at + 1, labels.length)}
        onPointerDown={(event) => drag.start(at, event)}
      >
        <Icon name="grip" />
      </button>
      <span class="level-name">
        <strong>{label}</strong>
      </span>
      <DropWords at={at} labels={labels} drag={drag} />
      {ways.length > 1 && (
        <Segmented
          label={words.shownBy(label)}
          choices={ways.map((value) => ({ value, label: words.ways[value] }))}
          value={summary}
          onChange={props.onShow}
        />
      )}
      {tests.length > 0 && (
        <Select
          label={words.testOf(label)}
          labelHidden
          small
          choices={tests.map((value) => ({ value, label: words.tests[value] }))}
          value={test}
          onChange={props.onTest}
        />
      )}
      <span class="level-actions">
        {step('up', at === 0)}
        {step('down', at === labels.length - 1)}
        {setup.types.get(column)?.type === 'category' && (
          <Button
            kind="small"
            label={words.valuesOf(label)}
            expanded={open === 'values'}
            controls={id}
            onClick={() => toggle('values')}
          >
            {words.values}
          </Button>
        )}
        <Button
          kind="small"
          label={words.renameRow(label)}
          expanded={open === 'name'}
          controls={id}
          onClick={() => toggle('name')}
        >
          {words.rename}
        </Button>
        <Button kind="small" label={words.removeRow(label)} onClick={props.onRemove}>
          {words.remove}
        </Button>
      </span>
      <div id={id} class="level-below" hidden={open === null}>
        {open === 'values' && <LevelsEditor cohort={cohort} setup={setup} column={column} />}
        {open === 'name' && (
          <TextField
            label={words.nameOf(column)}
            value={label}
            onCommit={(name) => renamed(column, name)}
          />
        )}
      </div>
    </li>
  );
}

/** Answers what is wrong with the name, or null. */
function renamed(column: string, name: string): string | null {
  const wanted = name.trim();
  if (wanted === '') return words.nameNeeded;
  setLabel(column, wanted);
  return null;
}

/** While a row is held: what letting go of it here would do. */
function DropWords({
  at,
  labels,
  drag: { held },
}: Pick<TableRowItemProps, 'at' | 'labels' | 'drag'>) {
  if (held?.from !== at || held.drop === null) return null;
  const before = labels[held.drop.at];
  return (
    <span class="level-drop">
      {before === undefined ? words.dropLast : words.dropBefore(before)}
    </span>
  );
}

function rowClass(at: number, last: number, { held }: LevelDrag): string {
  const drop = held?.drop ?? null;
  const classes = ['level'];
  if (held?.from === at) classes.push('level-held');
  if (drop?.at === at) classes.push('level-before');
  if (drop?.at === last && at === last - 1) classes.push('level-after');
  return classes.join(' ');
}
