import { useEffect, useState } from 'preact/hooks';

import { text } from '../../text/text.ts';
import { type Fields, linkTo } from './link.ts';

const words = text.calculators.link;

interface CalculatorLinkProps {
  id: string;
  /** What the link is about, for screen readers: "One rate". */
  name: string;
  typed: Fields;
  level: number;
}

/** A link that opens the page with the same numbers. Pressing it also copies it. */
export function CalculatorLink({ id, name, typed, level }: CalculatorLinkProps) {
  const [said, setSaid] = useState('');
  const link = linkTo(id, typed, level);
  useEffect(() => setSaid(''), [link]);
  const copy = async () => {
    // In the address, but without going there: the reader is here already.
    history.replaceState(null, '', link);
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid(words.copied);
    } catch {
      setSaid(words.inAddress);
    }
  };
  return (
    <p class="calculator-link screen-only">
      <a
        href={link}
        onClick={(event) => {
          event.preventDefault();
          void copy();
        }}
      >
        {words.copy}
        <span class="visually-hidden">{words.of(name)}</span>
      </a>
      <span role="status">{said}</span>
    </p>
  );
}
