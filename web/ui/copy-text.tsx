import { useRef, useState } from 'preact/hooks';

import { Button } from './button.tsx';

interface CopyTextProps {
  text: string;
  words: { copy: string; copied: string; failed: string };
}

/** A text that is there to be taken along. Where the browser refuses to copy, it is selected. */
export function CopyText({ text, words }: CopyTextProps) {
  const element = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      if (element.current !== null) getSelection()?.selectAllChildren(element.current);
      setSaid(words.failed);
    }
  };
  return (
    <div class="copy-text">
      <p ref={element} class="copy-text-body">
        {text}
      </p>
      <div class="copy-text-action screen-only">
        <Button kind="small" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
