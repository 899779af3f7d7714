// The mark of one row of a forest plot: a square with its interval, or a diamond for all patients.
import { markOf, type ForestEffect, type ForestRow, type ForestScale } from './forest-model.ts';
import { at, pathMark, rectangle, type Mark } from './scene.ts';

interface MarkPlace {
  plot: { x: number; width: number };
  scale: ForestScale;
  y: number;
  most: number;
}

export function forestMark(
  kind: ForestRow['kind'],
  effect: ForestEffect,
  { plot, scale, y, most }: MarkPlace,
): Mark[] {
  const mark = markOf(effect, scale, most);
  const across = (share: number) => plot.x + (plot.width * share) / 100;
  const from = across(mark.from);
  const to = across(mark.to);
  const centre = across(mark.at);
  if (kind === 'overall') {
    const corners = [
      [from, y],
      [centre, y - 5],
      [to, y],
      [centre, y + 5],
    ] as const;
    const outline = corners.map(([x, down]) => `${at(x)},${at(down)}`).join('L');
    return [pathMark('diamond', `M${outline}Z`)];
  }
  const { side, cut } = mark;
  const arrow = (x: number, direction: 1 | -1) =>
    pathMark(
      'interval',
      `M${at(x + 5 * direction)},${at(y - 4)}L${at(x)},${at(y)}l${5 * direction},4`,
    );
  return [
    pathMark('interval', `M${at(from)},${at(y)}H${at(to)}`),
    ...(cut.left ? [arrow(from, 1)] : []),
    ...(cut.right ? [arrow(to, -1)] : []),
    rectangle(effect.small ? 'hollowSquare' : 'square', {
      x: centre - side / 2,
      y: y - side / 2,
      width: side,
      height: side,
    }),
  ];
}
