// The Data section: what was recognised, what is asked, what can be changed.
import { count } from '../../base/rounding.ts';
import { capitalised, counted, listed } from './grammar.ts';
import { changes, cuts, filter } from './data-changes.ts';
import { checks } from './data-checks.ts';
import { columnReading } from './data-column-reading.ts';
import { reading } from './data-reading.ts';

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function numberWord(number: number): string {
  return words[number] ?? count(number);
}

function several(number: number, singular: string): string {
  return `${count(number)} ${number === 1 ? singular : `${singular}s`}`;
}

function numbered(number: number, singular: string): string {
  return `${numberWord(number)} ${number === 1 ? singular : `${singular}s`}`;
}

const endpointParts = {
  time: 'time',
  start: 'start date',
  end: 'end date',
  entry: 'entry',
  event: 'event',
  eventDates: 'event date',
  censoringDates: 'last day without',
  newTherapy: 'new therapy',
};

export const data = {
  ...reading,
  checks,
  changes,
  cuts,
  filter,
  columnReading,
  title: 'Data',
  /** Of the arm, in tables. */
  armLabel: 'Treatment',
  empty: 'The columns of your table will be listed here, with what each is for.',
  stays: (file: string) => `${file} stays as it was.`,
  viewRows: (rows: number) => (rows === 1 ? 'View the row' : `View the ${count(rows)} rows`),
  hideRows: 'Hide the rows',
  rowsOf: (file: string) => `Rows of ${file}`,
  replace: 'Replace file',
  beforeSharing: 'Before you share.',
  identifying: (columns: readonly string[]) =>
    `${listed(columns)} can identify a patient. Links and reports leave ${columns.length === 1 ? 'it' : 'them'} out, unless you put ${columns.length === 1 ? 'it' : 'them'} back among encrypted rows.`,

  lede: {
    size: (patients: number, columns: number, missing: number) =>
      `${several(patients, 'patient')}, ${several(columns, 'column')}, ${missing === 0 ? 'no value missing' : `${several(missing, 'value')} missing`}.`,
    nothing: 'No endpoint and no arm were recognised: choose them below.',
    recognised: (endpoints: number, arms: number) => {
      const found = [
        ...(endpoints > 0 ? [numbered(endpoints, 'endpoint')] : []),
        ...(arms > 0 ? [numbered(arms, 'arm')] : []),
      ].join(' and ');
      return `${capitalised(found)} ${endpoints + arms === 1 ? 'was' : 'were'} recognised.`;
    },
    wanted: (answers: number) =>
      `${capitalised(numbered(answers, 'answer'))} ${answers === 1 ? 'is' : 'are'} needed from you.`,
  },

  question: {
    which: 'Which value of',
    means: (verb: string) => `means the patient ${verb}?`,
    alive: 'alive at last contact',
    withoutEvent: 'without the event at last contact',
    counts: (title: string, otherwise: string) =>
      `${title} counts these patients as events. The others count as ${otherwise}.`,
    sameAnswer: (columns: readonly string[]) =>
      `${listed(columns)} ${columns.length === 1 ? 'has' : 'have'} the same two values: the answer holds for ${columns.length === 1 ? 'both' : 'all'}.`,
    medianTime: (time: string) => `, median time ${time}`,
    rows: (rows: string) => ` (${rows})`,
    patients: (n: number) => counted(n, 'patient'),
    nobody: (verb: string) => `None: nobody ${verb}`,
    choose: 'Choose a value',
    confirmNobody: (verb: string) => `Nobody ${verb}`,
    confirm: (value: string, verb: string) => `${value} means ${verb}`,
    confirmSeveral: (values: readonly string[], verb: string) => `${listed(values)} mean ${verb}`,
    valuesOf: (column: string) => `Values of ${column}`,
    manyValues: (column: string, values: number) =>
      `${column} has ${count(values)} different values.`,
    sayEach: (title: string) =>
      `Say what each means: ${title.toLowerCase()} waits for the answer, everything else is shown.`,
    guessedEach: (title: string) =>
      `What each means was guessed from its words, and ${title.toLowerCase()} is shown so: confirm or correct it.`,
    meaningOf: (value: string) => `What ${value} means`,
    event: 'Event',
    noEvent: 'No event',
    notKnown: 'Not known',
    chooseEvent: 'Choose the event',
    open: (values: readonly string[]) => `Not said yet: ${listed(values)}.`,
    leftOut: (values: readonly string[]) => `Patients with ${listed(values)} are left out.`,
    others: (otherwise: string) => `The others count as ${otherwise}.`,
  },

  endpoints: {
    heading: 'Endpoints',
    heads: { name: 'Endpoint', time: 'Time', event: 'Event', events: 'Events', change: 'Change' },
    none: 'No column of follow-up times was recognised. Add an endpoint and choose its columns.',
    change: 'Change',
    close: 'Close',
    changeOf: (name: string, open: boolean) => `${open ? 'Close' : 'Change'} ${name}`,
    missing: 'not chosen',
    fromTo: (start: string, end: string) => `${start} to ${end}`,
    eventIs: (column: string, levels: readonly string[]) => `${column} = ${levels.join(' or ')}`,
    columnsOf: (name: string, title: string) => `Columns of ${name}, ${title.toLowerCase()}`,
    time: 'Time',
    start: 'Start',
    end: 'End',
    unit: 'Unit',
    shownIn: 'Shown in',
    event: 'Event',
    entry: 'Observed from',
    eventsAtStart: 'Events at time 0',
    atZero: 'Count at time 0',
    halfDayLater: 'Count half a day later',
    fromTheStart: 'The start',
    atRiskFrom: (entry: string) => `, at risk from ${entry}`,
    chooseColumn: 'Choose a column',
    twoDates: 'From two dates',
    composed: 'Several dates',
    composition: {
      meaningOf: (column: string) => `What ${column} is for`,
      dates: 'What each date means',
      meanings: {
        event: 'The event',
        censoring: 'Last day without',
        status: 'Last contact, with a status',
        start: 'The start',
        newTherapy: 'New therapy',
        unused: 'Not used',
      },
      death: 'Death before progression',
      deathCounts: 'Progression or death counts',
      deathCensors: 'Death censors',
      clinical: 'Clinical progression',
      clinicalCounts: (column: string) => `Counts, on ${column}`,
      clinicalPassedOver: (column: string) => `Does not count (${column})`,
      missedVisits: 'Longest gap before an event, days',
      missedVisitsHint:
        'An event later than this after the last assessment does not count. Two visits missed of every 6 weeks, each up to a week late: 98. Empty: every event counts.',
      daysNeeded: 'Write a number of days above 0.',
      afterNewTherapy: 'After a new therapy',
      keepCounting: 'Keep counting (ITT)',
      censorBefore: (column: string) => `Censor before ${column} (FDA)`,
      unassessed: 'Without any date of these',
      leftOut: 'Left out',
      censoredAtStart: 'Censored at the start',
      cutoff: 'Cut-off date',
      cutoffHint: 'Later events do not count; who was followed longer is censored on it.',
      noDay: 'No such day.',
      month: 'A month has',
      days: (days: number) => (days === 30.4375 ? '30.4375 days (365.25 ÷ 12)' : `${days} days`),
    },
    firstOf: (start: string, dates: readonly string[]) =>
      `${start} to ${dates.length > 1 ? `the first of ${listed(dates)}` : dates.join('')}`,
    censoredAt: (dates: readonly string[]) =>
      `, censored at ${dates.length > 1 ? `the latest of ${listed(dates)}` : dates.join('')}`,
    before: (column: string) => `, before ${column}`,
    withoutGap: (days: number) => `, events within ${days} days of an assessment`,
    cutAt: (day: string) => `, cut-off ${day}`,
    eventDates: (dates: readonly string[]) => `a date in ${listed(dates, 'or')}`,
    orStatus: (dates: string, status: string) => `${dates}, or ${status}`,
    cutoffFrom: (column: string, day: string) =>
      `Follow-up ends on ${day}, the one day in ${column}: later events do not count, and who was followed longer is censored on it.`,
    noCutoffFrom: (column: string, day: string) =>
      `Follow-up does not end on ${day}, the one day in ${column}.`,
    withoutCutoff: 'Without a cut-off',
    withCutoff: 'End it there',
    units: { days: 'days', weeks: 'weeks', months: 'months', years: 'years' },
    numbersOnly:
      'Time lists columns of numbers and dates; Event lists columns of a few values. If one is not there, change its type under Columns.',
    changeValue: 'Change the value',
    remove: (name: string) => `Remove ${name}`,
    removed: (name: string) => `${name} removed.`,
    times: (unit: string) => `Times are in ${unit}.`,
    countsDeath: (endpoint: string, column: string, level: string) =>
      `${endpoint} counts death as an event: everybody who died has ${column} = ${level}.`,
    causes: (column: string) => `${column} tells deaths of the disease from others.`,
    addCauses: 'Add disease-specific survival',
    add: 'Add endpoint',
    which: 'Which endpoint',
    kind: (name: string, title: string) => `${name}: ${title.toLowerCase()}`,
    own: 'Another, under its own name',
    ownName: 'Short name',
    ownHint: 'As it stands in the paper, for example TTNT.',
    nameNeeded: 'Write a short name.',
    nameTaken: (name: string) => `There is an endpoint ${name} already.`,
    addThis: (name: string) => `Add ${name}`,
    addOwn: 'Add it',
    cancel: 'Cancel',
    lacks: {
      time: (name: string) => `${name} lacks its time: choose a column of numbers, or two dates.`,
      notNumbers: (column: string, shown: string) =>
        `${column} holds texts such as “${shown}”: a time is a number. Choose another column, or change its type under Columns.`,
      empty: (column: string) =>
        `${column} holds no value that can be read. Choose another column.`,
      start: (name: string) => `${name} lacks the date from which it counts.`,
      end: (name: string) =>
        `${name} lacks its last date: the event, or the last contact of those without it.`,
      eventDate: (
        name: string,
        verb: string,
        dates: { column: string; lacking: number; death: string | null; last: string | null },
        patients: number,
      ) => {
        const { column, lacking, death, last } = dates;
        const dies = verb.endsWith(' or died');
        const first = dies ? `the first of ${column} and ${death ?? 'death'}` : column;
        const others = dies ? 'or, for patients with neither,' : 'or, for patients without it,';
        return (
          `${column} is empty for ${count(lacking)} of ${several(patients, 'patient')}, and ${name} needs a last day for each. ` +
          `Add two columns to the table and open it again: one with ${first} ${others} ${last ?? 'the last contact'}; ` +
          `one with 1 for patients who ${verb} and 0 for the others.`
        );
      },
      lastDay: (name: string) =>
        `${name} lacks the day on which patients without the event were last known to be so. Choose a date, or a cut-off.`,
      sameDates: (column: string) =>
        `Start and end are both ${column}: every time would be 0. Choose another date.`,
      /** `date`: a column with the date of the event, where it occurred. */
      event: (name: string, verb: string, date: string | null) =>
        `${name} lacks the column that says which patients ${verb}.` +
        (date === null
          ? ''
          : ` Add one to the table, with 1 where ${date} is filled and 0 where it is empty, and open it again.`),
      composable: (name: string, verb: string) =>
        `${name} lacks the column that says which patients ${verb}. The table has dates of it: choose “Several dates” under Time.`,
      eventDates: (column: string) =>
        `${column} holds dates. The event is a column that says yes or no for each patient.`,
      answer: (column: string, verb: string) =>
        `Waits for your answer: which value of ${column} means ${verb}?`,
    },
  },

  groups: {
    none: 'None',
    arm: 'Treatment arm',
    reference: 'Reference arm',
    response: 'Best response',
    firstResponse: 'First response, time or date',
    grade: 'Worst adverse event',
    refusedArm: (column: string, values: number, most: number) =>
      `${column} has ${count(values)} different values. A comparison needs 2 to ${most}. Choose another column or merge values:`,
    withoutArm: 'Without an arm all patients are one group, and nothing is compared.',
    oneArm: (column: string) =>
      `${column} has one value: all patients are one group, and nothing is compared.`,
    levelsOf: (column: string) => `Order and merge the values of ${column}`,
    meansBefore: 'What the values of',
    meansAfter: 'mean',
    notSaid: 'Not said yet',
    categories: {
      CR: 'complete response',
      PR: 'partial response',
      SD: 'stable disease',
      PD: 'progressive disease',
      NE: 'not evaluable',
    },
    mayBeGrade: (column: string) =>
      `${column} is read as the grade of the tumour. If it is each patient’s worst adverse event, say so.`,
    isGrade: (column: string) => `${column} is the worst adverse event`,
  },

  levels: {
    of: (column: string) => `Values of ${column}, the reference first`,
    hint: 'The first is the reference, with which the others are compared.',
    howTo:
      'Drag a value by its grip: between two others to move it, onto another to merge both. With the keyboard, Alt and an arrow key move it.',
    orderOnly: 'Drag a value by its grip, or use Alt and an arrow key, to move it.',
    grip: (level: string, position: number, of: number) =>
      `Move ${level}, place ${position} of ${of}`,
    reference: 'reference',
    up: (level: string) => `Move ${level} up`,
    down: (level: string) => `Move ${level} down`,
    mergeWith: 'Merge with …',
    mergeOne: (level: string) => `Merge ${level} with`,
    separate: 'Separate',
    separateThis: (level: string) => `Separate ${level}`,
    standsFor: (parts: readonly string[]) => `stands for ${listed(parts)}`,
    name: 'Name',
    nameOf: (level: string) => `Name of the merged value ${level}`,
    nameOfGroup: (level: string) => `Name of the group ${level}`,
    nameTaken: (name: string) => `There is a value ${name} already.`,
    nameNeeded: 'Write a name.',
    tick: (level: string) => `Tick ${level} to merge it`,
    ticked: (n: number) =>
      n === 0 ? 'Tick the values that belong together.' : `${count(n)} ticked.`,
    mergeTicked: (n: number) =>
      n < 2 ? 'Merge the ticked values' : `Merge the ${count(n)} ticked`,
    mergedName: (parts: readonly string[]) =>
      parts.length <= 3 ? listed(parts, 'or') : `Other (${count(parts.length)} values)`,
    moved: (level: string, position: number, of: number) =>
      position === 1
        ? `${level} is now the reference, place 1 of ${of}.`
        : `${level} is now at place ${position} of ${of}.`,
    merged: (parts: readonly string[], name: string) => `${listed(parts)} are now one: ${name}.`,
    separated: (parts: readonly string[]) => `${listed(parts)} are separate again.`,
    dropBefore: (level: string) => `Let go to put it before ${level}`,
    dropLast: 'Let go to put it last',
    dropOnto: (level: string) => `Let go to merge with ${level}`,
  },

  columns: {
    heading: 'Columns',
    dashed: 'dashed',
    guessed: 'guessed, change if wrong',
    solid: 'solid',
    chosen: 'chosen by you',
    inUse: 'Columns in use',
    notUsed: 'Columns not used',
    more: (n: number) => several(n, 'more column'),
    andMore: (shown: readonly string[], rest: number) =>
      rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${count(rest)} more`,
    heads: { column: 'Column', type: 'Type', role: 'Role', values: 'Values', missing: 'Missing' },
    typeOf: (column: string) => `Type of ${column}`,
    roleOf: (column: string) => `Role of ${column}`,
    levels: 'Levels',
    levelsOf: (column: string) => `Levels of ${column}`,
    missingAfter: ' missing',
    types: {
      number: 'Number',
      category: 'Categories',
      text: 'Text',
      ymd: 'Date, year first',
      dmy: 'Date, day first',
      mdy: 'Date, month first',
      recist: 'RECIST',
      grade: 'Grade',
      zeroOne: '0 / 1',
    },
    empty: 'Empty',
    range: (lowest: string, highest: string, median: string) =>
      `${lowest} to ${highest}, median ${median}`,
    dates: (first: string, last: string) => `${first} to ${last}`,
    different: (n: number) => several(n, 'different value'),
    valueCount: (value: string, n: number) => `${value} (${count(n)})`,
    unreadable: (n: number) => `; ${count(n)} cannot be read`,
  },

  printed: {
    italics: 'roles in italics were guessed and not confirmed',
    reference: (level: string) => `; reference: ${level}`,
    meanings: (meanings: readonly string[]) => `; ${meanings.join(', ')}`,
    cut: (where: string) => `; ${where.replace(/\.$/, '')}`,
    countedMissing: (codes: readonly string[]) =>
      `; counted as missing: ${listed(codes.map((code) => `“${code}”`))}`,
    notUsed: (columns: readonly string[]) =>
      `Not used: ${columns.length <= 30 ? columns.join(', ') : counted(columns.length, 'column')}.`,
    notConfirmed: (columns: readonly string[]) =>
      `Which value of ${listed(columns)} is the event was guessed and not confirmed.`,
  },

  roles: {
    unused: 'Not used',
    identifier: 'Identifier',
    arm: 'Treatment arm',
    response: 'Best response',
    firstResponse: 'First response, time or date',
    grade: 'Worst adverse event',
    adverseEvent: 'Adverse event',
    covariate: 'Covariate',
    days: {
      start: 'Day of the start',
      progression: 'Day of progression',
      death: 'Day of death',
      lastContact: 'Last contact',
      lastAssessment: 'Last assessment',
      newTherapy: 'Start of a new therapy',
      cutoff: 'Data cut-off',
    },
    part: (endpoint: string, part: keyof typeof endpointParts) =>
      `${endpoint} ${endpointParts[part]}`,
    /** "PFS event date: day of progression" */
    partOfDays: (part: string, day: string) => `${part}: ${day[0]!.toLowerCase()}${day.slice(1)}`,
  },

  drop: {
    replace: (file: string) => `Let go to open this table in place of ${file}`,
    undo: 'Undo brings the present one back.',
  },
};
