// Time to response and duration of response, in the Response section.
import type { TimeUnit } from '../../../build/wasm/riskset.js';
import { nbsp } from '../../base/rounding.ts';
import { counted } from './grammar.ts';

export const responseDuration = {
  name: 'Duration of response',
  noColumn: 'needs the time or date of the first response',
  explainColumn:
    'Duration of response and time to response need a column with the time or date at which CR or PR was first seen: give it the role “First response, time or date” in Data.',
  noEndpoint: 'needs progression-free survival',
  explainEndpoint:
    'Duration of response ends with progression or death: it needs progression-free survival (PFS), its time and its event, in Data.',
  nobody: 'nobody responded with a known time',
  explainNobody:
    'No patient has CR or PR together with a time of first response, so there is no duration.',
  setting: (medians: string) => `median ${medians}`,
  missing: 'No duration of response.',

  selected: 'Do not compare the arms by these numbers.',
  selectedText:
    'They are of responders only, and who responds is a consequence of the treatment: more responses may well mean shorter ones. No test is given. Response rates and progression-free survival compare all patients.',
  endsAtOnce: (patients: number) =>
    `${counted(patients, 'response')} ended on the day ${patients === 1 ? 'it was' : 'they were'} first seen.`,
  endsAtOnceText: 'They count with a duration of 0. Check the dates.',

  table: 'Time to response and duration of response',
  tableUnit: (unit: TimeUnit) => `responders, ${unit}`,
  responders: 'Responders with known times',
  timeGroup: 'Time to first response',
  median: 'Median (range)',
  durationGroup: (coverage: string) => `Duration of response (${coverage} CI)`,
  ended: 'Progressed or died',
  durationMedian: 'Median',
  lastsAt: (time: string, unit: string) => `Still responding at${nbsp}${time}${nbsp}${unit}`,
  noResponder: 'no responder',
  afterFollowUp: 'after the last follow-up',

  figure: 'Duration of response, responders only',
  yTitle: 'Still responding (%)',
  xTitle: (unit: string) => `${unit} since first response`,
  eventWord: 'Ended',
  fileName: 'duration of response',
  description: (arms: string) =>
    `Kaplan–Meier curves of duration of response, of responders only. ${arms}`,
  arm: (name: string, n: string, events: string, median: string) =>
    `${name}${n} responders, ${events} progressed or died, median ${median}.`,
  note: (coverage: string) =>
    `Bands: ${coverage} pointwise intervals. Ticks: last assessments. Thin: fewer than 5 still followed. NR: not reached.`,

  how: (from: string, coverage: string, interval: string) =>
    `Time to response: ${from}, median and range of responders. Duration: from the first CR or PR to progression or death, censored as PFS is; Kaplan–Meier, ${coverage} intervals ${interval}.`,
  fromTo: (start: string, end: string) => `from ${start} to ${end}`,
  asRecorded: (column: string) => `as recorded in ${column}`,

  numbers: {
    label: (arm: string) => `Duration of response at the ticks, ${arm}`,
    columns: ['At risk', 'Still responding', 'Lower', 'Upper'],
    time: (unit: TimeUnit) => `Time, ${unit}`,
  },
};
