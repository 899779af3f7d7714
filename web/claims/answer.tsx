import type { ComponentChildren } from 'preact';

import type { ClaimAnswer } from '../data/paper/answers.ts';
import type { Claim } from '../data/paper/claim.ts';
import { answerTo } from '../data/store.ts';
import { problemText } from '../engine/problem-text.ts';
import { text } from '../text/text.ts';
import { Icon } from '../ui/icon.tsx';
import { nameOf } from './printed.ts';
import { recomputedLines } from './recomputed.ts';
import { icons, standingOf, verdictOf } from './verdicts.ts';

const words = text.claims;

/** One printed result with its verdict, why, and what was computed again. */
export function Answer({ claim, ofCurve }: { claim: Claim; ofCurve?: boolean | undefined }) {
  const answer = answerTo(claim);
  const standing = standingOf(answer);
  const icon = icons[standing];
  return (
    <div class={`claim-answer claim-${standing}`} aria-busy={standing === 'waiting'}>
      {icon === null ? <span /> : <Icon name={icon} />}
      <div>
        <p class="claim-said">
          <strong>{nameOf(claim)}</strong>: {verdictOf(answer)}.
        </p>
        <Why>{whyOf(answer, ofCurve === true)}</Why>
        {answer.state === 'done' && (
          <p class="claim-again">{recomputedLines(answer.check.recomputed).join('; ')}</p>
        )}
      </div>
    </div>
  );
}

function Why({ children }: { children: ComponentChildren }) {
  return children === '' ? null : <p class="claim-why">{children}</p>;
}

export function whyOf(answer: ClaimAnswer, ofCurve: boolean): string {
  switch (answer.state) {
    case 'done':
      return answer.check.sentence;
    case 'open':
      return ofCurve && answer.gap === 'n' ? words.ofCurve : words.open[answer.gap];
    case 'refused':
      return problemText(answer.problem);
    case 'failed':
      return words.failed;
    case 'computing':
      return '';
  }
}
