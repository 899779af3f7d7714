import { Fragment } from 'preact';

import { text } from '../text/text.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import {
  fittingTicks,
  forestHeads,
  forestScale,
  markOf,
  largestWeight,
  type ForestData,
  type ForestRow,
  type ForestScale,
} from './forest-model.ts';

const rowClasses = {
  overall: 'row-group',
  factor: 'row-group forest-factor',
  level: 'row-level',
} as const;

/** A table with the plot as one of its columns, so that numbers and marks share their rows. */
export function ForestFigure({ data, label }: { data: ForestData; label: string }) {
  const heads = forestHeads(data);
  const scale = forestScale(data);
  const overall = data.rows.find(({ kind }) => kind === 'overall')?.effect?.value ?? null;
  const lines = {
    none: scale.position(scale.none),
    all: overall === null ? null : scale.position(overall),
  };
  const most = largestWeight(data.rows);
  return (
    <ScrollRegion label={label}>
      <table class="table forest">
        <caption class="visually-hidden">{label}</caption>
        <thead>
          <tr class="spanners">
            <td />
            {data.groups.map(({ head, columns }) => (
              <th key={head} scope="colgroup" colSpan={columns.length} class="spanner">
                <span>{head}</span>
              </th>
            ))}
            <td colSpan={3} />
          </tr>
          <tr>
            <td />
            {heads.map(({ head, whole }) => (
              <th key={head} scope="col" class="align-right forest-count">
                <span class="quiet" aria-hidden={whole !== undefined && whole !== head}>
                  {head}
                </span>
                {whole !== undefined && whole !== head && (
                  <span class="visually-hidden">{whole}</span>
                )}
              </th>
            ))}
            <td class="forest-plot" />
            <th scope="col" class="forest-ratio">
              {data.effectHead}
            </th>
            <th scope="col" class="align-right">
              {text.figures.forest.interaction} <i>p</i>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row, index) => (
            <tr key={index} class={rowClasses[row.kind]}>
              <th scope="row">{row.label}</th>
              {heads.map(({ head }, column) => (
                <td key={head} class="align-right forest-count number">
                  {row.cells[column] ?? ''}
                </td>
              ))}
              <td class="forest-plot">
                <Marks row={row} scale={scale} lines={lines} most={most} />
              </td>
              <Ratio row={row} />
            </tr>
          ))}
          <tr class="forest-axis-row" aria-hidden="true">
            <td colSpan={1 + heads.length} />
            <td class="forest-plot forest-axis">
              <Axis scale={scale} better={data.better} />
            </td>
            <td colSpan={2} />
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** A reason goes on under the interactions, of which a level has none. */
function Ratio({ row: { kind, effect, text: words, interval, interaction } }: { row: ForestRow }) {
  if (kind === 'level' && effect === null) {
    return (
      <td class="forest-ratio" colSpan={2}>
        <span class="quiet">{words}</span>
      </td>
    );
  }
  return (
    <>
      <td class="forest-ratio">
        {effect !== null && (
          <span class="number">
            {words} <span class="interval">{interval}</span>
          </span>
        )}
      </td>
      <td
        class="align-right forest-interaction number"
        data-name={text.figures.forest.interactionInRow}
      >
        {interaction}
      </td>
    </>
  );
}

interface MarksProps {
  row: ForestRow;
  scale: ForestScale;
  lines: { none: number; all: number | null };
  most: number;
}

function Marks({ row, scale, lines, most }: MarksProps) {
  return (
    <svg class="figure-plot" aria-hidden="true">
      {lines.all !== null && (
        <line class="forest-overall" x1={`${lines.all}%`} x2={`${lines.all}%`} y1="0" y2="100%" />
      )}
      {/* Rows of broken heights leave gaps: each line reaches a little into the next row. */}
      <line class="forest-none" x1={`${lines.none}%`} x2={`${lines.none}%`} y1="0" y2="101.5%" />
      {row.effect !== null && <Mark row={row} scale={scale} most={most} />}
    </svg>
  );
}

function Mark({ row, scale, most }: Omit<MarksProps, 'lines'>) {
  if (row.effect === null) return null;
  const { at, from, to, cut, side } = markOf(row.effect, scale, most);
  if (row.kind === 'overall') {
    return (
      <svg
        x={`${from}%`}
        y="50%"
        width={`${to - from}%`}
        height="1"
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
        overflow="visible"
      >
        <polygon
          class="forest-diamond"
          points={`0,0 ${share(at, from, to)},-5 100,0 ${share(at, from, to)},5`}
        />
      </svg>
    );
  }
  return (
    <>
      <line class="forest-interval" x1={`${from}%`} x2={`${to}%`} y1="50%" y2="50%" />
      {cut.left && <Arrow at={from} direction={1} />}
      {cut.right && <Arrow at={to} direction={-1} />}
      <svg x={`${at}%`} y="50%" overflow="visible">
        <rect
          class={row.effect.small ? 'forest-square forest-square-small' : 'forest-square'}
          x={-side / 2}
          y={-side / 2}
          width={side}
          height={side}
        />
      </svg>
    </>
  );
}

function share(at: number, from: number, to: number): number {
  return to > from ? (100 * (at - from)) / (to - from) : 50;
}

/** The interval goes on beyond the axis. */
function Arrow({ at, direction }: { at: number; direction: 1 | -1 }) {
  return (
    <svg x={`${at}%`} y="50%" overflow="visible">
      <path class="forest-interval" fill="none" d={`M${5 * direction},-4L0,0L${5 * direction},4`} />
    </svg>
  );
}

/** The browser sets the width of the plot's column: its ticks fit the narrowest. */
const narrowestOnPage = 150;
const widthOnPage = (words: string) => words.length * 6.2;

function Axis({ scale, better }: { scale: ForestScale; better: ForestData['better'] }) {
  const none = scale.position(scale.none);
  return (
    <div class="figure-plot">
      <svg class="forest-ticks" aria-hidden="true">
        <line class="forest-none" x1="0" x2="100%" y1="0.5" y2="0.5" />
        {fittingTicks(scale, narrowestOnPage, widthOnPage).map((tick) => {
          const x = `${scale.position(tick)}%`;
          return (
            <Fragment key={tick}>
              <line class="forest-none" x1={x} x2={x} y1="0" y2="5" />
              <text class="plot-text" x={x} y="18" text-anchor="middle">
                {scale.tickText(tick)}
              </text>
            </Fragment>
          );
        })}
      </svg>
      <div class="forest-directions" style={{ '--none': none / 100 }}>
        <span>{text.figures.forest.left(better.left)}</span>
        <span>{text.figures.forest.right(better.right)}</span>
      </div>
    </div>
  );
}
