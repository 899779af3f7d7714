import { numberAt } from '../engine/optional-reals.ts';
import { full } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import { DataTable } from '../ui/data-table.tsx';
import { FigureFrame } from './frame.tsx';
import { SceneFigure } from './scene-figure.tsx';
import {
  describeDifference,
  drawableDifference,
  drawDifference,
  type SurvivalDifferenceData,
} from './survival-difference.ts';

interface SurvivalDifferenceFigureProps {
  data: SurvivalDifferenceData;
  /** What the files are called before the kind of figure: the cohort, the endpoint. */
  name: readonly string[];
}

/** How far apart two curves are at each time. */
export function SurvivalDifferenceFigure({ data, name }: SurvivalDifferenceFigureProps) {
  const words = text.figures.difference;
  if (!drawableDifference(data)) return <p class="note">{words.same}</p>;
  const title = words.title(data.arms);
  const description = describeDifference(data);
  const draw = drawDifference(data);
  return (
    <FigureFrame
      title={title}
      description={description}
      picture={{ name: [...name, words.fileName], draw }}
      note={words.note(data.level)}
      dataTable={() => <Numbers data={data} title={title} />}
    >
      <SceneFigure draw={draw} title={title} description={description} />
    </FigureFrame>
  );
}

function Numbers({
  data: { curve, unit },
  title,
}: {
  data: SurvivalDifferenceData;
  title: string;
}) {
  const { time, value, lower, upper } = curve;
  const heads = [text.figures.hazardOverTime.time(unit), ...text.figures.difference.columns];
  const share = (own: number | null | undefined) =>
    own === null || own === undefined ? '' : full.share(own);
  return (
    <DataTable
      label={title}
      compact
      dense
      columns={heads.map((head) => ({ head, align: 'right' as const }))}
      rows={Array.from(time, (at, index) => [
        full.time(at),
        ...[value[index], numberAt(lower, index), numberAt(upper, index)].map(share),
      ])}
    />
  );
}
