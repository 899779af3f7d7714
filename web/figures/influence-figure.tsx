import { count, full } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import { DataTable } from '../ui/data-table.tsx';
import { FigureFrame } from './frame.tsx';
import { drawInfluence, type InfluenceData } from './influence.ts';
import { SceneFigure } from './scene-figure.tsx';

const words = text.modelChecks.influence;

interface Patient {
  row: number;
  dfbeta: number;
  scaled: number;
  without: number | null;
}

interface InfluenceFigureProps {
  data: InfluenceData & { patients: readonly Patient[] };
  title: string;
  description: string;
  note: string;
  /** What the files are called before the kind of figure: the cohort, the endpoint. */
  name: readonly string[];
}

/** How far each patient moves a coefficient. */
export function InfluenceFigure({ data, title, description, note, name }: InfluenceFigureProps) {
  const draw = drawInfluence(data);
  return (
    <FigureFrame
      title={title}
      description={description}
      picture={{ name: [...name, words.fileName], draw }}
      note={note}
      dataTable={() => <Numbers patients={data.patients} title={title} />}
    >
      <SceneFigure draw={draw} title={title} description={description} />
    </FigureFrame>
  );
}

function Numbers({ patients, title }: { patients: readonly Patient[]; title: string }) {
  return (
    <DataTable
      label={title}
      compact
      dense
      columns={[words.rowHead, ...words.columns].map((head) => ({ head, align: 'right' as const }))}
      rows={patients.map(({ row, dfbeta, scaled, without }) => [
        count(row),
        full.coefficient(dfbeta),
        full.coefficient(scaled),
        full.ratio(without),
      ])}
    />
  );
}
