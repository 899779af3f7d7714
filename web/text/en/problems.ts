// The engine's problems and warnings: what is wrong, where, what to do. A code without a sentence
// does not compile.
import type { Problem, ProblemCode, Warning, WarningCode } from '../../../build/wasm/riskset.js';

import { afterLetter, fixed, testP } from '../../base/rounding.ts';
import { counted, listed, rowList } from './grammar.ts';

type PageCode = 'engineStopped' | 'rowsNotShared';

const sentences: Record<ProblemCode | PageCode, (problem: Problem) => string> = {
  engineStopped: () =>
    'The engine stopped at this analysis. This is a fault of Riskset, not of your data. The other numbers are not affected.',
  rowsNotShared: () =>
    'This needs the patients’ rows, and the results were shared without them. Whoever has the table can compute it.',
  unknownKey: ({ detail }) =>
    `The analysis file has the key “${detail}”, which this version of Riskset does not know. Check its spelling, or take it out.`,
  missingKey: ({ detail }) => `The analysis file does not give ${detail}. Add it.`,
  wrongType: ({ detail }) => `In the analysis file ${detail}. Correct it.`,
  valueNotAllowed: ({ column, detail }) =>
    `In the analysis file ${detail}${column === '' || detail.includes(column) ? '' : ` (${column})`}. Correct it.`,
  versionTooNew: ({ detail }) => {
    const [theirs = '', ours = ''] = detail.split(' > ');
    return `The analysis file has format ${theirs}, and this version of Riskset reads up to format ${ours}. Open it with a newer version.`;
  },
  unknownMethod: ({ detail }) =>
    `The analysis file asks for the method “${detail}”, which this version of Riskset does not have. Check its spelling, or open the file with a newer version.`,
  unknownEndpoint: ({ detail }) =>
    `There is no endpoint “${detail}”. Define it under endpoints, or name another.`,
  duplicateName: ({ column, detail }) => {
    if (column === '') return `Two analyses are called “${detail}”. Give each a name of its own.`;
    return detail === 'derived'
      ? `The derived column ${column} has the name of a column of the file. Give it another name.`
      : `${column} stands twice among the ${detail}. Take one of them out.`;
  },
  columnMissing: ({ column }) =>
    `The file has no column ${column}. Choose another column, or check the spelling.`,
  columnWrongType: ({ column, detail }) =>
    `${column} does not hold ${valuesOf(detail)}. Choose another column, or change how it is read.`,
  notANumber: (problem) => unreadable(problem, 'number'),
  notADate: (problem) => unreadable(problem, 'date'),
  levelAbsent: ({ column, detail }) =>
    `No row of ${column} has the value ${quoted(detail)}. Choose a value that occurs.`,
  levelUndeclared: ({ column, rows, detail }) =>
    `${column} has ${counted(rows.length, 'row')} with a value that is not among its levels (${rowsWithFirst(rows, detail)}). Add it to the levels, or correct ${rows.length === 1 ? 'this row' : 'these rows'}.`,
  tooManyLevels: ({ column, detail }) =>
    `${column} has ${detail} different values. These are too many groups to compare. Choose another column or merge values.`,
  tooFewValues: ({ column, detail }) =>
    `${column} has too few different values for ${detail} groups: somewhere nobody would be left. Make fewer groups, or cut at values of your choice.`,
  timeNegative: ({ column, rows, detail }) =>
    `${counted(rows.length, 'patient has', 'patients have')} a negative time in ${column} (${rowsWithFirst(rows, detail)}). Check that the end is not before the start.`,
  entryNotBeforeTime: ({ column, rows, detail }) =>
    `${counted(rows.length, 'row is', 'rows are')} observed only from the end of follow-up on, or later, by ${column} (${rowsWithFirst(rows, detail)}). Check that the entry is before the end, or exclude ${rows.length === 1 ? 'this row' : 'these rows'}.`,
  entryNotSupported: ({ column, detail }) =>
    `Patients of ${quoted(detail)} come under observation late, or in several rows (${column}). This analysis needs each patient once, from the start of follow-up.`,
  responseAfterEnd: ({ column, rows, detail }) =>
    `${counted(rows.length, 'patient has', 'patients have')} a first response after the end of follow-up, by ${column} (${rowsWithFirst(rows, detail)}). Check both, or exclude ${rows.length === 1 ? 'this row' : 'these rows'}.`,
  weightNegative: ({ column, rows, detail }) =>
    `${counted(rows.length, 'row has', 'rows have')} a negative weight in ${column} (${rowsWithFirst(rows, detail)}). A weight is 0 or more.`,
  weightsZero: ({ column, detail }) =>
    `All rows ${inGroup(detail)} have the weight 0 in ${column}. Nothing can be computed of them.`,
  oneGroup: ({ column, detail }) =>
    `All patients that this analysis can use are in one group of ${column}, ${quoted(detail)}. A comparison needs two.`,
  twoGroupsOnly: ({ column, detail }) =>
    `${column} has ${detail} groups. This test compares two. Choose two of them by a condition, or merge levels.`,
  noRows: () =>
    'No patient is left. Each row is excluded or lacks a value that this analysis needs.',
  noEvents: ({ column }) =>
    `None of these patients has the event, so there is nothing to compare. Check which value of ${column} means the event.`,
  tooFewEvents: ({ detail }) => {
    const [events = '', coefficients = ''] = detail.split(' / ');
    return `${counted(Number(events), 'event is', 'events are')} too few for a model of ${coefficients} coefficients. Take terms out, or merge levels.`;
  },
  responseUnmapped: ({ column, rows, detail }) =>
    `${column} has ${counted(rows.length, 'value')} that ${rows.length === 1 ? 'is' : 'are'} none of CR, PR, SD, PD and NE (${rowsWithFirst(rows, detail)}). Say which response ${rows.length === 1 ? 'it means' : 'each means'}.`,
  notEstimable: ({ column, detail }) =>
    withoutInformation[detail] ??
    `The groups of ${column} cannot be compared. At no event that counts in this test are patients of two groups at risk.`,
  notConverged: ({ detail }) =>
    `The model of ${detail} did not settle. None of its numbers can be shown. Take a term out, or merge small levels.`,
  tableMissing: ({ detail }) =>
    `The further table “${detail}” is not there. Declare it under tables, and open its file.`,
  patientNotUnique: ({ column, rows, detail }) =>
    `${column} names a patient in more than one row of the cohort (again in ${rowList(rows)}, the first ${quoted(detail)}). A further table needs one row for each patient: correct the identifiers, or choose another column.`,
  noPatientMatched: ({ column }) =>
    `No text of ${column} stands among the patient identifiers of the cohort. Choose the column of patient identifiers in both tables, and check that they are written alike.`,
  rowOutOfRange: ({ rows, detail }) =>
    `The analysis file names ${rowList(rows)}, and the data ${/^\d+$/.test(detail) ? `have ${counted(Number(detail), 'row')}` : 'have no such row'}. Correct its ${detail === 'edits' ? 'edits' : 'edits and exclusions'}.`,
};

