// Where the name of a curve may stand: beside its own curve, clear of all others.
//
// A survival curve only falls, so at any height the free paper beside it is to the right of the
// point where it leaves that height from above, or to the left of where it comes into it. Both
// places are tried at every height; the one with most free paper around it wins.
import type { OptionalReals } from '../../build/wasm/riskset.js';

import { numberAt } from '../engine/optional-reals.ts';
import type { Scales } from './steps.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface FallingCurve {
  time: ArrayLike<number>;
  survival: ArrayLike<number>;
  lower: OptionalReals;
  upper: OptionalReals;
}

export interface LabelRequest {
  curve: FallingCurve;
  width: number;
}

export interface LabelArea {
  scales: Scales;
  plot: Box;
  /** What is on the paper already: the numbers box, median labels. */
  taken: readonly Box[];
}

export const labelHeight = 18;
const gapToOwn = 9;
const gapToOthers = 6;
/** By how much its own curve is nearer to a name than any other. */
const nearer = 5;
/** Further away a name could be any curve's. */
const furthestFromOwn = 26;
/** In px: what is nearer than this is in one place. */
const onePlace = 2;
/** More free paper than this is no better. */
const enough = 40;
/** What it costs to stand wholly on a band, in px of free paper. */
const bandPenalty = 60;

/** One box per label, or null when one of them finds no place: then all belong in a key. */
export function placeLabels(requests: readonly LabelRequest[], area: LabelArea): Box[] | null {
  const curves = requests.map(({ curve }) => segments(curve, area.scales));
  const bands = requests.flatMap(({ curve }) => band(curve, area.scales));
  const taken = [...area.taken];
  const placed: Box[] = [];
  for (const [index, request] of requests.entries()) {
    const others = curves.filter((_, other) => other !== index).flat();
    const own = curves[index] ?? [];
    const best = bestPlace(candidates(request, area), { own, others, taken, bands }, area.plot);
    if (best === null) return null;
    placed.push(best);
    taken.push(best);
  }
  return placed;
}

interface Paper {
  own: readonly Box[];
  others: readonly Box[];
  taken: readonly Box[];
  bands: readonly Box[];
}

function bestPlace(boxes: readonly Box[], paper: Paper, plot: Box): Box | null {
  let best: Box | null = null;
  let bestScore = -Infinity;
  for (const box of boxes) {
    if (!inside(box, plot) || clearance(box, paper.taken) < gapToOthers) continue;
    const toOwn = clearance(box, paper.own, gapToOwn - 3);
    if (toOwn < gapToOwn - 3 || toOwn > furthestFromOwn) continue;
    // A name belongs to the curve it is nearest to, beyond doubt.
    const free = clearance(box, paper.others, toOwn + nearer);
    if (free < toOwn + nearer) continue;
    // White paper reads better than a band, and between equals the higher place comes first.
    const high = 10 * (1 - (box.y - plot.y) / plot.height);
    const unbanded = Math.min(free, enough) + high;
    if (unbanded <= bestScore) continue;
    const score = unbanded - bandPenalty * covered(box, paper.bands);
    if (score > bestScore) {
      best = box;
      bestScore = score;
    }
  }
  return best;
}

/** Which share of a box the bands cover; where two overlap they count twice. */
function covered(box: Box, bands: readonly Box[]): number {
  let area = 0;
  for (const other of bands) {
    const across = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
    const down = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
    if (across > 0 && down > 0) area += across * down;
  }
  return area / (box.width * box.height);
}

function candidates({ curve, width }: LabelRequest, { scales, plot }: LabelArea): Box[] {
  const boxes: Box[] = [];
  const { x, y } = scales;
  for (let top = plot.y + 4; top + labelHeight < plot.y + plot.height - 4; top += 6) {
    const right = leaves(curve, (share) => y(share) < top + labelHeight + gapToOwn);
    boxes.push({ x: x(right) + gapToOwn, y: top, width, height: labelHeight });
    const left = leaves(curve, (share) => y(share) < top - gapToOwn);
    boxes.push({ x: x(left) - gapToOwn - width, y: top, width, height: labelHeight });
  }
  return boxes;
}

/** The time at which the curve stops being `above` a height; its end when it never does. It falls. */
function leaves(curve: FallingCurve, above: (share: number) => boolean): number {
  if (!above(1)) return 0;
  let [from, to] = [0, curve.time.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (above(curve.survival[middle] ?? 0)) from = middle + 1;
    else to = middle;
  }
  return curve.time[to] ?? 0;
}

/** The drawn curve as thin boxes, one for each horizontal and vertical piece. */
function segments(curve: FallingCurve, scales: Scales): Box[] {
  const { x, y } = scales;
  const boxes: Box[] = [];
  let time = 0;
  let share = 1;
  for (const index of apart(curve, scales)) {
    const nextTime = curve.time[index] ?? time;
    const nextShare = curve.survival[index] ?? share;
    boxes.push({ x: x(time), y: y(share), width: x(nextTime) - x(time), height: 0 });
    boxes.push({ x: x(nextTime), y: y(share), width: 0, height: y(nextShare) - y(share) });
    time = nextTime;
    share = nextShare;
  }
  return boxes;
}

/** The steps that can be told apart on paper, the last among them: thousands take too long. */
function apart({ time, survival }: FallingCurve, { x, y }: Scales): number[] {
  const kept: number[] = [];
  let across = x(0);
  let down = y(1);
  for (let index = 0; index < time.length; index += 1) {
    const nextAcross = x(time[index] ?? 0);
    const nextDown = y(survival[index] ?? 0);
    const near = nextAcross - across < onePlace && nextDown - down < onePlace;
    if (near && index < time.length - 1) continue;
    kept.push(index);
    across = nextAcross;
    down = nextDown;
  }
  return kept;
}

/** The interval as boxes, one for each step. */
function band(curve: FallingCurve, scales: Scales): Box[] {
  const { x, y } = scales;
  const boxes: Box[] = [];
  const steps = apart(curve, scales);
  for (const [at, index] of steps.entries()) {
    const next = steps[at + 1];
    if (next === undefined) break;
    const lower = numberAt(curve.lower, index);
    const upper = numberAt(curve.upper, index);
    if (lower === null || upper === null) continue;
    const from = x(curve.time[index] ?? 0);
    boxes.push({
      x: from,
      y: y(upper),
      width: x(curve.time[next] ?? 0) - from,
      height: y(lower) - y(upper),
    });
  }
  return boxes;
}

function inside(box: Box, plot: Box): boolean {
  return (
    box.x >= plot.x + 4 &&
    box.x + box.width <= plot.x + plot.width &&
    box.y >= plot.y &&
    box.y + box.height <= plot.y + plot.height
  );
}

/** The distance from a box to the nearest of others, 0 where they touch; below `least`, to any. */
export function clearance(box: Box, others: readonly Box[], least = 0): number {
  let nearest = Infinity;
  for (const other of others) {
    const across = Math.max(other.x - box.x - box.width, box.x - other.x - other.width, 0);
    const down = Math.max(other.y - box.y - box.height, box.y - other.y - other.height, 0);
    nearest = Math.min(nearest, Math.max(across, down));
    if (nearest < least) break;
  }
  return nearest;
}
