import type { ComponentChildren } from 'preact';

import { Icon } from './icon.tsx';

interface DisclosureProps {
  name: ComponentChildren;
  /** The present setting or answer, so that nobody has to open it to read it. */
  setting?: ComponentChildren;
  children: ComponentChildren;
  open?: boolean;
  /** Shut, it still tells its setting on paper. */
  printed?: boolean;
  id?: string;
}

export function Disclosure({ id, name, setting, children, open, printed }: DisclosureProps) {
  const look = printed ? 'disclosure disclosure-printed' : 'disclosure';
  return (
    <details id={id} class={look} open={open}>
      <summary>
        <Icon name="chevron" />
        <span class="disclosure-name">{name}</span>
        {setting !== undefined && <span class="disclosure-setting">{setting}</span>}
      </summary>
      <div class="disclosure-body">{children}</div>
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
