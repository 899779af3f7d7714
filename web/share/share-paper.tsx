import { useEffect, useState } from 'preact/hooks';

import type { Paper } from '../data/paper/paper.ts';
import { text } from '../text/text.ts';
import { textOf } from './link.ts';
import { Packed } from './packed.tsx';
import { paperDocument } from './paper.ts';
import { reviewOfPaper } from './review-paper.ts';
import { ReviewLists } from './review-lists.tsx';

const words = text.share;

interface SharePaperProps {
  checked: Paper;
  /** Nothing else is open. */
  isAlone: boolean;
}

/** The checked paper: what goes, and the link or the file. */
export function SharePaper({ checked, isAlone }: SharePaperProps) {
  const [last, setLast] = useState<{ of: Paper; packed: string } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void textOf(paperDocument(checked)).then((packed) => {
      if (isWanted) setLast({ of: checked, packed });
    });
    return () => {
      isWanted = false;
    };
  }, [checked]);
  return (
    <>
      <ReviewLists review={reviewOfPaper(paperDocument(checked), isAlone)} offers={[]} />
      {last?.of === checked ? (
        <Packed kind="paper" packed={last.packed} name={words.paperName} />
      ) : (
        <p role="status">{words.link.making}</p>
      )}
    </>
  );
}
