// The analyses that check what is printed.
import type { Analysis } from '../analyses/analysis.ts';
import type { Claim, PrintedArm } from './claim.ts';
import type { PaperClaim } from './paper.ts';

export type Gap =
  'n' | 'percent' | 'interval' | 'value' | 'counts' | 'statistic' | 'df' | 'p' | 'events';

/** What has to be printed, or filled in, before anything can be checked; null where nothing lacks. */
export function gapOf(claim: Claim): Gap | null {
  const arms = armsOf(claim);
  switch (claim.kind) {
    case 'percentOfN':
      return firstGap([claim.n, 'n'], [claim.percent, 'percent']);
    case 'twoArmCounts':
      return firstGap(
        ...arms.map(({ n }): [unknown, Gap] => [n, 'n']),
        ...arms.map(({ count, percent }): [unknown, Gap] => [count ?? percent, 'counts']),
      );
    case 'ratioWithInterval':
    case 'medianWithInterval':
      return firstGap([claim.value, 'value'], [claim.lower, 'interval'], [claim.upper, 'interval']);
    case 'proportionWithInterval':
      return firstGap([claim.n, 'n'], [claim.lower, 'interval'], [claim.upper, 'interval']);
    case 'twoMedians':
      return firstGap(...arms.map(({ value }): [unknown, Gap] => [value, 'value']));
    case 'standardizedDifference':
      return firstGap(
        [claim.value, 'value'],
        ...arms.map(({ n }): [unknown, Gap] => [n, 'n']),
        ...arms.map(({ count }): [unknown, Gap] => [count, 'counts']),
      );
    case 'testStatistic': {
      const needsDf = claim.test !== 'z';
      return firstGap([claim.statistic, 'statistic'], [!needsDf || claim.df, 'df'], [claim.p, 'p']);
    }
    case 'eventsAndRatio': {
      const events = claim.events ?? (arms.every((arm) => arm.events) ? true : null);
      return firstGap([claim.value, 'value'], [events, 'events']);
    }
    case 'pValue':
      return firstGap([claim.p, 'p']);
  }
}

/** Two, also where fewer are written. */
export function armsOf({ arms = [] }: Claim): readonly [PrintedArm, PrintedArm] {
  return [arms[0] ?? {}, arms[1] ?? {}];
}

function firstGap(...parts: readonly [unknown, Gap][]): Gap | null {
  return (
    parts.find(
      ([part]) => part === undefined || part === null || part === '' || part === false,
    )?.[1] ?? null
  );
}

export function claimAnalysis({ id, claim }: Pick<PaperClaim, 'id' | 'claim'>): Analysis {
  return { id, method: 'checkClaim', ...claim };
}
