import type { ComponentChildren } from 'preact';

import type { FunctionalForm, SplineCurve } from '../../build/wasm/riskset.js';
import { count, full, tick } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import { DataTable } from '../ui/data-table.tsx';
import { FigureFrame } from './frame.tsx';
import { drawResiduals, drawSpline, type ResidualData, type SplineData } from './number-shape.ts';
import { SceneFigure } from './scene-figure.tsx';

const words = text.modelChecks.form;

interface Framed {
  title: string;
  description: string;
  note: ComponentChildren;
  /** What the files are called before the kind of figure: the cohort, the endpoint. */
  name: readonly string[];
}

const right = (head: string) => ({ head, align: 'right' as const });

/** Martingale residuals of the model without a number, against it. */
export function ResidualFigure({
  data,
  title,
  description,
  note,
  name,
}: Framed & { data: ResidualData & { form: FunctionalForm } }) {
  const draw = drawResiduals(data);
  return (
    <FigureFrame
      title={title}
      description={description}
      picture={{ name: [...name, words.residuals.fileName, data.form.name], draw }}
      note={note}
      dataTable={() => <Residuals data={data} title={title} />}
    >
      <SceneFigure draw={draw} title={title} description={description} />
    </FigureFrame>
  );
}

/** A table of more rows than this is for a program, not for a reader. */
const mostRows = 1000;

function Residuals({
  data: { form, label },
  title,
}: {
  data: ResidualData & { form: FunctionalForm };
  title: string;
}) {
  const { smooth } = form;
  return (
    <>
      {smooth !== null && (
        <DataTable
          label={words.residuals.smoothTable(title)}
          caption={words.residuals.smoothTable(title)}
          compact
          dense
          columns={[label, ...words.residuals.columns].map(right)}
          rows={Array.from(smooth.value, (value, index) => [
            tick(value),
            full.coefficient(smooth.residual[index] ?? null),
          ])}
        />
      )}
      <DataTable
        label={words.residuals.table(title)}
        caption={words.residuals.table(title)}
        compact
        dense
        columns={[words.residuals.row, label, ...words.residuals.columns].map(right)}
        rows={Array.from(form.rows.slice(0, mostRows), (row, index) => [
          count(row),
          tick(form.value[index] ?? null),
          full.coefficient(form.residual[index] ?? null),
        ])}
      />
    </>
  );
}

/** The hazard ratio along a number that enters by a spline. */
export function SplineFigure({
  data,
  title,
  description,
  note,
  name,
}: Framed & { data: SplineData & { curve: SplineCurve } }) {
  const draw = drawSpline(data);
  return (
    <FigureFrame
      title={title}
      description={description}
      picture={{ name: [...name, words.spline.fileName, data.curve.name], draw }}
      note={note}
      dataTable={() => <Curve data={data} title={title} />}
    >
      <SceneFigure draw={draw} title={title} description={description} />
    </FigureFrame>
  );
}

function Curve({ data: { curve, label }, title }: { data: SplineData; title: string }) {
  return (
    <DataTable
      label={words.spline.table(title)}
      compact
      dense
      columns={[label, ...words.spline.columns].map(right)}
      rows={Array.from(curve.value, (value, index) => [
        tick(value),
        full.ratio(curve.hr[index] ?? null),
        full.ratio(curve.lower[index] ?? null),
        full.ratio(curve.upper[index] ?? null),
      ])}
    />
  );
}
