import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { Icon } from './icon.tsx';

interface DisclosureProps {
  name: ComponentChildren;
  /** The present setting or answer, so that nobody has to open it to read it. */
  setting?: ComponentChildren;
  children: ComponentChildren;
  open?: boolean;
  /** Shut, it still tells its setting on paper. */
  printed?: boolean;
  /** What is in it is computed for it alone, and is given up when it is shut. */
  whileOpen?: boolean;
  id?: string;
}

/** What nobody has opened yet is not built: half of a page of results stands in disclosures. */
export function Disclosure(props: DisclosureProps) {
  const { id, name, setting, children, open, printed, whileOpen = false } = props;
  const [built, setBuilt] = useState(open === true);
  return (
    <details
      id={id}
      class={printed ? 'disclosure disclosure-printed' : 'disclosure'}
      open={open}
      onToggle={({ currentTarget }) => setBuilt(currentTarget.open || (built && !whileOpen))}
    >
      <summary>
        <Icon name="chevron" />
        <span class="disclosure-name">{name}</span>
        {setting !== undefined && <span class="disclosure-setting">{setting}</span>}
      </summary>
      <div class="disclosure-body">{(built || open) && children}</div>
    </details>
  );
}

/** Disclosures that follow one another, closed by one hairline. */
export function Disclosures({ children }: { children: ComponentChildren }) {
  return <div class="disclosures">{children}</div>;
}

/** Opens a disclosure from elsewhere on the page and takes the reader there. */
export function openDisclosure(id: string): void {
  const details = document.getElementById(id);
  if (!(details instanceof HTMLDetailsElement)) return;
  details.open = true;
  const summary = details.querySelector('summary');
  summary?.scrollIntoView({ block: 'center' });
  summary?.focus({ preventScroll: true });
}
