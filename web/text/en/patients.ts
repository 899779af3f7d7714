// The Patients section.
import type { TimeUnit } from '../../../build/wasm/riskset.js';

import { nbsp } from '../../base/rounding.ts';
import { rich, strong, type RichText } from '../../base/rich-text.ts';
import { counted } from './grammar.ts';

export const patients = {
  needs: 'Follow-up',

  period: (from: string, to: string) => `Start dates from ${from} to ${to}.`,
  events: (endpoints: string) => `${endpoints}.`,
  eventsOf: (events: string, endpoint: string) => `${endpoint}: ${events}`,

  lede: {
    arms: (n: number, arms: RichText) => rich`${strong(counted(n, 'patient'))}: ${arms}.`,
    arm: (n: string, arm: string) => `${n} with ${arm}`,
    without: (n: string) => `${n} without an arm`,
    noArms: (n: number) => rich`${strong(counted(n, 'patient'))}.`,
    followUp: (median: string, level: string, bounds: string) =>
      rich`Median follow-up was ${strong(median)} (${level}${nbsp}CI ${bounds}).`,
    followUpAlone: (median: string) => rich`Median follow-up was ${strong(median)}.`,
    notReached: (because: string, longest: string) =>
      rich`Median follow-up was ${strong('not reached')}: ${because}; the longest is ${longest}.`,
    tooFewLeft: (ended: string, event: string) =>
      `follow-up ended without ${event} in only ${ended}, too few for a median`,
    noneLeft: (event: string) => `no follow-up ended without ${event}`,
    theDeath: 'death',
    theEvent: 'the event',
  },

  table: {
    label: 'Patients and their follow-up',
    name: 'Patients',
    rest: (level: string) => `intervals are ${level}`,
    all: 'All patients',
    patients: 'Patients, n (%)',
    /** The heading of an endpoint's rows. */
    endpoint: (title: string, unit: TimeUnit) => `${title}, ${unit}`,
    analysed: 'Analysed, n',
    events: (happened: string) => `${happened}, n (%)`,
    censored: 'Censored, n (%)',
    early: (before: string) => `Censored before ${before}, n`,
    followUp: 'Median follow-up',
    range: 'Shortest and longest time',
    from: (from: string, to: string) => `${from} to ${to}`,
    nobody: 'nobody',
  },

  leftOut: {
    claim: (n: number, endpoint: string) =>
      `${counted(n, 'patient is', 'patients are')} left out of ${endpoint}:`,
    without: (n: string, column: string) => `${n} without ${column}`,
    byYou: (n: string) => `${n} left out by you`,
    afterCutoff: (n: string) => `${n} who started after the cut-off`,
    because: (n: string, why: string) => `${n}: ${why}`,
    rows: (endpoint: string) => `Patients left out of ${endpoint}`,
  },

  differs: {
    claim: 'Follow-up differs much between the arms.',
    reached: (medians: string) => `The median is ${medians}.`,
    of: (median: string, arm: string) => `${median} with ${arm}`,
    consequence:
      'The longer an arm is watched, the more late events are seen in it. Curves, log\u2011rank test and hazard ratio allow for that; plain counts of events do not. Check whether one arm was treated in earlier years.',
  },

  method: {
    followUp: (level: string, interval: string) =>
      `Follow-up by reverse Kaplan–Meier: the end of follow-up counts as the event, and the event as censoring; ${level} intervals ${interval}.`,
    rule: 'Follow-up is said to differ much where one median is half as long again as another or longer.',
    of: (endpoint: string) => `${endpoint}: `,
  },
};
