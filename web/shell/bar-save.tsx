import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { fingerprintOf, hasFingerprint } from '../data/fingerprint.ts';
import { isWithoutRows } from '../data/without-rows.ts';
import { OpenButton } from '../data/saved/open-button.tsx';
import { savedClaimsText, savedName, savedText } from '../data/saved/save.ts';
import { type Cohort, cohort, loadProblem, markSafe, paper, setup } from '../data/store.ts';
import { text } from '../text/text.ts';
import { sharing } from '../share/share-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { download } from '../ui/download.ts';

const words = text.shell.save;

const opener = '.save > button';

/** Opens what can be done with the whole analysis, under the bar. */
export function SaveMenu({ loaded }: { loaded: Cohort | null }) {
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  useLayoutEffect(() => {
    if (!open) return undefined;
    box.current?.querySelector<HTMLElement>('.save-menu button')?.focus();
    const outside = (event: Event) => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) close();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      close();
      box.current?.querySelector('button')?.focus();
    };
    addEventListener('pointerdown', outside);
    addEventListener('keydown', escape);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('keydown', escape);
    };
  }, [open]);
  return (
    <div ref={box} class="save">
      <Button
        kind="primary"
        label={words.saveOrShare}
        expanded={open}
        controls="save-menu"
        onClick={() => setOpen(!open)}
      >
        <span class="save-long">{words.saveOrShare}</span>
        <span class="save-short">{words.share}</span>
      </Button>
      {open && <Menu loaded={loaded} onDone={close} />}
    </div>
  );
}

function Menu({ loaded, onDone }: { loaded: Cohort | null; onDone: () => void }) {
  const [saved, setSaved] = useState('');
  const save = async () => {
    const own = paper.peek();
    const name = savedName(loaded ?? { name: words.paper });
    const content =
      loaded === null
        ? savedClaimsText(own)
        : savedText(loaded, setup.peek(), await fingerprintOf(loaded), own);
    download(content, name);
    if (cohort.peek() === loaded && paper.peek() === own) markSafe();
    setSaved(words.saved(name));
  };
  return (
    <div id="save-menu" class="save-menu" role="group" aria-label={words.menu}>
      {!isWithoutRows(loaded) && (
        <>
          <Button onClick={() => void save()}>{words.save}</Button>
          {loaded === null ? (
            <p>{words.holdsPaper}</p>
          ) : (
            <>
              <p>{words.holds}</p>
              <p class="save-note">
                {hasFingerprint(loaded) ? words.fingerprint : words.noFingerprint}
              </p>
            </>
          )}
          <p class="save-done" role="status">
            {saved}
          </p>
          <hr />
        </>
      )}
      {(loaded !== null || paper.value.claims.length > 0) && (
        <>
          <Button
            onClick={() => {
              onDone();
              document.querySelector<HTMLElement>(opener)?.focus(); // it comes back to there
              sharing.value = { first: loaded === null ? 'paper' : 'results', opener };
            }}
          >
            {loaded === null ? text.share.openPaper : text.share.open}
          </Button>
          <p>{loaded === null ? words.sharePaperHint : words.shareHint}</p>
          <hr />
        </>
      )}
      <OpenButton onOpened={onDone} />
      <p>{words.openHint}</p>
      {loadProblem.value !== null && (
        <p class="save-problem" role="alert">
          {loadProblem.value}
        </p>
      )}
    </div>
  );
}
