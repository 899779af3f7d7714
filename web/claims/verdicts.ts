// What a verdict means for the reader: it agrees, it agrees with a remark, it does not follow, or
// nothing can be said.
import type { ClaimVerdict } from '../../build/wasm/riskset.js';
import type { ClaimAnswer } from '../data/paper/answers.ts';
import type { PaperClaim } from '../data/paper/paper.ts';
import { answerTo } from '../data/store.ts';
import { text } from '../text/text.ts';
import type { IconName } from '../ui/icon.tsx';

export type Standing = 'agrees' | 'remark' | 'flagged' | 'open' | 'waiting';

const standings: Readonly<Record<ClaimVerdict, Standing>> = {
  consistent: 'agrees',
  otherTest: 'remark',
  oneSided: 'remark',
  otherTabulation: 'remark',
  truncated: 'remark',
  lastDigit: 'flagged',
  inconsistent: 'flagged',
  decisionError: 'flagged',
  impossible: 'flagged',
  cannotCheck: 'open',
};

export const icons: Readonly<Record<Standing, IconName | null>> = {
  agrees: 'tick',
  remark: 'info',
  flagged: 'triangle',
  open: 'info',
  waiting: null,
};

export function standingOf(answer: ClaimAnswer): Standing {
  if (answer.state === 'computing') return 'waiting';
  return answer.state === 'done' ? standings[answer.check.verdict] : 'open';
}

/** "does not follow", as it completes "p = 0.049: …". */
export function verdictOf(answer: ClaimAnswer): string {
  const words = text.claims;
  if (answer.state === 'done') return words.verdicts[answer.check.verdict];
  return answer.state === 'computing' ? words.checking : words.notChecked;
}

/** How many there are of each. */
export function tally(claims: readonly PaperClaim[]): Record<Standing, number> {
  const counts = { agrees: 0, remark: 0, flagged: 0, open: 0, waiting: 0 };
  for (const { claim } of claims) counts[standingOf(answerTo(claim))] += 1;
  return counts;
}
