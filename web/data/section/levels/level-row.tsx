import { useId, useState } from 'preact/hooks';

import { count as formatCount } from '../../../format/numbers.ts';
import { levelLabel } from '../../../format/words.ts';
import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Part } from './levels-editor.tsx';
import type { LevelDrag } from './use-level-drag.ts';

interface LevelRowProps {
  level: string;
  count: number;
  at: number;
  levels: readonly string[];
  /** The values a merged level stands for. */
  parts: readonly string[] | null;
  mayMerge: boolean;
  /** A value of the file keeps its name; a group that the page has made may have another. */
  mayRename: boolean;
  /** null: levels are merged pair by pair, not ticked. */
  ticked: boolean | null;
  drag: LevelDrag;
  onMove: (by: -1 | 1, part: Part) => void;
  onMerge: (other: string) => void;
  onTick: (on: boolean) => void;
  onSeparate: () => void;
  onRename: (name: string) => string | null;
}

export function LevelRow(props: LevelRowProps) {
  const { level, at, levels, parts, ticked, drag, onMove } = props;
  const [merging, setMerging] = useState(false);
  const id = useId();
  const words = text.data.levels;
  const label = levelLabel(level);
  const pairwise = props.mayMerge && ticked === null;
  return (
    <li
      class={rowClass(at, levels.length, drag)}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
        if (!event.altKey || by === 0) return;
        event.preventDefault();
        onMove(by, 'grip');
      }}
    >
      <button
        type="button"
        class="level-grip"
        data-part="grip"
        aria-label={words.grip(label, at + 1, levels.length)}
        onPointerDown={(event) => drag.start(at, event)}
      >
        <Icon name="grip" />
      </button>
      {ticked !== null && (
        <input
          type="checkbox"
          class="level-tick"
          aria-label={words.tick(label)}
          checked={ticked}
          onChange={(event) => props.onTick(event.currentTarget.checked)}
        />
      )}
      <span class="level-name">
        <strong>{label}</strong> ({formatCount(props.count)})
        {parts !== null && <span class="level-parts"> {words.standsFor(parts)}</span>}
        {at === 0 && levels.length > 1 && <span class="level-reference">{words.reference}</span>}
      </span>
      <DropWords at={at} levels={levels} drag={drag} />
      <span class="level-actions">
        {levels.length > 1 && (
          <>
            <StepButton part="up" label={words.up(label)} disabled={at === 0} onMove={onMove} />
            <StepButton
              part="down"
              label={words.down(label)}
              disabled={at === levels.length - 1}
              onMove={onMove}
            />
          </>
        )}
        {pairwise && (
          <Button
            kind="small"
            expanded={merging}
            controls={id}
            onClick={() => setMerging(!merging)}
          >
            {words.mergeWith}
          </Button>
        )}
        {parts !== null && (
          <Button kind="small" label={words.separateThis(label)} onClick={props.onSeparate}>
            {words.separate}
          </Button>
        )}
      </span>
      {props.mayRename && (
        <div class="level-rename">
          <TextField
            label={(parts === null ? words.nameOfGroup : words.nameOf)(label)}
            value={level}
            onCommit={props.onRename}
          />
        </div>
      )}
      {pairwise && merging && (
        <div id={id} class="level-others" role="group" aria-label={words.mergeOne(label)}>
          <span>{words.mergeOne(label)}</span>
          {levels
            .filter((other) => other !== level)
            .map((other) => (
              <Button key={other} kind="small" onClick={() => props.onMerge(other)}>
                {levelLabel(other)}
              </Button>
            ))}
        </div>
      )}
    </li>
  );
}

interface StepButtonProps {
  part: 'up' | 'down';
  label: string;
  disabled: boolean;
  onMove: LevelRowProps['onMove'];
}

function StepButton({ part, label, disabled, onMove }: StepButtonProps) {
  return (
    <button
      type="button"
      class="button button-small level-step"
      data-part={part}
      aria-label={label}
      disabled={disabled}
      onClick={() => onMove(part === 'up' ? -1 : 1, part)}
    >
      <Icon name={part} />
    </button>
  );
}

/** While a level is held: what letting go of it here would do. */
function DropWords({ at, levels, drag: { held } }: Pick<LevelRowProps, 'at' | 'levels' | 'drag'>) {
  if (held?.from !== at || held.drop === null) return null;
  const words = text.data.levels;
  const { kind, at: target } = held.drop;
  const other = levels[target];
  return (
    <span class="level-drop">
      {other === undefined
        ? words.dropLast
        : kind === 'onto'
          ? words.dropOnto(levelLabel(other))
          : words.dropBefore(levelLabel(other))}
    </span>
  );
}

function rowClass(at: number, last: number, { held }: LevelDrag): string {
  const classes = ['level'];
  const drop = held?.drop ?? null;
  if (held?.from === at) classes.push('level-held');
  if (drop?.kind === 'onto' && drop.at === at) classes.push('level-onto');
  if (drop?.kind === 'before' && drop.at === at) classes.push('level-before');
  if (drop?.kind === 'before' && drop.at === last && at === last - 1) classes.push('level-after');
  return classes.join(' ');
}
