import { useState } from 'preact/hooks';

import { type ClaimKind, claimKinds } from '../data/paper/claim.ts';
import { gapOf } from '../data/paper/analyses.ts';
import { addClaims } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Select } from '../ui/select.tsx';
import { Answer } from './answer.tsx';
import { ClaimForm } from './claim-form.tsx';
import { newClaim } from './fields.ts';

const words = text.claims;
const kinds = claimKinds.map((value) => ({ value, label: words.kinds[value] }));

/** A form for each kind; what is filled in is checked at once. */
export function AddClaim() {
  return (
    <Disclosure name={words.addTitle} setting={words.addSetting}>
      <Opened />
    </Disclosure>
  );
}

function Opened() {
  const [claim, setClaim] = useState(() => newClaim('percentOfN'));
  const [said, setSaid] = useState('');
  const isFilled = gapOf(claim) === null;
  return (
    <div class="claim-add">
      <Select
        label={words.kind}
        choices={kinds}
        value={claim.kind}
        onChange={(kind: ClaimKind) => {
          setClaim(newClaim(kind));
          setSaid('');
        }}
      />
      <ClaimForm
        key={claim.kind}
        claim={claim}
        onChange={(next) => {
          setClaim(next);
          setSaid('');
        }}
      />
      {isFilled && <Answer claim={claim} />}
      <div class="claim-add-tools">
        <Button
          unavailable={!isFilled}
          onClick={() => {
            addClaims([claim]);
            setClaim(newClaim(claim.kind));
            setSaid(words.added);
          }}
        >
          {words.add}
        </Button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
