import type { ComponentChildren } from 'preact';

import { DropOverlay } from '../data/section/drop-overlay.tsx';
import { WaitingAnalysis } from '../data/saved/waiting-analysis.tsx';
import { loadProblem, openExample, openFiles } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { ProblemBlock } from '../ui/messages.tsx';
import { Calculators } from './calculators/calculators.tsx';
import { ExamplePicture } from './example-picture.tsx';
import { LocalPromise } from './local-promise.tsx';
import './start.css';
import { useDroppedFiles } from './use-dropped-files.ts';
import { Ways } from './ways.tsx';

const words = text.start;

/** `children` stand between the first calculators and the further ones. */
export function StartSection({ children }: { children?: ComponentChildren }) {
  const dragging = useDroppedFiles((files) => void openFiles(files));
  const problem = loadProblem.value;
  return (
    <section id="start" class="start" aria-labelledby="start-title">
      {dragging && <DropOverlay />}
      <h1 id="start-title" tabIndex={-1}>
        {words.title}
      </h1>
      <p class="start-what">{words.what}</p>
      <WaitingAnalysis />
      <div class="start-columns">
        <div class="start-ways">
          <div class={dragging ? 'drop-zone drop-zone-over' : 'drop-zone'}>
            <h2 class="drop-title">{dragging ? words.letGo : words.drop}</h2>
            <p class="drop-what">{words.dropWhat}</p>
            <Ways />
            {problem !== null && (
              <div role="alert">
                <ProblemBlock items={[{ claim: problem }]} />
              </div>
            )}
          </div>
          <div class="example">
            <ExamplePicture />
            <div class="example-words">
              <h2 class="drop-title">{words.noFile}</h2>
              <p>{words.exampleWhat}</p>
            </div>
            <Button onClick={() => void openExample()}>{words.openExample}</Button>
          </div>
        </div>
        <LocalPromise />
      </div>
      <Calculators>{children}</Calculators>
    </section>
  );
}
