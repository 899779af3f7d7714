import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

import { Button } from './button.tsx';

interface DialogProps {
  title: string;
  /** The name of the button that closes it. */
  close: string;
  onClose: () => void;
  /** Stands beside the title and does not scroll away. */
  tools?: ComponentChildren;
  /** As high as what stands in it. */
  small?: boolean;
  children: ComponentChildren;
}

/**
 * A native modal dialog, open as long as it stands in the page: the browser keeps the focus inside,
 * closes it on Escape and gives the focus back to where it came from.
 */
export function Dialog({ title, close, onClose, tools, small, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    if (dialog === null) return undefined;
    dialog.showModal();
    return () => dialog.close();
  }, []);
  return (
    <dialog
      ref={element}
      class={small ? 'dialog dialog-small' : 'dialog'}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault(); // a search field of WebKit would keep the key to itself
        element.current?.close();
      }}
      onClick={(event) => {
        if (event.target === element.current) element.current?.close(); // beside the dialog
      }}
    >
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id={id}>{title}</h2>
          {tools}
          <Button icon="close" label={close} onClick={() => element.current?.close()} />
        </div>
        {children}
      </div>
    </dialog>
  );
}
