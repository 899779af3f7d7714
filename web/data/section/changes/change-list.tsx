import type { ComponentChildren } from 'preact';

import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';
import { writtenCell } from '../../changes/setup-after.ts';
import type { Cohort } from '../../cohort.ts';
import type { Setup } from '../../setup.ts';
import { includeRow, restoreCell } from '../../store.ts';

const words = text.data.changes;

interface ChangeListProps {
  cohort: Cohort;
  setup: Setup;
}

/** Every correction and every exclusion, each taken back by one press. */
export function ChangeList({ cohort, setup: { edits, exclude } }: ChangeListProps) {
  if (edits.length + exclude.length === 0) return null;
  return (
    <div class="data-changes">
      <h3>{words.heading}</h3>
      <p class="checks-count" role="status">
        {words.count(edits.length, exclude.length)}. {words.onDisk}
      </p>
      <ul class="change-list">
        {edits.map(({ row, column, value, why }) => (
          <Change
            key={`${row}:${column}`}
            row={row}
            why={why}
            name={words.takeBackCell(row, column)}
            onTakeBack={() => restoreCell({ row, column })}
          >
            <code>{column}</code> <span class="visually-hidden">{words.inTheFile}</span>
            <s>{shown(writtenCell(cohort, { row, column }))}</s>{' '}
            <span class="visually-hidden">{words.now}</span>
            <strong>{shown(value)}</strong>
          </Change>
        ))}
        {exclude.map(({ row, why }) => (
          <Change
            key={row}
            row={row}
            why={why}
            name={words.takeBackRow(row)}
            onTakeBack={() => includeRow(row)}
          >
            <strong>{words.excluded}</strong>
          </Change>
        ))}
      </ul>
    </div>
  );
}

interface ChangeProps {
  row: number;
  why: string;
  /** Of the button, for who does not see what it stands beside. */
  name: string;
  onTakeBack: () => void;
  children: ComponentChildren;
}

function Change({ row, why, name, onTakeBack, children }: ChangeProps) {
  return (
    <li>
      <span class="change-row">{words.row(row)}</span>
      <span class="change-what">
        {children}
        {why !== '' && <span class="change-why"> {why}</span>}
      </span>
      <Button kind="small" label={name} onClick={onTakeBack}>
        {words.takeBack}
      </Button>
    </li>
  );
}

function shown(value: string): string {
  return value === '' ? words.empty : value;
}