/** Why a table says nothing about what is asked. */
const withoutInformation: Partial<Record<string, string>> = {
  table: 'All patients are in one row or one column of the table. A comparison needs two of each.',
  trend: 'No trend can be seen. All patients have the event, none has it, or all scores are alike.',
  strata:
    'The groups cannot be compared within strata. No stratum has patients of both groups, with and without the event.',
  kappa:
    'No agreement beyond chance can be measured. One of the ratings puts all patients into one category.',
};

const warnings: Record<WarningCode, (warning: Warning) => string> = {
  columnTypeGuessed: ({ column, detail }) =>
    `${column} was read as ${valuesOf(detail)}. The analysis file does not say how to read it.`,
  oneGroup: ({ column, detail }) =>
    `No comparison. All patients that this analysis can use are in one group of ${column}, ${quoted(detail)}.`,
  levelEmpty: ({ column, detail }) =>
    `No patient of this analysis has ${column} ${quoted(detail)}. It is left out.`,
  responseMissing: ({ rows }) =>
    `${counted(rows.length, 'patient has', 'patients have')} no best response (${rowList(rows)}). ${rows.length === 1 ? 'This patient counts' : 'They count'} as not evaluable, which is no response.`,
  responseTimeIgnored: ({ column, rows }) =>
    `${counted(rows.length, 'patient has', 'patients have')} a value in ${column} and neither CR nor PR as best response (${rowList(rows)}). Duration of response leaves ${rows.length === 1 ? 'this patient' : 'them'} out.`,
  eventValuesCensored: ({ column, levels, detail }) =>
    `${levels.length === 0 ? `${detail} different values` : listed(levels.map(quoted))} in ${column} all count as no event. If one of them means the event, or is not known, say so where the endpoint is chosen.`,
  eventAtTimeZero: ({ rows }) =>
    `${counted(rows.length, 'patient has', 'patients have')} the event at time 0 (${rowList(rows)}). ${rows.length === 1 ? 'It is' : 'They are'} counted. Check the dates.`,
  eventAfterMissedVisits: ({ rows, detail }) =>
    `${counted(rows.length, 'event', 'events')} more than ${detail} days after the last assessment ${rows.length === 1 ? 'is' : 'are'} not counted (${rowList(rows)}). ${rows.length === 1 ? 'The patient is' : 'These patients are'} censored at that assessment, or at the start where the row has none. Check that the table has every assessment.`,
  noEvents: ({ detail }) =>
    `Nobody ${inGroup(detail)} has the event. The curve stays at 100%, and no median exists.`,
  notReached: ({ detail }) =>
    `Median not reached ${inGroup(detail)}. Fewer than half of the patients have the event.`,
  beyondFollowUp: ({ detail }) => {
    const at = detail.lastIndexOf(': ');
    return `Follow-up ${inGroup(detail.slice(0, at))} ends before ${listed(detail.slice(at + 2).split(', '))}. No rate is given there.`;
  },
  meanBeyondFollowUp: ({ detail }) => {
    const at = detail.lastIndexOf(': ');
    return `Follow-up ${inGroup(detail.slice(0, at))} ends before ${listed(detail.slice(at + 2).split(', '))}, with patients still free of the event. No mean up to there is given. Choose an earlier time.`;
  },
  conditionalNotEstimable: ({ levels, detail }) =>
    `No conditional survival ${inGroup(levels.join(''))} at ${listed(detail.split(', '))}. Nobody is followed so long, or nobody is alive where it begins.`,
  riskSetEmptied: ({ levels, detail }) =>
    `The curve ${inGroup(levels.join(''))} falls to 0 at ${detail}, when everybody then at risk has the event, and stays there, though others come under observation later. Begin where enough patients are at risk.`,
  weightZero: ({ column, rows }) =>
    `${counted(rows.length, 'row has', 'rows have')} the weight 0 in ${column} (${rowList(rows)}). ${rows.length === 1 ? 'It counts' : 'They count'} among the patients without any part in the estimates.`,
  tooFewClusters: ({ levels }) =>
    `No standard errors ${inGroup(levels.join(''))}. All its rows are one cluster, and a robust variance needs two.`,
  landmarkEmpty: ({ levels }) =>
    `Nobody ${inGroup(levels.join(''))} is at risk at the landmark. The group is left out.`,
  meanWithoutError: ({ levels, detail }) =>
    `The mean ${inGroup(levels.join(''))} up to ${listed(detail.split(', '))} has no interval and cannot be compared. Before then nobody has the event, or all have it at one time, so that its standard error is 0.`,
  meanLimitOutOfRange: ({ levels, detail }) =>
    `A limit of the mean ${inGroup(levels.join(''))} up to ${listed(detail.split(', '))} lies below 0 or above that time, where no mean can be. The interval is normal and not cut off, as in R’s survRM2.`,
  permutedLateEntry: ({ column }) =>
    `Patients are observed from ${column} on only. The permutation test holds if their entry and their censoring do not depend on the group, and is not exact otherwise.`,
  curvesCross: ({ levels, detail }) =>
    `The curves of ${listed(levels.map(quoted))} cross at about ${listed(detail.split(', '))}. Neither is better all the time. One hazard ratio or p value does not describe them.`,
  notEstimable: ({ column, detail }) =>
    `No hazard ratio for ${column === '' ? 'all patients' : `${column} ${quoted(detail)}`}. These rows cannot give one.`,
  smallExpectedCounts: ({ column, detail }) =>
    `${column} has expected counts below 5 (the smallest is ${fixed(Number(detail), 1)}). Its test is Fisher’s exact one, not Pearson’s chi-square.`,
  notTested: ({ column, detail, levels }) => {
    if (detail === 'concordance')
      return 'No concordance. No two patients of these rows can be put in order.';
    if (detail === 'trend')
      return `No test for trend over ${column}. Groups whose scores differ are never at risk together.`;
    if (detail === 'variable')
      return `${column} is not tested. It needs values that differ in two arms or more.`;
    if (detail === 'pair')
      return `No test of ${listed(levels.map(quoted))}. They are never at risk together at an event that counts.`;
    if (detail.startsWith('rho '))
      return `The test with ${detail} is left out. No event counts in it at which both groups are at risk.`;
    if (detail === 'fisher')
      return 'The exact test is left out. The table is too large for it, and for random tables too.';
    if (detail === 'exact')
      return 'The exact test of the common odds ratio is left out. The strata are too large for it.';
    if (detail === 'unconditional')
      return 'Barnard’s and Boschloo’s tests are left out. The arms are too large for them.';
    if (detail === 'hazardsOfExactTies')
      return 'The proportional hazards assumption is not tested with exact ties. Efron’s or Breslow’s have the test.';
    if (detail === 'hazardsOfPenalty')
      return 'The proportional hazards assumption is not tested with Firth’s penalty. The model without it has the test.';
    if (detail === 'piecewise')
      return 'No hazard ratios by period. The model with them did not settle.';
    return detail === 'interaction'
      ? `No interaction test for ${column}. Fewer than two of its groups can be compared.`
      : 'The proportional hazards assumption could not be tested. These rows hold too few events, or a hazard ratio that is not estimable.';
  },
  monotoneLikelihood: (warning) =>
    `The hazard ratio of ${termIn(warning)} is not estimable. It runs to zero or infinity, mostly because a group has no event or nobody in it is without. The curves and the log-rank test do not depend on it.`,
  separation: (warning) => {
    const [events, n] = warning.detail.split(' / ');
    if (warning.levels.length === 0)
      return `The odds ratio of ${termIn(warning)} is not estimable. It runs to zero or infinity, since the terms tell all patients with the outcome from those without. Firth’s penalised likelihood gives an estimate.`;
    return `${events === '0' ? 'Nobody' : 'Everybody'} of the ${n} with ${warning.column} ${quoted(warning.levels.join(''))} has the outcome. The odds ratio is not estimable; Firth’s penalised likelihood gives an estimate.`;
  },
  aliased: (warning) =>
    `${termIn(warning)} is left out. It does not vary, or the terms before it already determine it.`,
  extremeScale: (warning) =>
    `The ratio of ${termIn(warning)} per unit is beyond all reading, so it is not shown. Give the column in a smaller unit.`,
  fewEventsPerVariable: ({ detail }) =>
    `${detail} events per coefficient is few; 10 is usual. Estimates and their intervals are unreliable.`,
  nonProportionalHazards: ({ column, detail }) =>
    `One hazard ratio does not describe ${column} well (p${afterLetter(testP(Number(detail)))}). The ratio changes over time.`,
};

