// What several sections say of an endpoint, of who is in a number, and of what is missing.
import type { TimeUnit } from '../../../build/wasm/riskset.js';

import { nbsp } from '../../base/rounding.ts';
import { rich, strong } from '../../base/rich-text.ts';
import { listed } from './grammar.ts';

export const panels = {
  endpoint: {
    label: 'Endpoint',
    /** What the curve counts. */
    axis: (free: string) => `${free} (%)`,
    alive: 'Alive',
    /** What they are who have not had the event: "Progression-free" of that survival. */
    free: (title: string) => /^(.+-free) survival$/i.exec(title)?.[1] ?? 'Event-free',
    death: 'death',
    deaths: 'deaths',
    event: 'event',
    events: 'events',
    theEvent: 'the event',
    countedDeaths: 'Died',
    countedEvents: 'Events',
  },

  noEndpoint: {
    needed: (what: string) =>
      `${what} needs an endpoint: a column with the follow-up time and one that says who had the event.`,
    choose: 'Choose it in Data',
    waits: (title: string) => `${title} waits for one answer:`,
    whichTime: 'which column holds the follow-up time?',
    whichEvent: (verb: string) => `which column says that the patient ${verb}?`,
    /** Before and after the name of the column. */
    whichValue: 'which value of',
    means: (verb: string) => `means that the patient ${verb}?`,
    answer: 'Answer in Data',
  },

  noComparison: {
    claim: 'No comparison:',
    noArm: (what: string) => `no column is chosen as the treatment arm, so ${what} are left out.`,
    oneArm: (arm: string, what: string) =>
      `all patients have the same value in ${arm}, so ${what} are left out.`,
  },

  used: {
    all: (n: string, of: string) => rich`${nOf(n, of)}, none excluded.`,
    without: (n: string, of: string, reasons: readonly string[]) =>
      rich`${nOf(n, of)}; excluded: ${listed(reasons)}.`,
    reason: (n: string, reason: string) => `${n}${nbsp}${reason}`,
    missing: (column: string) => `without ${column}`,
    byYou: 'left out by you',
    onlyOf: (conditions: string) => ` Only patients with ${conditions}.`,
    afterCutoff: 'who started after the cut-off',
  },

  times: {
    start: 'start of follow-up',
    asInFile: (unit: TimeUnit) => `Times in ${unit} as in the file.`,
    composed: (dates: {
      start: string;
      events: readonly string[];
      end: string | null;
      censoring: readonly string[];
      newTherapy: string | null;
      longestGap: number | null;
    }) => {
      const { start, events, end, newTherapy, longestGap } = dates;
      const censoring = [...dates.censoring, ...(end === null ? [] : [end])];
      const first = events.length > 1 ? `the first of ${listed(events)}` : events.join('');
      const last = censoring.length > 1 ? `the latest of ${listed(censoring)}` : censoring.join('');
      const censored = last === '' ? '' : `, censored at ${last}`;
      const before = newTherapy === null ? '' : ` before ${newTherapy} where there is one`;
      const status = end === null ? '' : ` (an event on ${end} where the status alone says it)`;
      const missed =
        longestGap === null ? '' : `, events more than ${longestGap} days after it not counted`;
      return `Times from ${start} to ${first}${status}${censored}${before}${missed}`;
    },
    between: (start: string, end: string) => `Times from ${start} to ${end}`,
    monthsOf: (days: number) => `in months of ${days} days`,
    inUnit: (unit: TimeUnit) => `in ${unit}`,
    measured: (dates: string, cutoff: string | null, measure: string) => {
      const parts = [dates, ...(cutoff === null ? [] : [`cut-off ${cutoff}`])];
      return dates.includes(',') || cutoff !== null
        ? `${[...parts, measure].join('; ')}.`
        : `${dates} ${measure}.`;
    },
    halfDayLater: 'Events at time 0 count half a day later.',
    lateEntry: (column: string) =>
      `Patients are at risk from ${column} on, not from time 0 (left truncation).`,
  },

  rowOptions: {
    weights: 'Weight of each row',
    unweighted: 'All alike',
    cluster: 'Rows that belong together',
    independent: 'None: one row for each patient',
    weighted: (column: string) => `weighted by ${column}`,
    clustered: (column: string) => `clusters of ${column}`,
    weightedBy: (column: string, alone: boolean) =>
      `Curves and Cox models weight rows by ${column}; counts are rows.${alone ? ' Unless every weight is a whole number, standard errors are robust.' : ''}`,
    clusteredBy: (column: string) =>
      `Rows with the same ${column} belong together: standard errors are robust.`,
    notHere: 'Here rows count alike: neither weights nor clusters are used.',
  },

  computing: 'Computing …',

  rowsAbout: (columns: readonly string[]) => `Rows about ${columns.join(', ')}`,
};

function nOf(n: string, of: string) {
  return strong(`n${nbsp}=${nbsp}${n} of ${of}`);
}
