// What figures and their frames say.
import type { TimeUnit } from '../../../build/wasm/riskset.js';

import { singular } from './numbers.ts';

export const figures = {
  /** The type of files: of the same widths on every system, and what journals ask for. */
  fileFont: "Arial, Helvetica, 'Liberation Sans', sans-serif",
  frame: {
    dataTable: 'Data table',
    description: 'Description',
    svg: 'SVG',
    png: 'PNG',
    size: (width: string, resolution: string) => `${width}, ${resolution}`,
    sizeName: (size: string) => `Size of the files: ${size}`,
    width: 'Width',
    millimetres: (width: number) => `${width}\u00a0mm`,
    columns: { 84: 'one column', 174: 'two columns' },
    resolution: 'PNG resolution',
    dpi: (resolution: number) => `${resolution}\u00a0dpi`,
    pngDpi: (dpi: string) => `PNG ${dpi}`,
    withTitle: 'Title in the file',
    saved: (file: string) => `${file} was saved.`,
    failed: (resolution: number) =>
      `This browser cannot draw so large a picture. Choose ${resolution}\u00a0dpi, or save SVG.`,
    failedAtSmallest: 'This browser cannot draw so large a picture. Save SVG.',
    fileNote: 'Drawn for this width with text of 7.4 to 8 points, in the colours of white paper.',
  },
  atRisk: {
    row: 'At risk',
    withCensored: 'At risk (censored)',
    censored: 'Censored',
    head: 'Number at risk',
    headWithCensored: 'Number at risk (number censored)',
  },
  numbersBox: {
    counts: (event: string) => `${event} / n`,
    median: (level: string) => `Median (${level} CI)`,
  },
  forest: {
    interaction: 'Interaction',
    interactionHead: 'Interaction p',
    /** On a line of its own, in one column of a journal. */
    interactionInRow: 'interaction',
    left: (better: string) => `← ${better}`,
    right: (better: string) => `${better} →`,
  },
  reading: {
    name: 'Read the curves at a time',
    howTo: 'Use the arrow keys',
    when: (time: string, unit: TimeUnit) => `${time}\u00a0${time === '1' ? singular(unit) : unit}`,
    afterFollowUp: 'after the last follow-up',
    noFollowUp: 'no follow-up',
    long: (share: string, atRisk: string) => `${share}, ${atRisk}\u00a0at\u00a0risk`,
  },
  hazardOverTime: {
    title: (hazard: string, term: string) => `Hazard ratio for ${hazard} over time, ${term}`,
    against: (arm: string, reference: string) => `${arm} against ${reference}`,
    yTitle: (hazard: string) => `Hazard ratio for ${hazard} (log scale)`,
    smooth: 'Smoothed, with 2 standard errors on each side',
    event: 'One event',
    overall: (ratio: string) => `Whole follow-up: ${ratio}`,
    at: (ratio: string, time: string) => `${ratio} at ${time}`,
    description: (own: {
      hazard: string;
      term: string;
      events: number;
      read: readonly string[];
      overall: string | null;
    }) =>
      [
        `Hazard ratio for ${own.hazard} during follow-up, ${own.term}, on a log scale: a point for each of ${own.events} events, their smoothed line and a band of 2 standard errors on each side.`,
        `The line reads ${own.read.join(', ')}.`,
        own.overall === null
          ? ''
          : `One hazard ratio for the whole follow-up is ${own.overall} (dotted); the solid line is at 1.`,
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    note: 'A flat line: one hazard ratio is enough. Points: scaled Schoenfeld residuals added to the model’s coefficient. Line: their natural spline with 4 degrees of freedom, as in R’s plot.cox.zph; band: 2 standard errors on each side, whatever the level. Solid: 1. Dotted: the model’s hazard ratio.',
    tooFew: 'Too few events to draw the hazard ratio over time.',
    time: (unit: TimeUnit) => `Time, ${unit}`,
    smoothTable: (title: string) => `${title}: smoothed log hazard ratio`,
    smoothColumns: ['Log hazard ratio', 'Lower', 'Upper'],
    eventsTable: (title: string) => `${title}: each event`,
    valueColumn: 'Log hazard ratio',
  },
  difference: {
    title: (arms: string) => `Difference of survival, ${arms}`,
    yTitle: 'Difference, percentage points',
    line: 'Difference',
    band: (level: string) => `${level} interval at each time`,
    description: (arms: string, level: string, least: string, most: string) =>
      `Difference of survival at each time, ${arms}, in percentage points, with its ${level} interval and a line at 0. It lies between ${least} and ${most}.`,
    note: (level: string) =>
      `Above 0: more patients of the first arm are without the event at that time. Band: ${level} interval for each time on its own, from where both arms have had an event to where one has nobody left; that it leaves 0 somewhere is no test of the whole curves.`,
    same: 'The curves do not differ anywhere.',
    columns: ['Difference', 'Lower', 'Upper'],
    fileName: 'difference',
  },
  logLog: {
    title: 'Log of minus log survival',
    xTitle: (time: string) => `${time}, log scale`,
    yTitle: 'log(−log S)',
    description: (arms: readonly string[]) =>
      `Log of minus log survival against time on a log scale, as steps, for ${arms.join(', ')}. Proportional hazards make the curves run side by side; curves that meet or cross speak against it.`,
    note: 'Curves that run side by side: proportional hazards. Steps where nobody or everybody has had the event have no place here.',
    tooFew: 'Too few events to compare the curves on the log(−log) scale.',
    table: 'Survival at each step',
    arm: 'Arm',
    survival: 'Survival',
  },
};
