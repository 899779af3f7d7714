import type { Mark } from './scene.ts';
import { lookOf } from './scene.ts';
import { tokenOf, type Colour, type LookName } from './looks.ts';

/** The marks of a scene in the colours of the page's theme. */
export function Marks({ marks }: { marks: readonly Mark[] }) {
  return (
    <>
      {marks.map((mark, index) => (
        <MarkDrawing key={index} mark={mark} />
      ))}
    </>
  );
}

function MarkDrawing({ mark }: { mark: Mark }) {
  const style = styleOf(mark.look, mark.arm);
  if (mark.kind === 'path') return <path {...style} d={mark.d} stroke-dasharray={mark.dash} />;
  if (mark.kind === 'dot') return <circle {...style} cx={mark.x} cy={mark.y} r={mark.r} />;
  return (
    <text {...style} x={mark.x} y={mark.y} text-anchor={mark.anchor}>
      {mark.text.map((piece, index) =>
        typeof piece === 'string' ? (
          piece
        ) : 'strong' in piece ? (
          <tspan key={index} font-weight="600">
            {piece.strong}
          </tspan>
        ) : (
          <tspan key={index} font-style="italic">
            {piece.term}
          </tspan>
        ),
      )}
    </text>
  );
}

function styleOf(name: LookName, arm: number) {
  const { fill, stroke, width, size, bold, tint } = lookOf(name);
  const colour = (of: Colour) => `var(--${tokenOf(of, arm)})`;
  return {
    class: `plot-${name}`,
    fill: fill === undefined ? 'none' : colour(fill),
    'fill-opacity': tint ? 'var(--band)' : undefined,
    stroke: stroke === undefined ? undefined : colour(stroke),
    'stroke-width': width,
    'font-size': size,
    'font-weight': bold ? 600 : undefined,
  };
}
