import { useRef, useState } from 'preact/hooks';

import { savedStem } from '../data/saved/save.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { download } from '../ui/download.ts';
import { TextField } from '../ui/text-field.tsx';
import {
  addressFrom,
  hostedAddress,
  isFromDisk,
  keepHostedAddress,
  ownAddress,
} from './address.ts';
import { fragment, type Kind, longestLink } from './envelope.ts';
import { fileOf } from './link.ts';

const words = text.share.link;

interface PackedProps {
  kind: Kind;
  packed: string;
  /** Of the open table. */
  name: string;
}

/** The link with its length, or a file where it is too long or leads nowhere. */
export function Packed({ kind, packed, name }: PackedProps) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const [hosted, setHosted] = useState(hostedAddress);
  const address = ownAddress() ?? addressFrom(hosted);
  const behind = fragment(kind, packed);
  const tooLong = behind.length > longestLink;
  const link = address === null || tooLong ? null : `${address}#${behind}`;

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link!);
      setSaid(words.copied);
    } catch {
      field.current?.select();
      setSaid(words.failed);
    }
  };
  const save = () => {
    const file = words.fileName(savedStem(name), words.kindInName[kind]);
    download(fileOf(kind, packed), file);
    setSaid(words.saved(file));
  };
  return (
    <>
      {isFromDisk() && !tooLong && (
        <>
          <p>{words.fromDisk}</p>
          <TextField
            label={words.address}
            value={hosted}
            hint={words.addressHint}
            onCommit={(typed) => {
              setHosted(typed);
              if (typed.trim() !== '' && addressFrom(typed) === null) return words.addressProblem;
              keepHostedAddress(typed.trim());
              return null;
            }}
          />
        </>
      )}
      <p role="status">
        {link !== null
          ? words.length(behind.length)
          : tooLong
            ? words.tooLong(behind.length, longestLink)
            : words.fileLength(packed.length)}
      </p>
      {link !== null && (
        <label class="field">
          <span class="field-label">{words.field}</span>
          <input ref={field} class="input share-link" readOnly value={link} />
        </label>
      )}
      <div class="share-buttons">
        {link !== null && (
          <Button kind="primary" onClick={() => void copy()}>
            {words.copy}
          </Button>
        )}
        <Button kind={link === null ? 'primary' : 'plain'} onClick={save}>
          {words.save}
        </Button>
        <span role="status">{said}</span>
      </div>
    </>
  );
}
