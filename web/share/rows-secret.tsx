import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

import { fingerprintOf } from '../data/fingerprint.ts';
import type { Cohort } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { secretTextOf } from './link.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { type Prepared, rowsDocument } from './rows.ts';

const words = text.share.passphrase;

/** In characters. */
const tooShort = 12;
const fair = 20;

interface RowsSecretProps {
  loaded: Cohort;
  prepared: Prepared;
  /** What is done with the encrypted rows. */
  children: (packed: string) => ComponentChildren;
}

/** The passphrase twice, then the encrypted rows. */
export function RowsSecret({ loaded, prepared, children }: RowsSecretProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [state, setState] = useState<'typing' | 'encrypting' | 'done'>('typing');
  const [packed, setPacked] = useState('');
  const changed = (take: (value: string) => void) => (value: string) => {
    take(value);
    setPacked(''); // what was encrypted has another passphrase
    setState('typing');
  };
  const same = shown || again === typed;
  const differs = !shown && again !== '' && again !== typed;
  const ready = typed.length > 0 && same && state !== 'encrypting';
  const encrypt = async () => {
    setState('encrypting');
    const document = rowsDocument(prepared, await fingerprintOf(loaded));
    setPacked(await secretTextOf(document, typed));
    setState('done');
  };
  return (
    <>
      <PassphraseField
        id={id}
        label={words.label}
        hint={strength(typed)}
        problem={null}
        value={typed}
        shown={shown}
        onInput={changed(setTyped)}
        onShow={setShown}
      />
      {!shown && (
        <PassphraseField
          id={`${id}-again`}
          label={words.again}
          hint=""
          problem={differs ? words.differs : null}
          value={again}
          shown={false}
          onInput={changed(setAgain)}
        />
      )}
      <p>{words.otherWay}</p>
      {state === 'done' && packed !== '' ? (
        children(packed)
      ) : (
        <div class="share-buttons">
          <Button
            kind={ready ? 'primary' : 'plain'}
            unavailable={!ready}
            onClick={() => void encrypt()}
          >
            {words.encrypt}
          </Button>
          <span role="status">{state === 'encrypting' ? words.encrypting : ''}</span>
        </div>
      )}
    </>
  );
}

function strength(typed: string): string {
  const { length } = typed;
  if (length === 0) return words.empty;
  if (length < tooShort) return words.short(length);
  return length < fair ? words.fair(length) : words.good(length);
}
