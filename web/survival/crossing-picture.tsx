import type { KaplanMeierGroup } from '../../build/wasm/riskset.js';
import { curvePaths } from '../figures/steps.ts';
import { dashOf } from '../figures/line-types.ts';

interface CrossingPictureProps {
  groups: readonly KaplanMeierGroup[];
  /** Where their order changes. */
  times: readonly number[];
  longest: number;
  label: string;
}

const width = 150;
const height = 56;

/** The curves of the figure in small, with a line wherever two of them cross. */
export function CrossingPicture({ groups, times, longest, label }: CrossingPictureProps) {
  const scales = {
    x: (time: number) => 1 + (time / longest) * (width - 2),
    y: (share: number) => 1 + (1 - share) * (height - 2),
  };
  return (
    <svg class="crossing" role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`}>
      {times.map((time) => (
        <path key={time} class="crossing-time" d={`M${scales.x(time)},0V${height}`} />
      ))}
      {groups.map(({ label: arm, steps }, at) => {
        const { main, thin } = curvePaths(steps, scales);
        return (
          <path key={arm} class={`arm-${at + 1}`} d={main + thin} stroke-dasharray={dashOf(at)} />
        );
      })}
    </svg>
  );
}
