// What is looked at beside the multivariable model: single patients, curves at covariate values, the
// shape of a number's effect, ties.
import type { TimeUnit } from '../../../build/wasm/riskset.js';

import { nbsp } from '../../base/rounding.ts';
import { p, rich, type RichText } from '../../base/rich-text.ts';
import { counted, listed } from './grammar.ts';
import { singular } from './numbers.ts';

export const modelChecks = {
  ofPenalty: 'Not with Firth’s penalty: at its maximum none of this is defined.',
  withEfron: 'With Efron’s rule for ties, as there is none for exact ties.',

  influence: {
    name: 'Influence of single patients',
    setting: 'how far the result rests on each',
    field: 'Hazard ratio watched',
    explain:
      'How far the result would move if one patient were left out. That a patient moves it far is no mistake, and no reason to leave anybody out: look whether the row is right.',
    most: (own: { row: string; term: string; hazard: string; hr: string; without: string }) =>
      rich`${own.row} moves the hazard ratio of ${own.term} for ${own.hazard} most: ${own.hr} with this patient, about ${own.without} without.`,
    title: (term: string, hazard: string) => `Influence on the hazard ratio for ${hazard}, ${term}`,
    xTitle: 'Row of the table',
    yTitle: 'Change of the coefficient, standard errors',
    row: (row: string) => `Row${nbsp}${row}`,
    description: (own: {
      patients: number;
      term: string;
      hazard: string;
      largest: readonly string[];
    }) =>
      `A stem for each of ${counted(own.patients, 'patient')}, by row: how many standard errors the coefficient of ${own.term} for ${own.hazard} owes to this patient. The largest: ${listed(own.largest)}.`,
    oneOf: (row: string, value: string) => `row ${row}${nbsp}${value}`,
    note: 'Above 0: the patient raises the hazard ratio. dfbeta divided by the standard error (R’s dfbetas); the ratio without the patient is exp(coefficient − dfbeta), to first order.',
    onlyLargest: (drawn: string, all: string) => `Drawn: the ${drawn} farthest from 0 of ${all}.`,
    table: (term: string) => `Patients who move the hazard ratio of ${term} most`,
    columns: ['dfbeta', 'In standard errors', 'HR without'],
    tableCaption: 'Those who move it most',
    rowHead: 'Row',
    showRow: (row: string) => `Show row ${row}`,
    hideRow: (row: string) => `Hide row ${row}`,
    fileName: 'influence',
  },

  adjusted: {
    name: 'Adjusted curves',
    setting: 'survival that the model predicts, at values you choose',
    by: 'A curve for each level of',
    none: 'Adjusted curves need a category in the multivariable model.',
    atInfinity:
      'No adjusted curves: a hazard ratio of the model runs to 0 or infinity, so it predicts nothing.',
    value: (label: string) => `${label} of everybody`,
    usual: 'Empty: the median.',
    notANumber: (written: string) => `“${written}” is not a number.`,
    title: (title: string, by: string) => `${title} by ${by}, as the model predicts it`,
    at: (values: readonly string[]) => `Everybody has ${listed(values)}.`,
    valueOf: (label: string, value: string) => `${label}${nbsp}${value}`,
    alone: 'The model has no other term.',
    note: (level: string) =>
      `Curves are those of one patient with these values, not averages over the patients of the cohort. Bands: ${level} interval at each time, of baseline and coefficients, on the log scale. The curves of a Cox model never cross, and end at the last event of anybody.`,
    method: 'Survival is exp(−H₀(t) × relative hazard), as R’s survfit of a coxph model.',
    description: (own: { title: string; at: string; level: string; curves: readonly string[] }) =>
      `${own.title}. ${own.at} With ${own.level} bands. ${own.curves.join(' ')}`,
    curve: (label: string, read: readonly string[]) => `${label}: ${listed(read)}.`,
    readAt: (share: string, time: string, unit: TimeUnit) =>
      `${share} at ${time}${nbsp}${time === '1' ? singular(unit) : unit}`,
    table: (title: string) => `${title}: every step`,
    columns: ['Survival', 'Lower', 'Upper'],
    level: 'Level',
    fileName: 'adjusted',
  },

  form: {
    name: 'Shape of a number’s effect',
    setting: 'martingale residuals, restricted cubic spline',
    field: 'Number looked at',
    explain: (label: string) =>
      `The table takes the effect of ${label} as one factor for each unit, all the way. A line that bends says that this is too simple.`,
    residuals: {
      title: (label: string, title: string) => `Martingale residuals by ${label}, ${title}`,
      yTitle: 'Martingale residual',
      patient: 'One patient',
      smooth: 'Smoothed',
      note: (model: string) =>
        `Residuals of the model without this number (${model}): events less those it expects. A straight line says that the number may enter as it is. Line: natural spline with 4 degrees of freedom.`,
      others: (terms: string) => `with ${terms}`,
      empty: 'with no other term',
      noSmooth: 'Too few different values for a line.',
      thinned: (drawn: string, all: string) => `Drawn: ${drawn} of ${all} patients.`,
      description: (own: {
        label: string;
        model: string;
        patients: number;
        read: readonly string[];
      }) =>
        `A point for each of ${counted(own.patients, 'patient')}: martingale residual of the model without ${own.label} (${own.model}) against ${own.label}.${own.read.length === 0 ? '' : ` The smoothed line reads ${own.read.join(', ')}.`}`,
      at: (residual: string, value: string) => `${residual} at ${value}`,
      table: (title: string) => `${title}: each patient`,
      smoothTable: (title: string) => `${title}: smoothed line`,
      row: 'Row',
      columns: ['Martingale residual'],
      fileName: 'martingale',
    },
    spline: {
      title: (label: string, hazard: string) => `Hazard ratio for ${hazard} by ${label}`,
      yTitle: (hazard: string) => `Hazard ratio for ${hazard} (log scale)`,
      line: (reference: string) => `Against ${reference}, the median`,
      band: (level: string) => `${level} interval`,
      note: (own: { knots: readonly string[]; test: RichText; model: string }) =>
        rich`Restricted cubic spline with knots at ${listed(own.knots)}, ${own.model}. ${own.test}`,
      nonlinear: (equals: string, chiSquare: string, df: string) =>
        rich`Test of non-linearity: ${p}${equals} (likelihood ratio, χ²${nbsp}=${nbsp}${chiSquare}, ${df}${nbsp}df).`,
      notTested: 'Non-linearity could not be tested.',
      adjusted: (terms: string) => `adjusted for ${terms}`,
      alone: 'without other terms',
      description: (own: {
        hazard: string;
        label: string;
        reference: string;
        level: string;
        read: readonly string[];
      }) =>
        `Hazard ratio for ${own.hazard} by ${own.label}, against ${own.reference}, on a log scale, with its ${own.level} band. The line reads ${own.read.join(', ')}.`,
      at: (ratio: string, value: string) => `${ratio} at ${value}`,
      table: (title: string) => `${title}: the curve`,
      columns: ['Hazard ratio', 'Lower', 'Upper'],
      none: (why: string) => `No spline. ${why}`,
      notEstimable: 'No spline: its coefficients are not estimable.',
      fileName: 'spline',
    },
  },

  ties: {
    name: (unit: TimeUnit) => `Times in whole ${unit}`,
    setting: (shared: readonly string[]) => `${listed(shared)} share their time`,
    shared: (tied: string, of: string) => `${tied} of ${of}`,
    said: (own: {
      title: string;
      unit: TimeUnit;
      term: string;
      efron: string;
      breslow: string;
      exact: string;
    }) =>
      `Times of ${own.title} are whole ${own.unit}, so the order of events within one is not known: the hazard ratio of ${own.term} is ${own.efron} by Efron’s rule, ${own.breslow} by Breslow’s and ${own.exact} with exact ties.`,
    notComputed: 'not computed',
    note: 'All from the multivariable model. Efron’s rule is usually closest to what exact times would give; Breslow’s draws the ratio towards 1; exact ties take time as truly counted in steps, and give the ratio of the odds within a step. Days, or dates, would end the question.',
  },
};
