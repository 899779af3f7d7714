// What of a checked paper goes and what stays, read off the very document that is sent.
import { text } from '../text/text.ts';
import type { PaperDocument } from './paper.ts';
import type { Review } from './review.ts';

const words = text.share.review;

export function reviewOfPaper({ analysis }: PaperDocument, isAlone: boolean): Review {
  const { text: pasted, marks, removed } = analysis.page?.paper ?? {};
  const by = (marks ?? []).map((mark) => mark?.by);
  const corrected = by.filter((one) => one === 'corrected').length;
  const added = by.filter((one) => one === 'hand').length;
  const taken = removed?.length ?? 0;
  return {
    goes: [],
    also: [
      ...(pasted ? [words.pasted(pasted.length)] : []),
      words.printed(by.length, corrected, added),
      ...(taken > 0 ? [words.taken(taken)] : []),
      words.manuscript,
    ],
    stays: [],
    kept: [words.verdicts, ...(isAlone ? [] : [words.openTable])],
    small: null,
  };
}
