import { useState } from 'preact/hooks';

import { text as catalogue } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import type { TableModel } from './model.ts';
import { tableHtml, tableText } from './table-text.ts';

/** Takes a table along: into a document as a table, into a text as lines. */
export function CopyTable({ model }: { model: TableModel }) {
  const words = catalogue.shared.copyTable;
  const [said, setSaid] = useState('');
  return (
    <div class="table-tools screen-only">
      <Button kind="small" onClick={() => setSaid(copied(model) ? words.copied : words.failed)}>
        {words.copy}
      </Button>
      <span role="status">{said}</span>
    </div>
  );
}

/**
 * By the event that the browser's own copying raises: it carries two forms at once, and works where
 * the page was opened from a file too, unlike the clipboard of newer browsers.
 */
function copied(model: TableModel): boolean {
  let taken = false;
  const take = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', tableHtml(model));
    event.clipboardData?.setData('text/plain', tableText(model));
    event.preventDefault();
    taken = true;
  };
  document.addEventListener('copy', take);
  try {
    return document.execCommand('copy') && taken;
  } finally {
    document.removeEventListener('copy', take);
  }
}
