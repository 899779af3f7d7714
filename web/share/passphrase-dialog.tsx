import { useId, useState } from 'preact/hooks';

import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { locked, unlock } from './open.ts';
import { PassphraseField } from './passphrase-field.tsx';

const words = text.share.opening;

/** Asks for the passphrase of rows that somebody shared, as long as they wait for it. */
export function PassphraseDialog() {
  return locked.value === null ? null : <Asking key={locked.value.text} />;
}

function Asking() {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(false);
  const [opening, setOpening] = useState(false);
  const [problem, setProblem] = useState('');
  const ready = typed !== '' && !opening;
  const leave = () => {
    locked.value = null;
  };
  const open = async () => {
    if (!ready) return;
    setOpening(true);
    setProblem('');
    const why = await unlock(typed);
    if (why === null) return; // the dialog is gone
    setOpening(false);
    setProblem(why);
    document.getElementById(id)?.focus();
  };
  return (
    <Dialog title={words.passphraseTitle} close={words.leave} onClose={leave} small>
      <form
        class="dialog-scroll share-form"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <PassphraseField
          id={id}
          label={text.share.passphrase.label}
          hint={words.passphraseHint}
          problem={problem === '' ? null : problem}
          value={typed}
          shown={shown}
          autofocus
          onInput={setTyped}
          onShow={setShown}
        />
        <div class="share-buttons">
          <Button
            kind={ready ? 'primary' : 'plain'}
            unavailable={!ready}
            onClick={() => void open()}
          >
            {words.decrypt}
          </Button>
          <Button onClick={leave}>{words.leave}</Button>
          <span role="status">{opening ? words.decrypting : ''}</span>
        </div>
      </form>
    </Dialog>
  );
}
