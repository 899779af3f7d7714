import { useEffect, useState } from 'preact/hooks';

import type { Cohort, Setup } from '../data/store.ts';
import { text } from '../text/text.ts';
import { type KindOfTable, type Made, makeReview } from './make.ts';
import { Packed } from './packed.tsx';
import { usePutBack } from './put-back.ts';
import { ReportForm } from './report-form.tsx';
import { ReviewLists } from './review-lists.tsx';
import { RowsSecret } from './rows-secret.tsx';

const words = text.share;

interface ShareAnalysisProps {
  choice: KindOfTable | 'report';
  loaded: Cohort;
  decided: Setup;
  /** Whether there are printed results, which do not go with it. */
  isChecked: boolean;
}

/** The open table: what goes, what stays, and the link or the file. */
export function ShareAnalysis({ choice, loaded, decided, isChecked }: ShareAnalysisProps) {
  const kind = choice === 'report' ? 'results' : choice;
  const { about, offers, question: chosen } = usePutBack(loaded, decided, choice === 'rows');
  const [last, setLast] = useState<{ question: string; made: Made } | null>(null);
  const question = `${kind} ${chosen}`;

  // What was packed for another question is not shown under this one.
  const made = last?.question === question ? last.made : null;

  useEffect(() => {
    const stop = new AbortController();
    void makeReview(kind, about, stop.signal).then(
      (done) => {
        if (!stop.signal.aborted) setLast({ question, made: done });
      },
      () => undefined, // something else is to be shared by now
    );
    return () => stop.abort();
  }, [loaded, decided, question]);

  if (made === null) return <p role="status">{words.link.making}</p>;
  if (!made.ok) return <p role="status">{made.problem}</p>;
  const { content, review } = made;
  const kept = isChecked ? [...review.kept, words.review.paperStays] : review.kept;
  return (
    <>
      <p>{words.review.look}</p>
      <ReviewLists review={{ ...review, kept }} offers={offers} />
      {content.kind === 'rows' ? (
        <RowsSecret key={question} loaded={loaded} prepared={content.prepared}>
          {(packed) => <Packed kind="rows" packed={packed} name={loaded.name} />}
        </RowsSecret>
      ) : choice === 'report' ? (
        <ReportForm about={about} results={content.text} />
      ) : (
        <Packed kind={content.kind} packed={content.text} name={loaded.name} />
      )}
    </>
  );
}
