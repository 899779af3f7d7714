// Start and the quick calculators.
import { count } from '../../base/rounding.ts';
import { p, rich, strong, type RichText } from '../../base/rich-text.ts';

export const start = {
  title: 'Results of an oncology cohort, from your spreadsheet',
  what: 'Response, survival curves, hazard ratios, subgroups and safety for two arms, each number with its method.',

  drop: 'Drop a spreadsheet here',
  letGo: 'Let go to open the table',
  dropWhat:
    'One row for each patient. CSV or text, from Excel or any other program; dates in any order, decimal point or comma.',
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
  checks: [
    rich`${strong('Watch the network.')} Open your browser’s developer tools (F12, on a Mac Option Command I), choose Network, then open a table here. No line is added.`,
    rich`${strong('Unplug.')} Leave this page open, switch the network off and open a table. Every number still comes.`,
    rich`${strong('Read the rule.')} View the source of this page. Its first lines hold a Content-Security-Policy with connect-src 'none': your browser obeys it whatever the page asks for.`,
  ] as readonly RichText[],
  checkLimits: 'What the rule does not cover',

  withoutFile: 'Without a file',
  calculators: {
    one: 'One rate',
    two: 'Two rates',
    withEvent: 'With the event',
    of: 'of',
    patientsOf: (whose: string) => `${whose}, patients in all`,
    arms: ['Arm A', 'Arm B'] as const,
    fill: (numbers: string) => `Fill in ${numbers} to see the result.`,
    both: 'both numbers',
    four: 'all four numbers',
    notWhole: (text: string) => `“${text}” is not a whole number. Write a count in digits only.`,
    negative: (text: string) => `“${text}” is below 0. A count starts at 0.`,
    tooMany: (most: number) => `This calculator takes up to ${count(most)} patients.`,
    nobody: 'A rate needs at least 1 patient after “of”.',
    moreThanAll: (x: number, n: number) =>
      `${count(x)} of ${count(n)} is not possible. Patients with the event cannot outnumber the patients.`,
    inArm: (arm: string, problem: string) => `${arm}: ${problem}`,
    failed: 'The engine stopped. Change a number to start it again.',

    rate: 'Rate',
    rates: 'Rates',
    pair: (a: string, b: string) => `${a} and ${b}`,
    wilson: (level: string) => `${level} CI, Wilson`,
    clopperPearson: (level: string) => `${level} CI, Clopper–Pearson`,
    inArmRow: (arm: string, what: string) => `${arm}, ${what}`,
    newcombe: (level: string) => `Difference, ${level} CI, Newcombe`,
    estimate: (value: string, bounds: string) => `${value} (${bounds})`,
    tests: { pearson: 'Pearson test', fisher: 'Fisher test', yates: 'Yates test' },
    chosen: (test: string, expected: string): RichText =>
      rich`${test}, smallest expected count ${expected}`,
    pIs: (equals: string): RichText => rich`${p}${equals}`,
    more: 'Ratios, intervals and other tests',
    moreSetting: (risk: string, odds: string) => `RR ${risk} · OR ${odds}`,
    riskRatio: (level: string) => `Risk ratio, ${level} CI, Katz`,
    oddsRatio: (level: string) => `Odds ratio, ${level} CI, Woolf`,
    nobodyInB: 'Not estimable: nobody in arm B has the event',
    oddsNone: 'Not estimable: nobody in arm B or everybody in arm A has the event',
    noInterval: (value: string) => `${value} (no interval: a count is 0)`,
    notTested: 'Not tested: all or none have the event',
    oneMethod: (n: string): RichText =>
      rich`Clopper–Pearson is exact and never too narrow; Wilson is on average closer to the stated coverage. ${strong(n)}.`,
    twoMethod: (rule: string, n: string): RichText =>
      rich`Arm A against arm B; two-sided. ${rule} ${strong(n)}.`,
    pearsonRule: 'Pearson without correction, as every expected count is at least 5.',
    fisherRule: 'Fisher’s exact test, as an expected count is below 5.',
  },
};
