import { armClass, dashOf } from './line-types.ts';

/** A short piece of an arm's line, beside its name. */
export function Swatch({ arm, x, y }: { arm: number; x: number; y: number }) {
  return (
    <path class={`curve ${armClass(arm)}`} d={`M${x},${y}h27`} stroke-dasharray={dashOf(arm)} />
  );
}
