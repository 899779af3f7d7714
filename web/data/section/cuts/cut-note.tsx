import { text } from '../../../text/text.ts';
import type { Cut } from '../../changes/changes.ts';
import { cutInWords } from './cut-words.ts';

/** Where a column is cut, and what that means for whoever compares. */
export function CutNote({ cut }: { cut: Cut }) {
  return (
    <p class="note">
      {cutInWords(cut)} {cut.quantiles !== null && text.data.cuts.ofThesePatients}
    </p>
  );
}
