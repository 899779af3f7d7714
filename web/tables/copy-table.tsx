import { useState } from 'preact/hooks';

import { text as catalogue } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import type { TableModel } from './model.ts';
import { tableHtml, tableText } from './table-text.ts';

/** What stands above the table where it is taken. */
export interface CopiedText {
  html: string;
  text: string;
}

/** Takes a table along: into a document as a table, into a text as lines. */
export function CopyTable({ model, before }: { model: TableModel; before?: CopiedText }) {
  const words = catalogue.shared.copyTable;
  const [said, setSaid] = useState('');
  return (
    <div class="table-tools screen-only">
      <Button
        kind="small"
        onClick={() => setSaid(copied(model, before) ? words.copied : words.failed)}
      >
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
function copied(model: TableModel, before: CopiedText = { html: '', text: '' }): boolean {
  let taken = false;
  const take = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', before.html + tableHtml(model));
    event.clipboardData?.setData('text/plain', before.text + tableText(model));
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
