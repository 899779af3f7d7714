// The paper that the words of a figure take, and where two of them would touch.
import type { Box } from '../../../web/figures/labels.ts';
import { textBox, type Mark, type TextMark } from '../../../web/figures/scene.ts';
import { plain } from '../../../web/base/rich-text.ts';

/** About as wide as Arial. */
export const measure = (words: string, size: number, bold = false) =>
  words.length * size * (bold ? 0.56 : 0.52);

export const isText = (mark: Mark): mark is TextMark => mark.kind === 'text';

export function boxesOf(marks: readonly Mark[]) {
  return marks
    .filter(isText)
    .map((mark) => ({ ...textBox(mark, measure), words: plain(mark.text) }));
}

function across(one: Box, other: Box) {
  return Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
}

function down(one: Box, other: Box) {
  return Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
}

export function overlaps(boxes: readonly (Box & { words: string })[]): string[] {
  return boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter((other) => across(one, other) > 0 && down(one, other) > 0)
      .map((other) => `“${one.words}” and “${other.words}”`),
  );
}

export function outside(
  boxes: readonly (Box & { words: string })[],
  width: number,
  height: number,
) {
  return boxes
    .filter((box) => box.x < -0.5 || box.x + box.width > width + 0.5 || box.y < -3)
    .concat(boxes.filter((box) => box.y + box.height > height + 0.5))
    .map(({ words }) => words);
}
