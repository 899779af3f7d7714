// Start.
import { rich, strong, type RichText } from '../../base/rich-text.ts';

export const start = {
  title: 'Results of an oncology cohort, from your spreadsheet',
  what: 'Response, survival curves, hazard ratios, subgroups and safety for two arms, each number with its method.',

  drop: 'Drop a spreadsheet here',
  letGo: 'Let go to open the table',
  dropWhat:
    'One row for each patient. An Excel workbook (.xlsx), CSV or text in any encoding; dates in any order, decimal point or comma. Files of one table, such as one for each arm, together.',
  chooseFile: 'Choose a file',
  paste: 'Paste a table',
  pasteHere: 'Copy the cells in your spreadsheet, with the column names, and paste them here',
  openPasted: 'Open this table',

  noFile: 'No file at hand?',
  exampleWhat: '83 patients with gastric cancer, two arms. Synthetic: no real patient is in it.',
  openExample: 'Open the example cohort',

  promise: 'What stays on this computer',
  promises: [
    rich`${strong('Everything you load.')} There is no server that could receive it.`,
    rich`${strong('The page cannot connect.')} A rule in it makes your browser refuse every request.`,
    rich`${strong('It works unplugged.')} Switch the network off and try.`,
    rich`${strong('Names and record numbers are flagged')} when a table is opened.`,
  ] as readonly RichText[],
  checkYourself: 'Check this yourself in two minutes',
  checkLimits: 'What the rule does not cover',

  withoutFile: 'Without a file',
};