function unreadable({ column, rows, detail }: Problem, kind: 'number' | 'date'): string {
  const are = rows.length === 1 ? `is not a ${kind}` : `are not ${kind}s`;
  return `${column} has ${counted(rows.length, 'value')} that ${are} (${rowList(rows)}: ${detail}). Correct ${rows.length === 1 ? 'it' : 'them'}, or count ${rows.length === 1 ? 'it' : 'them'} as missing.`;
}

/** The engine tells only the first offending value: "row 7: “x”", "rows 7 and 9, the first “x”". */
function rowsWithFirst(rows: ArrayLike<number>, value: string): string {
  return `${rowList(rows)}${rows.length === 1 ? ':' : ', the first'} ${quoted(value)}`;
}

function quoted(text: string): string {
  return `“${text}”`;
}

/** The engine writes a level behind its column: "arm: B" is "arm “B”". */
function termIn({ column, detail }: Warning): string {
  const level = `${column}: `;
  return column !== '' && detail.startsWith(level)
    ? `${column} ${quoted(detail.slice(level.length))}`
    : detail;
}

function inGroup(label: string): string {
  return label === 'all' ? 'in the cohort' : `in ${quoted(label)}`;
}

/** What a column of a type holds. */
function valuesOf(type: string): string {
  const words: Record<string, string> = {
    number: 'numbers',
    date: 'dates',
    category: 'categories',
    'number or category': 'numbers or categories',
  };
  return words[type] ?? type;
}

export const problems = { problem: sentences, warning: warnings };
