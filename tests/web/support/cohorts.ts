// Cohorts of every shape, made by rule, as the curves that a figure is drawn from.
import { optionalReals } from '../../../web/engine/optional-reals.ts';
import type { SurvivalFigureData, SurvivalGroup } from '../../../web/figures/kaplan-meier-data.ts';
import { timeTicks } from '../../../web/figures/ticks.ts';

export interface CohortShape {
  arms: number;
  patients: number;
  /** Months of the longest follow-up. */
  months: number;
  events: 'some' | 'none' | 'all at once' | 'all';
  names: 'short' | 'long' | 'alike';
}

/** A number from 0 to 1 for each call, the same in every run. */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const regimen = 'Pembrolizumab plus ramucirumab and paclitaxel after progression, schedule';
const nameOf = {
  short: (arm: number) => ['Rechallenge', 'Chemotherapy', 'FOLFIRI', 'Observation'][arm % 4]! + arm,
  long: (arm: number) => `${arm} ${regimen}`,
  alike: (arm: number) => `${regimen} ${arm}`,
};

export function madeFigure(shape: CohortShape, seed = 1): SurvivalFigureData {
  const chance = chances(seed);
  const groups = Array.from({ length: shape.arms }, (_, arm) => {
    const hazard = (0.5 + 2 * chance()) / shape.months;
    const label = shape.arms === 1 ? '' : nameOf[shape.names](arm);
    return groupOf(label, patientsOf(shape, hazard, chance));
  });
  const longest = groups.reduce((most, { steps }) => Math.max(most, steps.time.at(-1) ?? 0), 0);
  const ticks = timeTicks(longest, 'months');
  return {
    groups: groups.map((group) => ({
      ...group,
      atTimes: ticks.map((time) => countsAt(group, time)),
    })),
    unit: 'months',
    level: '95%',
    yTitle: 'Progression-free (%)',
    xTitle: 'Months since the start of the first treatment after progression',
    eventWord: 'Events',
    comparison: [
      { label: 'Hazard ratio for progression or death', value: '0.43 (0.26–0.72)', key: true },
      { label: 'Log-rank test', value: 'p < 0.001' },
    ].slice(0, shape.arms === 2 ? 2 : shape.arms > 2 ? 1 : 0),
  };
}

interface Patient {
  time: number;
  event: boolean;
}

function patientsOf(
  { patients, months, events }: CohortShape,
  hazard: number,
  chance: () => number,
): Patient[] {
  return Array.from({ length: patients }, () => {
    const left = months * (0.4 + 0.6 * chance());
    const died = -Math.log(1 - chance()) / hazard;
    if (events === 'none') return { time: left, event: false };
    if (events === 'all at once') return { time: months / 2, event: true };
    if (events === 'all') return { time: Math.min(died, months), event: true };
    return { time: Math.min(left, died), event: died <= left };
  });
}

function groupOf(label: string, patients: readonly Patient[]): SurvivalGroup {
  const times = [...new Set(patients.map(({ time }) => time))].sort((a, b) => a - b);
  const sorted = patients.toSorted((a, b) => a.time - b.time);
  let share = 1;
  let next = 0;
  const rows = times.map((time) => {
    const atRisk = sorted.length - next;
    let events = 0;
    let censored = 0;
    for (; sorted[next]?.time === time; next += 1) {
      if (sorted[next]!.event) events += 1;
      else censored += 1;
    }
    share *= 1 - events / atRisk;
    return { time, atRisk, events, censored, share };
  });
  const median = rows.find((row) => row.share <= 0.5)?.time ?? null;
  const whole = (pick: (row: (typeof rows)[number]) => number) => Int32Array.from(rows, pick);
  const limits = (limit: (share: number) => number) =>
    optionalReals(rows.map((row) => (row.share > 0 ? limit(row.share) : null)));
  return {
    label,
    n: patients.length,
    events: patients.filter(({ event }) => event).length,
    median: { value: median, lower: median === null ? null : median * 0.8, upper: null },
    atTimes: [],
    steps: {
      time: Float64Array.from(rows, ({ time }) => time),
      atRisk: whole(({ atRisk }) => atRisk),
      events: whole(({ events }) => events),
      censored: whole(({ censored }) => censored),
      survival: Float64Array.from(rows, (row) => row.share),
      lower: limits((own) => Math.max(0, own - 0.1)),
      upper: limits((own) => Math.min(1, own + 0.1)),
    },
  };
}

function countsAt({ steps, n }: SurvivalGroup, time: number): SurvivalGroup['atTimes'][number] {
  const before = (of: ArrayLike<number>) =>
    Array.from(of).reduce((sum, own, index) => sum + (steps.time[index]! < time ? own : 0), 0);
  const eventsBefore = before(steps.events);
  const censoredBefore = before(steps.censored);
  return {
    time,
    atRisk: n - eventsBefore - censoredBefore,
    weightedAtRisk: null,
    eventsBefore,
    censoredBefore,
    survival: 0.5,
    stdError: 0.1,
    lower: 0.4,
    upper: 0.6,
    beyondFollowUp: false,
  };
}
