// A printed result of a paper as it is checked: every number is the text that was printed. What the
// paper does not print is left out.

export interface PrintedArm {
  /** A list: the levels of one variable. */
  count?: string | string[];
  n?: string;
  percent?: string | string[];
  value?: string;
  events?: string;
}

export const claimKinds = [
  'percentOfN',
  'twoArmCounts',
  'ratioWithInterval',
  'proportionWithInterval',
  'medianWithInterval',
  'twoMedians',
  'standardizedDifference',
  'testStatistic',
  'eventsAndRatio',
  'pValue',
] as const;

export type ClaimKind = (typeof claimKinds)[number];
export type Measure = 'HR' | 'OR' | 'RR';

export interface Claim {
  kind: ClaimKind;
  count?: string;
  n?: string;
  percent?: string;
  /** n is not printed beside the percentage: it is the arm's, from elsewhere in the text. */
  nAssumed?: true;
  measure?: Measure;
  value?: string;
  lower?: string;
  upper?: string;
  /** Coverage of the interval, where it is not 0.95. */
  level?: number;
  unit?: string;
  statistic?: string;
  df?: string;
  events?: string;
  /** As the paper names it. */
  test?: string;
  p?: string;
  arms?: PrintedArm[];
}

/** Without what is not printed. */
export function printed<Part extends object>(part: {
  [Key in keyof Part]: Part[Key] | null | undefined;
}): Part {
  return Object.fromEntries(
    Object.entries(part).filter(([, value]) => value !== null && value !== undefined),
  ) as Part;
}
