import { tick } from '../../../format/numbers.ts';
import { text } from '../../../text/text.ts';
import type { Cut } from '../../changes/changes.ts';

const words = text.data.cuts;

/** Where a column is cut, and what that means for whoever compares. */
export function CutNote({ cut: { cut, at, quantiles } }: { cut: Cut }) {
  if (at === null) return <p class="note">{words.waiting}</p>;
  const points = at.map(tick);
  if (quantiles === null) return <p class="note">{words.cutAt(cut, points)}</p>;
  const shares = quantiles.map((share) => tick(Math.round(1e4 * share) / 100));
  return (
    <p class="note">
      {words.cutAtQuantiles(cut, shares, points)} {words.ofThesePatients}
    </p>
  );
}
