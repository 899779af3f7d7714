import { useMemo } from 'preact/hooks';

import { percentNumber, tick } from '../format/numbers.ts';
import {
  layoutSurvival,
  mostBands,
  withShortNames,
  type SurvivalLayout,
} from './kaplan-meier-layout.ts';
import type { NumbersBox } from './numbers-box.ts';
import type { SurvivalFigureData } from './kaplan-meier-data.ts';
import { ReadingHead, useReading } from './kaplan-meier-reading.tsx';
import { armClass, dashOf } from './line-types.ts';
import { measureText } from './measure.ts';
import { bandPath, censorTicks, curvePaths } from './steps.ts';
import { Swatch } from './swatch.tsx';
import { useWidth } from './use-width.ts';

interface KaplanMeierFigureProps {
  data: SurvivalFigureData;
  title: string;
  description: string;
}

/** Survival curves with their numbers at risk under the same ticks. */
export function KaplanMeierFigure({ data: given, title, description }: KaplanMeierFigureProps) {
  const { element, width } = useWidth<HTMLDivElement>();
  const data = useMemo(() => withShortNames(given, width, measureText), [given, width]);
  const layout = useMemo(
    () => (width > 0 ? layoutSurvival(data, width, measureText) : null),
    [data, width],
  );
  const reading = useReading(data, layout);
  return (
    <div ref={element} class="figure-plot">
      {layout !== null && (
        <>
          <svg
            width={layout.width}
            height={layout.height}
            viewBox={`0 0 ${layout.width} ${layout.height}`}
            role="img"
            aria-label={`${title}. ${description}`}
          >
            <Axes data={data} layout={layout} />
            {data.groups.length <= mostBands && <Bands data={data} layout={layout} />}
            <Medians layout={layout} />
            <Curves data={data} layout={layout} />
            <Names data={data} layout={layout} />
            {layout.box !== null && <Numbers box={layout.box} />}
            <RiskTable layout={layout} />
            {reading.drawing}
          </svg>
          <ReadingHead layout={layout} reading={reading} />
        </>
      )}
    </div>
  );
}

interface PartProps {
  data: SurvivalFigureData;
  layout: SurvivalLayout;
}

const shares = [0, 0.25, 0.5, 0.75, 1];

function Axes({ data, layout }: PartProps) {
  const { plot, scales, ticks } = layout;
  const bottom = plot.y + plot.height;
  return (
    <g>
      <text class="plot-text-2" x={layout.narrow ? 0 : plot.x - 22} y={plot.y - 20}>
        {data.yTitle}
      </text>
      {shares.map((share) => (
        <g key={share}>
          {share > 0 && (
            <line
              class="plot-grid"
              x1={plot.x}
              x2={plot.x + plot.width}
              y1={scales.y(share)}
              y2={scales.y(share)}
            />
          )}
          <text
            class="plot-text-2"
            x={plot.x - 8}
            y={scales.y(share)}
            dy="0.35em"
            text-anchor="end"
          >
            {percentNumber(share).replace(/\.0$/, '')}
          </text>
        </g>
      ))}
      <path class="plot-axis" d={`M${plot.x},${bottom}H${plot.x + plot.width}`} />
      {ticks.map(({ time, x }) => (
        <g key={time}>
          <path class="plot-axis" d={`M${x},${bottom}v5`} />
          <text class="plot-text" x={x} y={bottom + 20} text-anchor="middle">
            {tick(time)}
          </text>
        </g>
      ))}
      <text class="plot-text-2" x={plot.x} y={bottom + 40}>
        {data.xTitle}
      </text>
    </g>
  );
}

function Bands({ data, layout }: PartProps) {
  return (
    <g>
      {data.groups.map((group, arm) => (
        <path
          key={group.label}
          class={`curve-band ${armClass(arm)}`}
          d={bandPath(group.steps, layout.scales)}
        />
      ))}
    </g>
  );
}

function Curves({ data, layout }: PartProps) {
  return (
    <g>
      {data.groups.map((group, arm) => {
        const { main, thin } = curvePaths(group.steps, layout.scales);
        return (
          <g key={group.label} class={armClass(arm)}>
            <path class="curve" d={main} stroke-dasharray={dashOf(arm)} />
            {thin !== '' && (
              <path class="curve curve-thin" d={thin} stroke-dasharray={dashOf(arm)} />
            )}
            {censorTicks(group.steps, layout.scales).map(({ x, y }) => (
              <path key={x} class="curve-censored" d={`M${x},${y - 5}v10`} />
            ))}
          </g>
        );
      })}
    </g>
  );
}

