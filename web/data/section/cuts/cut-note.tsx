import { text } from '../../../text/text.ts';
import { TextField } from '../../../ui/text-field.tsx';
import type { Cut } from '../../changes/changes.ts';
import type { Setup } from '../../setup.ts';
import { setLabel } from '../../store.ts';
import { cutInWords } from './cut-words.ts';
import './cuts.css';

const words = text.data.cuts;

/** What results call the groups, where they are cut, and what that means for whoever compares. */
export function CutNote({ cut, setup }: { cut: Cut; setup: Setup }) {
  return (
    <div class="cut-note">
      <p class="note">
        {cutInWords(cut)} {cut.quantiles !== null && words.ofThesePatients}
      </p>
      <TextField
        label={words.inResults}
        value={setup.types.get(cut.name)?.label ?? cut.name}
        onCommit={(written) => {
          if (written.trim() === '') return words.nameNeeded;
          setLabel(cut.name, written.trim());
          return null;
        }}
      />
    </div>
  );
}
