import { full, ofTotal } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import { DataTable } from '../ui/data-table.tsx';
import { type ButterflyData, describeButterfly, drawButterfly } from './butterfly.ts';
import { FigureFrame } from './frame.tsx';
import { SceneFigure } from './scene-figure.tsx';

interface ButterflyFigureProps {
  data: ButterflyData;
  /** What the files are called before the kind of figure. */
  name: readonly string[];
}

const words = text.safety.butterfly;

/** Two arms back to back: who had which adverse event. */
export function ButterflyFigure({ data, name }: ButterflyFigureProps) {
  const title = words.title(data.grade);
  const description = describeButterfly(data);
  const draw = drawButterfly(data);
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

function Numbers({ data, title }: { data: ButterflyData; title: string }) {
  const heads = [words.term, ...data.arms, ...words.columns];
  return (
    <DataTable
      label={title}
      compact
      dense
      columns={heads.map((head, index) => ({
        head,
        align: index === 0 ? ('left' as const) : ('right' as const),
      }))}
      rows={data.rows.map(({ term, left, right, difference, p }) => [
        term,
        ofTotal(left.events, left.n),
        ofTotal(right.events, right.n),
        full.share(difference.value),
        full.bounds(difference),
        full.pValue(p),
      ])}
    />
  );
}
