import { useState } from 'preact/hooks';

import type { PaperClaim } from '../data/paper/paper.ts';
import { correctClaim, removeClaim } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Answer } from './answer.tsx';
import { ClaimForm } from './claim-form.tsx';
import { elementOf } from './marked-text.tsx';
import { nameOf } from './printed.ts';

const words = text.claims;

/** A printed result in the list: verdict, correction, removal. */
export function ClaimItem({ own, onRemoved }: { own: PaperClaim; onRemoved: () => void }) {
  const [open, setOpen] = useState(false);
  const { id, claim, by, ofCurve } = own;
  const name = nameOf(claim);
  const label = (action: string) => words.ofClaim(action, name);
  return (
    <li id={elementOf(id)} class="claim" tabIndex={-1}>
      <Answer claim={claim} ofCurve={ofCurve} />
      <div class="claim-tools">
        {by !== 'found' && (
          <span class="note">{by === 'hand' ? words.byHand : words.corrected}</span>
        )}
        <span class="claim-buttons screen-only">
          <Button
            kind="small"
            label={label(open ? words.close : words.correct)}
            expanded={open}
            controls={`${elementOf(id)}-form`}
            onClick={() => setOpen(!open)}
          >
            {open ? words.close : words.correct}
          </Button>
          <Button
            kind="small"
            label={label(words.remove)}
            onClick={() => {
              removeClaim(id);
              onRemoved();
            }}
          >
            {words.remove}
          </Button>
        </span>
      </div>
      {open && (
        <div id={`${elementOf(id)}-form`} class="claim-correct screen-only">
          <ClaimForm claim={claim} onChange={(next) => correctClaim(id, next)} />
        </div>
      )}
    </li>
  );
}
