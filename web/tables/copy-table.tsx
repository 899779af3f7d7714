import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { text as catalogue } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { download } from '../ui/download.ts';
import type { TableModel } from './model.ts';
import { tableCsv } from './table-csv.ts';
import { tableHtml, tableText } from './table-text.ts';

/** What stands above the table where it is taken. */
export interface CopiedText {
  html: string;
  text: string;
}

interface CopyTableProps {
  model: TableModel;
  before?: CopiedText;
  /** What the table is called as a CSV file; without a name it is not offered as one. */
  csv?: string;
  /** Other ways to take it along. */
  children?: ComponentChildren;
}

/** Takes a table along: into a document as a table, into a text as lines, as a file. */
export function CopyTable({ model, before, csv, children }: CopyTableProps) {
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
      {csv !== undefined && (
        <Button
          kind="small"
          onClick={() => {
            const file = words.csvName(csv);
            download(tableCsv(model), file, 'text/csv');
            setSaid(words.saved(file));
          }}
        >
          {words.saveCsv}
        </Button>
      )}
      {children}
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
