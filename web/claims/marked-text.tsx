import type { ComponentChildren } from 'preact';

import type { Paper } from '../data/paper/paper.ts';
import { answerTo } from '../data/store.ts';
import { text } from '../text/text.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { standingOf, verdictOf } from './verdicts.ts';

const words = text.claims;

/** The pasted text, with a mark on each printed result that leads to its verdict. */
export function MarkedText({ paper }: { paper: Paper }) {
  const { pieces, isWhole } = piecesOf(paper);
  return (
    <>
      {!isWhole && <p class="note">{words.excerpt}</p>}
      <p class="claims-text" tabIndex={0} role="region" aria-label={words.marked}>
        {pieces.map((piece, at) => (
          <Part key={at} piece={piece} />
        ))}
      </p>
    </>
  );
}

function Part({ piece }: { piece: Piece }): ComponentChildren {
  if (piece.mark === null) return piece.text;
  const { id, number, claim } = piece.mark;
  const answer = answerTo(claim);
  return (
    <mark class={`claim-mark claim-${standingOf(answer)}`}>
      <a
        href={`#${elementOf(id)}`}
        onClick={(event) => {
          event.preventDefault();
          showClaim(id);
        }}
      >
        {piece.text}
        <span class="visually-hidden">{words.markOf(number, verdictOf(answer))}</span>
      </a>
      <sup aria-hidden="true">{number}</sup>
    </mark>
  );
}

/** A saved file may call its analyses anything: also as other parts of the page are called. */
export function elementOf(id: string): string {
  return `printed-${id}`;
}

/** Takes the reader to a verdict. */
export function showClaim(id: string): void {
  const item = document.getElementById(elementOf(id));
  item?.scrollIntoView({ block: 'nearest' });
  item?.focus({ preventScroll: true });
}
