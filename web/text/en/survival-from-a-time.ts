// What the Survival section says of patients from a chosen time on: a landmark, or being alive by then.
import type { TimeUnit } from '../../../build/wasm/riskset.js';
import { nbsp } from '../../base/rounding.ts';
import { counted } from './grammar.ts';

export const survivalFromATime = {
  difference: {
    name: 'Difference of the curves',
    setting: 'over the whole follow-up, with its interval',
  },

  landmark: {
    name: 'Landmark analysis',
    none: 'none',
    setting: (at: string) => `from ${at}`,
    explain:
      'Everybody who is still followed without the event at the landmark, with time counted from there. Arms that form during follow-up, such as responders, are then compared without the time in which nobody of them could have had the event. The arms must be told apart by what was known at the landmark.',
    field: (unit: TimeUnit) => `Landmark at, ${unit}`,
    hint: 'Empty: no landmark analysis.',
    afterFollowUp: (longest: string) =>
      `Nobody is followed beyond the landmark: the longest follow-up of this endpoint is ${longest}. Choose an earlier time.`,
    missing: 'No landmark analysis.',
    title: (endpoint: string, at: string) => `${endpoint} from a landmark at ${at}`,
    xTitle: (unit: string) => `${unit} since the landmark`,
    fileName: 'landmark',
    description: (endpoint: string, at: string, arms: string) =>
      `Kaplan–Meier curves of ${endpoint} of the patients at risk at ${at}, time counted from there. ${arms}`,
    arm: (name: string, n: string, events: string, median: string) =>
      `${name}${n} at risk, ${events} events, median ${median}.`,
    note: 'Bands, ticks and thin lines as in the figure of the whole follow-up.',
    label: 'From the landmark',
    hazardRatio: (hazard: string) => `Hazard ratio for ${hazard}`,
    logRank: 'Log\u2011rank test',
    atRisk: 'At risk at the landmark',
    eventBefore: 'Left out: event before',
    censoredBefore: 'Left out: censored before',
    events: 'Events after it',
    median: (unit: TimeUnit) => `Median from there, ${unit}`,
    nobody: 'nobody',
    method: (at: string, used: number, all: string, level: string) =>
      `Of ${all} patients ${counted(used, 'was', 'were')} at risk at ${at}; an event or a censoring exactly then still counts. Medians, hazard ratio (Cox, Efron ties, Wald) and log-rank test are theirs alone; intervals are ${level}.`,
  },

  alive: {
    name: 'Survival of those alive by then',
    none: 'not asked for',
    setting: (at: string) => `given ${at}`,
    explain:
      'How many patients who have come so far without the event will come further: conditional survival, S(t) / S(s). It answers the question of a patient at a visit, not that of a comparison of arms.',
    field: (free: string, unit: TimeUnit) => `${free} at, ${unit}`,
    hint: 'Empty: not asked for.',
    label: (free: string, at: string) => `${free} later, given ${at}`,
    atRisk: 'At risk then',
    at: (time: string, unit: TimeUnit) => `At${nbsp}${time}${nbsp}${unit}`,
    notEstimable: 'not estimable',
    method: (level: string, interval: string) =>
      `S(t) / S(s) by Kaplan–Meier, with ${level} intervals ${interval} from the events after the given time alone.`,
    noTimes: 'No tick of the axis lies after that time.',
  },
};
