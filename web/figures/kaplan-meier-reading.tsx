import { useMemo, useState } from 'preact/hooks';

import { text } from '../text/text.ts';
import type { SurvivalFigureData } from './kaplan-meier-data.ts';
import type { SurvivalLayout } from './kaplan-meier-layout.ts';
import { measureText } from './measure.ts';
import { inWords, nextStep, readCurves } from './reading.ts';
import { readingMarks } from './reading-line.ts';
import type { Mark } from './scene.ts';

interface ReadingState {
  /** The time read now; null while nobody reads. */
  time: number | null;
  read: (time: number | null) => void;
  words: string;
  marks: Mark[];
}

/** S(t) read off the curves at the pointer or by arrow keys. */
export function useReading(data: SurvivalFigureData, layout: SurvivalLayout | null): ReadingState {
  const [chosen, read] = useState<number | null>(null);
  // New numbers may end sooner than the old.
  const time = chosen === null || layout === null ? null : Math.min(chosen, layout.end);
  return useMemo(() => {
    if (time === null || layout === null) return { time, read, words: '', marks: [] };
    const reading = readCurves(data, time);
    return {
      time,
      read,
      words: inWords(reading),
      marks: readingMarks(data, layout, reading, measureText),
    };
  }, [data, layout, time]);
}

interface ReadingHeadProps {
  data: SurvivalFigureData;
  layout: SurvivalLayout;
  reading: ReadingState;
}

/** The part of the figure that pointer and keyboard hold: a slider over the plot. */
export function ReadingHead({ data, layout, reading }: ReadingHeadProps) {
  const { plot, end } = layout;
  const { time, read } = reading;
  const from = time ?? 0;
  const follow = (event: PointerEvent) => {
    const target = event.currentTarget as HTMLElement;
    const share = (event.clientX - target.getBoundingClientRect().left) / plot.width;
    read(Math.min(Math.max(share, 0), 1) * end);
  };
  // A finger that lifts ends its touch, not the reading.
  const leave = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && document.activeElement !== event.currentTarget) read(null);
  };
  const toStep = (direction: 1 | -1) => {
    const next = nextStep(data, from, direction);
    if (next !== null) read(next);
    else if (time === null) read(0);
  };
  const toTick = (direction: 1 | -1) => {
    const ticks = layout.ticks.map((at) => at.time);
    const next = direction > 0 ? ticks.find((at) => at > from) : ticks.findLast((at) => at < from);
    if (next !== undefined) read(next);
  };
  const keys: Record<string, () => void> = {
    ArrowRight: () => toStep(1),
    ArrowUp: () => toStep(1),
    ArrowLeft: () => toStep(-1),
    ArrowDown: () => toStep(-1),
    PageUp: () => toTick(1),
    PageDown: () => toTick(-1),
    Home: () => read(0),
    End: () => read(layout.ticks.at(-1)?.time ?? end),
    Escape: () => read(null),
  };
  return (
    <div
      class="reader screen-only"
      role="slider"
      tabIndex={0}
      aria-label={text.figures.reading.name}
      aria-valuemin={0}
      aria-valuemax={end}
      aria-valuenow={from}
      aria-valuetext={reading.words === '' ? text.figures.reading.howTo : reading.words}
      style={{
        left: `${plot.x}px`,
        top: `${plot.y}px`,
        width: `${plot.width}px`,
        height: `${plot.height}px`,
      }}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={leave}
      onBlur={() => read(null)}
      onKeyDown={(event) => {
        const act = keys[event.key];
        if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        act();
      }}
    />
  );
}
