// What a person decides about a paper; each decision is one step that can be undone.
import { text as words } from '../../text/text.ts';
import { amendPaper, changePaper, paper, redoName, undoName } from '../state.ts';
import type { Claim } from './claim.ts';
import {
  emptyPaper,
  type FoundClaim,
  withAdded,
  withClaim,
  withoutClaim,
  withText,
} from './paper.ts';

const { steps } = words.claims;

let typing = false;

/** What is typed from here on is a step of its own. */
export function beginTyping(): void {
  typing = false;
}

export function setPaperText(text: string, found: readonly FoundClaim[]): void {
  const next = withText(paper.peek(), text, found);
  const goesOn = typing && undoName.peek() === steps.text && redoName.peek() === null;
  if (goesOn) amendPaper(next);
  else changePaper(steps.text, next);
  typing = true;
}

export function correctClaim(id: string, claim: Claim): void {
  changePaper(steps.corrected, withClaim(paper.peek(), id, claim));
}

export function addClaims(claims: readonly Claim[]): void {
  changePaper(steps.added, withAdded(paper.peek(), claims));
}

export function removeClaim(id: string): void {
  changePaper(steps.removed, withoutClaim(paper.peek(), id));
}

export function clearPaper(): void {
  changePaper(steps.cleared, emptyPaper);
}
