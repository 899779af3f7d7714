import { signal } from '@preact/signals';

import { ButterflyFigure } from '../figures/butterfly-figure.tsx';
import { levelShown } from '../panels/options.tsx';
import { shownCohort } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { Segmented } from '../ui/segmented.tsx';
import type { TermAnswers } from './answers.ts';
import { type Bound, bounds, butterflyData } from './butterfly-data.ts';

const words = text.safety.butterfly;

const chosen = signal<Bound>('any');

/** The arms back to back, at the grade that is chosen over the picture. */
export function ButterflyPicture({ terms }: { terms: readonly TermAnswers[] }) {
  const level = levelShown();
  if (butterflyData(terms, 'any', level) === null) return null;
  const data = butterflyData(terms, chosen.value, level);
  return (
    <>
      <div class="screen-only">
        <Segmented
          label={words.choose}
          choices={bounds.map((bound) => ({ value: bound, label: words.choices[bound] }))}
          value={chosen.value}
          onChange={(bound) => (chosen.value = bound)}
        />
      </div>
      {data === null ? (
        <p class="note">{words.nobody(words.grades[chosen.value])}</p>
      ) : (
        <ButterflyFigure data={data} name={[shownCohort.value?.name ?? '']} />
      )}
    </>
  );
}
