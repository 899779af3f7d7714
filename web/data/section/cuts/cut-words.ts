// Where a column is cut, in words.
import { tick } from '../../../format/numbers.ts';
import { text } from '../../../text/text.ts';
import type { Cut } from '../../changes/changes.ts';

const words = text.data.cuts;

export function cutInWords({ cut, at, quantiles }: Cut): string {
  if (at === null) return words.waiting;
  const points = at.map(tick);
  if (quantiles === null) return words.cutAt(cut, points);
  const percentiles = quantiles.map((share) => tick(Math.round(1e4 * share) / 100));
  return words.cutAtQuantiles(cut, percentiles, points);
}
