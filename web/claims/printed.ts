// How a printed result is called: as it is printed, in one short form for each kind.
import { armsOf } from '../data/paper/analyses.ts';
import type { Claim, PrintedArm } from '../data/paper/claim.ts';
import { level as coverage } from '../format/numbers.ts';
import { text } from '../text/text.ts';

const words = text.claims.name;

export function nameOf(claim: Claim): string {
  const { kind, p } = claim;
  if (kind === 'pValue') return pOf(p);
  const said = valueOf(claim);
  if (p === undefined) return said;
  return kind === 'twoArmCounts' && said === '' ? pOf(p) : words.withP(said, pOf(p));
}

function valueOf(claim: Claim): string {
  const [a, b] = armsOf(claim);
  switch (claim.kind) {
    case 'percentOfN':
      return shareOf(claim);
    case 'proportionWithInterval':
      return withLimits(claim, shareOf(claim));
    case 'twoArmCounts':
      return words.vs(shareOf(a), shareOf(b));
    case 'ratioWithInterval':
      return withLimits(claim, `${claim.measure ?? ''} ${claim.value ?? words.unknown}`.trim());
    case 'medianWithInterval': {
      const unit = claim.unit === undefined ? '' : ` ${claim.unit}`;
      return withLimits(claim, `${words.median(claim.value ?? words.unknown)}${unit}`);
    }
    case 'twoMedians':
      return words.median(words.vs(a.value ?? words.unknown, b.value ?? words.unknown));
    case 'standardizedDifference':
      return words.difference(claim.value ?? words.unknown);
    case 'testStatistic':
      return words.statistic(claim.test ?? null, claim.statistic ?? words.unknown);
    case 'eventsAndRatio': {
      const ratio = withLimits(claim, `${claim.measure ?? 'HR'} ${claim.value ?? words.unknown}`);
      const events = claim.events ?? [a.events, b.events].filter(Boolean).join(' + ');
      return words.withP(ratio, words.events(events === '' ? words.unknown : events));
    }
    case 'pValue':
      return '';
  }
}

function shareOf({ count, n, percent }: PrintedArm): string {
  const [counted, share] = [listOf(count), listOf(percent)];
  if (counted === undefined) {
    if (share === undefined) return words.unknown;
    return n === undefined ? words.percent(share) : words.percentOf(share, n);
  }
  const said = n === undefined ? counted : words.of(counted, n);
  return share === undefined ? said : words.withPercent(said, share);
}

function listOf(part: string | string[] | undefined): string | undefined {
  return Array.isArray(part) ? part.join(' + ') : part;
}

function withLimits({ lower, upper, level }: Claim, said: string): string {
  if (lower === undefined || upper === undefined) return said;
  return level === undefined
    ? words.interval(said, lower, upper)
    : words.intervalAt(said, coverage(level), lower, upper);
}

function pOf(p: string | undefined): string {
  return words.p(p ?? words.unknown);
}
