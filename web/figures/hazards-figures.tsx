import { full } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import { DataTable } from '../ui/data-table.tsx';
import { FigureFrame } from './frame.tsx';
import {
  describeHazardOverTime,
  drawable,
  drawHazardOverTime,
  type HazardOverTimeData,
} from './hazard-over-time.ts';
import { describeLogLog, drawableLogLog, drawLogLog, type LogLogData } from './log-log.ts';
import { SceneFigure } from './scene-figure.tsx';

interface Named {
  /** What the files are called before the kind of figure: the cohort, the endpoint. */
  name: readonly string[];
}

/** Whether the hazard ratio of one term changes during follow-up. */
export function HazardOverTimeFigure({ data, name }: Named & { data: HazardOverTimeData }) {
  const words = text.figures.hazardOverTime;
  const title = words.title(data.hazard, data.term);
  if (!drawable(data)) return <p class="note">{words.tooFew}</p>;
  const description = describeHazardOverTime(data);
  const draw = drawHazardOverTime(data);
  return (
    <FigureFrame
      title={title}
      description={description}
      picture={{ name: [...name, 'hazard-ratio-over-time', data.term], draw }}
      note={words.note}
      dataTable={() => <HazardNumbers data={data} title={title} />}
    >
      <SceneFigure draw={draw} title={title} description={description} />
    </FigureFrame>
  );
}

function HazardNumbers({ data, title }: { data: HazardOverTimeData; title: string }) {
  const { smooth, time, value } = data.curve;
  const words = text.figures.hazardOverTime;
  const right = (head: string) => ({ head, align: 'right' as const });
  const coefficient = (own: number | null | undefined) => full.coefficient(own ?? null);
  return (
    <>
      <DataTable
        label={words.smoothTable(title)}
        caption={words.smoothTable(title)}
        compact
        dense
        columns={[right(words.time(data.unit)), ...words.smoothColumns.map(right)]}
        rows={Array.from(smooth?.time ?? [], (at, index) => [
          full.time(at),
          coefficient(smooth?.value[index]),
          coefficient(smooth?.lower[index]),
          coefficient(smooth?.upper[index]),
        ])}
      />
      <DataTable
        label={words.eventsTable(title)}
        caption={words.eventsTable(title)}
        compact
        dense
        columns={[right(words.time(data.unit)), right(words.valueColumn)]}
        rows={Array.from(time, (at, index) => [full.time(at), coefficient(value[index])])}
      />
    </>
  );
}

/** Whether the hazards of the arms are proportional, seen from their curves alone. */
export function LogLogFigure({ data, name }: Named & { data: LogLogData }) {
  const words = text.figures.logLog;
  if (!drawableLogLog(data)) return <p class="note">{words.tooFew}</p>;
  const description = describeLogLog(data);
  const draw = drawLogLog(data);
  return (
    <FigureFrame
      title={words.title}
      description={description}
      picture={{ name: [...name, 'log-log'], draw }}
      note={words.note}
      dataTable={() => <LogLogNumbers data={data} />}
    >
      <SceneFigure draw={draw} title={words.title} description={description} />
    </FigureFrame>
  );
}

function LogLogNumbers({ data: { groups, unit } }: { data: LogLogData }) {
  const words = text.figures.logLog;
  return (
    <DataTable
      label={words.table}
      compact
      dense
      columns={[
        { head: words.arm },
        { head: text.figures.hazardOverTime.time(unit), align: 'right' },
        { head: words.survival, align: 'right' },
      ]}
      rows={groups.flatMap(({ label, steps }) =>
        Array.from(steps.time, (at, index) => [
          label,
          full.time(at),
          full.share(steps.survival[index] ?? null),
        ]),
      )}
    />
  );
}
