import type { ComponentChildren } from 'preact';

import { text } from '../text/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import type { Line, Review } from './review.ts';

const words = text.share.review;

/** Something that stays unless it is put back. */
export interface Offer {
  label: string;
  hint: string;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

interface ReviewListsProps {
  review: Review;
  offers?: readonly Offer[];
}

/** What goes, what stays and why, and which counts are small. */
export function ReviewLists({ review, offers = [] }: ReviewListsProps) {
  const { goes, also, stays, kept, small } = review;
  return (
    <>
      <Part title={words.goes} lines={goes} sentences={also} />
      {small !== null &&
        (small.length === 0 ? (
          <p>{words.noSmall}</p>
        ) : (
          <Disclosure name={words.smallName} setting={words.small(small.length)}>
            <ul class="share-list">
              {small.map((cell) => (
                <li key={cell} class="share-sentence">
                  {cell}
                </li>
              ))}
            </ul>
          </Disclosure>
        ))}
      <Part title={words.stays} lines={stays} sentences={kept}>
        {offers.map(({ label, hint, chosen, onChoose }) => (
          <label key={label} class="checkbox share-offer">
            <input
              type="checkbox"
              checked={chosen}
              onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
            />
            <span>{label}</span>
            <span class="field-hint">{hint}</span>
          </label>
        ))}
      </Part>
    </>
  );
}

interface PartProps {
  title: string;
  lines: readonly Line[];
  sentences: readonly string[];
  children?: ComponentChildren;
}

function Part({ title, lines, sentences, children }: PartProps) {
  return (
    <section>
      <h3>{title}</h3>
      {lines.length + sentences.length === 0 && <p>{words.nothing}</p>}
      <ul class="share-list">
        {lines.map(({ column, says }) => (
          <li key={column}>
            <span>{column}</span>
            <span>{says}</span>
          </li>
        ))}
        {sentences.map((sentence) => (
          <li key={sentence} class="share-sentence">
            {sentence}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
