// What the checks of a cohort find, and what they looked at without finding anything.
import type { TimeUnit } from '../../../build/wasm/riskset.js';

import { count } from '../../base/rounding.ts';
import { counted, listed, rowList } from './grammar.ts';

function patients(n: number): string {
  return n === 1 ? '1 patient' : `${count(n)} patients`;
}

const these = (rows: readonly number[]) => (rows.length === 1 ? 'this row' : 'these rows');
const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`);

/** "a PFS event", "an RFS event": the letters are spoken. */
function article(name: string): string {
  return /^[AEFHILMNORSX]/.test(name) ? 'an' : 'a';
}

type SameUnits = 'same' | 'different' | 'unknown';

/** What is to be done with two columns of times before they become one. */
const oneUnit: Readonly<Record<SameUnits, string>> = {
  same: '',
  different: 'The two columns are in different units: bring both to one first. ',
  unknown: 'At least one of them does not say its unit: bring both to one first. ',
};

const onlyEvents =
  'They are left out, and the curve is that of patients who had the event: no result of it can be used.';

export const checks = {
  heading: 'Checks',
  count: (found: number, passed: number) =>
    `${found === 0 ? 'Nothing to look at' : `${count(found)} to look at`}, ${count(passed)} passed.`,
  problem: 'Problem',
  warning: 'Look at this',
  passed: 'Passed',
  countAsMissing: 'Count as missing',
  mergeLevels: 'Merge levels',
  reading: 'Reading',
  showRows: (rows: number) => `Show ${counted(rows, 'row')}`,
  hideRows: (rows: number) => `Hide ${counted(rows, 'row')}`,
  foundNothing: (n: number) => `${counted(n, 'check')} found nothing:`,
  passedList: (shown: readonly string[], rest: number) =>
    `${shown.join(', ')}${rest > 0 ? ` and ${count(rest)} more` : ''}.`,
  showAll: 'Show all',
  showFewer: 'Show fewer',

  unreadable: {
    claim: (
      column: string,
      kind: 'number' | 'date',
      rows: readonly number[],
      texts: readonly string[],
    ) => {
      const values =
        rows.length === 1
          ? `1 value that is not a ${kind}`
          : `${count(rows.length)} values that are not ${kind}s`;
      const shown = texts.map((text) => `'${text}'`).join(', ');
      return `${column} has ${values} (${rowList(rows)}: ${shown}).`;
    },
    text: (n: number) =>
      n === 1 ? 'Correct it or count it as missing.' : 'Correct them or count them as missing.',
    thousands: (written: string, number: string) =>
      `Thousands are written without a sign between: ${number} in place of ${written}.`,
    passed: 'every number and date can be read',
  },
  unreadTimes: {
    claim: (column: string, example: string) =>
      `${column} seems to hold times, but not all of them can be read, such as “${example}”.`,
    text: 'Write them as numbers of one unit, such as 15 for 1 year and 3 months, and open the table again: until then it is no time of an endpoint.',
  },
  readings: {
    otherUnits: (column: string, example: string, n: number) =>
      `${column} holds more than one unit: ${n === 1 ? '1 value is' : `${count(n)} values are`} in another than most, such as “${example}”.`,
    otherUnitsRead: (value: string | null, unit: string) =>
      value === null
        ? 'They count as missing.'
        : `They are read in ${unit}, here as ${value}. Whether to read them so is a choice under Reading.`,
    limits: (column: string, example: string, n: number) =>
      `${column} has ${n === 1 ? '1 limit' : `${count(n)} limits`} in place of ${n === 1 ? 'a number' : 'numbers'}, such as “${example}”.`,
    limitsMissing:
      'They count as missing. To take the limit as the value is a choice under Reading.',
    limitsTaken: (value: string) =>
      `The limit is taken as the value, here ${value}. To count them as missing is a choice under Reading.`,
    partial: (column: string, example: string, n: number, part: 'month' | 'year') =>
      `${column} has ${n === 1 ? '1 date' : `${count(n)} dates`} without ${part === 'month' ? 'a day' : 'day and month'}, such as “${example}”.`,
    partialMissing: 'They count as missing. To take the middle is a choice under Reading.',
    partialTaken: (date: string) => `The middle is taken, here ${date}.`,
    shortYears: (column: string, example: string, n: number) =>
      `${column} has ${n === 1 ? '1 date' : `${count(n)} dates`} with a year of two digits, such as “${example}”.`,
    shortYearsRead: (date: string) =>
      `00 to 29 are read as 2000 to 2029, 30 to 99 as 1930 to 1999, as Excel does: here ${date}.`,
    serials: (column: string, example: string, n: number) =>
      `${column} has ${n === 1 ? '1 number' : `${count(n)} numbers`} where dates are expected, such as ${example}.`,
    serialsRead: (date: string) => `They are read as Excel’s count of days: here ${date}.`,
  },
  missing: {
    claim: (column: string, rows: readonly number[]) =>
      `${patients(rows.length)} ${rows.length === 1 ? 'has' : 'have'} no value of ${column}.`,
    noEnd: (endpoint: string, rows: readonly number[]) =>
      `${patients(rows.length)} ${rows.length === 1 ? 'has' : 'have'} no follow-up for ${endpoint}: a date is missing, or the start is after the cut-off (${rowList(rows)}).`,
    notEvaluable: 'They count as not evaluable.',
    leftOut: 'Analyses that need it leave them out and say so.',
    endDate:
      'An end of follow-up is needed for everybody: the event, or the last contact. As it is, only patients with a date are counted.',
    onlyEvents: (value: string, column: string) =>
      `Every other patient has “${value}”. If an empty cell of ${column} means no event, write 0 there: as it is, these patients are left out.`,
    passed: 'no value missing in the columns used',
  },
  timesOfEvents: {
    claim: (without: number, censored: number, endpoint: string) =>
      `${count(without)} of ${patients(censored)} without the event of ${endpoint} have no time.`,
    text: `${onlyEvents} Write the time to the event and, of the others, the time to their last contact into one column.`,
    textOfTwo: (time: string, other: string, units: SameUnits) =>
      `${onlyEvents} ${oneUnit[units]}Make one column of times from two: ${time}, and where that is empty ${other}. Then open the table again.`,
    apart: (endpoint: string, time: string, other: string, known: number, rest: number) =>
      `The times of ${endpoint} seem to stand in two columns: ${time} of ${patients(known)}, ${other} of ${count(rest)} ${rest === 1 ? 'other' : 'others'}.`,
    apartText: (event: string, others: string, units: SameUnits) =>
      `By their names ${event} is of those who had the event, and ${others} of those who had not. ${oneUnit[units]}Make two columns from them: one of times, with ${event}, and where that is empty ${others}; one of the event, 1 where ${event} is filled and 0 where ${others} is. Then open the table again.`,
    apartUnknown: (units: SameUnits) =>
      `Their names do not tell whether one of the two is of those who had the event: only you can know that. ${oneUnit[units]}Make two columns from them: one of times, and one of who had the event. Then open the table again.`,
    passed: 'times also of those without the event',
  },
  codes: {
    claim: (column: string, codes: readonly string[], rows: number) =>
      `${column} is ${listed(quoted(codes), 'or')} in ${counted(rows, 'row')}.`,
    text: 'That may stand for “not known”. If it does, count it as missing: now it is used as a value.',
    ofGrades:
      'That is no grade, and those patients count as if theirs were not known. Count it as missing if it stands for “not known”, or correct it.',
    passed: 'no code that may mean missing',
  },
  repeated: {
    claim: (column: string, values: number, rows: readonly number[]) =>
      `${count(values)} ${values === 1 ? `value of ${column} stands` : `values of ${column} stand`} in more than one row (${rowList(rows)}).`,
    text: 'One row for each patient is needed: the same patient would count twice.',
    visits: (column: string, values: number, several: number, rows: number, visit: string | null) =>
      `This looks like a list of visits: ${count(rows)} rows are of ${patients(values)} by ${column}. ${several === values ? 'Each' : count(several)} ${several === values || several === 1 ? 'has' : 'have'} several rows${visit === null ? '' : `, with another ${visit} in each`}.`,
    visitsText:
      'As it is, every row counts as a patient, and no result can be used. Make a table with one row for each patient, with the last day of follow-up and the day of the event, and open that.',
    someVisits: (
      column: string,
      values: number,
      several: number,
      visit: string,
      rows: readonly number[],
    ) =>
      `${count(several)} of ${patients(values)} by ${column} ${several === 1 ? 'has' : 'have'} several rows, with another ${visit} in each (${rowList(rows)}).`,
    someVisitsText:
      'One row for each patient is needed: the same patient would count twice. Where these are visits, operations or treatments of one patient, keep one of them, or bring them into one row.',
    parts: (column: string, values: number, files: boolean, rows: readonly number[]) =>
      `${count(values)} ${values === 1 ? `value of ${column} stands` : `values of ${column} stand`} in more than one ${files ? 'file' : 'sheet'} (${rowList(rows)}).`,
    partsText:
      'They count as different patients, as where each site numbers its own from 1. Where one is the same patient, exclude one of the rows: it would count twice.',
    passed: 'no repeated patient',
  },
  alike: {
    claim: (column: string, groups: readonly (readonly string[])[]) =>
      `${column} has values that look like one: ${groups.map((values) => listed(quoted(values))).join('; ')}.`,
    text: 'As they stand they are different groups, each with results of its own. Merge them if they mean the same.',
    passed: 'no two values that differ only in capitals or spaces',
    merge: (groups: readonly { into: string }[]) =>
      groups.length === 1 ? `Merge into “${groups[0]!.into}”` : 'Merge each into one',
  },
  misspelt: {
    claim: (
      column: string,
      levels: readonly { level: string; patients: number }[],
      twin: { level: string; patients: number },
    ) =>
      `${column} is ${listed(levels.map(({ level, patients: n }) => `“${level}” in ${patients(n)}`))}: that may be “${twin.level}” (${patients(twin.patients)}) written otherwise.`,
    text: 'As it stands it is a group of its own. Merge it if it means the same.',
    passed: 'no value that looks like another one misspelt',
  },
  small: {
    claim: (levels: readonly { level: string; patients: number }[]) =>
      `${listed(levels.map(({ level, patients: n }) => `${level} is ${n === 1 ? 'one patient' : patients(n)}`))}.`,
    text: (column: string) =>
      `That is too few for a comparison in ${column}. Merge it with another level, or leave ${column} out of models.`,
    arm: (mergeable: boolean) =>
      'That is too few for an arm: neither its median nor its hazard ratio can be relied on.' +
      (mergeable ? ' Merge it with the arm that it belongs to.' : ''),
    passed: (fewest: number) => `no level of fewer than ${fewest} patients`,
  },
  noEvents: {
    claim: (level: string, column: string, verb: string, n: number, endpoint: string) =>
      n === 1
        ? `The one patient with ${column} ${level} has not ${verb} (${endpoint}).`
        : `None of the ${patients(n)} with ${column} ${level} has ${verb} (${endpoint}).`,
    arm: (arm: string, verb: string, n: number, endpoint: string) =>
      n === 1
        ? `The one patient in ${arm} has not ${verb} (${endpoint}).`
        : `None of the ${patients(n)} in ${arm} has ${verb} (${endpoint}).`,
    text: 'Its hazard ratio cannot be estimated. Merge the level with another, or leave it out of models.',
    armText: 'A hazard ratio with this arm cannot be estimated; rates and curves can.',
    passed: 'events in every level',
  },
  negative: {
    claim: (endpoint: string, rows: readonly number[]) =>
      `${patients(rows.length)} ${rows.length === 1 ? 'has' : 'have'} a negative ${endpoint === 'OS' ? 'survival time' : `${endpoint} time`} (${rowList(rows)}).`,
    text: (endpoint: string) =>
      `Check that ${endpoint === 'OS' ? 'death' : 'the event'} is not before start of treatment.`,
    passed: 'no negative time',
  },
  zero: {
    claim: (endpoint: string, rows: readonly number[]) =>
      `${patients(rows.length)} ${rows.length === 1 ? 'has' : 'have'} ${article(endpoint)} ${endpoint} time of 0 (${rowList(rows)}).`,
    text: (events: number) =>
      events === 0
        ? 'Who is censored at the start counts for nothing. Check the dates.'
        : `${count(events)} of them ${events === 1 ? 'has' : 'have'} the event at time 0, which is counted. Check the dates; under Change of the endpoint such events can count half a day later.`,
    passed: 'no time of 0',
  },
  dateOrder: {
    claim: (first: string, then: string, rows: readonly number[]) =>
      `${then} is before ${first} in ${patients(rows.length)} (${rowList(rows)}).`,
    text: 'One of the two dates is wrong.',
    passed: 'dates in their order',
  },
  unknownDay: {
    claim: (column: string, rows: readonly number[], examples: readonly string[]) =>
      `${column} names no day in ${patients(rows.length)} (${rowList(rows)}): ${listed(examples.map((one) => `“${one}”`))}.`,
    text: 'They count as without the event, which makes the curve too high. Write the day; of a month alone the middle can be taken under Reading.',
  },
  future: {
    claim: (column: string, rows: readonly number[], today: string) =>
      `${column} is after today, ${today}, in ${patients(rows.length)} (${rowList(rows)}).`,
    text: 'Check the year.',
    passed: 'no date in the future',
  },
  months: {
    claim: (column: string, days: number, here: number) =>
      `${column} are days / ${days}; the page divides days by ${here}.`,
    text: (percent: number) =>
      `Medians from dates would differ by ${percent.toFixed(1)}% from those of the column; tests and hazard ratios would not.`,
    passed: (column: string, days: number) => `${column} are days / ${days}, as dates are counted`,
    take: (days: number) => `Count months of ${days} days`,
  },
  immortal: {
    arm: (column: string) => `${column} compares groups that are known only after follow-up began.`,
    claim: (column: string) => `${column} is known only after follow-up began.`,
    armText:
      'Who lives longer has more time to come into a group, so that group seems to live longer (immortal time). Compare those at risk at a landmark, by the group that they were in then.',
    text: 'Who lives longer has more time to come into a group, so that group seems to live longer (immortal time). Leave it out of models of survival from the start.',
    passed: 'no group that is known only after the start',
    landmark: (at: string) => `Landmark at ${at}`,
  },
  ages: {
    claim: (column: string, rows: readonly number[], shown: string[]) =>
      `${column} is ${listed(shown, 'or')} in ${patients(rows.length)} (${rowList(rows)}).`,
    text: 'No age is below 0 or above 120.',
    passed: 'no impossible age, ECOG or grade',
  },
  minors: {
    claim: (column: string, rows: readonly number[], shown: string[]) =>
      `${patients(rows.length)} ${rows.length === 1 ? 'is' : 'are'} under 18 by ${column}: ${listed(shown)} (${rowList(rows)}).`,
    text: 'If the cohort is of adults, check them.',
  },
  ecog: {
    claim: (column: string, rows: readonly number[], shown: string[]) =>
      `${column} is ${listed(shown, 'or')} in ${patients(rows.length)} (${rowList(rows)}).`,
    text: 'ECOG performance status goes from 0 to 5.',
  },
  grades: {
    claim: (column: string, rows: readonly number[], shown: string[]) =>
      `${column} is ${listed(shown, 'or')} in ${patients(rows.length)} (${rowList(rows)}).`,
    text: 'CTCAE grades go from 0 to 5.',
  },
  identical: {
    claim: (rows: readonly number[]) =>
      `${count(rows.length)} rows are the same as another in every column but identifiers (${rowList(rows)}).`,
    inParts: (patientsThere: number, parts: number, files: boolean, rows: readonly number[]) =>
      `${patients(patientsThere)} ${patientsThere === 1 ? 'stands' : 'stand'} in ${parts === 2 ? 'both' : 'more than one of the'} ${files ? 'files' : 'sheets'} (${rowList(rows)}).`,
    inPartsText:
      'Their rows are the same in every column: the same patients would count twice. A file may have been saved twice: open one of the two.',
    text: 'The same patient would count twice.',
    passed: 'no row that stands there twice',
  },
  longer: {
    claim: (endpoint: string, rows: readonly number[]) =>
      `${endpoint} is longer than OS in ${patients(rows.length)} (${rowList(rows)}).`,
    divisor: (endpoint: string) =>
      `${endpoint} is always 1.4% longer: the two were probably divided by 30 and by 30.4375 days per month. Divide both by the same.`,
    text: (endpoint: string, rows: readonly number[]) =>
      `${endpoint} must end at death. Check both times in ${these(rows)}.`,
    passed: (endpoint: string) => `${endpoint} never longer than OS`,
  },
  deaths: {
    claim: (endpoint: string, rows: readonly number[]) =>
      `${patients(rows.length)} died without ${article(endpoint)} ${endpoint} event.`,
    text: (endpoint: string, column: string, event: string, rows: readonly number[]) =>
      `If ${endpoint} counts death, set ${column} to ${event} in ${these(rows)}.`,
    datesText: (endpoint: string) =>
      `If ${endpoint} counts death, add the date of death to its events.`,
    passed: (endpoint: string) => `every death is ${article(endpoint)} ${endpoint} event`,
  },
  deathDay: {
    claim: (endpoint: string, end: string, death: string, rows: readonly number[]) =>
      `${endpoint} ends at ${end}, but ${patients(rows.length)} died on another day by ${death} (${rowList(rows)}).`,
    text: (endpoint: string, end: string, death: string) =>
      `For patients who died ${endpoint} must end at death. Write the day of ${death} into ${end} in these rows, and open the table again.`,
    passed: (endpoint: string, death: string) => `${endpoint} ends at ${death} where there is one`,
  },
  response: {
    early: (rows: readonly number[]) =>
      `${patients(rows.length)} responded but progressed within four weeks (${rowList(rows)}).`,
    earlyText:
      'A response is seen at a scan, and the first is later. One of the two is probably wrong.',
    progression: (rows: readonly number[]) =>
      `${patients(rows.length)} with best response PD ${rows.length === 1 ? 'has' : 'have'} no PFS event (${rowList(rows)}).`,
    progressionText: 'One of the two is probably wrong.',
    passed: 'no response contradicts progression',
  },
  otherDeaths: {
    claim: (endpoint: string, n: number) =>
      `${patients(n)} died of another cause and ${n === 1 ? 'counts' : 'count'} as censored for ${endpoint}.`,
    text: 'They can no longer die of the disease. Kaplan–Meier takes them as if they could, and overstates the deaths of the disease: with many such deaths a cumulative incidence is needed.',
  },
  censoring: {
    claim: (rows: readonly number[], before: string) =>
      `${patients(rows.length)} ${rows.length === 1 ? 'is' : 'are'} censored for OS before ${before}.`,
    byArm: (arms: readonly { arm: string; patients: number }[]) =>
      `${arms.map(({ arm, patients: n }) => `${arm}: ${count(n)}`).join(', ')}. `,
    text: 'Ask why they left.',
    passed: (before: string) => `nobody censored for OS before ${before}`,
  },
  followUp: {
    claim: (shortest: { arm: string; median: string }, longest: { arm: string; median: string }) =>
      `Follow-up differs between the arms: ${shortest.median} in the median with ${shortest.arm}, ${longest.median} with ${longest.arm}.`,
    text: 'By reverse Kaplan–Meier, with intervals that do not meet. Ask whether the arms were treated in different years, and whether their last contacts were sought alike.',
    passed: 'arms followed alike',
  },
  ties: {
    claim: (endpoints: readonly { endpoint: string; tied: number; events: number }[]) =>
      `${listed(endpoints.map(({ endpoint, tied, events }) => `${count(tied)} of ${count(events)} ${endpoint} events`))} share their time with another.`,
    whole: (unit: TimeUnit) =>
      `The times are whole ${unit}, so many fall together, and the hazard ratio depends on the rule for ties. Times in days would be better.`,
    text: 'The hazard ratio then depends on the rule for ties, which its method line names.',
    passed: 'few events share a time',
  },
  identifiers: {
    claim: (columns: readonly string[]) => `${listed(columns)} can identify a patient.`,
    passed: 'no column that names a patient',
  },
};
