import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { count, nbsp, percent, percentInterval, time as timeText } from '../format/numbers.ts';
import { textSize, type SurvivalFigureData } from './kaplan-meier-data.ts';
import type { SurvivalLayout } from './kaplan-meier-layout.ts';
import { armClass } from './line-types.ts';
import { measureText } from './measure.ts';
import { readingAt } from './steps.ts';
import { Swatch } from './swatch.tsx';

interface ReadingState {
  /** The time read now; null while nobody reads. */
  time: number | null;
  read: (time: number | null) => void;
  /** The next and the last time at which something happens. */
  step: (direction: 1 | -1) => void;
  words: string;
  drawing: ComponentChildren;
}

/** S(t) read off the curves at the pointer or by arrow keys: a line, dots, and one line of text. */
export function useReading(data: SurvivalFigureData, layout: SurvivalLayout | null): ReadingState {
  const [time, read] = useState<number | null>(null);
  const readings =
    time === null
      ? []
      : data.groups.map((group) => ({ group, at: readingAt(group.steps, group.n, time) }));
  const step = (direction: 1 | -1) => {
    const from = time ?? 0;
    const times = data.groups.flatMap((group) => Array.from(group.steps.time));
    const onward = times.filter((at) => (direction > 0 ? at > from : at < from));
    if (onward.length > 0) read(direction > 0 ? Math.min(...onward) : Math.max(...onward));
    else if (direction < 0) read(0);
  };
  const when = time === null ? '' : `${timeText(time, data.unit)}${nbsp}${data.unit}`;
  const texts = readings.map(({ group, at }) => ({ label: group.label, ...readingText(at) }));
  return {
    time,
    read,
    step,
    words: [when, ...texts.map(({ label, long }) => `${label} ${long}`.trim())].join('; '),
    drawing:
      layout === null || time === null ? null : (
        <g aria-hidden="true">
          <path
            class="reader-line"
            d={`M${layout.scales.x(time)},${layout.plot.y}v${layout.plot.height}`}
          />
          {readings.map(({ group, at }, arm) =>
            at === null ? null : (
              <circle
                key={group.label}
                class={`curve-dot ${armClass(arm)}`}
                cx={layout.scales.x(time)}
                cy={layout.scales.y(at.survival)}
                r={4}
              />
            ),
          )}
          <ReadingLine layout={layout} when={when} texts={texts} />
        </g>
      ),
  };
}

interface ReadingText {
  long: string;
  short: string;
}

function readingText(at: ReturnType<typeof readingAt>): ReadingText {
  if (at === null) return { long: 'after the last follow-up', short: 'no follow-up' };
  const share = percent(at.survival);
  const atRisk = `${count(at.atRisk)}${nbsp}at${nbsp}risk`;
  const limits =
    at.lower === null && at.upper === null
      ? ''
      : ` (${percentInterval({ lower: at.lower, upper: at.upper })})`;
  return { long: `${share}${limits}, ${atRisk}`, short: `${share}, ${count(at.atRisk)}` };
}

interface ReadingLineProps {
  layout: SurvivalLayout;
  when: string;
  texts: readonly (ReadingText & { label: string })[];
}

/** Above the plot, at the right, on one line; on a phone each reading stands in its arm's key row. */
function ReadingLine({ layout, when, texts }: ReadingLineProps) {
  const { width, narrow, plot } = layout;
  const y = plot.y - 20;
  if (narrow) {
    return (
      <>
        <text class="plot-text plot-strong" x={width} y={y} text-anchor="end">
          {texts.length === 1 && layout.key === null ? `${when}: ${texts[0]?.long ?? ''}` : when}
        </text>
        {layout.key?.map((row, arm) => (
          <text key={row.label} class="plot-text" x={width} y={row.y} text-anchor="end">
            {texts[arm]?.short}
          </text>
        ))}
      </>
    );
  }
  const room = width - plot.x - 60;
  const widthOf = (key: keyof ReadingText) =>
    texts.reduce((sum, text) => sum + measureText(text[key], textSize) + 62, 0);
  const key = widthOf('long') + measureText(when, textSize, true) < room ? 'long' : 'short';
  let right = width;
  const placed = texts
    .map((text, arm) => ({ arm, text: text[key], width: measureText(text[key], textSize) }))
    .toReversed()
    .map((item) => {
      const at = { ...item, x: right - item.width };
      right = at.x - 62;
      return at;
    });
  return (
    <>
      <text class="plot-text plot-strong" x={right + 14} y={y} text-anchor="end">
        {when}
      </text>
      {placed.map(({ arm, text, x }) => (
        <g key={arm}>
          <Swatch arm={arm} x={x - 34} y={y - 4} />
          <text class="plot-text" x={x} y={y}>
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

interface ReadingHeadProps {
  layout: SurvivalLayout;
  reading: ReadingState;
}

/** The part of the figure that pointer and keyboard hold: a slider over the plot. */
export function ReadingHead({ layout, reading }: ReadingHeadProps) {
  const { plot, end } = layout;
  const { time, read } = reading;
  const follow = (event: PointerEvent) => {
    const target = event.currentTarget as HTMLElement;
    const share = (event.clientX - target.getBoundingClientRect().left) / plot.width;
    read(Math.min(Math.max(share, 0), 1) * end);
  };
  const toTick = (direction: 1 | -1) => {
    const from = time ?? 0;
    const ticks = layout.ticks.map((at) => at.time);
    const next = direction > 0 ? ticks.find((at) => at > from) : ticks.findLast((at) => at < from);
    if (next !== undefined) read(next);
  };
  const keys: Record<string, () => void> = {
    ArrowRight: () => reading.step(1),
    ArrowUp: () => reading.step(1),
    ArrowLeft: () => reading.step(-1),
    ArrowDown: () => reading.step(-1),
    PageUp: () => toTick(1),
    PageDown: () => toTick(-1),
    Home: () => read(0),
    End: () => read(layout.ticks.at(-1)?.time ?? end),
  };
  return (
    <div
      class="reader screen-only"
      role="slider"
      tabIndex={0}
      aria-label="Read the curves at a time"
      aria-valuemin={0}
      aria-valuemax={end}
      aria-valuenow={time ?? 0}
      aria-valuetext={reading.words === '' ? 'Use the arrow keys' : reading.words}
      style={{
        left: `${plot.x}px`,
        top: `${plot.y}px`,
        width: `${plot.width}px`,
        height: `${plot.height}px`,
      }}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={() => read(null)}
      onBlur={() => read(null)}
      onKeyDown={(event) => {
        const act = keys[event.key];
        if (event.key === 'Escape') read(null);
        if (act === undefined) return;
        event.preventDefault();
        act();
      }}
    />
  );
}
