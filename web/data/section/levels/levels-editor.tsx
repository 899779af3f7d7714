import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { levelLabel } from '../../../format/words.ts';
import { text } from '../../../text/text.ts';
import type { Cohort } from '../../cohort.ts';
import { canMerge } from '../../level-changes.ts';
import { partsOf } from '../../levels.ts';
import { levelCounts } from '../../row-values.ts';
import type { Setup } from '../../setup.ts';
import { mergeLevels, setLevels, splitLevel } from '../../store.ts';
import { movedBefore, movedBy, unusedName } from './level-moves.ts';
import { LevelRow } from './level-row.tsx';
import './levels.css';
import { TickedBar } from './ticked-bar.tsx';
import { useLevelDrag } from './use-level-drag.ts';

interface LevelsEditorProps {
  cohort: Cohort;
  setup: Setup;
  column: string;
}

/** With more levels than this one ticks what belongs together instead of merging pair by pair. */
const mostPairs = 8;

export type Part = 'grip' | 'up' | 'down';

/** Order and merging of a column's levels: by dragging, by keyboard, by buttons. */
export function LevelsEditor({ cohort, setup, column }: LevelsEditorProps) {
  const own = setup.types.get(column);
  const levels = (column === setup.arm ? setup.armLevels : own?.levels) ?? [];
  const mayMerge = canMerge(setup, column) && levels.length > 1;
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<{ level: string; part: Part } | null>(null);
  const [said, setSaid] = useState('');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const words = text.data.levels;
  const merge = own?.merge ?? new Map<string, string[]>();
  const counts = levelCounts(cohort, setup, column);

  // A level that moves takes the keyboard with it.
  useLayoutEffect(() => {
    if (focus.current === null) return;
    const { level, part } = focus.current;
    const row = list.current?.children[levels.indexOf(level)];
    const target =
      row?.querySelector<HTMLElement>(`[data-part=${part}]:not(:disabled)`) ??
      row?.querySelector<HTMLElement>('[data-part=grip]');
    target?.focus();
    focus.current = null;
  });

  const place = (after: string[] | null, level: string, part: Part) => {
    if (after === null) return;
    focus.current = { level, part };
    setSaid(words.moved(levelLabel(level), after.indexOf(level) + 1, after.length));
    setLevels(column, after);
  };
  const mergeAll = (among: readonly string[]) => {
    const joined = levels.filter((level) => among.includes(level));
    const parts = joined.flatMap((level) => partsOf({ merge }, level));
    const others = levels.filter((level) => !joined.includes(level));
    const name = unusedName(words.mergedName(parts), others);
    focus.current = { level: name, part: 'grip' };
    setSaid(words.merged(joined.map(levelLabel), name));
    setTicked([]);
    mergeLevels(column, name, [...joined]);
  };
  const separate = (level: string) => {
    const parts = partsOf({ merge }, level);
    focus.current = { level: parts[0]!, part: 'grip' };
    setSaid(words.separated(parts));
    splitLevel(column, level);
  };
  /** Answers what is wrong with the name, or null. */
  const rename = (level: string, name: string): string | null => {
    if (name.trim() === '') return words.nameNeeded;
    if (name !== level && levels.includes(name)) return words.nameTaken(name);
    if (name !== level) mergeLevels(column, name, [level]);
    return null;
  };
  const drag = useLevelDrag(list, mayMerge, (from, drop) => {
    const level = levels[from]!;
    if (drop.kind === 'onto') mergeAll([levels[drop.at]!, level]);
    else place(movedBefore(levels, from, drop.at), level, 'grip');
  });

  return (
    <div class="levels">
      <p class="levels-hint" id={`levels-${column}`}>
        {words.hint} {mayMerge ? words.howTo : words.orderOnly}
      </p>
      {mayMerge && levels.length > mostPairs && (
        <TickedBar ticked={ticked.length} onMerge={() => mergeAll(ticked)} />
      )}
      <ol ref={list} class="levels-list" aria-label={words.of(column)}>
        {levels.map((level, at) => (
          <LevelRow
            key={level}
            level={level}
            count={counts.get(level) ?? 0}
            at={at}
            levels={levels}
            parts={merge.get(level) ?? null}
            mayMerge={mayMerge}
            mayRename={merge.has(level) || setup.cuts.some(({ name }) => name === column)}
            ticked={levels.length > mostPairs ? ticked.includes(level) : null}
            drag={drag}
            onMove={(by, part) => place(movedBy(levels, at, by), level, part)}
            onMerge={(other) => mergeAll([other, level])}
            onTick={(on) =>
              setTicked(on ? [...ticked, level] : ticked.filter((one) => one !== level))
            }
            onSeparate={() => separate(level)}
            onRename={(name) => rename(level, name)}
          />
        ))}
      </ol>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}
