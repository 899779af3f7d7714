import { unsaved } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import './new-version.css';
import { isKept } from './keeping.ts';
import { newVersion, reloadToNewVersion } from './offline.ts';

const words = text.privacy.newVersion;

/** Says that a newer page is there, in a corner; nothing happens until it is asked for. */
export function NewVersion() {
  return (
    <div class="screen-only" role="status">
      {newVersion.value && (
        <div class="new-version">
          <p>
            {words.there} {unsaved.value && !isKept.value && words.unsaved}
          </p>
          <div class="new-version-ways">
            <Button kind="small" onClick={reloadToNewVersion}>
              {words.reload}
            </Button>
            <Button kind="link" onClick={() => (newVersion.value = false)}>
              {words.later}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
