import { useMemo } from 'preact/hooks';

import type { SurvivalFigureData } from './kaplan-meier-data.ts';
import { layoutSurvival } from './kaplan-meier-layout.ts';
import { ReadingHead, useReading } from './kaplan-meier-reading.tsx';
import { survivalMarks } from './kaplan-meier-scene.ts';
import { measureText } from './measure.ts';
import { Marks } from './scene-drawing.tsx';
import { dataToSee } from './steps-to-see.ts';
import { useWidth } from './use-width.ts';

interface KaplanMeierFigureProps {
  data: SurvivalFigureData;
  title: string;
  description: string;
}

/** Survival curves with their numbers at risk under the same ticks, to be read at any time. */
export function KaplanMeierFigure({ data, title, description }: KaplanMeierFigureProps) {
  const { element, width } = useWidth<HTMLDivElement>();
  const seen = useMemo(() => (width > 0 ? dataToSee(data, width) : data), [data, width]);
  const layout = useMemo(
    () => (width > 0 ? layoutSurvival(seen, width, measureText) : null),
    [seen, width],
  );
  const marks = useMemo(() => (layout === null ? [] : survivalMarks(seen, layout)), [seen, layout]);
  const drawing = useMemo(() => <Marks marks={marks} />, [marks]);
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
            {drawing}
            <g aria-hidden="true">
              <Marks marks={reading.marks} />
            </g>
          </svg>
          <ReadingHead data={data} layout={layout} reading={reading} />
        </>
      )}
    </div>
  );
}
