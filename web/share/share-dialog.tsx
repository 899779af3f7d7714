import { signal } from '@preact/signals';
import { useId, useState } from 'preact/hooks';

import { type Cohort, cohort, paper, setup } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Dialog } from '../ui/dialog.tsx';
import type { Kind } from './envelope.ts';
import { ShareAnalysis } from './share-analysis.tsx';
import { SharePaper } from './share-paper.tsx';
import './share.css';

const words = text.share;

/** A report is the page itself with results inside. */
export type Choice = Kind | 'report';

/** The open dialog: what is chosen first, and what gets the focus when it closes. */
export const sharing = signal<{ first: Choice; opener: string } | null>(null);

export function ShareDialog() {
  const open = sharing.value;
  const loaded = cohort.value;
  const isChecked = paper.value.claims.length > 0;
  if (open === null || (loaded === null && !isChecked)) return null;
  return (
    <Dialog
      title={loaded === null ? words.titleOfPaper : words.title}
      close={words.close}
      onClose={() => {
        sharing.value = null;
        // Where it was opened from; WebKit does not find back by itself.
        document.querySelector<HTMLElement>(open.opener)?.focus();
      }}
    >
      <Sharing loaded={loaded} isChecked={isChecked} first={open.first} />
    </Dialog>
  );
}

const ofTable: readonly Choice[] = ['results', 'settings', 'rows', 'report'];

interface SharingProps {
  loaded: Cohort | null;
  /** Whether there are printed results. */
  isChecked: boolean;
  first: Choice;
}

function Sharing({ loaded, isChecked, first }: SharingProps) {
  const name = useId();
  const choices: Choice[] = [
    ...(loaded === null ? [] : ofTable),
    ...(isChecked ? ['paper' as const] : []),
  ];
  const [wanted, setChoice] = useState(first);
  const choice = choices.includes(wanted) ? wanted : choices[0]!;
  return (
    <div class="dialog-scroll share-form">
      {choices.length > 1 && (
        <fieldset class="share-kinds">
          <legend class="field-label">{words.what}</legend>
          <div>
            {choices.map((one) => (
              <label key={one} class="share-kind">
                <input
                  type="radio"
                  name={name}
                  value={one}
                  checked={one === choice}
                  onChange={() => setChoice(one)}
                />
                <strong>{words.kinds[one]}</strong>
                <span>{words.about[one]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {choice === 'paper' || loaded === null ? (
        <SharePaper checked={paper.value} isAlone={loaded === null} />
      ) : (
        <ShareAnalysis
          choice={choice}
          loaded={loaded}
          decided={setup.value}
          isChecked={isChecked}
        />
      )}
    </div>
  );
}
