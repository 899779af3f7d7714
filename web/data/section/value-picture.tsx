import type { ColumnContent } from '../profile.ts';

const width = 92;
const height = 14;

/** A column's values at a glance: shares of a category, the spread of a number. Words say the same. */
export function ValuePicture({ column }: { column: ColumnContent }) {
  const { type, summary, values } = column;
  if (type === 'number' && summary !== null) return <Spread bins={summary.bins} />;
  const few = type === 'category' && values.length <= mostShades;
  return few ? <Shares counts={values.map(({ count }) => count)} /> : null;
}

const mostShades = 8;

function Spread({ bins }: { bins: readonly number[] }) {
  const most = Math.max(...bins);
  const step = width / bins.length;
  return (
    <svg class="value-picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {bins.map((bin, at) => {
        const tall = (bin / most) * (height - 1);
        return <rect key={at} x={at * step} y={height - tall} width={step - 1} height={tall} />;
      })}
      <path d={`M0 ${height - 0.5}H${width}`} />
    </svg>
  );
}

function Shares({ counts }: { counts: readonly number[] }) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let before = 0;
  return (
    <svg class="value-picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {counts.map((count, at) => {
        const x = (before / total) * width;
        before += count;
        return (
          <rect
            key={at}
            x={x}
            y={3}
            width={Math.max(0.5, (count / total) * width - 1)}
            height={8}
            opacity={1 - (at * 0.8) / counts.length}
          />
        );
      })}
    </svg>
  );
}
