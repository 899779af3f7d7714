// From what is to be shared to the text that is sent, with the review of what it holds.
import type { AnalysisResult } from '../../build/wasm/riskset.js';
import { buildAnalysisFile } from '../data/analysis-file.ts';
import { originalOf } from '../data/cohort.ts';
import { fingerprintOf } from '../data/fingerprint.ts';
import { askBeside, run } from '../data/store.ts';
import { tableOf } from '../data/tables/linked.ts';
import { openEventTable } from '../data/tables/opened.ts';
import { isWithoutRows } from '../data/without-rows.ts';
import { text as catalogue } from '../text/text.ts';
import type { Kind } from './envelope.ts';
import { withoutColumns } from './free-text.ts';
import { textOf } from './link.ts';
import { sharedResults } from './open.ts';
import { resultsDocument } from './results.ts';
import { type About, type Review, reviewOfResults, reviewOfSettings } from './review.ts';
import { reviewOfRows } from './review-rows.ts';
import { type Prepared, preparedRows } from './rows.ts';
import { canEncrypt } from './secret.ts';
import { settingsDocument } from './settings.ts';

const words = catalogue.share;

type Content =
  { kind: 'results' | 'settings'; text: string } | { kind: 'rows'; prepared: Prepared };

export type Made = { ok: true; content: Content; review: Review } | { ok: false; problem: string };

export type KindOfTable = Exclude<Kind, 'paper'>;

export async function makeReview(
  kind: KindOfTable,
  about: About,
  stop: AbortSignal,
): Promise<Made> {
  const { cohort, setup, texts } = about;
  const safe = withoutColumns(setup, texts);
  if (isWithoutRows(cohort)) {
    const shared = sharedResults(originalOf(cohort));
    if (kind !== 'results' || shared === null) {
      return { ok: false, problem: words.notReady.withoutRows };
    }
    const { text, document } = shared;
    return { ok: true, content: { kind, text }, review: reviewOfResults(about, document) };
  }
  if (kind === 'settings') {
    const document = settingsDocument(cohort, safe, await fingerprintOf(cohort));
    const text = await textOf(document);
    return { ok: true, content: { kind, text }, review: reviewOfSettings(about, document) };
  }
  if (kind === 'rows') {
    if (!canEncrypt()) return { ok: false, problem: words.passphrase.noCrypto };
    const prepared = preparedRows(cohort, safe, openEventTable.peek(), about.putBack);
    return { ok: true, content: { kind, prepared }, review: reviewOfRows(about, prepared) };
  }
  const { state, version, results } = run.peek();
  if (state !== 'done') return { ok: false, problem: words.notReady.computing };
  const { analyses } = buildAnalysisFile(cohort, safe);
  const ofCohort = analyses.filter((analysis) => tableOf(analysis) === null);
  const answers = new Map<string, AnalysisResult>(results);
  // Without a column some questions are others; those that are not are answered already.
  for (const [id, answer] of await askBeside({ cohort, setup: safe }, ofCohort, stop)) {
    answers.set(id, answer);
  }
  const document = resultsDocument(cohort, safe, answers, version);
  const text = await textOf(document);
  return { ok: true, content: { kind, text }, review: reviewOfResults(about, document) };
}
