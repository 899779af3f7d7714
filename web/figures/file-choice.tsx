import { signal } from '@preact/signals';

import { text } from '../text/text.ts';
import { Segmented } from '../ui/segmented.tsx';
import { fileWidths } from './figure-file.ts';
import { resolutions, type FileSize } from './save-figure.ts';

/** The size of the files of all figures: a paper has one journal. */
export const fileSize = signal<FileSize>({ width: 174, resolution: 600, titled: false });

/** "174 mm, 600 dpi" */
export function sizeInWords({ width, resolution }: FileSize): string {
  const words = text.figures.frame;
  return words.size(words.millimetres(width), words.dpi(resolution));
}

/** How wide the files are, how fine, and whether the title stands in them. */
export function FileChoice() {
  const words = text.figures.frame;
  const { width, resolution, titled } = fileSize.value;
  const change = (part: Partial<FileSize>) => (fileSize.value = { ...fileSize.value, ...part });
  return (
    <div class="file-choice screen-only">
      <Segmented
        label={words.width}
        choices={fileWidths.map((value) => ({
          value: String(value),
          label: `${words.millimetres(value)}, ${words.columns[value]}`,
        }))}
        value={String(width)}
        onChange={(value) => {
          change({ width: fileWidths.find((own) => String(own) === value) ?? width });
        }}
      />
      <Segmented
        label={words.resolution}
        choices={resolutions.map((value) => ({
          value: String(value),
          label: words.pngDpi(words.dpi(value)),
        }))}
        value={String(resolution)}
        onChange={(value) => {
          change({ resolution: resolutions.find((own) => String(own) === value) ?? resolution });
        }}
      />
      <label class="file-title">
        <input
          type="checkbox"
          checked={titled}
          onChange={(event) => change({ titled: event.currentTarget.checked })}
        />
        {words.withTitle}
      </label>
      <p class="note">{words.fileNote}</p>
    </div>
  );
}
