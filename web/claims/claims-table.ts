// The printed results with their verdicts as a table to take along.
import type { PaperClaim } from '../data/paper/paper.ts';
import { answerTo } from '../data/store.ts';
import { cell, type TableModel } from '../tables/model.ts';
import { text } from '../text/text.ts';
import { whyOf } from './answer.tsx';
import { nameOf } from './printed.ts';
import { verdictOf } from './verdicts.ts';

const words = text.claims;

export function claimsTable(claims: readonly PaperClaim[]): TableModel {
  const { name, printed, verdict, why } = words.table;
  return {
    label: name,
    rowHead: [printed],
    columns: [{ head: [verdict] }, { head: [why] }],
    rows: claims.map(({ claim, ofCurve }, at) => {
      const answer = answerTo(claim);
      return {
        kind: 'plain',
        head: [`${at + 1}. ${nameOf(claim)}`],
        cells: [cell(verdictOf(answer)), cell(whyOf(answer, ofCurve === true))],
      };
    }),
    notes: [{ mark: '', text: words.how }],
  };
}