function Medians({ layout }: { layout: SurvivalLayout }) {
  const { plot, medians } = layout;
  const [first] = medians;
  if (first === undefined) return null;
  const furthest = Math.max(...medians.map(({ x }) => x));
  return (
    <g>
      <path class="curve-median-level" d={`M${plot.x},${first.y}H${furthest}`} />
      {medians.map(({ group, x, y, label }) => (
        <g key={group} class={armClass(group)}>
          <path class="curve-median" d={`M${x},${y}V${plot.y + plot.height}`} />
          {label !== null && (
            <text class="curve-value" x={label.x} y={label.y} text-anchor={label.anchor}>
              {label.text}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function Names({ data, layout }: PartProps) {
  const { key, labels } = layout;
  return (
    <g>
      {key?.map(({ label, x, y }, arm) => (
        <g key={label}>
          <Swatch arm={arm} x={x} y={y - 4} />
          <text class="plot-text" x={x + 36} y={y}>
            {label}
          </text>
        </g>
      ))}
      {labels?.map((box, arm) => (
        <text key={arm} class={`curve-name ${armClass(arm)}`} x={box.x + 2} y={box.y + 13.5}>
          {data.groups[arm]?.label}
        </text>
      ))}
    </g>
  );
}

function Numbers({ box }: { box: NumbersBox }) {
  const right = box.x + box.width;
  return (
    <g>
      <rect
        class="plot-paper"
        x={box.x - 14}
        y={box.y - 4}
        width={box.width + 15}
        height={box.height + 4}
      />
      <text class="plot-text-3" x={box.countsRight} y={box.y + 14} text-anchor="end">
        {box.head.counts}
      </text>
      <text class="plot-text-3" x={right} y={box.y + 14} text-anchor="end">
        {box.head.median}
      </text>
      {box.arms.map(({ label, counts, median, y }, arm) => (
        <g key={label}>
          <Swatch arm={arm} x={box.x} y={y - 4} />
          <text class="plot-text" x={box.x + 36} y={y}>
            {label}
          </text>
          <text class="plot-text" x={box.countsRight} y={y} text-anchor="end">
            {counts}
          </text>
          <text class="plot-text" x={right} y={y} text-anchor="end">
            {median}
          </text>
        </g>
      ))}
      {box.rows.length > 0 && <path class="plot-rule" d={`M${box.x},${box.ruleY}H${right}`} />}
      {box.rows.map(({ label, value, key, y }) => (
        <g key={label}>
          <text class="plot-text" x={box.x} y={y}>
            {label}
          </text>
          <text
            class={key === true ? 'plot-text plot-strong' : 'plot-text'}
            x={right}
            y={y}
            text-anchor="end"
          >
            {value.startsWith('p') ? (
              <>
                <tspan class="plot-term">p</tspan>
                {value.slice(1)}
              </>
            ) : (
              value
            )}
          </text>
        </g>
      ))}
    </g>
  );
}

function RiskTable({ layout }: { layout: SurvivalLayout }) {
  return (
    <g>
      {layout.narrow && layout.risk.length > 0 && (
        <text class="plot-text-2" x={0} y={(layout.risk[0]?.y ?? 0) - 20}>
          Number at risk
        </text>
      )}
      {layout.risk.map((block, arm) => (
        <g key={block.label}>
          {block.label !== '' && (
            <>
              <Swatch arm={arm} x={0} y={block.y - 4} />
              <text class={`curve-value ${armClass(arm)}`} x={32} y={block.y}>
                {block.label}
              </text>
            </>
          )}
          {block.rows.map((row) => (
            <g key={row.label} class={row.strong ? 'plot-strong' : undefined}>
              {!layout.narrow && (
                <text class={row.strong ? 'plot-text' : 'plot-text-2'} x={0} y={row.y}>
                  {row.label}
                </text>
              )}
              {row.numbers.map((number, index) => (
                <text
                  key={index}
                  class={row.strong ? 'plot-text' : 'plot-text-2'}
                  x={layout.ticks[index]?.x ?? 0}
                  y={row.y}
                  text-anchor="middle"
                >
                  {number}
                </text>
              ))}
            </g>
          ))}
        </g>
      ))}
    </g>
  );
}
