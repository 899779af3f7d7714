import { useState } from 'preact/hooks';

import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Part } from '../ui/parts.tsx';
import { forgetEverything } from './forget.ts';
import { isHosted } from './hosted.ts';
import { isShared, keeping, keepingFailed, keepWork } from './keeping.ts';
import { keptOffline } from './offline.ts';

const words = text.privacy.device;

/** What this browser keeps, the one choice about it, and the way to be rid of it. */
export function DevicePart() {
  const [said, setSaid] = useState('');
  const forget = async () => setSaid((await forgetEverything()) ? words.forgotten : words.partly);
  return (
    <Part
      title={words.title}
      list={[
        keeping.value ? words.work : words.noWork,
        words.choices,
        ...(keptOffline.value ? [words.offline] : []),
      ]}
    >
      <KeepChoice />
      <Button onClick={() => void forget()}>{words.forget}</Button>
      <p role="status">{said}</p>
    </Part>
  );
}

function KeepChoice() {
  if (!isHosted()) return <p>{location.protocol === 'file:' ? words.onDisk : words.unsafe}</p>;
  return (
    <>
      <label class="keep">
        <input
          type="checkbox"
          checked={keeping.value}
          aria-describedby="keep-hint"
          onChange={(event) => void keepWork(event.currentTarget.checked)}
        />
        {words.keep}
      </label>
      <p id="keep-hint">{words.keepHint}</p>
      {isShared.value && <p>{words.shared}</p>}
      {keepingFailed.value && <p role="alert">{words.failed}</p>}
    </>
  );
}
