import { useMemo } from 'preact/hooks';

import { measureText } from './measure.ts';
import type { Draw } from './scene.ts';
import { Marks } from './scene-drawing.tsx';
import { useWidth } from './use-width.ts';

interface SceneFigureProps {
  draw: Draw;
  title: string;
  description: string;
}

/** A figure that is only looked at, drawn for the width it has. */
export function SceneFigure({ draw, title, description }: SceneFigureProps) {
  const { element, width } = useWidth<HTMLDivElement>();
  const scene = useMemo(() => (width > 0 ? draw(width, measureText) : null), [draw, width]);
  return (
    <div ref={element} class="figure-plot">
      {scene !== null && (
        <svg
          width={scene.width}
          height={scene.height}
          viewBox={`0 0 ${scene.width} ${scene.height}`}
          role="img"
          aria-label={`${title}. ${description}`}
        >
          <Marks marks={scene.marks} />
        </svg>
      )}
    </div>
  );
}
