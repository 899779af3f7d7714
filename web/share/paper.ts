// A checked paper: the pasted text and the printed results in it. Verdicts do not travel: the engine of
// whoever opens it gives them again.
import type { Paper } from '../data/paper/paper.ts';
import type { SavedAnalysis } from '../data/saved/document.ts';
import { isPaperAlone, restoredPaper } from '../data/saved/paper.ts';
import { savedClaims } from '../data/saved/save.ts';
import { analysisIn } from './documents.ts';

/** Needs no table, and nothing of one is in it. */
export interface PaperDocument {
  riskset: 1;
  kind: 'paper';
  analysis: SavedAnalysis;
}

export function paperDocument(paper: Paper): PaperDocument {
  return { riskset: 1, kind: 'paper', analysis: savedClaims(ofItsText(paper)) };
}

/** What was taken away from an earlier text is nobody's business. */
function ofItsText(paper: Paper): Paper {
  const stands = (printed: string) =>
    printed.split('\n').every((line) => paper.text.includes(line));
  return { ...paper, removed: paper.removed.filter(stands) };
}

/** Of results: more than anybody checks, and than the page draws without a pause. */
const most = 1000;

/** The analysis that holds the paper; null where it is none. */
export function paperIn(document: unknown): SavedAnalysis | null {
  const analysis = analysisIn(document);
  if (analysis === null || !isPaperAlone(analysis)) return null;
  return restoredPaper(analysis)!.claims.length > most ? null : analysis;
}
