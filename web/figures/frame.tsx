import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { FileChoice, fileSize, sizeInWords } from './file-choice.tsx';
import { resolutions, savePng, saveSvg, type FigurePicture } from './save-figure.ts';

interface FigureFrameProps {
  title: string;
  /** The figure in words, built from its numbers. */
  description: string;
  /** The numbers behind the figure; built only when opened. */
  dataTable: () => ComponentChildren;
  /** How the figure is drawn for a file, and what the file is called. */
  picture: FigurePicture;
  /** What the marks mean. */
  note?: ComponentChildren;
  children: ComponentChildren;
}

type Part = 'size' | 'data' | 'description';

/** What every figure has round it: title, its files, its data table and description, its note. */
export function FigureFrame(props: FigureFrameProps) {
  const [opened, setOpened] = useState<Part | null>(null);
  const [saved, setSaved] = useState('');
  const id = useId();
  const words = text.figures.frame;
  const save = async (kind: 'svg' | 'png') => {
    const size = fileSize.value;
    const file =
      kind === 'svg'
        ? saveSvg(props.picture, props, size)
        : await savePng(props.picture, props, size).catch(() => null);
    setSaved(file === null ? tooLarge(size.resolution) : words.saved(file));
  };
  const opener = (part: Part, face: string, label?: string) => (
    <Button
      kind="small"
      expanded={opened === part}
      controls={`${id}-part`}
      onClick={() => setOpened(opened === part ? null : part)}
      {...(label === undefined ? {} : { label })}
    >
      {face}
    </Button>
  );
  const size = sizeInWords(fileSize.value);
  return (
    <figure class="figure" aria-labelledby={`${id}-title`}>
      <figcaption id={`${id}-title`} class="figure-title">
        {props.title}
      </figcaption>
      <div class="figure-tools screen-only">
        <Button kind="small" icon="download" onClick={() => void save('svg')}>
          {words.svg}
        </Button>
        <Button kind="small" icon="download" onClick={() => void save('png')}>
          {words.png}
        </Button>
        {opener('size', size, words.sizeName(size))}
        {opener('data', words.dataTable)}
        {opener('description', words.description)}
      </div>
      <div class="figure-body">{props.children}</div>
      {props.note !== undefined && <p class="note figure-note">{props.note}</p>}
      <p class="note figure-saved screen-only" role="status">
        {saved}
      </p>
      <div id={`${id}-part`} class="figure-part" hidden={opened === null}>
        {opened === 'size' && <FileChoice />}
        {opened === 'description' && <p class="prose number">{props.description}</p>}
        {opened === 'data' && props.dataTable()}
      </div>
    </figure>
  );
}

function tooLarge(resolution: number): string {
  const words = text.figures.frame;
  const [smallest] = resolutions;
  return resolution === smallest ? words.failedAtSmallest : words.failed(smallest);
}
